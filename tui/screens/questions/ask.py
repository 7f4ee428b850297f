"""One question with two answers, asked over a screen; the safe answer is the default."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen

from routines.language import _
from tui.widgets.lines import Said


class Ask(ModalScreen[bool]):
    """True for y, False for n or Enter, None for Esc, which answers nothing."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", _("Yes"), id="ask.yes"),
        Binding("n,enter,space", "answer(False)", _("No"), id="ask.no"),
        Binding("escape", "close", _("No")),
    ]

    def __init__(self, question: str, about: str, yes: str, no: str) -> None:
        super().__init__()
        self.texts = {"question": question, "about": about, "yes": yes, "no": no}

    def compose(self) -> ComposeResult:
        """A small card."""
        with Container(id="ask-card"):
            for name, text in self.texts.items():
                yield Said(text, id=f"ask-{name}")

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer, once: a key pressed twice may come here after that."""
        if self.is_current:
            self.dismiss(answer)
