"""Outline and mirror: seen as in a looking glass, kept nowhere."""

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult

from sessions.messages import Picture
from tui.widgets.face.grey import Greys, grey_line, greys_of
from tui.widgets.glyphs import Glyphs
from tui.widgets.mirror import Mirror
from tui.widgets.sketch import draw_outline


def test_an_outline_is_mirrored_about_its_midline() -> None:
    """A point at the left of the picture is drawn at the right."""
    left_eye = (0.2, 0.2, 0.8, 0.8, 0.2, 0.8)
    lines = draw_outline(left_eye, 21, 10, Glyphs.ASCII)

    ink = [[x for x, glyph in enumerate(line) if glyph == "*" and x != 10] for line in lines]
    first, last = next(row for row in ink if row), [row for row in ink if row][-1]
    assert all(x > 10 for x in first)
    assert len(last) == 2


def test_no_outline_draws_nothing() -> None:
    """While there is no face the sheet is empty."""
    assert draw_outline((), 4, 2, Glyphs.ASCII) == ["    ", "    "]


class MirrorApp(App[None]):
    """A mirror alone."""

    def compose(self) -> ComposeResult:
        """Fills the screen."""
        yield Mirror()


async def test_the_mirror_shows_two_rows_a_line_as_the_worker_flipped_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What comes first in a row stands left: flipped twice, left would be right again."""
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    picture = Picture(width=4, height=4, rgb=(red * 2 + blue * 2) * 4)
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = MirrorApp()
    async with app.run_test(size=(4, 2)) as pilot:
        mirror = app.query_one(Mirror)
        mirror.show(picture)
        await pilot.pause()
        strip = list(mirror.render_line(1))

    drawn = [segment for segment in strip if segment.text.strip()]
    assert _colour(drawn[0]) == "#ff0000"
    assert _colour(drawn[-1]) == "#0000ff"


@pytest.mark.parametrize("environment", [{}, {"COLORTERM": "truecolor", "NO_COLOR": "1"}])
async def test_with_few_colours_or_none_the_mirror_draws_in_one(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    """What is bright has the most dots; on a light theme what is dark."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    rows = bytes(value for grey in (90, 90, 120, 120) for value in (grey,) * 3)
    app = MirrorApp()
    async with app.run_test(size=(5, 2)) as pilot:
        mirror = app.query_one(Mirror)
        mirror.show(Picture(width=4, height=4, rgb=rows * 4))
        await pilot.pause()
        drawn = mirror.render_line(1).text
        app.theme = "textual-light"
        inverse = mirror.render_line(1).text

    assert drawn.split() == ["\u28ff\u28ff"] or drawn.split() == ["\u28ff"]
    assert inverse.index("\u28ff") < drawn.index("\u28ff")


def test_shades_stretch_over_the_range_of_a_dull_picture() -> None:
    """Without braille: from nothing to all, and the other way round in ink."""
    rows = bytes(value for grey in (90, 100, 110, 120) for value in (grey,) * 3)
    greys = greys_of(Picture(width=4, height=2, rgb=rows * 2))

    assert grey_line(greys, 0, 4, 1.0, Glyphs.BLOCKS, ink=False) == " \u2591\u2593\u2588"
    assert grey_line(greys, 0, 4, 1.0, Glyphs.BLOCKS, ink=True) == "\u2588\u2593\u2591 "
    assert grey_line(greys, 0, 4, 1.0, Glyphs.ASCII, ink=False) == " -*@"


@pytest.mark.parametrize(("grey", "least", "most"), [(0.0, 0, 0), (0.5, 28, 36), (1.0, 64, 64)])
def test_dots_are_as_many_as_it_is_bright(grey: float, least: int, most: int) -> None:
    """Half of all for a middle grey."""
    line = grey_line(Greys(8, 2, (grey,) * 16), 0, 8, 1.0, Glyphs.BRAILLE, ink=False)
    dots = sum((ord(sign) - 0x2800).bit_count() for sign in line if sign != " ")

    assert least <= dots <= most


def _colour(segment: Segment) -> str:
    assert segment.style is not None
    assert segment.style.color is not None
    assert segment.style.color.triplet is not None
    return segment.style.color.triplet.hex


def test_the_points_of_a_face_are_joined_to_lines() -> None:
    """Forty points in the readings' order make an oval without gaps at the top."""
    oval = [(0.5, 0.0), (0.8, 0.1), (0.95, 0.4), (1.0, 0.5), (0.9, 0.8), (0.7, 0.95)]
    oval += [(0.5, 1.0), (0.3, 0.95), (0.1, 0.8), (0.0, 0.5), (0.05, 0.4), (0.2, 0.1)]
    inner = [(0.5, 0.5)] * 28
    outline = tuple(value for point in oval + inner for value in point)
    joined = draw_outline(outline, 40, 20, Glyphs.ASCII)
    dotted = draw_outline(outline[:-2], 40, 20, Glyphs.ASCII)

    assert sum(line.count("*") for line in joined) > 2 * sum(line.count("*") for line in dotted)


def test_a_face_is_drawn_where_it_is_beside_the_one_to_line_up_with() -> None:
    """Lined up they lie on each other; further right in the picture is further left here."""
    usual = (0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6)
    same = draw_outline(usual, 41, 20, Glyphs.ASCII, usual)
    alone = draw_outline((), 41, 20, Glyphs.ASCII, usual)
    moved = tuple(x + 0.02 if index % 2 == 0 else x for index, x in enumerate(usual))
    off = draw_outline(moved, 41, 20, Glyphs.ASCII, usual)

    leftmost = [min(line.index("*") for line in drawn if "*" in line) for drawn in (alone, off)]
    assert same == alone
    assert leftmost[1] < leftmost[0]
