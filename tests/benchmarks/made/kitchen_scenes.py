"""What a kitchen does to a picture of a face: light, hair, cloth, glasses, other people.

Each scene takes a BGR picture of a face and its 478 landmarks (of the face before it moved) and
returns the altered picture. What is worn lies still while the skin moves under it.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import iris_px_per_mm
from sessions.scoring.landmarks import BROW, CANTHI, EYE_CORNERS, FACE_OVAL, NOSE_TIP

Picture = NDArray[np.uint8]
Alter = Callable[[Picture, Floats], Picture]

CHIN, MOUTH_LEFT, MOUTH_RIGHT = 152, 291, 61
LOWER_FACE = (234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397,
              288, 361, 323, 454)  # fmt: skip
"""The oval from ear to ear below the eyes."""


class Scene(NamedTuple):
    """One thing that happens."""

    name: str
    alter: Alter
    at_rest: bool = True
    """Whether it was there when rest was taken, or came later."""
    on_skin: bool = False
    """Whether it moves with the skin."""


def _as_picture(values: NDArray[np.floating[Any]]) -> Picture:
    return np.clip(values, 0.0, 255.0).astype(np.uint8)


def _noise(shape: tuple[int, ...], sigma: float) -> Floats:
    return np.random.default_rng(7).normal(0.0, sigma, shape)


def _mask(picture: Picture, polygon: Floats, soft_px: float = 1.5) -> Floats:
    """(height, width, 1): 1 inside `polygon` (n, 2), soft at its edge."""
    found = np.zeros(picture.shape[:2], dtype=np.uint8)
    cv2.fillPoly(found, [polygon.round().astype(np.int32)], 255)
    return np.asarray(cv2.GaussianBlur(found, (0, 0), soft_px), dtype=float)[..., None] / 255.0


def _laid_on(picture: Picture, polygon: Floats, colour: Floats | tuple[float, ...]) -> Picture:
    share = _mask(picture, polygon)
    return _as_picture(picture * (1.0 - share) + np.asarray(colour) * share)


def gain(factor: float) -> Alter:
    """Every value times `factor`, as when the exposure jumps."""
    return lambda picture, _: _as_picture(picture * factor)


def back_light(picture: Picture, points: Floats) -> Picture:
    """A window behind: the face at two fifths, the wall at white, some haze over all."""
    around = 1.0 - _mask(picture, points[list(FACE_OVAL), :2], 6.0)
    return _as_picture(picture * 0.4 + 200.0 * around + 18.0)


def lamp(strength: float) -> Alter:
    """One lamp at the person's left."""

    def lit(picture: Picture, points: Floats) -> Picture:
        wide = float(np.ptp(points[list(FACE_OVAL), 0]))
        x = (np.arange(picture.shape[1]) - points[NOSE_TIP, 0]) / wide
        return _as_picture(picture * (1.0 + strength * np.clip(x, -1.0, 1.0))[None, :, None])

    return lit


def dim(picture: Picture, points: Floats) -> Picture:
    """Dark skin in dim light: a fifth of the light, with a camera's noise."""
    return _as_picture(picture * 0.3 + _noise(picture.shape, 4.0))


def beard(picture: Picture, points: Floats) -> Picture:
    """Short dark hair below the cheekbones, the lips free."""
    oval = points[list(LOWER_FACE), :2]
    low = oval[oval[:, 1] > points[NOSE_TIP, 1]]
    nose = points[[NOSE_TIP], :2] + (0.0, 4.0 * iris_px_per_mm(points))
    share = _mask(picture, np.vstack([low, nose]), 4.0)
    lips = points[[61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91], :2]
    share = share * (1.0 - _mask(picture, lips, 1.0)) * 0.85
    hair = 45.0 + _noise(picture.shape[:2], 22.0)[..., None]
    return _as_picture(picture * (1.0 - share) + hair * share)


