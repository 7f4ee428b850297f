"""History: one exercise at a time, week after week, with the band of "about the same".

The plot is text; the sentence below it says the same in words.
"""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from routines.errors import Trouble
from sessions.history.diary import DiaryLine, diary
from sessions.history.index import History, open_history
from sessions.history.strength import practice_strength
from sessions.history.summary import SessionSummary
from tui.person.person import Person
from tui.presenters.history import Subject, one_side, sheet, stops_words, subjects
from tui.screens.history.days import DaysScreen
from tui.texts import history as words_history
from tui.widgets.glyphs import draw_strength, glyphs
from tui.widgets.key_line import KeyLine
from tui.widgets.plot import Plot


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words_history.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"history.{name}")


class HistoryScreen(Screen[None]):
    """Weeks of `person`; days are a key away."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.TITLE
    HELP = words_history.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("before", "up", "subject(-1)", show=False),
        _key("next", "down", "subject(1)"),
        _key("quantity", "right,space", "quantity(1)"),
        Binding("left", "quantity(-1)", show=False),
        _key("days", "d,enter", "days"),
        _key("photos", "p", "photos"),
        _key("back", "escape,q", "back"),
    ]

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person
        self._history: History | None = None
        self._ours: list[SessionSummary] = []
        self._lines: list[DiaryLine] = []
        self._subjects: list[Subject] = []
        self._place = 0
        self._quantity = 0

    def compose(self) -> ComposeResult:
        """Title, plot, sentence, what else there is to say."""
        with Horizontal(id="history-head"):
            yield Static(id="history-title", markup=False)
            yield Static(id="history-place", markup=False)
        yield Static(id="history-quantity", markup=False)
        yield Plot(id="history-plot")
        yield Static(id="history-verdict", markup=False)
        yield Static(id="history-remark", markup=False)
        yield Static(id="history-more", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the records off the screen's own time."""
        self._say("title", words_history.TITLE)
        self._read()

    @work(group="history", exclusive=True)
    async def _read(self) -> None:
        data = self._person.data
        try:
            self._history = await asyncio.to_thread(open_history, data)
            self._lines = await asyncio.to_thread(diary, data, self._history.summaries)
        except Trouble as trouble:
            self._say("verdict", trouble.sentence)
            return
        self._ours, _ = one_side(self._history.summaries)
        self._subjects = subjects(self._ours, self._lines)
        self._draw()

    def _draw(self) -> None:
        """Show the subject and quantity that are chosen."""
        self._say("more", "\n".join(self._more()))
        if not self._subjects:
            self._say("verdict", words_history.EMPTY)
            return
        subject = self._subjects[self._place]
        quantity = subject.quantities[self._quantity % len(subject.quantities)]
        shown = sheet(subject, quantity, self._ours, self._lines)
        self._say("title", shown.title)
        place = words_history.OF.format(place=self._place + 1, count=len(self._subjects))
        self._say("place", place)
        self._say("quantity", shown.quantity)
        self.query_one(Plot).show(shown.series)
        self._say("verdict", shown.verdict)
        self._say("remark", shown.remark)

    def _more(self) -> list[str]:
        """Practice strength, early endings, and what is not counted."""
        history, words = self._history, words_history
        if history is None:
            return []
        today = self._person.today
        lines = [
            draw_strength(practice_strength(self._ours, today), glyphs()),
            stops_words(self._ours, today),
        ]
        other = len(history.summaries) - len(self._ours)
        for count, text in (
            (history.simulated_left_out, words.SIMULATED_LEFT_OUT),
            (other, words.OTHER_SIDE_LEFT_OUT),
            (len(history.problems), words.UNREADABLE),
        ):
            lines.append(text.format(count=count) if count else "")
        return [line for line in lines if line]

    def _say(self, name: str, text: str) -> None:
        widget = self.query_one(f"#history-{name}", Static)
        widget.update(text)
        widget.display = bool(text)

    def action_subject(self, by: int) -> None:
        """Another exercise, round at both ends."""
        if self._subjects:
            self._place = (self._place + by) % len(self._subjects)
            self._quantity = 0
            self._draw()

    def action_quantity(self, by: int) -> None:
        """Another quantity of the same exercise."""
        if self._subjects:
            count = len(self._subjects[self._place].quantities)
            self._quantity = (self._quantity + by) % count
            self._draw()

    def action_days(self) -> None:
        """Every practice."""
        if self._history is not None and self._history.sessions:
            self.app.push_screen(DaysScreen(self._person, self._history))

    def action_photos(self) -> None:
        """Progress photos."""
        from tui.screens.history.photos import PhotosScreen

        self.app.push_screen(PhotosScreen(self._person))

    def action_back(self) -> None:
        """To Home."""
        self.dismiss(None)
