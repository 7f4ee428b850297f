"""The drawn face as rows of cells; each half is painted once for what it does, and kept. Pure."""

from functools import lru_cache
from typing import NamedTuple

from tui.widgets.face.anatomy import head_half, lay_features, lay_goal, lay_head
from tui.widgets.face.cells import Cell, Rgb, mirrored, shaded_cell, stacked_cell, stroke_text
from tui.widgets.face.expression import REST, Expression
from tui.widgets.face.letters import lettered
from tui.widgets.face.marks import NO_MARKS, Marks, lay_area, lay_marks
from tui.widgets.face.palette import Look, palette_of
from tui.widgets.face.sheet import Layer, Sheet
from tui.widgets.glyphs import Glyphs

Rows = tuple[tuple[Cell, ...], ...]


class Style(NamedTuple):
    """How the face is drawn: the signs of the terminal, and colours where it has enough of them."""

    glyphs: Glyphs
    look: Look | None = None


class Half(NamedTuple):
    """What one half does and what is marked on it."""

    now: Expression = REST
    goal: Expression | None = None
    marks: Marks = NO_MARKS


def portrait(left: Half, right: Half, width: int, height: int, style: Style) -> Rows:
    """The face, left on the left as in a looking glass, in the middle of `width` cells."""
    half = min(width // 2, round(height * 0.92))
    if half < 1 or height < 1:
        return ((Cell(" "),) * max(0, width),) * max(0, height)
    ours, others = _half(left, half, height, style), _half(right, half, height, style)
    before = (Cell(" "),) * ((width - 2 * half) // 2)
    behind = (Cell(" "),) * (width - 2 * half - len(before))
    return tuple(
        (*before, *map(mirrored, reversed(one)), *other, *behind)
        for one, other in zip(ours, others, strict=True)
    )


@lru_cache(maxsize=128)
def _half(half: Half, width: int, height: int, style: Style) -> Rows:
    if style.glyphs is Glyphs.ASCII:
        grid = lettered(half.now, half.goal, half.marks, width, height)
        return tuple(tuple(map(Cell, row)) for row in grid)
    if style.look is None:
        return _stroked(half, width, height, style.glyphs)
    return _shaded(half, width, height, style.look)


FINE_CELLS = 700
"""A half with more cells is painted in one sample by two, not two by four: it is large enough to
look smooth, and painting it takes a fifth of the time. At 200x60 a half has 2,100 cells; in fine
samples a new one took up to 50 ms, which keys had to wait for."""


def samples_of(width: int, height: int) -> tuple[int, int]:
    """Samples across and down in each cell of a half this large."""
    return (2, 4) if width * height <= FINE_CELLS else (1, 2)


FIRM: frozenset[Layer] = frozenset({"lip", "mouth", "teeth"})
"""Where contrast is highest, a sample is of these or it is not: mixed at their edges, a mouth that
shows teeth is a grey smear of a few cells."""


def firm_share(layer: Layer, share: float) -> float:
    """The share of a layer with firm edges: all or nothing."""
    return float(share >= 0.5) if layer in FIRM else share


def _shaded(half: Half, width: int, height: int, look: Look) -> Rows:
    """The half in blocks; cells that no feature or mark touches are those of the bare head."""
    across, down = samples_of(width, height)
    head, bare = _head(half.now.jaw, width, height, look)
    samples = list(head)
    palette = palette_of(look)
    touched: set[int] = set()

    def paint(index: int, layer: Layer, share: float) -> None:
        if look.contrasty:
            on_lip = layer == "light" and samples[index] == palette["lip"]
            share = 0.0 if on_lip else firm_share(layer, share)
            if not share:
                return
        touched.add(index)
        samples[index] = _blend(samples[index], palette[layer], share)

    sheet = Sheet(across * width, down * height, paint)
    sheet.tints = True
    lay_area(sheet, half.marks)
    if half.goal is not None:
        lay_goal(sheet, half.goal)
    lay_features(sheet, half.now)
    lay_marks(sheet, half.marks)
    rows = [list(row) for row in bare]
    line = across * width
    for row, column in {(i // (down * line), i % line // across) for i in touched}:
        rows[row][column] = _cell(_cell_of(samples, line, across, column, row), look.background)
    return tuple(map(tuple, rows))


def _cell(samples: list[Rgb], background: Rgb) -> Cell:
    """Nothing where the screen's own background shows."""
    if all(sample == background for sample in samples):
        return Cell(" ")
    return stacked_cell(*samples) if len(samples) == 2 else shaded_cell(samples)


@lru_cache(maxsize=16)
def _head(jaw: float, width: int, height: int, look: Look) -> tuple[tuple[Rgb, ...], Rows]:
    """The samples and the cells of a head without features."""
    palette = palette_of(look)
    across, down = samples_of(width, height)
    samples = [look.background] * (across * down * width * height)

    def paint(index: int, layer: Layer, share: float) -> None:
        samples[index] = _blend(samples[index], palette[layer], share)

    lay_head(Sheet(across * width, down * height, paint), Expression(jaw=jaw))
    cells = tuple(
        tuple(
            _cell(_cell_of(samples, across * width, across, column, row), look.background)
            for column in range(width)
        )
        for row in range(height)
    )
    return tuple(samples), cells


def _blend(under: Rgb, over: Rgb, share: float) -> Rgb:
    return (
        round(under[0] + (over[0] - under[0]) * share),
        round(under[1] + (over[1] - under[1]) * share),
        round(under[2] + (over[2] - under[2]) * share),
    )


def _cell_of(samples: list[Rgb], line: int, across: int, column: int, row: int) -> list[Rgb]:
    """The samples of one cell; `line` of them are a row, `across` a cell: two by four, or one by
    two."""
    first = 2 * across * row * line + across * column
    return [
        samples[first + down * line + side] for down in range(2 * across) for side in range(across)
    ]


_INK: dict[Layer, float] = {
    "outline": 0.5,
    "brow": 0.5,
    "lash": 0.5,
    "iris": 0.6,
    "mouth": 0.5,
    "lip": 0.0,
    "fold": 0.6,
    "quiet": 0.5,
    "goal": 0.5,
    "finger": 0.5,
    "arrow": 0.5,
    "tongue": 0.5,
}
"""From which share of a sample a layer is ink where only strokes can be drawn."""
_CLEARS: frozenset[Layer] = frozenset({"white", "teeth"})


def _stroked(half: Half, width: int, height: int, glyphs: Glyphs) -> Rows:
    across = 2 * width
    inked: dict[int, bool] = {}

    def dotted(column: int, row: int) -> bool:
        if glyphs is Glyphs.BRAILLE:
            return (column + 2 * row) % 4 == 0
        return (column // 2 + row // 2) % 2 == 0

    def paint(index: int, layer: Layer, share: float) -> None:
        row, column = divmod(index, across)
        if layer == "muscle" and share > 0.3:
            inked[index] = inked.get(index, False) or dotted(column, row)
        elif layer == "lip" and share > 0.5 and glyphs is Glyphs.BRAILLE:
            inked[index] = (column + row) % 2 == 0
        elif layer == "iris" and glyphs is not Glyphs.BRAILLE:
            return
        elif layer in _CLEARS and share > 0.5:
            inked[index] = False
        elif share >= _INK.get(layer, 2.0) > 0:
            inked[index] = True

    sheet = Sheet(across, 4 * height, paint)
    if glyphs is not Glyphs.BRAILLE:
        sheet.thickest = 1.4
    lay_area(sheet, half.marks)
    edge = [(head_half(step / 60, half.now.jaw), step / 60) for step in range(62)]
    sheet.stroke(edge, 0.02, "outline")
    lay_features(sheet, half.now)
    if half.goal is not None:
        lay_goal(sheet, half.goal)
    lay_marks(sheet, half.marks)
    return tuple(
        tuple(
            Cell(stroke_text(_mask(inked, across, column, row), glyphs)) for column in range(width)
        )
        for row in range(height)
    )


def _mask(inked: dict[int, bool], across: int, column: int, row: int) -> int:
    first = 4 * row * across + 2 * column
    return sum(
        1 << (2 * down + side)
        for down in range(4)
        for side in (0, 1)
        if inked.get(first + down * across + side)
    )
