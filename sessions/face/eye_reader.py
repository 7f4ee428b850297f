"""A second witness for each eye: MediaPipe's iris model, on the eye's own place of the held head.

The landmark model reads a whole face and has learned that eyes close together. This older model
sees a crop of one eye, so the other eye cannot lead it, and its crop never changes: it is cut from
the head held still by its skin. It was trained on eyes whose outer corner is at picture left; a
left eye is mirrored for it.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, Side
from sessions.face.litert import NoLiteRT, interpreter_of
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.depth import surface
from sessions.scoring.geometry import Placement, places_of
from sessions.scoring.landmarks import EYE_CORNERS

CROP_PX = 64
"""Side of the square picture that the network reads."""
CROP_OF_EYE = 2.3
"""Side of the crop over the width of the eye, as MediaPipe crops."""
_COARSE_PX = 7
_LIDS, _IRIS = "output_eyes_contours_and_brows", "output_iris"
_UPPER, _LOWER = (11, 12, 13), (3, 4, 5)
"""Of the 71 points of lids and brow: those that lie where `LID_PAIRS` of the face do."""

CARRY_S = 0.05
"""How long what was read of an eye holds where the two are read in turns: one frame of a camera at
30 a second. A gentle closure goes on by a sixtieth in it, a blink by a third."""

Gaps: TypeAlias = dict[Side, float]
"""Opening of each eye that was read, head-frame mm."""


class Irises(msgspec.Struct, frozen=True):
    """Both irises of a head, in the unit of the head frame."""

    width: float
    """Mean of both."""
    apart: float
    """From the middle of one to that of the other."""


class EyeCanvas(msgspec.Struct, frozen=True):
    """The place of each eye of a head at rest: made once a rest."""

    places: dict[Side, Floats32]
    """Places of the head frame that the pixels of each crop stand for."""
    mm_per_px: dict[Side, float]

    @classmethod
    def of(cls, head: Floats) -> "EyeCanvas":
        """The eyes of a head (478, 3), head-frame millimetres."""
        places: dict[Side, Floats32] = {}
        steps: dict[Side, float] = {}
        from_middle = np.arange(CROP_PX, dtype=np.float64) + 0.5 - CROP_PX / 2
        for side in SIDES:
            inner, outer = head[list(EYE_CORNERS[side]), :2]
            step = CROP_OF_EYE * float(np.linalg.norm(inner - outer)) / CROP_PX
            middle = (inner + outer) / 2
            columns, rows = middle[0] + step * from_middle, middle[1] + step * from_middle
            depth = surface(head, columns, rows, every=_COARSE_PX)
            places[side] = places_of(columns, rows[:, None], depth)
            steps[side] = step
        return cls(places, steps)

    def crop(self, rgb: NDArray[np.uint8], placement: Placement, side: Side) -> NDArray[np.uint8]:
        """The eye on `side` of the head at `placement`, its outer corner at picture left."""
        maps = placement.maps(self.places[side])
        eye = cv2.remap(rgb, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(cv2.flip(eye, 1) if side == "left" else eye, dtype=np.uint8)


class IrisNetwork:
    """The network, for one thread at a time."""

    def __init__(self, model: Path) -> None:
        """`model` is MediaPipe's iris model. Raises `NoLiteRT`."""
        try:
            self._network: Any = interpreter_of(model.read_bytes())
        except OSError as error:
            raise NoLiteRT(str(error)) from error
        outputs = {one["name"]: one["index"] for one in self._network.get_output_details()}
        if not outputs.keys() >= {_LIDS, _IRIS}:
            raise NoLiteRT(f"{model} is not the iris model")
        self._input = self._network.tensor(self._network.get_input_details()[0]["index"])
        self._lids = self._network.tensor(outputs[_LIDS])
        self._iris = self._network.tensor(outputs[_IRIS])

    def gap_px(self, crop: NDArray[np.uint8]) -> float | None:
        """Opening between the lids in a CROP_PX square RGB picture of one eye, in its pixels; None
        where it is not a number."""
        self._run(crop)
        return self._gap_px()

    def gap_and_iris_px(
        self, crop: NDArray[np.uint8]
    ) -> tuple[float | None, tuple[Floats, float] | None]:
        """The same, and middle (x, y) and width of the iris; None where they are no numbers."""
        self._run(crop)
        return self._gap_px(), self._iris_px()

    def _gap_px(self) -> float | None:
        points = self._lids().reshape(-1, 3)[:, :2].astype(np.float64)
        gap = float(np.linalg.norm(points[list(_UPPER)] - points[list(_LOWER)], axis=1).mean())
        return gap if np.isfinite(gap) else None

    def _iris_px(self) -> tuple[Floats, float] | None:
        middle, one, _, other, _ = self._iris().reshape(-1, 3)[:, :2].astype(np.float64)
        width = float(np.linalg.norm(one - other))
        return (middle, width) if np.isfinite([*middle, width]).all() and width > 0.0 else None

    def _run(self, crop: NDArray[np.uint8]) -> None:
        # Into the network's own memory. It refuses to run while anybody holds on to an array of it.
        np.multiply(crop, np.float32(1 / 255), out=self._input()[0], dtype=np.float32)
        self._network.invoke()


