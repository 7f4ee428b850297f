"""One movement over the weeks: both sides in one plot, units, the band of "about the same", notes.

The plot is text; the sentence below it says the same in words.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from sessions.history.diary import DiaryLine
from sessions.history.own_error import OwnError
from sessions.history.summary import SessionSummary
from tui.presenters.history import Subject, notes_words, sheet
from tui.texts import history as words_history
from tui.widgets.key_line import KeyLine
from tui.widgets.plot import Plot

MOST_NOTES = 3


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words_history.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"chart.{name}")


class ChartScreen(Screen[None]):
    """`found` one after the other, beginning at `place`."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.TITLE
    HELP = words_history.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("before", "up", "subject(-1)", show=False),
        _key("next", "down", "subject(1)"),
        _key("quantity", "right,space", "quantity(1)"),
        Binding("left", "quantity(-1)", show=False),
        _key("back", "escape,q,enter", "back"),
    ]

    def __init__(
        self,
        found: Sequence[Subject],
        place: int,
        sessions: Sequence[SessionSummary],
        lines: Sequence[DiaryLine],
        own: OwnError | None = None,
    ) -> None:
        super().__init__()
        self._subjects = found
        self._place = place
        self._quantity = 0
        self._sessions = sessions
        self._lines = lines
        self._own = own

    def compose(self) -> ComposeResult:
        """Title, plot, sentence, notes."""
        with Horizontal(id="chart-head"):
            yield Static(id="chart-title", markup=False)
            yield Static(id="chart-place", markup=False)
        yield Static(id="chart-quantity", markup=False)
        yield Plot(id="chart-plot")
        yield Static(id="chart-verdict", markup=False)
        yield Static(id="chart-remark", markup=False)
        yield Static(id="chart-notes", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw what was chosen."""
        self._draw()

    def _draw(self) -> None:
        subject = self._subjects[self._place]
        quantity = subject.quantities[self._quantity % len(subject.quantities)]
        shown = sheet(subject, quantity, self._sessions, self._lines, self._own)
        place = words_history.OF.format(place=self._place + 1, count=len(self._subjects))
        self.query_one(Plot).show(shown.series)
        for name, text in (
            ("title", shown.title),
            ("place", place),
            ("quantity", shown.quantity),
            ("verdict", shown.verdict),
            ("remark", shown.remark),
            ("notes", notes_words(shown.notes, MOST_NOTES)),
        ):
            widget = self.query_one(f"#chart-{name}", Static)
            widget.update(text)
            widget.display = bool(text)

    def action_subject(self, by: int) -> None:
        """Another movement, round at both ends."""
        self._place = (self._place + by) % len(self._subjects)
        self._quantity = 0
        self._draw()

    def action_quantity(self, by: int) -> None:
        """Another quantity of the same movement."""
        count = len(self._subjects[self._place].quantities)
        self._quantity = (self._quantity + by) % count
        self._draw()

    def action_back(self) -> None:
        """To the overview."""
        self.dismiss(None)
