"""Stills: one for one question, in one framing, with nothing in the file but the picture."""

import threading
from collections.abc import Iterator
from typing import Any, cast

import cv2
import numpy as np
import pytest

from sessions.face.face_reader import FaceReader, Looked
from sessions.messages import FromWorker, Picture, Still, TakePicture, ToWorker
from sessions.readings import Reading
from sessions.scoring.landmarks import OUTLINE
from sessions.worker import live
from sessions.worker.photo import EYES_AT_Y, SIZE, WAIT_S, Photographer, framed
from sessions.worker.sources.source import Frame
from sessions.worker.workload import Workload
from tests.sessions.selftest.portraits import model, portrait

EXIF, COMMENT = b"\xff\xe1", b"\xff\xfe"


@pytest.fixture(scope="module")
def reader() -> Iterator[FaceReader]:
    """It reads each picture by itself."""
    with FaceReader(model(), stills=True) as reader:
        yield reader


@pytest.fixture(scope="module")
def seen(reader: FaceReader) -> Reading:
    """The reading of the portrait."""
    return reader.read(portrait().picture, 0, 0.0)


def test_every_day_has_the_same_framing(reader: FaceReader, seen: Reading) -> None:
    """Farther away, tilted and aside: the crop is the same to a few grey levels."""
    picture = portrait().picture
    move = cv2.getRotationMatrix2D((320, 240), 8, 0.85)
    move[0, 2] += 30
    moved = cv2.warpAffine(picture, move, (640, 480), borderMode=cv2.BORDER_REPLICATE)
    other_day = np.asarray(moved, dtype=np.uint8)
    read = reader.read(other_day, 1, 1.0)
    one, other = framed(picture, seen.outline), framed(other_day, read.outline)

    assert one is not None
    assert other is not None
    assert one.shape == other.shape == (SIZE[1], SIZE[0], 3)
    eyes = (
        slice(int((EYES_AT_Y - 0.1) * SIZE[1]), int((EYES_AT_Y + 0.4) * SIZE[1])),
        slice(SIZE[0] // 4, 3 * SIZE[0] // 4),
    )
    grey = [cv2.GaussianBlur(each[eyes], (15, 15), 0).astype(float) for each in (one, other)]
    assert np.abs(grey[0] - grey[1]).mean() < 6


def test_left_stays_left(seen: Reading) -> None:
    """A photo is not mirrored: red at the left of the picture is red at the left of the crop."""
    picture = portrait().picture.copy()
    picture[:, :320] = (0, 0, 255)
    crop = framed(picture, seen.outline)

    assert crop is not None
    assert crop[300, 40].tolist() == [0, 0, 255]
    assert crop[300, -40].tolist() != [0, 0, 255]


def test_one_still_for_one_question_and_none_without(seen: Reading) -> None:
    """None before, one after, then none again; the file is a bare JPEG."""
    reading, frame = seen, Frame(0, 0.0, portrait().picture)
    photographer = Photographer()
    before = photographer.still(frame, reading, 0.0)
    photographer.ask(TakePicture(name="brow-raise"), 1.0)
    still = photographer.still(frame, reading, 1.1)
    after = photographer.still(frame, reading, 1.2)

    assert before is None
    assert after is None
    assert isinstance(still, Still)
    assert still.name == "brow-raise"
    assert still.outline == reading.outline
    decoded = cv2.imdecode(np.frombuffer(still.jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    assert decoded.shape == (SIZE[1], SIZE[0], 3)
    head = still.jpeg[: still.jpeg.index(b"\xff\xda")]
    assert EXIF not in head
    assert COMMENT not in head
    assert len(still.jpeg) < 200_000


def test_a_bad_frame_waits_for_a_good_one_but_not_for_another_moment(seen: Reading) -> None:
    """A frame that is not scored gives no still; a question lapses."""
    good, frame = seen, Frame(0, 0.0, portrait().picture)
    bad = Reading(n=0, t_s=0.0, reason="head-turned", outline=good.outline)
    photographer = Photographer()
    photographer.ask(TakePicture(name="rest"), 0.0)
    waited = [photographer.still(frame, bad, 0.1), photographer.still(frame, good, 0.2)]
    photographer.ask(TakePicture(name="rest"), 1.0)
    late = photographer.still(frame, good, 1.0 + WAIT_S + 0.01)

    assert waited[0] is None
    assert waited[1] is not None
    assert late is None


def test_eyes_on_one_spot_give_no_photo() -> None:
    """Numbers that are no face end nowhere near a picture."""
    assert framed(portrait().picture, (0.5, 0.5) * 40) is None


class OneSitting:
    """A source of one picture, again and again, and the reader of it, without a model."""

    live, width, height, fps = True, 640, 480, 30.0
    in_turns = False
    reads_eyes = True
    eyes_in_turns = False
    follows_skin = True

    def __init__(self, frames: int) -> None:
        self._left = frames
        self._n = 0
        side = np.linspace(0.3, 0.7, len(OUTLINE))
        self._outline = tuple(float(v) for pair in zip(side, side, strict=True) for v in pair)

    def look(self, picture: object, n: int, t_s: float) -> Looked:
        """The same face in every frame."""
        return Looked(Reading(n=n, t_s=t_s, outline=self._outline))

    def complete(self, looked: Looked) -> Reading:
        """Nothing is left to do."""
        return looked.reading

    def read(self) -> Frame | None:
        """A frame of the source."""
        self._left -= 1
        self._n += 1
        picture = np.full((480, 640, 3), 120, np.uint8)
        return Frame(self._n, self._n / 30, picture) if self._left >= 0 else None

    def now_s(self) -> float:
        """Source time."""
        return self._n / 30

    def rest_result(self) -> None:
        """None was asked for."""

    def close(self) -> None:
        """Nothing to let go of."""


class Ear:
    """Both pipes, in memory."""

    lossy = False

    def __init__(self, *told: ToWorker) -> None:
        self.closing = threading.Event()
        self._told = list(told)
        self.said: list[FromWorker] = []

    def drain(self) -> list[ToWorker]:
        """What the session says, once."""
        told, self._told = self._told, []
        return told

    def put(self, message: FromWorker) -> None:
        """What the worker says."""
        self.said.append(message)


@pytest.mark.parametrize("asked", [(), (TakePicture(name="frown"),)])
def test_a_live_worker_sends_pictures_only_when_asked(asked: tuple[ToWorker, ...]) -> None:
    """As many stills as questions, and never a mirror picture."""
    sitting, ear = OneSitting(20), Ear(*asked)
    live.serve(cast(Any, sitting), cast(Any, sitting), cast(Any, ear), cast(Any, ear), Workload())
    pictures = [message for message in ear.said if isinstance(message, Still | Picture)]

    assert [message.name for message in pictures if isinstance(message, Still)] == [
        question.name for question in asked if isinstance(question, TakePicture)
    ]
    assert len(pictures) == len(asked)
    assert any(isinstance(message, Reading) for message in ear.said)
