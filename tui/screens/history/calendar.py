"""The days on which there was practice, week by week; a day is chosen by arrows or typed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from sessions.history.diary import DiaryLine
from sessions.history.index import History
from sessions.history.strength import days
from tui.person.person import Person
from tui.presenters.practice_calendar import calendar_heading, calendar_lines, day_words
from tui.screens.history.days import day_screen
from tui.texts import history as words_history
from tui.texts.dates import understand
from tui.widgets.key_line import KeyLine


def _key(name: str, key: str, action: str) -> Binding:
    label, tooltip = words_history.CALENDAR_KEYS[name]
    return Binding(key, action, label, tooltip=tooltip, id=f"calendar.{name}")


class CalendarScreen(Screen[None]):
    """Begins at the latest practice."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.CALENDAR_TITLE
    HELP = words_history.CALENDAR_HELP
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "move(-7)", show=False),
        Binding("down", "move(7)", show=False),
        _key("open", "enter", "open"),
        _key("ask", "g", "ask"),
        _key("back", "escape,q", "back"),
    ]

    def __init__(self, person: Person, history: History, lines: Sequence[DiaryLine]) -> None:
        super().__init__()
        self._person = person
        self._sessions = history.sessions
        self._days = days(each.summary for each in history.sessions)
        self._lines = lines
        self._chosen = min(max(self._days), person.today)

    def compose(self) -> ComposeResult:
        """Title, weeks, the chosen day."""
        yield Static(words_history.CALENDAR_TITLE, classes="title", markup=False)
        yield Static(calendar_heading(), id="calendar-heading", markup=False)
        yield Static(id="calendar-weeks", markup=False)
        yield Static(id="calendar-day", markup=False)
        asked = Input(placeholder=words_history.CALENDAR_ASK, id="calendar-ask")
        asked.display = False
        yield asked
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the weeks."""
        self._draw()

    def on_resize(self) -> None:
        """As many weeks as there is room for."""
        self._draw()

    def _draw(self, instead: str = "") -> None:
        rows = max(3, self.size.height - 12)
        shown = calendar_lines(self._days, self._chosen, self._person.today, rows)
        self.query_one("#calendar-weeks", Static).update("\n".join(shown))
        said = [instead] if instead else day_words(self._chosen, self._days, self._lines)
        self.query_one("#calendar-day", Static).update("\n".join(said))

    def action_move(self, by: int) -> None:
        """So many days further; never beyond today."""
        moved = self._chosen + timedelta(days=by)
        if moved <= self._person.today:
            self._chosen = moved
            self._draw()

    def action_ask(self) -> None:
        """Let a day be typed."""
        asked = self.query_one(Input)
        asked.display = True
        asked.focus()

    @on(Input.Submitted)
    def _typed(self, message: Input.Submitted) -> None:
        message.stop()
        day = understand(message.value, self._person.today)
        if day is None and message.value.strip():
            self._draw(words_history.CALENDAR_UNKNOWN)
            return
        self._chosen = day or self._chosen
        self._leave_asking()
        self._draw()

    def _leave_asking(self) -> None:
        asked = self.query_one(Input)
        asked.value = ""
        asked.display = False
        self.set_focus(None)

    def action_open(self) -> None:
        """The latest practice of the chosen day in words."""
        found = [s for s in self._sessions if s.summary.started.date() == self._chosen]
        if found:
            self.app.push_screen(day_screen(self._person, found[-1]))

    def action_back(self) -> None:
        """Leave the typing first, then the calendar."""
        if self.query_one(Input).display:
            self._leave_asking()
        else:
            self.dismiss(None)
