"""An empty first screen under `slowsmile setup`: it begins the questions and ends after them."""

from textual import work
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tui.screens.home_actions import SetUpActions
from tui.texts import practice as words


class SetUp(Screen[SessionOutcome]):
    """Leaves when the questions, the sitting with a therapist, or the plan are over."""

    TITLE = words.PROGRAM

    def __init__(
        self, actions: SetUpActions, *, with_therapist: bool = False, plan: bool = False
    ) -> None:
        super().__init__()
        self._actions = actions
        self._with_therapist = with_therapist
        self._plan = plan

    def on_mount(self) -> None:
        """Begin at once."""
        self._run()

    @work(group="set-up", exclusive=True)
    async def _run(self) -> None:
        if self._plan:
            sentence = await self._actions.plan(self.app)
        elif self._with_therapist:
            sentence = await self._actions.therapist(self.app)
        else:
            sentence = ""
            await self._actions.first_run(self.app)
        self.dismiss(SessionOutcome(ended=None, sentence=sentence))
