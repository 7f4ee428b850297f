"""Progress photos, in the worker: the face in the same framing every time, as a JPEG.

One still for one question, and nothing is kept here: neither picture nor file. The JPEG is made
afresh from the pixels, so it says nothing of place, camera or time.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from routines.movements import SIDES, Side
from sessions.messages import MOST_JPEG, Still, TakePicture
from sessions.readings import Reading
from sessions.scoring.landmarks import EYE_CORNERS, OUTLINE
from sessions.worker.sources.source import BGR, Frame

SIZE = (480, 600)
"""Width and height of a still, pixels."""
EYES_AT_X: dict[Side, float] = {"left": 0.67, "right": 0.33}
EYES_AT_Y = 0.42
"""Where the middles of the two eyes come to lie, across and down, as fractions of the picture.
The eyes are a third of an oval's width apart, so brow, chin and both cheeks are inside."""
WAIT_S = 0.7
"""A frame later than this is of another moment."""
QUALITY = 90

_EYES = {side: [OUTLINE.index(point) for point in corners] for side, corners in EYE_CORNERS.items()}
"""The corners of each eye among the points of a reading's outline."""


class Photographer:
    """Answers `TakePicture` with the next good frame."""

    def __init__(self) -> None:
        self._wanted: TakePicture | None = None
        self._until_s = 0.0

    def ask(self, message: TakePicture, now: float) -> None:
        """A still is wanted from now, seconds on any steady clock; a question still open lapses."""
        self._wanted, self._until_s = message, now + WAIT_S

    def still(self, frame: Frame, reading: Reading, now: float) -> Still | None:
        """The still, where one is wanted and `frame` shows a face that can be trusted."""
        wanted = self._wanted
        if wanted is None:
            return None
        if now > self._until_s:
            self._wanted = None
            return None
        if frame.picture is None or reading.reason is not None or not reading.outline:
            return None
        self._wanted = None
        jpeg = framed_jpeg(frame.picture, reading.outline)
        if jpeg is None or len(jpeg) > MOST_JPEG:
            return None
        return Still(name=wanted.name, jpeg=jpeg, outline=reading.outline)


def framed(picture: BGR, outline: tuple[float, ...]) -> BGR | None:
    """The face upright and of one size, by the middles of its eyes; not mirrored.

    Only turned, scaled and moved, never bent: nothing about the two halves changes. `outline` is
    a reading's. None where the eyes are on one spot.
    """
    turn = framing(picture, outline, SIZE)
    return None if turn is None else turn.of(picture)


@dataclass(frozen=True)
class FaceFraming:
    """A turn, a scale and a move that bring the eyes to their place in the picture."""

    turn: complex
    move: complex
    size: tuple[int, int]
    """Width and height of what comes out, pixels."""

    def of(self, picture: BGR) -> BGR:
        """The part of `picture` that this frames."""
        turn, move = self.turn, self.move
        matrix = np.array([[turn.real, -turn.imag, move.real], [turn.imag, turn.real, move.imag]])
        method = cv2.INTER_AREA if abs(turn) < 1.0 else cv2.INTER_CUBIC
        crop = cv2.warpAffine(
            picture, matrix, self.size, flags=method, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(crop, dtype=np.uint8)


def framing(picture: BGR, outline: tuple[float, ...], size: tuple[int, int]) -> FaceFraming | None:
    """What frames a face whose outline in `picture` is this; None as in `framed`."""
    whole = (picture.shape[1], picture.shape[0])
    points = np.reshape(np.asarray(outline, dtype=np.float64), (-1, 2)) * whole
    left, right = (complex(*points[_EYES[side]].mean(axis=0)) for side in SIDES)
    if abs(left - right) < 1.0:
        return None
    to_left, to_right = (complex(EYES_AT_X[side] * size[0], EYES_AT_Y * size[1]) for side in SIDES)
    turn = (to_left - to_right) / (left - right)
    return FaceFraming(turn=turn, move=to_right - turn * right, size=size)


def framed_jpeg(picture: BGR, outline: tuple[float, ...]) -> bytes | None:
    """`framed`, as a JPEG without any metadata."""
    crop = framed(picture, outline)
    if crop is None:
        return None
    made, jpeg = cv2.imencode(".jpg", crop, (cv2.IMWRITE_JPEG_QUALITY, QUALITY))
    return jpeg.tobytes() if made else None
