"""A text to be read through before something is done: yes, or no. Esc means no."""

import dataclasses
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.widgets.key_line import KeyLine

WIDEST, NARROWEST = 76, 20
"""Columns of a line; in a window with less room than that, lines are cut."""


class Review(Screen[bool]):
    """Where there is more than fits, the arrows scroll; Enter turns the page, answers nothing."""

    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", _("Yes"), id="review.yes"),
        Binding("n,escape", "answer(False)", _("No"), id="review.no"),
        Binding("enter,space", "page", _("Read on"), tooltip=_("the next page"), id="review.page"),
    ]

    def __init__(
        self, title: str, lines: Callable[[int], list[str]], *, yes: str = "", no: str
    ) -> None:
        """`lines` for so many columns. Without `yes` there is nothing to agree to."""
        super().__init__()
        self.title = title
        self.lines = lines
        self.yes = yes
        self.no = no
        self._call("y", yes)
        self._call("n", no)
        self._call("escape", no)

    def _call(self, key: str, answer: str) -> None:
        """What the footer says of `key`."""
        bound = self._bindings.key_to_bindings
        bound[key] = [dataclasses.replace(each, description=answer) for each in bound[key]]

    def compose(self) -> ComposeResult:
        """Title, text, the keys with the two answers."""
        yield Static(self.title or "", classes="title", markup=False)
        with VerticalScroll():
            yield Static(classes="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready for the arrows."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Break the lines anew; beside them are the margins and the bar."""
        lines = self.lines(max(NARROWEST, min(WIDEST, self.size.width - 6)))
        self.query_one("VerticalScroll Static", Static).update("\n".join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No yes where there is nothing to agree to."""
        return action != "answer" or parameters != (True,) or bool(self.yes)

    def action_page(self) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_answer(self, answer: bool) -> None:
        """Close, once."""
        if self.is_current:
            self.dismiss(answer)
