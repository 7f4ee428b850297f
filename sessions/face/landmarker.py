"""Wrapper around MediaPipe's face landmarker: a picture in, 478 points and a head pose out.

How the library is run was chosen by measurement (MediaPipe 0.10.33, 640x480, one core):

- VIDEO mode with one face costs 9.4 ms a frame but filters inside the library (One-Euro,
  0.05 Hz), which flattens small, slow decays: the very thing the fatigue guard looks for.
- IMAGE mode, or VIDEO mode with two faces asked for, is unfiltered; their points are equal bit
  for bit, because both run the detector on every frame: 12 ms, a quarter more.
- VIDEO mode with one face and *time stretched* is what we use. The filter's strength depends on
  the time between frames only; told that frames lie a thousand seconds apart it lets
  everything through (its weight is 0.997), the face is still followed without the detector, and
  the points jitter less than the detector's (0.32 against 0.37 px) because the crop does
  not hop. Filtering is left to the medians over the hold.

A second person is noticed by `FaceCounter`, a detector pass now and then, not by this class.

An invalid picture (empty, grey, float) would leave the library's graph permanently broken: `usable`
is checked before every call, and the graph is rebuilt after an error. Matplotlib, which the library
imports only to draw, is kept out (0.3 s of the start).
"""

import sys
import threading
import types
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Self, cast

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.language import _
from routines.program import COMMAND
from sessions.face.mediapipe_ctypes import FoundFace, finder
from sessions.native.no_memory import no_memory

STRETCH_MS = 1_000_000
"""What the library is told lies between two frames; see the module docstring."""
LANDMARKS = 478
FOCAL_OF_WIDTH = 0.85
"""Ordinary built-in cameras see 55 to 70 degrees across; this is 61."""
MIN_SIDE_PX = 32
LEAN = (0.23, 0.3)
"""The library turns a face that is moved about the picture, unchanged, by 0.24-0.28 of the angle
of sight sideways and 0.30-0.43 up and down (seven portraits)."""


class Face(msgspec.Struct, frozen=True):
    """One face found in a picture."""

    points: NDArray[np.float64]
    """(478, 3), pixels: x to the right, y down, z away from the camera (less is nearer)."""
    rotation: NDArray[np.float64]
    """(3, 3), from the model's frontal head to this one, in the same axes as `points`, as it looks
    along the line of sight: a face that moves to the picture's edge has not turned."""
    focal_px: float
    """Of the camera, as far as that can be known."""


class BrokenLibrary(Exception):
    """MediaPipe is missing or cannot be started; the message says what to do next."""


def usable(picture: object) -> bool:
    """Whether `picture` is an HxWx3 uint8 array that the library can be given."""
    if not isinstance(picture, np.ndarray):
        return False
    array = cast("NDArray[Any]", picture)
    return (
        array.dtype == np.uint8
        and array.ndim == 3
        and array.shape[2] == 3
        and min(array.shape[:2]) >= MIN_SIDE_PX
    )


