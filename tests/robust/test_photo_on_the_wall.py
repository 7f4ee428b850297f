"""A second face in the picture that is only a photo: nothing is ever measured from it."""

from collections.abc import Iterator

import cv2
import numpy as np
import pytest
import skimage.data
from numpy.typing import NDArray

from sessions.camera.model_file import find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestTaken
from sessions.readings import Reading

Picture = NDArray[np.uint8]
ROOM: Picture = np.full((480, 640, 3), 120, dtype=np.uint8)


def with_face(picture: Picture, scale: float, x: int, y: int) -> Picture:
    """The picture with a face of that size at (x, y)."""
    photo = cv2.cvtColor(skimage.data.astronaut()[0:260, 120:330], cv2.COLOR_RGB2BGR)
    place = np.array([[scale, 0, x - 105 * scale], [0, scale, y - 120 * scale]], np.float32)
    there = cv2.warpAffine(np.full(photo.shape[:2], 255, np.uint8), place, (640, 480)) > 0
    return np.where(there[..., None], cv2.warpAffine(photo, place, (640, 480)), picture)


@pytest.fixture(scope="module")
def person() -> Picture:
    """The person before the camera."""
    return with_face(ROOM, 1.5, 250, 300)


@pytest.fixture(scope="module")
def wall() -> Picture:
    """The photo alone."""
    return with_face(ROOM, 0.9, 540, 150)


@pytest.fixture(scope="module")
def taken(person: Picture) -> RestTaken:
    """The person's rest."""
    with FaceReader(find_model()) as reader:
        reader.take_rest(0.5)
        look(reader, person, range(25))
        result = reader.rest_result()
        assert isinstance(result, RestTaken)
        return result


@pytest.fixture
def reader(taken: RestTaken, person: Picture) -> Iterator[FaceReader]:
    """A reader that knows the person's rest, and has seen her."""
    with FaceReader(find_model()) as reader:
        reader.restore(taken.calibration)
        look(reader, person, range(36, 40))
        yield reader


def look(reader: FaceReader, picture: Picture, frames: range) -> list[Reading]:
    """What is read of the same picture, thirty times a second."""
    return [reader.read(picture, n, n / 30) for n in frames]


def test_beside_the_person_it_is_a_second_face(reader: FaceReader, wall: Picture) -> None:
    """The practice pauses with that reason, within half a second."""
    seen = look(reader, with_face(wall, 1.5, 250, 300), range(40, 65))

    assert {reading.reason for reading in seen[15:]} == {"two-faces"}


def test_alone_it_is_not_taken_for_the_person(
    reader: FaceReader, person: Picture, wall: Picture
) -> None:
    """No frame is scored; with the person back, it goes on."""
    before = look(reader, person, range(40, 41))
    alone = look(reader, wall, range(41, 66))
    back = look(reader, person, range(66, 90))

    assert before[0].left is not None
    assert all(reading.left is None for reading in alone[2:])
    assert back[-1].left is not None
