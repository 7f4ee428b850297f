"""The check-in before a practice: four scales, and where the answers suggest it, a proposal.

Skipped with one key, answered in seconds. What is suggested is decided in `check_in_advice`; the
person decides what is done.
"""

from collections.abc import Mapping
from typing import ClassVar, Literal, cast

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from sessions.care.check_in_advice import Advice, advise
from sessions.history.questions import AT_REST, CHECK_IN
from tui.texts import day as words_day
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.scales import Scales

Decision = Literal["take", "as-planned", "not-now"]
"""Take the proposal, go on with what was due, or leave it for now."""


class CheckedIn(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered, what it suggested, and what the person chose."""

    answers: Mapping[str, int] = {}
    advice: Advice = Advice()
    decision: Decision = "as-planned"


class CheckInScreen(Screen[CheckedIn]):
    """Asks; returns what was chosen. Leaving with escape means not now."""

    CSS_PATH = "check_in.tcss"
    TITLE = words_day.CHECK_IN_TITLE
    HELP = words_day.CHECK_IN_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "skip", _("Skip"), tooltip=_("no answers today"), id="check-in.skip"),
        Binding("escape", "leave", _("Not now"), tooltip=_("back to Home"), id="check-in.leave"),
    ]

    def __init__(
        self,
        *,
        eye_closes: bool | None = None,
        eye_exercises: bool = False,
        weekly_record: bool = False,
    ) -> None:
        """Before a `weekly_record` it also asks how the face looks at rest, before it is read."""
        super().__init__()
        self._questions = {**CHECK_IN, **AT_REST} if weekly_record else CHECK_IN
        self._eye_closes = eye_closes
        self._eye_exercises = eye_exercises
        self._answers: dict[str, int] = {}
        self._advice = Advice()

    def compose(self) -> ComposeResult:
        """Title, scales, keys."""
        yield Static(words_day.CHECK_IN_TITLE, id="title", markup=False)
        yield Static(words_day.CHECK_IN_HOW, id="how", classes="text", markup=False)
        yield Scales(self._questions)
        yield Static(words_day.SCALE_KEYS, id="keys", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The first scale is ready for a digit."""
        self.query_one(Scales).focus()

    @on(Scales.Answered)
    async def _answered(self, message: Scales.Answered) -> None:
        await self._take(message.answers)

    async def _take(self, answers: dict[str, int]) -> None:
        """Go on, or show first what the answers suggest."""
        self._answers = answers
        self._advice = advise(
            answers, eye_closes=self._eye_closes, eye_exercises=self._eye_exercises
        )
        if self._advice == Advice():
            self._leave("as-planned")
        else:
            await self._propose()

    async def _propose(self) -> None:
        """Show what the answers suggest, and why."""
        advice = self._advice
        lines = [words_day.EYE_FIRST] if advice.eye_first else []
        if advice.change != "none":
            lines.append(" ".join(words_day.BECAUSE[key] for key in advice.because))
            lines.append(words_day.PROPOSAL[advice.change])
        options = words_day.PROPOSAL_OPTIONS[advice.change] or words_day.EYE_OPTIONS
        first = next(iter(options))
        with self.app.batch_update():
            await self.query("#how, Scales, #keys").remove()
            self.query_one("#title", Static).update(words_day.PROPOSAL_TITLE)
            choices = Choices(options, chosen=(first,))
            texts = [Static(line, classes="text", markup=False) for line in lines]
            await self.mount_all([*texts, choices], after="#title")
        choices.focus()
        self.refresh_bindings()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self._leave(cast(Decision, message.keys[0]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Skipping is for the scales."""
        return action != "skip" or self._advice == Advice()

    async def action_skip(self) -> None:
        """No answers today."""
        await self._take({})

    def action_leave(self) -> None:
        """Not now."""
        self._leave("not-now")

    def _leave(self, decision: Decision) -> None:
        self.dismiss(CheckedIn(answers=self._answers, advice=self._advice, decision=decision))