class Landmarker:
    """Follows one face from picture to picture, unfiltered; or reads each picture by itself."""

    def __init__(self, model: Path, *, stills: bool = False) -> None:
        """`stills` runs the detector on every picture and remembers nothing between them.

        Raises `BrokenLibrary`.
        """
        self._model = model
        self._stills = stills
        self._ticks = 0
        self._busy = threading.Lock()
        self._graph: Any = None
        self._build()

    def find(self, rgb: NDArray[np.uint8]) -> Face | None:
        """The face in an HxWx3 uint8 RGB picture; None where there is none or it is unusable."""
        found = self._found(rgb)
        if found is None:
            return None
        return Face(found.points, _rotation(found.matrix), FOCAL_OF_WIDTH * max(rgb.shape[:2]))

    def points(self, rgb: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """Only the points of that face."""
        found = self._found(rgb)
        return None if found is None else found.points

    def _found(self, rgb: NDArray[np.uint8]) -> FoundFace | None:
        """The face, its points in pixels."""
        if not usable(rgb):
            return None
        self._ticks += 1
        height, width = rgb.shape[:2]
        try:
            image = _api().Image(_api().rgb, np.ascontiguousarray(rgb))
            with self._busy:
                found = self._find(image, self._ticks * STRETCH_MS)
        except (RuntimeError, ValueError):
            self.reset()
            return None
        if found is None:
            return None
        points = found.points * (width, height, width)
        if len(points) != LANDMARKS or not np.all(np.isfinite(points)):
            return None
        return found._replace(points=points)

    def reset(self) -> None:
        """Forget the face that was followed, or mend a graph that failed."""
        self.close()
        self._build()

    def close(self) -> None:
        """Let go of the library's graph."""
        graph, self._graph = self._graph, None
        if graph is not None:
            with self._busy:
                graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _build(self) -> None:
        api = _api()
        options = api.FaceLandmarkerOptions(
            base_options=api.BaseOptions(model_asset_path=str(self._model)),
            running_mode=api.RunningMode.IMAGE if self._stills else api.RunningMode.VIDEO,
            num_faces=1,
            output_facial_transformation_matrixes=True,
        )
        with _plain_errors():
            self._graph = api.FaceLandmarker.create_from_options(options)
        self._find = finder(self._graph, stills=self._stills)
        self._ticks = 0


class FaceCounter:
    """Counts faces with the small detector that is part of the same model file."""

    def __init__(self, model: Path) -> None:
        """Raises `BrokenLibrary` where the model file holds no detector."""
        api = _api()
        try:
            with zipfile.ZipFile(model) as bundle:
                detector = bundle.read("face_detector.tflite")
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise BrokenLibrary(
                _("{model} is not the face landmark model").format(model=model)
            ) from error
        with _plain_errors():
            self._graph: Any = api.FaceDetector.create_from_options(
                api.FaceDetectorOptions(
                    base_options=api.BaseOptions(model_asset_buffer=detector),
                    min_detection_confidence=0.5,
                )
            )

    def boxes(self, rgb: NDArray[np.uint8]) -> list[tuple[float, float, float]]:
        """Centre x, centre y and width of each face, pixels."""
        if not usable(rgb):
            return []
        try:
            found = self._graph.detect(_api().Image(_api().rgb, np.ascontiguousarray(rgb)))
        except (RuntimeError, ValueError):
            return []
        boxes = [detection.bounding_box for detection in found.detections]
        return [
            (box.origin_x + box.width / 2, box.origin_y + box.height / 2, float(box.width))
            for box in boxes
        ]

    def close(self) -> None:
        """Let go of the library's graph."""
        self._graph.close()


_FLIP = np.diag([1.0, -1.0, -1.0])


def _rotation(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rotation of the transformation matrix (y up, z to the camera) in picture axes.

    What the library adds for a face away from the picture's middle is taken out (`LEAN`).
    """
    u, _, vt = np.linalg.svd(matrix[:3, :3])
    turned = _FLIP @ (u @ vt) @ _FLIP
    x, y, z = _FLIP @ matrix[:3, 3] * (*LEAN, 1.0)
    if z <= 0.0:
        return turned
    x, y, z = np.array([x, y, z]) / np.linalg.norm([x, y, z])
    lean = np.array([[0.0, 0.0, x], [0.0, 0.0, y], [-x, -y, 0.0]])
    to_sight = np.eye(3) + lean + lean @ lean / (1.0 + z)
    return to_sight.T @ turned


class _Api(msgspec.Struct, frozen=True):
    Image: Any
    rgb: Any
    BaseOptions: Any
    FaceLandmarker: Any
    FaceLandmarkerOptions: Any
    FaceDetector: Any
    FaceDetectorOptions: Any
    RunningMode: Any


_loaded: list[_Api] = []


def _api() -> _Api:
    if not _loaded:
        _loaded.append(_load())
    return _loaded[0]


def _load() -> _Api:
    from sessions.native.gl_stub import ensure_gl

    ensure_gl()
    try:
        with _without_matplotlib():
            core = import_module("mediapipe.tasks.python.core.base_options")
            vision = import_module("mediapipe.tasks.python.vision")
            image = import_module("mediapipe.tasks.python.vision.core.image")
            mode = import_module("mediapipe.tasks.python.vision.core.vision_task_running_mode")
    except (ImportError, OSError) as error:
        raise BrokenLibrary(
            _(
                "MediaPipe could not be loaded: {error}. Start the program with: python3 -m tui"
            ).format(error=error)
        ) from error
    return _Api(
        Image=image.Image,
        rgb=image.ImageFormat.SRGB,
        BaseOptions=core.BaseOptions,
        FaceLandmarker=vision.FaceLandmarker,
        FaceLandmarkerOptions=vision.FaceLandmarkerOptions,
        FaceDetector=vision.FaceDetector,
        FaceDetectorOptions=vision.FaceDetectorOptions,
        RunningMode=mode.VisionTaskRunningMode,
    )


@contextmanager
def _without_matplotlib() -> Generator[None]:
    """Empty stand-ins while MediaPipe is imported; nobody here asks it to draw.

    Taken away afterwards, so that reports get the real ones.
    """
    ours = [name for name in ("matplotlib", "matplotlib.pyplot") if name not in sys.modules]
    for name in ours:
        sys.modules[name] = types.ModuleType(name)
    if "matplotlib.pyplot" in ours:
        sys.modules["matplotlib"].__dict__.setdefault("pyplot", sys.modules["matplotlib.pyplot"])
    try:
        yield
    finally:
        for name in ours:
            del sys.modules[name]


@contextmanager
def _plain_errors() -> Generator[None]:
    try:
        yield
    except (RuntimeError, ValueError, OSError, AttributeError) as error:
        if no_memory(error):
            raise
        said = _("the face landmark model could not be started: {error}. Try: {command} doctor")
        first_line = str(error).partition("\n")[0].rstrip(".: ")
        raise BrokenLibrary(said.format(error=first_line, command=COMMAND)) from error
