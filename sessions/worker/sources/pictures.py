"""One shape for every picture: 8 bit, three colours, a known size.

The landmark model breaks for good on an empty, grey or floating-point picture, so whatever a
driver or decoder delivers is made regular here or declared to be no picture at all.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.worker.sources.source import BGR

SMALLEST_PX = 48
"""A side shorter than this holds no face that could be measured (a face must be 66 px wide)."""

LARGEST_PX = 1920
"""Longer sides are scaled down: the model looks at 256 px of face, the rest is only work."""

ROUND_PIXELS = 0.005
"""Pixels this near to square are square."""

OBLONG = 4.0
"""Longest pixel believed: anamorphic lenses double the width, and discs add less than half."""


def regular(picture: NDArray[Any] | None) -> BGR | None:
    """The picture as `BGR`, at most `LARGEST_PX` long; None when it is none.

    Takes grey, grey with alpha, BGR, BGRA, 8 bit, 16 bit and floating point (0 to 1).
    """
    if picture is None or picture.ndim not in (2, 3) or picture.size == 0:
        return None
    if min(picture.shape[:2]) < SMALLEST_PX:
        return None
    eight = _eight_bit(picture)
    if eight is None:
        return None
    colours = 1 if eight.ndim == 2 else eight.shape[2]
    if colours == 3:
        bgr = eight
    elif colours in (1, 4):
        code = cv2.COLOR_GRAY2BGR if colours == 1 else cv2.COLOR_BGRA2BGR
        bgr = cv2.cvtColor(eight, code)
    elif colours == 2:
        bgr = cv2.cvtColor(np.ascontiguousarray(eight[:, :, 0]), cv2.COLOR_GRAY2BGR)
    else:
        return None
    height, width = bgr.shape[:2]
    scale = LARGEST_PX / max(height, width)
    if scale < 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        bgr = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
        if min(size) < SMALLEST_PX:
            return None
    return np.ascontiguousarray(bgr, dtype=np.uint8)


def regular_size(width: int, height: int) -> tuple[int, int]:
    """Width and height that `regular` gives a picture of this size."""
    scale = min(1.0, LARGEST_PX / max(width, height, 1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def pixel_shape(width: float, height: float) -> float | None:
    """Width of a pixel over its height, from the two numbers of a film; None if it is absurd.

    1 where nothing is said, and within half a percent, which is rounding in a file's head and
    less than the error of measuring.
    """
    if not (width > 0 and height > 0):
        return 1.0
    shape = width / height
    if abs(shape - 1.0) <= ROUND_PIXELS:
        return 1.0
    return shape if 1.0 / OBLONG <= shape <= OBLONG else None


def stretched(picture: NDArray[Any], shape: float) -> NDArray[Any]:
    """The picture with square pixels, none lost: its shorter side grows. `shape` as above."""
    if shape == 1.0:
        return picture
    height, width = picture.shape[:2]
    size = (
        regular_size(round(width * shape), height)
        if shape > 1.0
        else regular_size(width, round(height / shape))
    )
    smaller = size[0] * size[1] < width * height
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return cv2.resize(picture, size, interpolation=how)


def _eight_bit(picture: NDArray[Any]) -> NDArray[np.uint8] | None:
    if picture.dtype == np.uint8:
        return picture
    if picture.dtype == np.uint16:
        return (picture >> 8).astype(np.uint8)
    if picture.dtype.kind == "f":
        finite = np.nan_to_num(picture, nan=0.0, posinf=1.0, neginf=0.0)
        return (np.clip(finite, 0.0, 1.0) * 255.0).astype(np.uint8)
    return None


def fitted(picture: BGR, width: int, height: int) -> BGR:
    """The picture inside `width` x `height`, in proportion, with a black border where needed.

    For a camera that changes its size in mid-stream: what follows was calibrated on one size.
    """
    rows, columns = picture.shape[:2]
    if (columns, rows) == (width, height):
        return picture
    scale = min(width / columns, height / rows)
    size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    canvas = np.zeros((height, width, 3), np.uint8)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    canvas[top : top + size[1], left : left + size[0]] = small
    return canvas


def mirrored_rgb(picture: BGR, width: int, height: int) -> tuple[int, int, bytes]:
    """A small mirror view: width, height and RGB bytes, at most the size asked for."""
    return small_rgb(picture[:, ::-1, ::-1], width, height)


def small_rgb(rgb: NDArray[np.uint8], width: int, height: int) -> tuple[int, int, bytes]:
    """A picture in RGB, in proportion and at most of the size asked for: width, height, bytes."""
    rows, columns = rgb.shape[:2]
    scale = min(width / columns, height / rows, 1.0)
    size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    return size[0], size[1], np.ascontiguousarray(small).tobytes()


def same(one: BGR, other: BGR) -> bool:
    """Whether two pictures agree to the bit on a sparse grid.

    A sensor's noise never repeats, so a camera that does this has stopped seeing. A covered
    lens may honestly be all black: a picture without any contrast is never called the same.
    """
    if one.shape != other.shape:
        return False
    a, b = one[::8, ::8], other[::8, ::8]
    return bool(np.array_equal(a, b)) and float(a.std()) > 2.0