class EyeReader:
    """Reads both eyes on a thread of its own, beside the composites."""

    def __init__(self, model: Path) -> None:
        """Raises `NoLiteRT`."""
        self._network = IrisNetwork(model)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="eyes")
        self._canvas: EyeCanvas | None = None
        self._last: Gaps = {}
        self._read_s: dict[Side, float] = {}

    def submit(
        self,
        rgb: NDArray[np.uint8],
        canvas: EyeCanvas,
        placement: Placement,
        t_s: float | None = None,
    ) -> Future[Gaps]:
        """Start reading the eyes of the head at `placement`, after those submitted before: both,
        or with the time of the frame in turns, where the other's last reading still holds."""
        return self._thread.submit(self._read, rgb, canvas, placement, t_s)

    def read(self, rgb: NDArray[np.uint8], canvas: EyeCanvas, placement: Placement) -> Gaps:
        """The eyes of the head at `placement`, waited for."""
        return self.submit(rgb, canvas, placement).result()

    def read_with_irises(
        self, rgb: NDArray[np.uint8], canvas: EyeCanvas, placement: Placement
    ) -> tuple[Gaps, Irises | None]:
        """The same, and both irises; None where one cannot be read."""
        return self._thread.submit(self._read_with_irises, rgb, canvas, placement).result()

    def _read_with_irises(
        self, rgb: NDArray[np.uint8], canvas: EyeCanvas, placement: Placement
    ) -> tuple[Gaps, Irises | None]:
        gaps: Gaps = {}
        middles: list[Floats] = []
        widths: list[float] = []
        for side in SIDES:
            step = canvas.mm_per_px[side]
            gap, iris = self._network.gap_and_iris_px(canvas.crop(rgb, placement, side))
            if gap is not None:
                gaps[side] = gap * step
            if iris is not None:
                across, down = step * (iris[0] - CROP_PX / 2)
                aside = np.array([-across if side == "left" else across, down])
                middles.append(canvas.places[side][:2].mean(axis=(1, 2)) + aside)
                widths.append(step * iris[1])
        self._canvas = None
        return gaps, _irises(middles, widths)

    def _read(
        self,
        rgb: NDArray[np.uint8],
        canvas: EyeCanvas,
        placement: Placement,
        t_s: float | None = None,
    ) -> Gaps:
        sides = SIDES if t_s is None or canvas is not self._canvas else self._due(t_s)
        gaps: Gaps = {side: gap for side, gap in self._last.items() if side not in sides}
        for side in sides:
            gap = self._network.gap_px(canvas.crop(rgb, placement, side))
            if gap is not None:
                gaps[side] = gap * canvas.mm_per_px[side]
        self._canvas, self._last = canvas if t_s is not None else None, gaps
        self._read_s.update(dict.fromkeys(sides, t_s or 0.0))
        return gaps

    def _due(self, t_s: float) -> tuple[Side, ...]:
        """The eye read longer ago, and the other one too where that is long ago."""
        earlier, later = sorted(SIDES, key=lambda side: self._read_s[side])
        return (earlier,) if 0.0 <= t_s - self._read_s[later] < CARRY_S else SIDES

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown()


def _irises(middles: list[Floats], widths: list[float]) -> Irises | None:
    """Of both eyes; None where one is missing or they are not apart."""
    if len(middles) < len(SIDES):
        return None
    apart = float(np.linalg.norm(middles[0] - middles[1]))
    return Irises(float(np.mean(widths)), apart) if apart > 0.0 else None


def eye_reader(model: Path | None) -> EyeReader | None:
    """A reader where there is a model and LiteRT runs; else eyes are read without it."""
    try:
        return None if model is None else EyeReader(model)
    except NoLiteRT:
        return None
