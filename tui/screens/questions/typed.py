"""One line to type, with a sentence about it. Returns the text, or None when it was left."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from routines.language import _

LONGEST = 500
"""Letters of one line, as in the note after a practice; what is pasted beyond is left out."""


class Typed(ModalScreen[str | None]):
    """A small card with an input."""

    CSS_PATH = "typed.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back"), id="typed.leave"),
    ]

    def __init__(self, title: str, about: str, text: str = "") -> None:
        super().__init__()
        self.title = title
        self.about = about
        self.text = text

    def compose(self) -> ComposeResult:
        """Title, sentence, input."""
        with Container(id="typed-card"):
            yield Static(self.title or "", id="typed-title", markup=False)
            yield Static(self.about, id="typed-about", markup=False)
            yield Input(self.text, max_length=LONGEST)

    def on_mount(self) -> None:
        """Ready for typing."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        self.app.clear_notifications()  # of an answer before this one; it would hide lines
        self.dismiss(message.value.strip())

    def action_leave(self) -> None:
        """As it was."""
        self.dismiss(None)
