"""A second face in the picture that is only a photo: nothing is ever measured from it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.camera.model_file import find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestTaken
from sessions.readings import Reading
from tests.astronaut import astronaut

Picture = NDArray[np.uint8]
ROOM: Picture = np.full((480, 640, 3), 120, dtype=np.uint8)


def with_face(picture: Picture, scale: float, x: int, y: int) -> Picture:
    """The picture with a face of that size at (x, y)."""
    photo = astronaut()[0:260, 120:330]
    place = np.array([[scale, 0, x - 105 * scale], [0, scale, y - 120 * scale]], np.float32)
    there = cv2.warpAffine(np.full(photo.shape[:2], 255, np.uint8), place, (640, 480)) > 0
    return np.where(there[..., None], cv2.warpAffine(photo, place, (640, 480)), picture)


def look(reader: FaceReader, picture: Picture, frames: range) -> list[Reading]:
    """What is read of the same picture, thirty times a second."""
    return [reader.read(picture, n, n / 30) for n in frames]


def goes_on(reader: FaceReader, picture: Picture, frames: range) -> bool:
    """Whether one of these frames is scored; none is looked at after it."""
    return any(reader.read(picture, n, n / 30).left is not None for n in frames)


def test_beside_the_person_it_is_a_second_face_and_alone_it_is_not_taken_for_her() -> None:
    """Beside her the practice pauses with that reason, within half a second; alone no frame is
    scored; with her back, it goes on."""
    person, wall = with_face(ROOM, 1.5, 250, 300), with_face(ROOM, 0.9, 540, 150)
    with FaceReader(find_model()) as reader:
        reader.take_rest(0.2)
        look(reader, person, range(8))
        assert isinstance(reader.rest_result(), RestTaken)
        assert goes_on(reader, person, range(8, 9))
        beside = look(reader, with_face(wall, 1.5, 250, 300), range(9, 28))
        assert goes_on(reader, person, range(28, 40))
        alone = look(reader, wall, range(40, 65))
        assert goes_on(reader, person, range(65, 89))

    assert {reading.reason for reading in beside[15:]} == {"two-faces"}
    assert all(reading.left is None for reading in alone[2:])
