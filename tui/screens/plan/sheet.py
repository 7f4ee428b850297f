"""A sheet: lines that are changed one by one, with what the checker says below them.

What a line does is the matter of a `SheetTask`; this screen shows its lines and hands it the keys.
"""

from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from routines.language import _
from tui.presenters.plan.rows import SheetRow
from tui.screens.home_actions import AnyApp
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu

LABEL = 24
"""Columns of what a line is called; a longer name has its value on the next line."""


class SheetTask(Protocol):
    """What is changed on a sheet."""

    keys: frozenset[str]
    """Which of keep, add, remove and move there are here."""
    help: str

    @property
    def title(self) -> str:
        """What the sheet is about."""
        ...

    def rows(self) -> list[SheetRow]:
        """Its lines as they stand."""
        ...

    def words(self) -> list[str]:
        """What the checker says of it."""
        ...

    async def choose(self, app: AnyApp, row: str) -> None:
        """Change the line `row`."""
        ...

    async def act(self, app: AnyApp, action: str, row: str) -> str:
        """Do keep, add, remove, earlier or later to `row`; the line to mark then, empty for the
        same."""
        ...

    async def may_close(self, app: AnyApp) -> bool:
        """Whether nothing is lost by leaving, or the person wants to."""
        ...


class Sheet(Screen[None]):
    """Shows `task`."""

    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "act('keep')", _("Keep"), tooltip=_("check and keep it"), id="sheet.keep"),
        Binding("a", "act('add')", _("Add"), tooltip=_("add one"), id="sheet.add"),
        Binding("d", "act('remove')", _("Take out"), tooltip=_("take it out"), id="sheet.remove"),
        Binding("e", "act('earlier')", _("Earlier"), tooltip=_("move it up"), id="sheet.earlier"),
        Binding("l", "act('later')", _("Later"), tooltip=_("move it down"), id="sheet.later"),
        Binding("escape,q", "back", _("Back"), tooltip=_("back"), id="sheet.back"),
    ]

    def __init__(self, task: SheetTask) -> None:
        super().__init__()
        self.matter = task
        self.title = task.title
        self.help_now = task.help
        """What the help says of this sheet."""

    def compose(self) -> ComposeResult:
        """Title, lines, the checker's words, keys."""
        yield Static(self.matter.title, classes="title", markup=False)
        yield Menu(map(_option, self.matter.rows()), hang=LABEL + 1)
        with VerticalScroll(id="sheet-words", can_focus=False):
            yield Static(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready for the arrows."""
        self.refresh_rows()

    def refresh_rows(self, mark: str = "") -> None:
        """Show it as it stands now."""
        menu = self.query_one(Menu)
        rows = self.matter.rows()
        menu.refill(map(_option, rows))
        if mark in [row.id for row in rows]:
            menu.highlighted = menu.get_option_index(mark)
        self.query_one(".title", Static).update(self.matter.title)
        said = self.matter.words()
        self.query_one("#sheet-words Static", Static).update("\n".join(said))
        self.query_one("#sheet-words").display = bool(said)
        menu.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the keys that there are here."""
        if action != "act":
            return True
        name = "move" if parameters[0] in {"earlier", "later"} else parameters[0]
        return name in self.matter.keys

    @property
    def _row(self) -> str:
        menu = self.query_one(Menu)
        at = menu.highlighted
        return "" if at is None else menu.get_option_at_index(at).id or ""

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        self._choose(message.option.id or "")

    @work(group="sheet", exclusive=True)
    async def _choose(self, row: str) -> None:
        await self.matter.choose(self.app, row)
        self.refresh_rows()

    @work(group="sheet", exclusive=True)
    async def action_act(self, action: str) -> None:
        """One of the keys."""
        mark = await self.matter.act(self.app, action, self._row)
        self.refresh_rows(mark)

    @work(group="sheet", exclusive=True)
    async def action_back(self) -> None:
        """Leave, if nothing is lost or the person says so."""
        if await self.matter.may_close(self.app) and self.is_current:
            self.dismiss(None)


def _option(row: SheetRow) -> Option:
    if row.heading:
        return Option(row.label, id=row.id, disabled=True)
    return Option(f"{row.label:<{LABEL}} {row.value}".rstrip(), id=row.id)
