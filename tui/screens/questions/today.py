"""The card for a sign that a doctor should see today: said at once, with what stays open."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from tui.screens.learn import when_to_see_a_doctor
from tui.texts import doctor as words
from tui.widgets.key_line import KeyLine


class TodayCard(Screen[None]):
    """Shows the sentences of the signs, most pressing first; Enter goes on."""

    CSS_PATH = "doctor.tcss"
    TITLE = words.TODAY_TITLE
    HELP = words.TODAY_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "when", _("When"), tooltip=_("when to see a doctor: now, today, soon")),
        Binding("enter", "go_on", _("Go on"), tooltip=_("on with the questions")),
    ]

    def __init__(
        self,
        sentences: Sequence[str],
        *,
        title: str = words.TODAY_TITLE,
        closing: str = words.TODAY_OPEN,
    ) -> None:
        super().__init__()
        self.title = title
        self._sentences = (*sentences, closing) if closing else tuple(sentences)

    def compose(self) -> ComposeResult:
        """Why today, and what is open until then."""
        yield Static(self.title or "", classes="title", markup=False)
        with VerticalScroll():
            for sentence in (*self._sentences, words.WHEN_KEY):
                yield Static(sentence, classes="text", markup=False)
        yield KeyLine()

    def action_when(self) -> None:
        """The page with all signs; this card is still there behind it."""
        self.app.push_screen(when_to_see_a_doctor())

    def action_go_on(self) -> None:
        """It was read."""
        self.dismiss(None)
