"""How often a code on a screen is read from one picture of a webcam that is held to it by hand.

    python -m tests.benchmarks.codes

Simulated: 640x480, as JPEG. The screen has rows of stripes in three colours with dark gaps, which
beat with the pixels of the camera (moire); exposure, focus and movement during a picture are those
of a cheap camera. No real camera was tried. `SIZES` are the heights of a code in the picture: at
30 cm a window of 24 lines is some 180 to 250 pixels high in a camera of 60 degrees.
"""

from typing import Final

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from sessions.exchange.code_texts import ROOM, code_texts
from sessions.worker.qr_draw import drawn
from sessions.worker.qr_read import CodeReader

Picture = NDArray[np.float32]
SIZES: Final = (170, 230, 300)
"""Pixels from edge to edge of a code with its quiet zone."""
VERSIONS: Final = (3, 5, 8)
"""Of 60x20, 80x24 and 160x45."""
QUIET = 3
SCREEN_PX = 4
"""Pixels of the screen for a module of the largest code; smaller codes have as many in all."""
EACH = 10
"""Pictures a cell of the table."""


def screen_of(text: str) -> Picture:
    """The code as a screen shows it: each pixel three stripes of colour and a dark gap below."""
    rows = drawn(text)
    code = np.array([[sign == "#" for sign in row] for row in rows])
    framed = np.where(np.pad(code, QUIET), 12.0, 235.0)
    wide = round((17 + 4 * max(ROOM) + 2 * QUIET) * SCREEN_PX / len(framed))
    pixels = np.kron(framed, np.ones((wide, wide)))
    lit = np.zeros((*pixels.shape, 4, 4, 3), np.float32)
    for colour, column in enumerate((0, 1, 2)):
        lit[:, :, :3, column, colour] = pixels[:, :, None] * 4.0
    return lit.transpose(0, 2, 1, 3, 4).reshape(4 * pixels.shape[0], 4 * pixels.shape[1], 3)


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """How a picture is taken."""

    sharp_px: float = 0.7
    """Standard deviation of the blur of the lens."""
    moved_px: float = 0.0
    """How far the hand moves while it is taken."""
    light: float = 1.0
    """1: white is just not clipped."""


WAYS: Final = {
    "still": Way(),
    "moire": Way(sharp_px=0.3),
    "out of focus": Way(sharp_px=1.6),
    "moved 4 px": Way(moved_px=4.0),
    "moved 8 px": Way(moved_px=8.0),
    "dark": Way(light=0.2),
    "too bright": Way(light=2.5),
}


def seen(screen: Picture, size: int, chance: np.random.Generator) -> Picture:
    """The screen in a picture of 640x480, tilted by up to 15 degrees."""
    high = screen.shape[0]
    half = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]) * size / 2
    about = chance.uniform(-np.pi, np.pi)
    tilt = np.deg2rad(chance.uniform(0, 15)) * np.array([np.cos(about), np.sin(about), 0.0])
    turn = np.array([0.0, 0.0, np.deg2rad(chance.uniform(-6, 6))])
    turned = half @ cv2.Rodrigues(tilt)[0].T @ cv2.Rodrigues(turn)[0].T
    middle = np.array([320, 240]) + chance.uniform(-40, 40, 2)
    at = middle + 700 * turned[:, :2] / (700 + turned[:, 2:])
    flat = np.array([[0, 0], [high, 0], [high, high], [0, high]], np.float32)
    view = cv2.getPerspectiveTransform(flat, at.astype(np.float32))
    picture = cv2.warpPerspective(screen, view, (640, 480), borderValue=(25.0, 25.0, 25.0))
    return picture.astype(np.float32)


def moved(picture: Picture, by: float, chance: np.random.Generator) -> Picture:
    """Moved by so many pixels while it was taken, in any direction."""
    kernel = np.zeros((33, 33), np.float32)
    about = chance.uniform(0, np.pi)
    for step in np.linspace(-by / 2, by / 2, 65):
        kernel[round(16 + step * np.sin(about)), round(16 + step * np.cos(about))] += 1
    return cv2.filter2D(picture, -1, kernel / kernel.sum()).astype(np.float32)


def taken(picture: Picture, light: float, chance: np.random.Generator) -> NDArray[np.uint8]:
    """As the camera sends it: bloom where it is too bright, more noise where it is dark, JPEG."""
    lit = picture * light
    lit = lit + 0.25 * cv2.GaussianBlur(np.maximum(lit - 255, 0), (0, 0), 6)
    noise = 4.0 if light >= 1 else 4.0 / light**0.5
    grey = np.clip(lit + chance.normal(0, noise, lit.shape), 0, 255).astype(np.uint8)
    coded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 60])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)


def rate(version: int, size: int, way: Way) -> int:
    """Percent of pictures from which a code of this version was read."""
    chance = np.random.default_rng([version, size])
    (text, *_) = code_texts(chance.bytes(2 * ROOM[version]), ROOM[version])
    screen = screen_of(text)
    sharp = cv2.GaussianBlur(screen, (0, 0), way.sharp_px * len(screen) / size)
    lens = sharp.astype(np.float32)
    read = 0
    for _again in range(EACH):
        picture = moved(seen(lens, size, chance), way.moved_px, chance)
        read += CodeReader().read(taken(picture, way.light, chance)) == text
    return round(100 * read / EACH)


def main() -> None:
    """A row a version and size, as it comes."""
    print(f"| version | height, px | {' | '.join(WAYS)} |")
    print("|---" * (2 + len(WAYS)) + "|", flush=True)
    for version in VERSIONS:
        for size in SIZES:
            rates = " | ".join(f"{rate(version, size, way)} %" for way in WAYS.values())
            print(f"| {version} | {size} | {rates} |", flush=True)


if __name__ == "__main__":
    main()
