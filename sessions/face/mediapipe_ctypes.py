"""Calls MediaPipe's C API through ctypes and reads the results without building Python objects.

The library makes 478 Python objects of every result, only to be made an array here: half a
millisecond, three times a frame, in which no other thread gets Python's lock; and it hands each
call to one more thread. This calls the C function that the library itself calls, and takes the
same numbers from the structure that it fills. Another release may have no such function or
structure, or others: then its public way is used, which is slower and says the same.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_STILL, _VIDEO = "MpFaceLandmarkerDetectImage", "MpFaceLandmarkerDetectForVideo"
_XYZ = [(axis, ctypes.c_float) for axis in "xyz"]


class FoundFace(NamedTuple):
    """One face."""

    points: NDArray[np.float64]
    """(n, 3), fractions of the picture's width, height and width again."""
    matrix: NDArray[np.float64]
    """(4, 4), the head's pose as the library tells it."""


def finder(graph: Any, *, stills: bool) -> Callable[[Any, int], FoundFace | None]:
    """What finds one face in a picture of the library's kind, at a time in milliseconds.

    `graph` is the library's face landmarker with its pose; `stills` have no time. What comes back
    raises RuntimeError or ValueError where the library cannot; it is for one thread at a time, and
    never while `graph` is being closed.
    """
    library: Any = getattr(getattr(graph, "_lib", None), "_lib", None)
    raw: Any = getattr(sys.modules[type(graph).__module__], "FaceLandmarkerResultC", None)
    run: Any = getattr(library, _STILL if stills else _VIDEO, None)
    if not (_is_known(raw) and _takes(run, raw, stills=stills)):
        return lambda image, ms: _public(
            graph.detect(image) if stills else graph.detect_for_video(image, ms)
        )

    def find(image: Any, ms: int) -> FoundFace | None:
        if not graph._handle:
            return None
        result, error = raw(), ctypes.c_char_p()
        when = () if stills else (ms,)
        into = ctypes.byref(result), ctypes.byref(error)
        if run(graph._handle, image._image_ptr, None, *when, *into):
            message = (error.value or b"").decode(errors="replace")
            library.MpErrorFree(error)
            raise RuntimeError(message)
        try:
            return _copied(result)
        finally:
            library.MpFaceLandmarkerCloseResult(ctypes.byref(result))

    return find


def _takes(run: Any, raw: Any, *, stills: bool) -> bool:
    """Whether the library's function wants to be called as `finder` does it."""
    into: list[Any] = [ctypes.POINTER(raw), ctypes.POINTER(ctypes.c_char_p)]
    wanted: list[Any] = into if stills else [ctypes.c_int64, *into]
    return list(getattr(run, "argtypes", None) or ())[3:] == wanted


def _is_known(raw: Any) -> bool:
    """Whether the structure is the one that `_copied` reads."""
    try:
        fields = dict(raw._fields_)
        point = dict(fields["face_landmarks"]._type_._fields_)["landmarks"]._type_
        matrix = fields["facial_transformation_matrixes"]._type_
        return point._fields_[:3] == _XYZ and callable(matrix.to_numpy)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _copied(result: Any) -> FoundFace | None:
    if not result.face_landmarks_count or not result.facial_transformation_matrixes_count:
        return None
    face = result.face_landmarks[0]
    first = face.landmarks.contents
    count, step = face.landmarks_count, ctypes.sizeof(first)
    memory = (ctypes.c_char * (count * step)).from_address(ctypes.addressof(first))
    points = np.ndarray((count, len(_XYZ)), np.float32, memory, strides=(step, 4))
    matrix = result.facial_transformation_matrixes[0].to_numpy()
    return FoundFace(points.astype(np.float64), matrix.astype(np.float64))


def _public(result: Any) -> FoundFace | None:
    if not result.face_landmarks or not result.facial_transformation_matrixes:
        return None
    points = [(p.x, p.y, p.z) for p in result.face_landmarks[0]]
    matrix = np.asarray(result.facial_transformation_matrixes[0], dtype=np.float64)
    return FoundFace(np.array(points, dtype=np.float64), matrix)
