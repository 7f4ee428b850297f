"""An empty first screen under `slowsmile run`: it asks about interrupted practices and ends."""

from textual import work
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tui.screens.home_actions import InterruptedActions
from tui.texts import practice as words


class Interrupted(Screen[SessionOutcome]):
    """Leaves when every question was answered, or a practice was gone on with."""

    TITLE = words.PROGRAM

    def __init__(self, actions: InterruptedActions) -> None:
        super().__init__()
        self._actions = actions
        self.all_asked = False
        """Whether every one was asked about and none gone on with: another may begin."""

    def on_mount(self) -> None:
        """Begin at once."""
        self._run()

    @work(group="interrupted", exclusive=True)
    async def _run(self) -> None:
        outcome = await self._actions.interrupted(self.app)
        self.all_asked = outcome is None
        self.dismiss(outcome or SessionOutcome(ended=None))
