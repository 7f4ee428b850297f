"""Every practice, the latest first, and one practice in detail."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from routines.language.cells import padded
from sessions.history.index import History, IndexedSession
from sessions.history.names import named_record
from sessions.history.own_error import OwnError, own_error_if_readable
from sessions.log.decision_files import read_decisions
from sessions.log.record import SessionRecord
from sessions.log.record_files import FOLDER, RecordTrouble, read_record
from tui.person.person import Person
from tui.practice.summary_words import done_lines
from tui.presenters.why import all_lines
from tui.screens.history.why import WhyScreen
from tui.terminal.reflow import kept_in
from tui.texts import history as words_history
from tui.texts import why as words_why
from tui.texts.dates import moment_in_words
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu
from tui.widgets.reflowed import Reflowed

_WHY, _WHY_LONG = words_why.KEYS["why"]


class DaysScreen(Screen[None]):
    """The list."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.DAYS_TITLE
    HELP = words_history.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", _("Back"), tooltip=_("back to the weeks"), id="days.back"),
    ]

    def __init__(self, person: Person, history: History) -> None:
        super().__init__()
        self._person = person
        self._sessions = tuple(reversed(history.sessions))

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Static(words_history.DAYS_TITLE, classes="title", markup=False)
        yield Menu(_line(self._person, each) for each in self._sessions)
        yield KeyLine()

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        listed = self._sessions[message.option_index]
        self.app.push_screen(day_screen(self._person, listed))

    def action_back(self) -> None:
        """To the weeks."""
        self.dismiss(None)


class DayScreen(Screen[None]):
    """One practice in words."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.DAYS_TITLE
    HELP = words_history.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("w", "why", _WHY, tooltip=_WHY_LONG, id="day.why"),
        Binding("escape,q,enter", "back", _("Back"), tooltip=_("back to the list"), id="day.back"),
    ]

    def __init__(
        self, title: str, lines: list[str], why: Callable[[], list[str]] | None = None
    ) -> None:
        """`why` gives the lines of what the guards saw; None where the record cannot be read."""
        super().__init__()
        self._heading = title
        self._lines = lines
        self._why = why

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Static(self._heading, classes="title", markup=False)
        with VerticalScroll(id="day-body", can_focus=False):
            yield Reflowed(partial(kept_in, self._lines), id="day-text")
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No "why" for a record that cannot be read."""
        return action != "why" or self._why is not None

    def action_why(self) -> None:
        """What the guards saw."""
        if self._why is not None:
            self.app.push_screen(WhyScreen(self._why))

    def action_scroll(self, by: int) -> None:
        """A little further or back."""
        self.query_one("#day-body", VerticalScroll).scroll_relative(y=3 * by, animate=False)

    def action_back(self) -> None:
        """To the list."""
        self.dismiss(None)


def day_screen(person: Person, listed: IndexedSession) -> DayScreen:
    """The screen of one practice; one that cannot be read says so."""
    path = person.data / FOLDER / listed.path
    why: Callable[[], list[str]] | None = None
    try:
        record = named_record(read_record(path))
        lines = day_lines(record, own_error_if_readable(person.data)[0])
        why = partial(_why, person.data, path.stem, record)
    except RecordTrouble as trouble:
        lines = [words_history.DAY_UNREADABLE.format(problem=trouble.sentence)]
    return DayScreen(_line(person, listed), lines, why)


WHEN = 20
"""Cells of the column of days and times."""


def _line(person: Person, listed: IndexedSession) -> str:
    summary = listed.summary
    name = words_history.ENDED[summary.ended].format(what=summary.routine_name)
    if summary.simulated:
        name = words_history.SIMULATED.format(practice=name)
    return f"{padded(moment_in_words(summary.started, person.now()), WHEN)} {name}"


def _why(data: Path, stem: str, record: SessionRecord) -> list[str]:
    return all_lines(stem, record, lambda: read_decisions(data, stem, record.id))


def day_lines(record: SessionRecord, own: OwnError | None) -> list[str]:
    """A practice in words: what was done, what was not scored, why it ended, what was said. `own`
    is the error of measuring this face, where it is known."""
    words = words_history
    head = words.ENDED[record.ended].format(
        what=words.DAY_HEAD.format(
            name=record.routine.name, minutes=max(1, round(record.seconds / 60))
        )
    )
    efforts = [e.effort_of_ten for e in record.exercises if e.effort_of_ten is not None]
    lines = [head, "", *done_lines(record, own), ""]
    lines += [words.check_in_words(record)]
    lines += [words.DAY_EFFORT.format(value=value) for value in efforts[-1:]]
    lines += [words.DAY_NOTE.format(note=note.text) for note in record.notes]
    while lines and not lines[-1]:
        lines.pop()
    return lines
