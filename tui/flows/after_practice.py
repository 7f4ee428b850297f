"""The questions after a practice, on the screen: one at a time, each with its reason."""

import asyncio
from functools import partial
from typing import Any

from textual.app import App

from routines.model import Routine
from tui.flows.ask_again import ask_about_movement
from tui.flows.suggestions import Question, suggestions
from tui.person.past import load_past
from tui.person.person import Person
from tui.screens.questions.pick import Pick


class Afterwards:
    """The questions after one practice of `person`."""

    def __init__(self, app: App[Any], person: Person) -> None:
        self._app = app
        self._person = person
        self._warn = partial(app.notify, severity="warning", timeout=12, markup=False)

    async def ask(self, routine: Routine) -> str:
        """Ask what there is to ask; the page of the first run to show next, or empty."""
        past = await asyncio.to_thread(load_past, self._person)
        asked = suggestions(self._person, past, routine, self._warn)
        try:
            question = next(asked)
            while True:
                question = asked.send(await self._pick(question))
        except StopIteration as end:
            page: str = end.value
        if past.sessions and routine.kind == "weekly-look":
            return "linked" if await ask_about_movement(self._app, self._person) else ""
        return page

    async def _pick(self, question: Question) -> str:
        pick = Pick(question.title, (question.text,), question.options)
        answer = await self._app.push_screen_wait(pick)
        return answer[0] if answer else ""
