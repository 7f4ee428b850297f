"""The drawn face: it shows the movement, alike on both halves, in every kind of terminal."""

from itertools import product

import pytest
from textual.theme import Theme

from routines.movements import MEASURES, MeasureKey
from tui.terminal.themes import THEMES
from tui.widgets.face.cells import Cell, Rgb, mirrored, shaded_cell
from tui.widgets.face.drawn import look_of
from tui.widgets.face.expression import AREA_OF, REST, expression_of
from tui.widgets.face.marks import NO_MARKS, Marks
from tui.widgets.face.palette import Palette, palette_of
from tui.widgets.face.portrait import Half, Rows, Style, portrait, samples_of
from tui.widgets.face.sheet import Layer
from tui.widgets.glyphs import Glyphs

DARK = look_of(THEMES["calm-dark"])
STYLES = {
    "shaded": Style(Glyphs.BRAILLE, DARK),
    "braille": Style(Glyphs.BRAILLE),
    "blocks": Style(Glyphs.BLOCKS),
    "ascii": Style(Glyphs.ASCII),
}
SIZES = [(18, 9), (20, 9), (30, 15), (61, 30)]


def drawn(measure: MeasureKey, amount: float, style: Style, size: tuple[int, int]) -> Rows:
    """Both halves alike."""
    half = Half(expression_of(measure, amount))
    return portrait(half, half, *size, style)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("measure", MEASURES)
def test_every_movement_looks_different_from_rest(measure: MeasureKey, name: str) -> None:
    """At the gentle size something has visibly moved, in colours and in letters."""
    rest = drawn(measure, 0.0, STYLES[name], (30, 14))
    moved = drawn(measure, 1.0, STYLES[name], (30, 14))

    assert rest != moved


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("size", SIZES)
def test_it_fills_the_sheet_and_no_more(name: str, size: tuple[int, int]) -> None:
    """As many rows and cells as asked for, and ink from the first rows to the last."""
    rows = drawn("open-smile", 0.5, STYLES[name], size)

    assert len(rows) == size[1]
    assert {len(row) for row in rows} == {size[0]}
    inked = [n for n, row in enumerate(rows) if any(c.text != " " or c.back for c in row)]
    assert inked[0] <= 0.25 * size[1]
    assert inked[-1] >= 0.75 * size[1]


@pytest.mark.parametrize("name", STYLES)
def test_both_halves_do_the_same(name: str) -> None:
    """Asked alike, the picture is its own mirror image to the cell."""
    rows = drawn("open-smile", 1.0, STYLES[name], (30, 14))

    assert all(row == tuple(mirrored(cell) for cell in reversed(row)) for row in rows)


def test_each_half_has_its_own_amount() -> None:
    """One half moves, and the other stays as it was."""
    still, moved = Half(REST), Half(expression_of("open-smile", 1.0))
    rest = portrait(still, still, 30, 14, STYLES["shaded"])
    rows = portrait(still, moved, 30, 14, STYLES["shaded"])

    assert all(row[:15] == was[:15] for row, was in zip(rows, rest, strict=True))
    assert any(row[15:] != was[15:] for row, was in zip(rows, rest, strict=True))


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("measure", MEASURES)
def test_the_goal_can_be_seen_beside_a_face_at_rest(measure: MeasureKey, name: str) -> None:
    """What is asked for is drawn where the person has not come to yet."""
    bare, asked = Half(REST), Half(REST, expression_of(measure, 1.0))

    plain = portrait(bare, bare, 30, 14, STYLES[name])
    assert portrait(asked, asked, 30, 14, STYLES[name]) != plain


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("area", sorted(set(AREA_OF.values())))
def test_marks_can_be_seen(name: str, area: str) -> None:
    """The muscle's area, the ring and a finger each change the picture."""
    plain = portrait(Half(), Half(), 30, 14, STYLES[name])
    for marks in (
        NO_MARKS._replace(area=area),
        Marks(quiet="eye"),
        Marks(quiet="corner"),
        Marks(finger=(0.24, 0.72)),
        Marks(trail=((0.20, 0.74), (0.29, 0.56))),
    ):
        half = Half(marks=marks)
        assert portrait(half, half, 30, 14, STYLES[name]) != plain, marks


