"""Settings: everything that was ever asked, changed one line at a time and kept at once."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from routines.language import _
from routines.language.cells import padded
from routines.language.lists import begun
from tui.person.person import Person
from tui.presenters.settings import TYPED, Row, rows, typed_text
from tui.screens.elsewhere import wear
from tui.screens.keymap_checks import complaint
from tui.screens.questions.typed import Typed
from tui.texts import settings as words_settings
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu

AskPage = Callable[[str], Awaitable[object]]
"""Shows one page of the first run, by its name."""

_LABEL = 30


class SettingsScreen(Screen[None]):
    """`ask` shows the screens of the lines that turn over or are typed nowhere else."""

    CSS_PATH = "settings.tcss"
    TITLE = words_settings.TITLE
    HELP = words_settings.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", _("Back"), tooltip=_("back to Home"), id="settings.back"),
    ]

    def __init__(self, person: Person, ask: AskPage) -> None:
        super().__init__()
        self._person = person
        self._ask = ask

    def compose(self) -> ComposeResult:
        """Title and lines."""
        yield Static(words_settings.TITLE, classes="title", markup=False)
        yield Menu(map(_option, rows(self._person.settings)), hang=_LABEL + 1)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Another window may have changed something."""
        self._person.look(self._warn)
        self.refresh_rows()

    def refresh_rows(self) -> None:
        """Show the lines as the settings stand now: an answer may bring or take others."""
        self.query_one(Menu).refill(map(_option, rows(self._person.settings)))

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        by_id = {row.id: row for row in rows(self._person.settings)}
        self._change(by_id[message.option.id or ""])

    @work(group="settings", exclusive=True)
    async def _change(self, row: Row) -> None:
        """Change one line."""
        person = self._person
        if row.how == "turn" and row.turn is not None:
            person.keep(row.turn(person.settings), self._warn)
            wear(self.app, person.settings)
        elif row.how == "text":
            await self._type(row)
        else:
            await self._ask(row.id)
        self.refresh_rows()

    async def _type(self, row: Row) -> None:
        person = self._person
        title, about = words_settings.TYPE[row.id]
        text = await self.app.push_screen_wait(
            Typed(title, about, typed_text(person.settings, row.id))
        )
        if text is None:
            return
        try:
            changed = TYPED[row.id](person.settings, text)
        except ValueError as error:
            self._warn(words_settings.NOT_A_PAIR.format(part=error))
            return
        if wrong := complaint(changed.keymap):
            self._warn(begun(wrong))
            return
        person.keep(changed, self._warn)
        wear(self.app, person.settings)

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    def action_back(self) -> None:
        """All is kept already."""
        self.dismiss(None)


def _option(row: Row) -> Option:
    return Option(_line(row), id=row.id, disabled=row.how == "heading")


def _line(row: Row) -> str:
    if row.how == "heading":
        return row.label.upper()
    return f"{padded(row.label, _LABEL)} {row.value}".rstrip()
