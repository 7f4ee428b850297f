"""The days of this week in one line: a dot where something was practised. The text is pure.

A day without practice, gone by or to come, is the same small mark: nothing counts what was missed.
"""

from collections.abc import Sequence

from textual.widgets import Static

from tui.texts import week as words
from tui.widgets.glyphs import Glyphs, glyphs


def draw_week(counts: Sequence[int], today: int, glyphs: Glyphs) -> str:
    """`counts` of practices from Monday on; the day with number `today` stands in brackets."""
    full, empty = ("#", ".") if glyphs is Glyphs.ASCII else ("\u25cf", "\u00b7")
    days = [
        f"{name}{full if count else empty}"
        for name, count in zip(words.DAYS_SHORT, counts, strict=True)
    ]
    days[today] = f"[{days[today]}]"
    return f"{words.WEEK}  {' '.join(days)}"


class WeekDots(Static):
    """The line, for Home and the closing picture."""

    DEFAULT_CSS = """
    WeekDots { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)

    def show(self, counts: Sequence[int], today: int) -> None:
        """Draw these days."""
        self.update(draw_week(counts, today, glyphs()))
