"""The weekly questions: how life with this face was, in own words, no questionnaire.

Kept on the same time axis as the movements. A low mood gets a kind line and where to turn, and
no task. Returns what was answered, or None when it was left.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from sessions.history.questions import WEEKLY
from tui.texts import day as words_day
from tui.widgets.key_line import KeyLine
from tui.widgets.scales import Scales


class WeeklyScreen(Screen[dict[str, int] | None]):
    """Asks once a week; may be left out."""

    CSS_PATH = "check_in.tcss"
    TITLE = words_day.WEEKLY_TITLE
    HELP = words_day.WEEKLY_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", _("Go on"), tooltip=_("go on"), id="weekly.close"),
        Binding("escape", "leave", _("Not now"), tooltip=_("back to Home"), id="weekly.leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[str, int] | None = None

    def compose(self) -> ComposeResult:
        """Title, scales, keys."""
        yield Static(words_day.WEEKLY_TITLE, id="title", markup=False)
        yield Static(words_day.WEEKLY_HOW, id="how", classes="text", markup=False)
        yield Scales(WEEKLY)
        yield Static(words_day.SCALE_KEYS, id="keys", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The first scale is ready for a digit."""
        self.query_one(Scales).focus()

    @on(Scales.Answered)
    async def _answered(self, message: Scales.Answered) -> None:
        self._answers = message.answers
        if message.answers.get("low_mood", 0) < words_day.LOW_MOOD:
            self.dismiss(self._answers)
            return
        with self.app.batch_update():
            await self.query("#how, Scales, #keys").remove()
            await self.mount_all(
                [
                    Static(words_day.LOW_MOOD_LINE, id="kind", classes="text", markup=False),
                    Static(words_day.WEEKLY_THANKS, classes="text", markup=False),
                ],
                after="#title",
            )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter closes the page only after the answers."""
        return action != "close" or self._answers is not None

    def action_close(self) -> None:
        """Read."""
        self.dismiss(self._answers)

    def action_leave(self) -> None:
        """Not this time; what was answered before the kind line is kept."""
        self.dismiss(self._answers)