def test_signs_of_a_plain_terminal_are_ascii() -> None:
    """Nothing else can be shown there."""
    rows = drawn("pucker", 1.0, STYLES["ascii"], (24, 12))

    assert all(cell.text.isascii() and cell.fore is None for row in rows for cell in row)


def test_a_face_without_room_is_no_error() -> None:
    """Before the first layout widgets have no size."""
    for style in STYLES.values():
        assert portrait(Half(), Half(), 0, 0, style) == ()
        assert portrait(Half(), Half(), 1, 1, style) == ((Cell(" "),),)


def test_each_half_is_painted_once() -> None:
    """A practice draws the same steps again and again; the second time costs a look-up."""
    first = portrait(Half(), Half(expression_of("frown", 1.0)), 24, 14, STYLES["shaded"])
    again = portrait(Half(), Half(expression_of("frown", 1.0)), 24, 14, STYLES["shaded"])

    assert all(a is b for a, b in zip(flat(first), flat(again), strict=True))


def flat(rows: Rows) -> list[Cell]:
    """The cells of the right half, which are handed out as they were kept."""
    return [cell for row in rows for cell in row[12:]]


@pytest.mark.parametrize(
    ("samples", "text"),
    [("01010101", "\u2590"), ("00001111", "\u2584"), ("00000011", "\u2582")],
)
def test_a_cell_has_the_block_that_comes_nearest(samples: str, text: str) -> None:
    """Bright samples are the block and dark ones its ground, or the other way round."""
    bright, dark = (200, 200, 200), (0, 0, 0)
    cell = shaded_cell([bright if each == "1" else dark for each in samples])
    turned = shaded_cell([dark if each == "1" else bright for each in samples])
    inverse = {"\u2590": "\u258c", "\u2584": "\u2580"}.get(text, text)

    assert cell in {Cell(text, bright, dark), Cell(inverse, dark, bright)}
    assert turned in {Cell(text, dark, bright), Cell(inverse, bright, dark)}
    assert shaded_cell([bright] * 8) == Cell(" ", None, bright)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_matters_stands_out_from_the_skin(theme: Theme) -> None:
    """Lines 4.5:1, marks 2:1 and more; and no colour of the face is the amber of cautions."""
    palette: Palette = palette_of(look_of(theme))
    firm: tuple[Layer, ...] = ("lash", "brow", "mouth")
    marks: tuple[Layer, ...] = ("goal", "arrow")

    assert all(contrast(palette[layer], palette["skin"]) >= 4.5 for layer in firm)
    assert all(contrast(palette[layer], palette["skin"]) >= 2.0 for layer in marks)
    for layer, other in product(palette, THEMES.values()):
        assert palette[layer] != look_rgb(other.warning)


def look_rgb(colour: str | None) -> Rgb:
    """A theme's colour as numbers."""
    text = (colour or "#000000").removeprefix("#")
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: Rgb) -> float:
    """Relative luminance of an sRGB colour."""
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("size", [(30, 15), (60, 38), (76, 55), (100, 75)])
def test_a_new_face_is_painted_from_few_samples(size: tuple[int, int]) -> None:
    """A key waits while one is painted, so that a large one has no more samples than some 8,000 a
    half; it is drawn in half blocks, each with two samples, and is a whole face all the same."""
    columns, lines = size
    half = min(columns // 2, round(lines * 0.92))
    across, down = samples_of(half, lines)
    rows = drawn("open-smile", 1.0, STYLES["shaded"], size)
    signs = {cell.text for row in rows for cell in row}

    assert half * lines * across * down <= 8000
    assert len(rows) == lines
    assert all(len(row) == columns for row in rows)
    if (across, down) == (1, 2):
        assert signs == {" ", "\u2580"}
        assert all(mirrored(cell) == cell for row in rows for cell in row)
