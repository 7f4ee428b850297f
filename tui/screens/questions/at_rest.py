"""The own rating of the face at rest, before a check-up that was typed as a command.

Home asks it with the check-in. Kept beside what is measured, in the person's own words.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from sessions.history.questions import AT_REST
from sessions.live.request import SessionOutcome
from tui.texts import day as words_day
from tui.widgets.key_line import KeyLine
from tui.widgets.scales import Scales


class AtRestScreen(Screen[SessionOutcome]):
    """Asks one thing; Enter goes on, with or without an answer."""

    CSS_PATH = "check_in.tcss"
    TITLE = words_day.AT_REST_TITLE
    HELP = words_day.CHECK_IN_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Not now"), tooltip=_("no check-up now"), id="check-in.leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, int] | None = None
        """What was answered; None where it was left, and no check-up is wanted now."""

    def compose(self) -> ComposeResult:
        """Title, scale, keys."""
        yield Static(words_day.AT_REST_TITLE, id="title", markup=False)
        yield Static(words_day.CHECK_IN_HOW, id="how", classes="text", markup=False)
        yield Scales(AT_REST)
        yield Static(words_day.SCALE_KEYS, id="keys", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready for a digit."""
        self.query_one(Scales).focus()

    @on(Scales.Answered)
    def _answered(self, message: Scales.Answered) -> None:
        self.answers = message.answers
        self.dismiss(SessionOutcome(ended=None))

    def action_leave(self) -> None:
        """Not now."""
        self.dismiss(SessionOutcome(ended=None))
