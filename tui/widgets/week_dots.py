"""The days of this week: a dot where something was practised, in one line or large. Text is pure.

A day without practice, gone by or to come, is the same small mark: nothing counts what was missed.
"""

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import Static

from sessions.report.days import WEEKDAYS
from tui.texts import week as words
from tui.widgets.glyphs import Glyphs, glyphs


def draw_week(counts: Sequence[int], today: int, glyphs: Glyphs) -> str:
    """`counts` of practices from Monday on; the day with number `today` stands in brackets."""
    full, empty = ("#", ".") if glyphs is Glyphs.ASCII else ("\u25cf", "\u00b7")
    days = [
        f"{name}{full if count else empty}" for name, count in zip(WEEKDAYS, counts, strict=True)
    ]
    days[today] = f"[{days[today]}]"
    return f"{words.WEEK}  {' '.join(days)}"


_LARGE = {
    (Glyphs.BRAILLE, 2): (
        ("\u259f\u2588\u2588\u2599", "\u259c\u2588\u2588\u259b"),
        (" \u2597\u2596 ", " \u259d\u2598 "),
    ),
    (Glyphs.BRAILLE, 3): (
        (
            "\u2597\u2588\u2588\u2588\u2588\u2596",
            "\u2588" * 6,
            "\u259d\u2588\u2588\u2588\u2588\u2598",
        ),
        ("      ", "  \u2590\u258c  ", "      "),
    ),
    (Glyphs.BLOCKS, 2): (("\u2588\u2588\u2588\u2588",) * 2, (" \u2584\u2584 ", "    ")),
    (Glyphs.BLOCKS, 3): (("\u2588" * 6,) * 3, ("      ", "  \u2584\u2584  ", "      ")),
    (Glyphs.ASCII, 2): (("####",) * 2, ("    ", " .. ")),
    (Glyphs.ASCII, 3): (("######",) * 3, ("      ", "  ..  ", "      ")),
}
"""The dot of a day with practice and of one without, by glyphs and height; twice as wide."""
WIDE = 100
"""Columns from which the large week has dots of three lines."""


def draw_large_week(
    counts: Sequence[int], today: int, glyphs: Glyphs, height: int = 2
) -> tuple[str, list[str]]:
    """The names of the days, today in brackets, and the lines of dots below them."""
    full, empty = _LARGE[glyphs, height]
    wide = 2 * height
    gap = " " * height
    names = [f"[{name}]" if n == today else name for n, name in enumerate(WEEKDAYS)]
    rows = [gap.join((full if count else empty)[row] for count in counts) for row in range(height)]
    return gap.join(f"{name:^{wide}}" for name in names), rows


class LargeWeek(Static):
    """The week as large as the window allows, for the closing picture."""

    DEFAULT_CSS = """
    LargeWeek { height: auto; width: 100%; text-align: center; }
    """

    def __init__(self, counts: Sequence[int], today: int) -> None:
        super().__init__(markup=False)
        self._counts = counts
        self._today = today

    def on_mount(self) -> None:
        """Draw it."""
        self.draw()

    def draw(self) -> None:
        """Draw it for the window there is."""
        height = 3 if self.app.size.width >= WIDE else 2
        names, rows = draw_large_week(self._counts, self._today, glyphs(), height)
        styles = self.app.theme_variables
        text = Text(names, style=styles["text-muted"] if not self.app.no_color else "")
        text.append("\n" + "\n".join(rows), style="" if self.app.no_color else styles["primary"])
        self.update(text)


class WeekDots(Static):
    """The line, for Home."""

    DEFAULT_CSS = """
    WeekDots { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)

    def show(self, counts: Sequence[int], today: int) -> None:
        """Draw these days."""
        self.update(draw_week(counts, today, glyphs()))
