"""History: a row a movement with its weeks, the largest clear change on top; charts a key deeper.

With few practices it says what is there, and what will be found here later.
"""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from routines.errors import Trouble
from sessions.history.diary import DiaryLine, diary
from sessions.history.index import History, open_history
from sessions.history.own_error import OwnError, own_error_if_readable
from sessions.history.strength import practice_strength
from sessions.history.summary import SessionSummary
from sessions.log.eye_gaps import GENTLE
from tui.person.person import Person
from tui.presenters.history import one_side, stops_words, subjects
from tui.presenters.history_lines import heading, row_line
from tui.presenters.history_overview import EYE_GAP, Overview, overview
from tui.screens.history.calendar import CalendarScreen
from tui.screens.history.chart import ChartScreen
from tui.screens.history.days import DaysScreen
from tui.texts import history as words_history
from tui.widgets.glyphs import draw_strength, glyphs
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu
from tui.widgets.sparkline import sparkline

_EXAMPLE = (1.0, 1.6, 2.0, 2.6, 3.0)
MARK = 2
"""Columns of the mark in front of a chosen row."""
LIFE = "life"


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words_history.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"history.{name}")


class HistoryScreen(Screen[None]):
    """The overview of `person`; charts, days, calendar and photos are a key away."""

    CSS_PATH = "history.tcss"
    TITLE = words_history.TITLE
    HELP = words_history.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("days", "d", "days"),
        _key("calendar", "c", "calendar"),
        _key("photos", "p", "photos"),
        _key("back", "escape,q", "back"),
    ]

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person
        self._history: History | None = None
        self._ours: list[SessionSummary] = []
        self._lines: list[DiaryLine] = []
        self._own: OwnError | None = None
        self._found = Overview(headline="")

    def compose(self) -> ComposeResult:
        """Title, the largest change, rows, what else there is to say."""
        yield Static(words_history.TITLE, id="history-title", markup=False)
        yield Static(id="history-headline", markup=False)
        yield Static(id="history-heading", markup=False)
        yield Menu((), id="history-rows")
        with VerticalScroll(id="history-below", can_focus=False):
            yield Static(id="history-more", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the records off the screen's own time."""
        self._read()

    @work(group="history", exclusive=True)
    async def _read(self) -> None:
        data = self._person.data
        try:
            self._history = await asyncio.to_thread(open_history, data)
            self._lines = await asyncio.to_thread(diary, data, self._history.summaries)
            self._own, trouble = await asyncio.to_thread(own_error_if_readable, data)
        except Trouble as trouble:
            self._say("headline", trouble.sentence)
            return
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        self._ours, _ = one_side(self._history.summaries)
        self._found = overview(self._ours, self._lines, self._person.today, self._own)
        self._fill()

    def _fill(self) -> None:
        """Put in what was found, once."""
        self._say("headline", self._found.headline)
        menu = self.query_one(Menu)
        options = [Option("", id=row.id) for row in self._found.rows]
        if any(each.life for each in subjects([], self._lines)):
            options.append(Option(words_history.LIFE, id=LIFE))
        menu.take(options)
        menu.display = bool(options)
        self._draw()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._draw()

    def _draw(self) -> None:
        rows, menu = self._found.rows, self.query_one(Menu)
        width = max(20, min(self.content_size.width, 122) - MARK)
        self._say("heading", " " * MARK + heading(rows, width) if rows else "")
        for row in rows:
            menu.relabel(row.id, row_line(row, rows, width, glyphs()))
        self._say("more", "\n".join(self._more()))

    def _more(self) -> list[str]:
        """Eye, rest, practice strength, early endings, and what is not counted."""
        history, words = self._history, words_history
        if history is None:
            return []
        if not self._found.rows:
            dots = "1 .1."
            example = sparkline(_EXAMPLE, len(_EXAMPLE), glyphs())
            coming = [line.format(spark=example, dots=dots) for line in words.WHAT_COMES]
        else:
            coming = list[str]()
        today = self._person.today
        unsure = any(row.name.endswith(words.UNSURE_MARK) for row in self._found.rows)
        lines = [
            words.UNSURE_LINE if unsure else "",
            *self._found.lines,
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
        return [*coming, *(line for line in lines if line)]

    def _say(self, name: str, text: str) -> None:
        widget = self.query_one(f"#history-{name}", Static)
        widget.update(text)
        widget.display = bool(text)

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        found = subjects(self._ours, self._lines)
        ids = [each.id for each in found]
        wanted = GENTLE if message.option_id == EYE_GAP else message.option_id
        if wanted in ids:
            place = ids.index(wanted)
            self.app.push_screen(ChartScreen(found, place, self._ours, self._lines, self._own))

    def action_days(self) -> None:
        """Every practice."""
        if self._history is not None and self._history.sessions:
            self.app.push_screen(DaysScreen(self._person, self._history))

    def action_calendar(self) -> None:
        """The days on which there was practice."""
        if self._history is not None and self._history.sessions:
            self.app.push_screen(CalendarScreen(self._person, self._history, self._lines))

    def action_photos(self) -> None:
        """Progress photos."""
        from tui.screens.history.photos import PhotosScreen

        self.app.push_screen(PhotosScreen(self._person))

    def action_back(self) -> None:
        """To Home."""
        self.dismiss(None)