def cloth(picture: Picture, points: Floats) -> Picture:
    """A mask from the ridge of the nose to under the chin."""
    oval = points[list(LOWER_FACE), :2]
    low = oval[oval[:, 1] > points[197, 1]]
    down = 6.0 * iris_px_per_mm(points)
    low = low + np.where(low[:, 1:] > points[NOSE_TIP, 1], (0.0, down), 0.0)
    folds = 6.0 * np.sin(np.arange(picture.shape[0]) / 5.0)[:, None, None]
    return _laid_on(
        picture, np.vstack([low, points[[5], :2]]), np.array((205.0, 200.0, 190.0)) + folds
    )


def _over_brows(picture: Picture, points: Floats, gap_mm: float, colour: float) -> Picture:
    top = min(points[list(BROW[side]), 1].min() for side in BROW)
    edge = top - gap_mm * iris_px_per_mm(points)
    wide = 0.2 * np.ptp(points[list(FACE_OVAL), 0])
    left, right = points[list(FACE_OVAL), 0].min() - wide, points[list(FACE_OVAL), 0].max() + wide
    box = np.array([(left, 0.0), (right, 0.0), (right, edge), (left, edge)])
    return _laid_on(picture, box, (colour, colour * 0.8, colour * 0.7))


def hat(picture: Picture, points: Floats) -> Picture:
    """A woollen hat down to 8 mm over the brows."""
    return _over_brows(picture, points, 8.0, 60.0)


def low_hat(picture: Picture, points: Floats) -> Picture:
    """A hat down over the brows."""
    return _over_brows(picture, points, -5.0, 60.0)


def hair(picture: Picture, points: Floats) -> Picture:
    """Strands over the left brow."""
    drawn = picture.copy()
    brow = points[list(BROW["left"]), :2]
    mm = iris_px_per_mm(points)
    for x in np.linspace(brow[:, 0].min() - 2 * mm, brow[:, 0].max() + 2 * mm, 14):
        begin = (round(float(x) + 8 * mm), round(float(brow[:, 1].min() - 25 * mm)))
        end = (round(float(x)), round(float(brow[:, 1].max() + 3 * mm)))
        cv2.line(drawn, begin, end, (35, 40, 50), max(1, round(1.6 * mm)), cv2.LINE_AA)
    return drawn


def fringe(picture: Picture, points: Floats) -> Picture:
    """Thin strands of several browns over both brows, some further down than others."""
    drawn = picture.copy()
    mm = iris_px_per_mm(points)
    random = np.random.default_rng(3)
    for places in BROW.values():
        brow = points[list(places), :2]
        for x in np.linspace(brow[:, 0].min() - 2 * mm, brow[:, 0].max() + 2 * mm, 9):
            brown = 60.0 + random.uniform(-20.0, 20.0)
            begin = (round(float(x) + 4 * mm), round(float(brow[:, 1].min() - 25 * mm)))
            aside, below = random.uniform(-2.0, 2.0) * mm, random.uniform(0.0, 5.0) * mm
            end = (round(float(x + aside)), round(float(brow[:, 1].max() + below)))
            colour, wide = (0.7 * brown, 0.8 * brown, brown), max(1, round(1.2 * mm))
            cv2.line(drawn, begin, end, colour, wide, cv2.LINE_AA)
    return drawn


def rims(picture: Picture, points: Floats) -> Picture:
    """Square dark rims that lie on the brows."""
    drawn = picture.copy()
    mm = iris_px_per_mm(points)
    for side, corners in EYE_CORNERS.items():
        x, y = (float(v) for v in points[list(corners), :2].mean(axis=0))
        top = float(points[list(BROW[side]), 1].mean())
        left_up = (round(x - 24 * mm), round(top))
        right_low = (round(x + 24 * mm), round(y + 16 * mm))
        wide = max(1, round(2.5 * mm))
        cv2.rectangle(drawn, left_up, right_low, (20, 20, 25), wide, cv2.LINE_AA)
    return drawn


