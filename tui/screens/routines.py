"""Other routines: what is open and what it is for, then what is closed, why, and what opens it.

Returns the chosen one.
"""

import shlex
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from routines.language import _
from routines.model import Routine
from routines.reading.library import shadows
from tui.person.open_routines import Shelf
from tui.presenters.home import minutes
from tui.screens.standing import when_drawn
from tui.terminal.reflow import wrap
from tui.texts import day as words_day
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu

NAMED = 2
"""Closed routines that are named in the line below the list."""


class RoutinesScreen(Screen[Routine | None]):
    """Shows a shelf."""

    CSS_PATH = "routines.tcss"
    TITLE = words_day.ROUTINES_TITLE
    HELP = words_day.ROUTINES_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", _("Back"), tooltip=_("back to Home"), id="routines.back"),
    ]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._about = {
            **{f"open-{n}": each.about for n, each in enumerate(shelf.routines)},
            **{f"closed-{n}": each.why for n, each in enumerate(shelf.closed)},
        }
        """What is said of each line, by its id."""

    def compose(self) -> ComposeResult:
        """Title, list, what the marked one is for."""
        yield Static(words_day.ROUTINES_TITLE, classes="title", markup=False)
        yield Menu(_options(self._shelf), hang=len(_LEAD))
        yield Static(id="about", markup=False)
        yield Static(_below(self._shelf), id="routines-below", markup=False)
        yield KeyLine()

    @on(Menu.OptionHighlighted)
    def _marked(self, _: Menu.OptionHighlighted) -> None:
        self._describe()

    def on_resize(self) -> None:
        """Room for the longest text, but no more than half of the window."""
        about = self.query_one("#about")
        width = about.content_size.width
        longest = max((len(wrap(text, width)) for text in self._about.values()), default=0)
        about.styles.height = 1 + min(longest, self.size.height // 2 - 1)
        when_drawn(self, self._describe)

    def _describe(self) -> None:
        """What the marked routine is for, as far as there is room."""
        marked = self.query_one(Menu).highlighted_option
        if marked is None or marked.id is None:
            return
        about = self.query_one("#about", Static)
        width, height = about.content_size
        about.update("\n".join(wrap(self._about[marked.id], width, height or 1)))

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        if message.option_index < len(self._shelf.routines):
            self.dismiss(self._shelf.routines[message.option_index])
        elif message.option.id is not None:
            self.app.clear_notifications()
            self.notify(self._about[message.option.id], markup=False)

    def action_back(self) -> None:
        """Nothing chosen."""
        self.dismiss(None)


_LEAD = words_day.ROUTINE_LINE.format(minutes=0, name="")


def _line(routine: Routine) -> str:
    own = f" ({words_day.ROUTINE_IN_PLACE})" if shadows(routine) else ""
    return words_day.ROUTINE_LINE.format(minutes=minutes(routine), name=routine.name + own)


def _options(shelf: Shelf) -> list[Option]:
    lines = [Option(_line(each), id=f"open-{n}") for n, each in enumerate(shelf.routines)]
    if shelf.closed:
        lines.append(Option(words_day.ROUTINES_CLOSED_HEADING, disabled=True))
    closed = enumerate(shelf.closed)
    return [*lines, *(Option(_line(each.routine), id=f"closed-{n}") for n, each in closed)]


def _named(shelf: Shelf) -> str:
    """The first closed routines by name; how many there are besides."""
    names = [each.routine.name for each in shelf.closed]
    first = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return first if more < 1 else words_day.ROUTINES_CLOSED_MORE.format(names=first, count=more)


def _below(shelf: Shelf) -> str:
    lines = [words_day.ROUTINES_BROKEN.format(file=shlex.quote(file)) for file in shelf.broken]
    if shelf.closed:
        lines.insert(0, words_day.ROUTINES_CLOSED.format(names=_named(shelf)))
    if not shelf.routines:
        lines.insert(0, words_day.ROUTINES_NONE)
    return "\n".join(lines)
