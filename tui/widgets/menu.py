"""A list to go through with arrows and Enter, as it looks everywhere in the program."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Menu(OptionList):
    """An option list whose Enter is shown in the footer and whose mark needs no colour."""

    DEFAULT_CSS = """
    Menu {
        height: 1fr;
        max-width: 76;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    Menu:focus {
        border: none;
        background-tint: $background 0%;
    }
    Menu > .option-list--option-highlighted, Menu:focus > .option-list--option-highlighted {
        background: $panel;
        color: $accent;
        text-style: bold reverse;
    }
    Menu > .option-list--option-disabled {
        color: $text-muted;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "choose", id="menu.choose"),
    ]

    def __init__(self, options: Iterable[Option | str], *, id: str | None = None) -> None:
        super().__init__(*options, id=id, markup=False)

    def on_mount(self) -> None:
        """The first line that can be chosen is marked."""
        self.focus()
        self.action_first()
