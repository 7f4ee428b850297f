"""What Home and set-up ask for; `tui.flows` does it, over other screens."""

from collections.abc import Sequence
from typing import Any, Protocol

from textual.app import App

from routines.model import Routine
from sessions.care.next_practice import Offer
from sessions.history.summary import SessionSummary
from sessions.live.request import SessionOutcome

AnyApp = App[Any]


class PracticeActions(Protocol):
    """Ways into a practice. Each returns None where it did not come to one."""

    async def practice(
        self, app: AnyApp, routine: Routine, sessions: Sequence[SessionSummary]
    ) -> SessionOutcome | None:
        """Check-in, then the session."""
        ...

    async def other(
        self, app: AnyApp, sessions: Sequence[SessionSummary], offered: Offer
    ) -> SessionOutcome | None:
        """Another routine than the one that is offered."""
        ...

    async def named(
        self, app: AnyApp, chosen: Routine, sessions: Sequence[SessionSummary], offered: Offer
    ) -> SessionOutcome | None:
        """A routine the person named."""
        ...


class SetUpActions(Protocol):
    """The questions, and the sitting with a therapist."""

    async def first_run(self, app: AnyApp) -> bool:
        """The questions; True when they were gone through to their end."""
        ...

    async def therapist(self, app: AnyApp) -> str:
        """One sitting with a therapist; what was kept, in a sentence."""
        ...

    async def plan(self, app: AnyApp) -> str:
        """Plans and routines; what there is to say afterwards."""
        ...


class AgainActions(Protocol):
    """What is asked again before a practice that was typed as a command."""

    async def again(self, app: AnyApp) -> None:
        """Safety questions that are due."""
        ...


class InterruptedActions(Protocol):
    """What is asked before a practice that was typed as a command."""

    async def interrupted(self, app: AnyApp) -> SessionOutcome | None:
        """Interrupted practices until one is gone on with: how that went; None where none was."""
        ...


class HomeActions(SetUpActions, Protocol):
    """Everything that Home begins."""

    @property
    def practising(self) -> PracticeActions:
        """Ways into a practice."""
        ...

    async def day(self, app: AnyApp) -> None:
        """What comes before Home: the very first run, and practices that were interrupted."""
        ...

    async def example(self, app: AnyApp) -> None:
        """A short practice with the simulated patient."""
        ...

    async def history(self, app: AnyApp) -> None:
        """Weeks and days."""
        ...

    async def report(self, app: AnyApp) -> None:
        """The report for a therapist."""
        ...

    async def learn(self, app: AnyApp) -> None:
        """Short pages to read."""
        ...

    async def settings(self, app: AnyApp) -> None:
        """Change anything."""
        ...

    async def note(self, app: AnyApp) -> None:
        """A line for oneself, outside a session."""
        ...

    async def weekly(self, app: AnyApp) -> None:
        """The weekly questions."""
        ...
