"""Measures the program's own error: a real face is moved by known amounts and read back.

Run as `python -m sessions.camera.selftesting`, with an `Ask` as JSON on standard input; prints an
`Outcome`. The face comes from one picture (see `sessions.scoring.warp`); frames are made
from it with the noise of an ordinary camera, and read by the very `FaceReader` that sessions use.
"""

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.movements import LOW_CONFIDENCE, MeasureKey
from sessions.camera.face_reader import FaceReader
from sessions.camera.landmarker import BrokenLibrary, Landmarker
from sessions.camera.network_ban import forbid_internet, refuse_reporting
from sessions.detectable import smallest_mm
from sessions.readings import Pose, Reading, RestTaken
from sessions.scoring.landmarks import CORNER, OUTER_CANTHI
from sessions.scoring.warp import Sitter
from sessions.selftest import Ask, Failure, Outcome, Row, SelfTest

Floats = NDArray[np.float64]
Picture = NDArray[np.uint8]

TESTED: tuple[MeasureKey, ...] = (
    "open-smile",
    "brow-raise",
    "eye-closure",
    "pucker",
    "lower-lip",
    "snarl",
    "frown",
)
"""The other smile and the outward corner read the same corners."""
LEVELS = (
    (1.0, 0.0), (0.0, 1.0), (0.25, 1.0), (1.0, 0.25), (0.5, 1.0), (1.0, 0.5), (1.0, 1.0),
    (0.25, 0.25), (0.5, 0.5),
)  # fmt: skip
"""Strength of the right and left half."""
SIZE = (640, 480)
CANTHI_PX = 95.0
"""A face at 45 cm from an ordinary camera."""
LEAST_CANTHI_PX = 60.0
NOISE_GREY = 2.0
FPS = 30.0
SETTLE = 6
"""Frames let go after every change: no face jumps, and the trackers take a few to follow."""
READ = 3
STILL_FRAMES = 90
LIGHT = 0.5


class Sitting:
    """One face and its reader, frame after frame."""

    def __init__(self, picture: Picture, model: Path) -> None:
        """Raises `Trouble` where `picture` (BGR) shows no usable face."""
        self.picture, self.sitter = seat(picture, model)
        self._reader = FaceReader(model)
        self._random = np.random.default_rng(7)
        self._n = 0

    def rest(self) -> RestTaken:
        """Take a second of rest. Raises `Trouble`."""
        self.show(self.picture, SETTLE)
        self._reader.take_rest(1.0)
        for _ in range(int(4 * FPS)):
            self.show(self.picture, 1)
            result = self._reader.rest_result()
            if isinstance(result, RestTaken):
                return result
        raise Trouble(
            "The face in the picture cannot be rest: it should look straight ahead, evenly lit. "
            "Try another picture.",
            "video",
        )

    def show(self, picture: Picture, frames: int) -> list[Reading]:
        """Read `picture` again and again, each time with fresh noise."""
        readings: list[Reading] = []
        for _ in range(frames):
            noise = self._random.normal(0.0, NOISE_GREY, picture.shape)
            frame = np.clip(picture + noise, 0, 255).astype(np.uint8)
            readings.append(self._reader.read(frame, self._n, self._n / FPS))
            self._n += 1
        return readings

    def halves(self, picture: Picture, key: MeasureKey) -> tuple[float, float] | None:
        """Right and left mm, the median of a few frames; None where none was scored."""
        read = self.show(picture, SETTLE + READ)[SETTLE:]
        pairs = [
            (one.right.measure(key), one.left.measure(key))
            for one in read
            if one.right is not None and one.left is not None
        ]
        if not pairs:
            return None
        right, left = np.median(np.array(pairs), axis=0)
        return float(right), float(left)

    def close(self) -> None:
        """Let go of the reader."""
        self._reader.close()


