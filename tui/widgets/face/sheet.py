"""Samples of one half of the face, and how shapes are laid on them. Pure.

Across runs from the midline outwards, down from the top; a sample is square, two by four of them
make a cell of text. Shapes are given in face heights and cover a sample in part at their edge.
"""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

Layer = Literal[
    "skin",
    "hair",
    "gloss",
    "light",
    "shadow",
    "outline",
    "brow",
    "white",
    "iris",
    "lash",
    "lip",
    "mouth",
    "teeth",
    "tongue",
    "fold",
    "muscle",
    "quiet",
    "goal",
    "finger",
    "nail",
    "arrow",
]
Curve = Callable[[float], float]
Paint = Callable[[int, Layer, float], None]
"""Lays a layer on the sample of an index, covering it by a share of 0 to 1."""
TOP = -0.07
"""Where the sheet begins, in face heights over the crown of an upright oval."""
TALL = 0.95
"""Face heights that the sheet is high."""
WIDE = 0.475
"""Face heights from the midline to the outermost point of the ear."""


class Sheet:
    """`across` x `down` samples; `unit` of them are one face height."""

    def __init__(self, across: int, down: int, paint: Paint | None = None) -> None:
        self.across = across
        self.down = down
        self.unit = min(down / TALL, across / WIDE)
        self.top = (down - self.unit * TALL) / 2 + TOP * self.unit
        self.paint: Paint = paint or (lambda index, layer, share: None)
        self.thickest = math.inf
        """No stroke is thicker, in samples."""
        self.tints = False
        """Whether a layer laid on in part is seen as a tint."""
        self.clip: list[float] | None = None
        """How far each sample lies in the head, where what fades out is to stay inside it."""

    def at(self, column: int, row: int) -> tuple[float, float]:
        """The middle of a sample in face heights."""
        return (column + 0.5) / self.unit, (row + 0.5 - self.top) / self.unit

    def band(self, u0: float, u1: float, top: Curve, bottom: Curve, layer: Layer) -> None:
        """What lies between two curves over `u0` to `u1`."""
        unit = self.unit
        first, last = max(0, math.floor(u0 * unit)), min(self.across, math.ceil(u1 * unit))
        for column in range(first, last):
            side = min(1.0, column + 1 - u0 * unit, u1 * unit - column)
            u = min(u1, max(u0, (column + 0.5) / unit))
            self._span(column, top(u), bottom(u), layer, side)

    def _span(self, column: int, v0: float, v1: float, layer: Layer, share: float) -> None:
        begin, end = v0 * self.unit + self.top, v1 * self.unit + self.top
        if end <= begin or share <= 0.0:
            return
        for row in range(max(0, math.floor(begin)), min(self.down, math.ceil(end))):
            covered = min(row + 1.0, end) - max(float(row), begin)
            self.paint(row * self.across + column, layer, covered * share)

    def disc(
        self, u: float, v: float, ru: float, rv: float, layer: Layer, most: float = 1.0
    ) -> None:
        """An ellipse with a firm edge."""
        edge = min(ru, rv) * self.unit
        for index, x, y in self._box(u - ru, u + ru, v - rv, v + rv):
            away = math.hypot((x - u) / ru, (y - v) / rv)
            self.paint(index, layer, most * min(1.0, max(0.0, (1.0 - away) * edge + 0.5)))

    def glow(self, u: float, v: float, ru: float, rv: float, layer: Layer, most: float) -> None:
        """An ellipse that fades out."""
        for index, x, y in self._box(u - 1.8 * ru, u + 1.8 * ru, v - 1.8 * rv, v + 1.8 * rv):
            away = ((x - u) / ru) ** 2 + ((y - v) / rv) ** 2
            share = most * math.exp(-away)
            if self.clip is not None:
                share *= self.clip[index]
            if share > 0.03:
                self.paint(index, layer, share)

    def stroke(
        self, points: list[tuple[float, float]], thick: float, layer: Layer, most: float = 1.0
    ) -> None:
        """A line from point to point, at least three quarters of a sample thick."""
        half = min(self.thickest, max(0.75, thick * self.unit)) / 2
        reach = half / self.unit + 1.0 / self.unit
        covered: dict[int, float] = {}
        for (u0, v0), (u1, v1) in pairwise(points):
            long = (u1 - u0) ** 2 + (v1 - v0) ** 2
            box = self._box(
                min(u0, u1) - reach, max(u0, u1) + reach, min(v0, v1) - reach, max(v0, v1) + reach
            )
            for index, x, y in box:
                share = ((x - u0) * (u1 - u0) + (y - v0) * (v1 - v0)) / long if long else 0.0
                share = min(1.0, max(0.0, share))
                away = math.hypot(x - u0 - share * (u1 - u0), y - v0 - share * (v1 - v0))
                inked = min(1.0, half - away * self.unit + 0.5)
                if inked > covered.get(index, 0.0):
                    covered[index] = inked
        for index, inked in covered.items():
            self.paint(index, layer, most * inked)

    def _box(self, u0: float, u1: float, v0: float, v1: float) -> list[tuple[int, float, float]]:
        unit = self.unit
        columns = range(max(0, math.floor(u0 * unit)), min(self.across, math.ceil(u1 * unit)))
        rows = range(
            max(0, math.floor(v0 * unit + self.top)),
            min(self.down, math.ceil(v1 * unit + self.top)),
        )
        return [
            (row * self.across + column, (column + 0.5) / unit, (row + 0.5 - self.top) / unit)
            for row in rows
            for column in columns
        ]
