"""One question with a few answers, a key each. Returns the chosen keys, None when it was left."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.texts import first_run as words_first_run
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine


class Pick(Screen[tuple[str, ...] | None]):
    """Title, a few sentences, choices."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back"), tooltip=_("leave it for now"), id="pick.leave"),
    ]

    def __init__(
        self,
        title: str,
        texts: Sequence[str],
        options: dict[str, str],
        *,
        chosen: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self.texts = texts
        self.options = options
        self._choices = Choices(options, chosen=chosen)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(self.title or "", classes="title", markup=False)
        with VerticalScroll(can_focus=False):
            for text in self.texts:
                yield Static(text, classes="text", markup=False)
            yield self._choices
        yield Static(id="say", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready for a digit."""
        self._choices.focus()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self._answer(message.keys)

    @on(Choices.Missing)
    def _missing(self) -> None:
        self.query_one("#say", Static).update(words_first_run.CHOOSE_FIRST)

    def action_leave(self) -> None:
        """Not answered."""
        self._answer(None)

    def _answer(self, keys: tuple[str, ...] | None) -> None:
        """Close, once: a key pressed twice may reach a screen that has been answered."""
        if self.is_current:
            self.dismiss(keys)
