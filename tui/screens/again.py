"""An empty first screen under `slowsmile run`: it asks what is due to be asked again, and ends."""

from textual import work
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tui.screens.home_actions import AgainActions
from tui.texts import practice as words


class Again(Screen[SessionOutcome]):
    """Leaves when every question was answered or put off."""

    TITLE = words.PROGRAM

    def __init__(self, actions: AgainActions) -> None:
        super().__init__()
        self._actions = actions

    def on_mount(self) -> None:
        """Begin at once."""
        self._run()

    @work(group="again", exclusive=True)
    async def _run(self) -> None:
        await self._actions.again(self.app)
        self.dismiss(SessionOutcome(ended=None))
