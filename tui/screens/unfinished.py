"""A practice that was interrupted: go on, keep what was done, or throw it away.

Nothing is decided without the person. Returns the choice; escape leaves it for later.
"""

from datetime import datetime
from typing import ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Static

from sessions.commands import KeptRep
from sessions.recovery import Unfinished
from tui import words_day
from tui.when import moment_in_words
from tui.widgets.choices import Choices

Fate = Literal["resume", "keep", "discard"]


class UnfinishedScreen(Screen[Fate | None]):
    """Asks about one interrupted session."""

    CSS_PATH = "unfinished.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "later", "later", id="unfinished.later"),
    ]

    def __init__(self, found: Unfinished, now: datetime) -> None:
        super().__init__()
        self._text = describe(found, now)

    def compose(self) -> ComposeResult:
        """What it was, and what may become of it."""
        yield Static(words_day.UNFINISHED_TITLE, id="title", markup=False)
        yield Static(self._text, classes="text", markup=False)
        yield Choices(words_day.UNFINISHED_OPTIONS, chosen=("resume",))
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Ready for a digit."""
        self.query_one(Choices).focus()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self.dismiss(cast(Fate, message.keys[0]))

    def action_later(self) -> None:
        """Asked again at the next start."""
        self.dismiss(None)


def describe(found: Unfinished, now: datetime) -> str:
    """The interrupted session in one sentence. `found` has a header."""
    assert found.header is not None
    reps = sum(isinstance(entry, KeptRep) for entry in found.kept)
    done = words_day.UNFINISHED_DONE.format(reps=reps) if reps else words_day.UNFINISHED_NONE
    return words_day.UNFINISHED_LINE.format(
        name=found.header.plan.routine.name,
        when=moment_in_words(found.header.started, now),
        done=done,
    )