def seat(picture: Picture, model: Path) -> tuple[Picture, Sitter]:
    """The face of `picture` at the size and place a camera would show it. Raises `Trouble`."""
    with Landmarker(model, stills=True) as finder:
        face = finder.find(np.ascontiguousarray(picture[:, :, ::-1]))
        if face is None:
            raise Trouble("No face was found in the picture. Try another one.", "video")
        points = face.points
        canthi = float(np.linalg.norm(points[OUTER_CANTHI[1]] - points[OUTER_CANTHI[0]]))
        if canthi < LEAST_CANTHI_PX:
            raise Trouble(
                "The face in the picture is too small: it should be at least 150 pixels wide.",
                "video",
            )
        scale = CANTHI_PX / canthi
        middle = points[[*OUTER_CANTHI, CORNER[0][0], CORNER[1][0]], :2].mean(axis=0) * scale
        place = np.array([[scale, 0, SIZE[0] / 2 - middle[0]], [0, scale, SIZE[1] / 2 - middle[1]]])
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        seated = np.asarray(
            cv2.warpAffine(picture, place, SIZE, flags=how, borderMode=cv2.BORDER_REPLICATE),
            dtype=np.uint8,
        )
        face = finder.find(np.ascontiguousarray(seated[:, :, ::-1]))
    if face is None:
        raise Trouble("No face was found in the picture. Try another one.", "video")
    return seated, Sitter(seated, face.points)


def measure(picture: Picture, name: str, model: Path) -> SelfTest:
    """The whole table for the face in `picture` (HxWx3 uint8 BGR). Raises `Trouble`."""
    began = time.monotonic()
    sitting = Sitting(picture, model)
    try:
        sitting.rest()
        still = sitting.show(sitting.picture, STILL_FRAMES)
        sitter = sitting.sitter
        turned = {
            degrees: [sitter.turned(Pose(sign * degrees, 0.0, 0.0)) for sign in (-1.0, 1.0)]
            for degrees in (5.0, 10.0)
        }
        at_turn = {degrees: _read_all(sitting, turned[degrees]) for degrees in turned}
        lit = sitting.show(sitter.lit(LIGHT), SETTLE + READ)[SETTLE:]
        sitting.show(sitting.picture, SETTLE)
        rows = tuple(_row(sitting, key, still, at_turn[5.0], at_turn[10.0]) for key in TESTED)
        return SelfTest(
            picture=name,
            rows=rows,
            light_noticed=any(one.light_changed or one.reason is not None for one in lit),
            light_mm=max(_difference(lit, key) or 0.0 for key in TESTED[:3]),
            seconds=time.monotonic() - began,
        )
    finally:
        sitting.close()


def _read_all(sitting: Sitting, pictures: Iterable[Picture]) -> list[list[Reading]]:
    return [sitting.show(picture, SETTLE + READ)[SETTLE:] for picture in pictures]


def _row(
    sitting: Sitting,
    key: MeasureKey,
    still: list[Reading],
    turned_5: list[list[Reading]],
    turned_10: list[list[Reading]],
) -> Row:
    sitter = sitting.sitter
    true: dict[tuple[float, float], tuple[float, float]] = {}
    read: dict[tuple[float, float], tuple[float, float]] = {}
    for level in LEVELS:
        found = sitting.halves(sitter.moved(key, *level), key)
        if found is not None:
            read[level] = found
            true[level] = (sitter.truth_mm(key, 0, level[0]), sitter.truth_mm(key, 1, level[1]))
    sitting.show(sitting.picture, SETTLE)
    if len(read) < len(LEVELS):
        raise Trouble("The face was lost while it moved. Try another picture.", "video")
    right, left = (1.0, 0.0), (0.0, 1.0)
    gains = (read[right][0] / true[right][0], read[left][1] / true[left][1])
    leaks = (read[right][1] / read[right][0], read[left][0] / read[left][1])
    together = [r / t for r, t in zip(read[1.0, 1.0], true[1.0, 1.0], strict=True)]
    jitter = _jitter(still, key)
    tens = [_difference(readings, key) for readings in turned_10]
    return Row(
        measure=key,
        low_confidence=key in LOW_CONFIDENCE,
        full_mm=max(true[1.0, 1.0]),
        gain=float(np.mean(gains)),
        gain_together=float(np.mean(together)),
        leak_percent=100.0 * max(leaks, key=abs),
        quarter=_ratio(read, true, 0.25),
        half=_ratio(read, true, 0.5),
        r2=_r2(list(read.values()), list(true.values())),
        jitter_mm=jitter,
        smallest_mm=smallest_mm(key, jitter),
        turn_5_mm=max(_difference(readings, key) or 0.0 for readings in turned_5),
        turn_10_mm=None if None in tens else max(ten for ten in tens if ten is not None),
    )


