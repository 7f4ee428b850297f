"""Outline and mirror: seen as in a looking glass, kept nowhere."""

from rich.segment import Segment
from textual.app import App, ComposeResult

from sessions.readings import Picture
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


async def test_the_mirror_shows_two_rows_a_line_flipped() -> None:
    """Red stands left in the picture and right on the screen; upper row above lower row."""
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    picture = Picture(width=4, height=4, rgb=(red * 2 + blue * 2) * 4)
    app = MirrorApp()
    async with app.run_test(size=(4, 2)) as pilot:
        mirror = app.query_one(Mirror)
        mirror.show(picture)
        await pilot.pause()
        strip = list(mirror.render_line(1))

    drawn = [segment for segment in strip if segment.text.strip()]
    assert _colour(drawn[0]) == "#0000ff"
    assert _colour(drawn[-1]) == "#ff0000"


def _colour(segment: Segment) -> str:
    assert segment.style is not None
    assert segment.style.color is not None
    assert segment.style.color.triplet is not None
    return segment.style.color.triplet.hex