def scarf(picture: Picture, points: Floats) -> Picture:
    """A head scarf around the face, from the brow to under the chin."""
    oval = points[list(FACE_OVAL), :2]
    middle = oval.mean(axis=0)
    outer = 1.0 - _mask(picture, (oval - middle) * 0.93 + middle, 1.5)
    near = _mask(picture, (oval - middle) * 1.5 + middle, 2.0)
    share = outer * near
    return _as_picture(picture * (1.0 - share) + np.array((120.0, 60.0, 90.0)) * share)


def glasses(picture: Picture, points: Floats) -> Picture:
    """Dark frames with a reflection of the window on each lens."""
    drawn = picture.copy()
    mm = iris_px_per_mm(points)
    for corners in EYE_CORNERS.values():
        x, y = (round(float(v)) for v in points[list(corners), :2].mean(axis=0))
        size = (round(25 * mm), round(20 * mm))
        cv2.ellipse(
            drawn, (x, y), size, 0, 0, 360, (25, 25, 30), max(1, round(2 * mm)), cv2.LINE_AA
        )
        glare = drawn.copy()
        cv2.ellipse(glare, (x + size[0] // 3, y - size[1] // 4), (size[0] // 3, size[1] // 4), -20,
                    0, 360, (235, 240, 240), -1, cv2.LINE_AA)  # fmt: skip
        drawn = np.asarray(cv2.addWeighted(glare, 0.6, drawn, 0.4, 0), dtype=np.uint8)
    bridge = points[list(CANTHI), :2].mean(axis=0).round().astype(int)
    cv2.line(drawn, (int(bridge[0] - 5 * mm), int(bridge[1])), (int(bridge[0] + 5 * mm),
             int(bridge[1])), (25, 25, 30), max(1, round(2 * mm)))  # fmt: skip
    return drawn


def other(share: float, *, framed: bool = False) -> Alter:
    """The mirrored face again at `share` of its size, at the picture's left; `framed` as that on a
    phone's screen."""

    def added(picture: Picture, points: Floats) -> Picture:
        oval = points[list(FACE_OVAL), :2]
        low, high = oval.min(axis=0), oval.max(axis=0)
        low, high = low - 0.35 * (high - low), high + 0.2 * (high - low)
        x0, y0 = np.maximum(low, 0).astype(int)
        x1, y1 = high.astype(int)
        head = np.asarray(picture[y0:y1, x0:x1])[:, ::-1]
        small = cv2.resize(head, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        if framed:
            small = cv2.copyMakeBorder(small, 8, 8, 5, 5, cv2.BORDER_CONSTANT, value=(15, 15, 15))
        drawn = picture.copy()
        room = drawn[4 : 4 + small.shape[0], 4 : 4 + max(0, int(oval[:, 0].min()) - 8)]
        high_px, wide_px = min(room.shape[0], small.shape[0]), min(room.shape[1], small.shape[1])
        room[:high_px, :wide_px] = small[:high_px, :wide_px]
        return drawn

    return added


SCENES = (
    Scene("nothing", lambda picture, _: picture),
    Scene("window behind", back_light),
    Scene("one lamp from the side", lamp(0.7)),
    Scene("lamp switched on in mid-set", lamp(0.7), at_rest=False),
    Scene("exposure up by a third in mid-set", gain(1.33), at_rest=False),
    Scene("exposure down by a third in mid-set", gain(0.67), at_rest=False),
    Scene("dim light, noisy", dim),
    Scene("beard", beard, on_skin=True),
    Scene("glasses that reflect", glasses),
    Scene("rims on the brows", rims),
    Scene("hat over the forehead", hat),
    Scene("hat over the brows", low_hat),
    Scene("hair over the left brow", hair),
    Scene("a fringe over both brows", fringe),
    Scene("head scarf", scarf),
    Scene("mask", cloth),
    Scene("mask put on in mid-set", cloth, at_rest=False),
    Scene("two people", other(0.85)),
    Scene("one leaning in", other(0.6), at_rest=False),
    Scene("a child running through", other(0.45), at_rest=False),
    Scene("a phone's picture", other(0.35, framed=True), at_rest=False),
)