def _ratio(
    read: dict[tuple[float, float], tuple[float, float]],
    true: dict[tuple[float, float], tuple[float, float]],
    share: float,
) -> float:
    """The weak half over the strong one, as a share of a half's own full movement."""
    both = read[1.0, 1.0]
    full = true[1.0, 1.0]
    right = (read[share, 1.0][0] / both[0]) / (read[share, 1.0][1] / both[1])
    left = (read[1.0, share][1] / both[1]) / (read[1.0, share][0] / both[0])
    exact = (true[share, 1.0][0] / full[0] / share + true[1.0, share][1] / full[1] / share) / 2
    return (right + left) / 2 / exact


def _r2(read: list[tuple[float, float]], true: list[tuple[float, float]]) -> float:
    m, t = np.array(read).ravel(), np.array(true).ravel()
    gain = float(m @ t) / float(t @ t)
    return 1.0 - float(np.sum((m - gain * t) ** 2)) / float(np.sum((m - m.mean()) ** 2))


def _jitter(still: list[Reading], key: MeasureKey) -> float:
    window = int(FPS / 2)
    spreads: list[float] = []
    for values in (
        [one.right.measure(key) for one in still if one.right is not None],
        [one.left.measure(key) for one in still if one.left is not None],
    ):
        medians = [
            np.median(values[begin : begin + window]) for begin in range(len(values) - window)
        ]
        spreads.append(float(np.std(medians)) if medians else 0.0)
    return max(spreads)


def _difference(readings: list[Reading], key: MeasureKey) -> float | None:
    differences = [
        one.right.measure(key) - one.left.measure(key)
        for one in readings
        if one.right is not None and one.left is not None
    ]
    return abs(float(np.median(differences))) if differences else None


def _picture(ask: Ask) -> tuple[Picture, str]:
    """The picture asked for, BGR, and what to call it. Raises `Trouble`."""
    if ask.photo:
        from sessions.camera.sources.stills import load

        return load(Path(ask.photo)), Path(ask.photo).name
    if ask.camera:
        return _from_camera(), "camera"
    from skimage import data  # pyright: ignore[reportMissingTypeStubs]

    astronaut = np.asarray(data.astronaut(), dtype=np.uint8)
    return np.ascontiguousarray(astronaut[:, :, ::-1]), "astronaut (NASA)"


def _from_camera() -> Picture:
    from sessions.camera.source_name import parse
    from sessions.camera.sources.camera import Hardware
    from sessions.camera.sources.opening import open_live

    source = open_live(parse("camera"), Hardware())
    try:
        picture: Picture | None = None
        for _ in range(int(2 * FPS)):
            frame = source.read()
            if frame is not None and frame.picture is not None:
                picture = frame.picture
    finally:
        source.close()
    if picture is None:
        raise Trouble("The camera sent no picture.", "camera")
    return picture


def main() -> None:
    """Answer one `Ask`."""
    ask = msgspec.json.decode(sys.stdin.buffer.read(), type=Ask)
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        refuse_reporting(forbid_internet())
        outcome = Outcome(found=measure(*_picture(ask), Path(ask.model)))
    except Trouble as trouble:
        outcome = Outcome(failure=Failure(kind=trouble.kind, sentence=trouble.sentence))
    except BrokenLibrary as broken:
        outcome = Outcome(failure=Failure(kind="model", sentence=str(broken)))
    answer.write(msgspec.json.encode(outcome))
    answer.close()


if __name__ == "__main__":
    main()
