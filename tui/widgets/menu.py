"""A list to go through with arrows and Enter, as it looks everywhere in the program.

The chosen line has a mark in front, so that it is known without colour.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from routines.language import _
from routines.language.cells import cells, wrapped
from tui.widgets.glyphs import Glyphs, glyphs


class Menu(OptionList):
    """An option list whose Enter is shown in the footer and whose mark is a character."""

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
        text-style: bold;
    }
    Menu > .option-list--option-disabled {
        color: $text-muted;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", _("Choose"), id="menu.choose"),
    ]

    def __init__(
        self, options: Iterable[Option | str], *, hang: int = 0, id: str | None = None
    ) -> None:
        """`hang`: columns by which the second line of a long option stands further right."""
        self._indent = " " * (2 + hang)
        self._labels: list[str] = []
        super().__init__(*self._indented(options), id=id, markup=False)

    def _indented(self, options: Iterable[Option | str]) -> list[Option]:
        made = [each if isinstance(each, Option) else Option(each) for each in options]
        self._labels = [str(option.prompt) for option in made]
        return [
            Option(f"  {option.prompt}", id=option.id, disabled=option.disabled) for option in made
        ]

    def take(self, options: Iterable[Option | str]) -> None:
        """Show these lines in place of the old ones."""
        self.clear_options()
        self.add_options(self._indented(options))
        self.action_first()

    def on_mount(self) -> None:
        """The first line that can be chosen is marked."""
        self.focus()
        self.action_first()

    def refill(self, options: Iterable[Option]) -> None:
        """Show other lines; the mark stays on the line it was on, where that is still there."""
        made = list(options)
        at = self.highlighted
        marked = None if at is None else self.get_option_at_index(at).id
        self._labels = [str(option.prompt) for option in made]
        self.clear_options()
        self.add_options(
            Option(f"  {option.prompt}", id=option.id, disabled=option.disabled) for option in made
        )
        ids = [option.id for option in made]
        self.highlighted = ids.index(marked) if marked in ids else None
        if self.highlighted is None:
            self.action_first()
        self._mark_all()

    def relabel(self, option_id: str, label: str) -> None:
        """Change the words of one line."""
        index = self.get_option_index(option_id)
        self._labels[index] = label
        self._mark(index)

    @property
    def lines(self) -> list[str]:
        """The words of every line, without the mark."""
        return list(self._labels)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark with the cursor."""
        super().watch_highlighted(highlighted)
        self._mark_all()

    def on_resize(self) -> None:
        """Break long lines anew."""
        self._mark_all()

    def _mark_all(self) -> None:
        for index in range(self.option_count):
            self._mark(index)

    def _mark(self, index: int) -> None:
        mark = ">" if glyphs() is Glyphs.ASCII else "\u203a"
        shown = f"{mark if index == self.highlighted else ' '} {self._labels[index]}"
        width = self.scrollable_content_region.width
        if cells(shown) > width > 2 * len(self._indent):
            shown = "\n".join(wrapped(shown, width, self._indent))
        if str(self.get_option_at_index(index).prompt) != shown:
            self.replace_option_prompt_at_index(index, shown)
