"""What the first run left for after the first practice: sound, what is seen, wishes, the name."""

from functools import partial

from routines.model import Routine
from tui.flows.asking import ask_page, warn
from tui.person.person import Person
from tui.presenters import first_run
from tui.screens.home_actions import AnyApp
from tui.texts import first_run as words


async def ask_later(app: AnyApp, person: Person) -> None:
    """Each question once, a few at a time. Esc leaves one as it is, and the others for later."""
    for _ in range(first_run.MOST_LATER):
        left = first_run.later(person.settings)
        if not left or not await _put(app, person, left[0].id):
            return


async def ask_sound_first(app: AnyApp, person: Person, routine: Routine) -> None:
    """Before a routine with steps that are led by sound alone."""
    led = any(step.exercise.eyes_shut for step in routine.steps if step.skipped is None)
    if led and any(each.id == "sound" for each in first_run.later(person.settings)):
        await _put(app, person, "sound")


async def _put(app: AnyApp, person: Person, question: str) -> bool:
    intro = words.LATER_FACT if question in first_run.FACTS else words.LATER_INTRO
    answered = await ask_page(app, person, question, intro)
    person.keep(first_run.asked_later(person.settings, question), partial(warn, app))
    return answered
