"""What is read of rendered heads, head by head, in less and less light.

    python -m tests.benchmarks.faces.skins FOLDER

FOLDER is that of `tests.benchmarks.rest_pose`; heads that look straight ahead are read, each by the
skin that its folder names. `light` is the share of the picture's brightness that is left, with a
camera's noise of 2 grey values and compressed as JPEG. One line for each movement and head: R2,
gain and leak in full light, then R2 and gain in each dimmer one.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np

from routines.movements import MeasureKey
from sessions.messages import RestRefused
from tests.benchmarks.rest_pose import Found, measured, picture_in

LIGHTS = (1.0, 0.5, 0.3, 0.2)
SHOWN: tuple[MeasureKey, ...] = ("closed-smile", "brow-raise", "eye-closure")
NOISE, QUALITY = 2.0, 85
STRAIGHT = "_yaw0_pitch0"

Heads: TypeAlias = dict[str, list[dict[MeasureKey, Found] | RestRefused]]


class Dimmed:
    """Reads pictures with less light."""

    def __init__(self, light: float) -> None:
        self._light = light
        self._noise = np.random.default_rng(1)

    def __call__(self, path: Path) -> np.ndarray:
        """The picture in this file."""
        picture = picture_in(path)
        if self._light == 1.0:
            return picture
        grey = picture * self._light + self._noise.normal(0.0, NOISE, picture.shape)
        dim = np.clip(grey, 0, 255).astype(np.uint8)
        packed = cv2.imencode(".jpg", dim, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1]
        return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR))


def table(heads: Heads, lights: Sequence[float]) -> Iterable[str]:
    """Lines of Markdown."""
    dimmer = " | ".join(f"R2, gain at {light:.0%}" for light in lights[1:])
    yield f"| movement | head | R2, gain, leak in full light | {dimmer} |"
    yield "|---" * (3 + len(lights[1:])) + "|"
    for key in SHOWN:
        for name, by_light in heads.items():
            cells = [_cell(each, key, with_leak=not n) for n, each in enumerate(by_light)]
            yield f"| {key} | {name} | {' | '.join(cells)} |"


def _cell(found: dict[MeasureKey, Found] | RestRefused, key: MeasureKey, *, with_leak: bool) -> str:
    if isinstance(found, RestRefused):
        return f"refused: {found.reason}"
    one = found[key]
    return f"{one.r2:.3f}, {one.gain:.2f}" + (f", {one.leak:.0f} %" if with_leak else "")


def main(stills: Path) -> None:
    """Read every straight head in each light and print the table."""
    heads: Heads = {}
    for folder in sorted(stills.glob(f"*{STRAIGHT}")):
        name = folder.name.removesuffix(STRAIGHT).replace("_", ", ")
        heads[name] = [measured(folder, Dimmed(light)) for light in LIGHTS]
        print(".", end="", file=sys.stderr, flush=True)
    print("\n".join(table(heads, LIGHTS)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
