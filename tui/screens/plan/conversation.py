"""An empty first screen for a command that is one conversation; it ends with it."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual import work
from textual.app import App
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tui.texts import practice as words


class Conversation(Screen[SessionOutcome]):
    """Runs `hold`, which says in a sentence what came of it, and leaves."""

    TITLE = words.PROGRAM

    def __init__(self, hold: Callable[[App[Any]], Awaitable[str]]) -> None:
        super().__init__()
        self._hold = hold

    def on_mount(self) -> None:
        """Begin at once."""
        self._run()

    @work(group="conversation", exclusive=True)
    async def _run(self) -> None:
        self.dismiss(SessionOutcome(ended=None, sentence=await self._hold(self.app)))
