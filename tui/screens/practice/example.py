"""The example: a practice screen that keeps nothing, asks nothing, and is left by one key."""

from sessions.live.request import SessionOutcome
from tui.screens.practice.session import SessionScreen
from tui.texts import practice as words


class ExampleScreen(SessionScreen):
    """Shows a practice with the simulated patient; Esc or q ends it at once."""

    def on_mount(self) -> None:
        """Say that it is an example; Textual lets the practice begin by its own `on_mount`."""
        self.notify(words.EXAMPLE_OF, timeout=8, markup=False)

    async def sum_up(self) -> SessionOutcome:
        """No summary and no record: the folder it was written to is deleted."""
        self.conductor.put_aside()
        return SessionOutcome(ended=None)

    def action_escape(self) -> None:
        """End it."""
        self.conductor.leave()

    def action_leave(self) -> None:
        """End it."""
        self.conductor.leave()
