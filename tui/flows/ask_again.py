"""What is asked again at a start: safety questions that are due, and what the weekly look saw.

On the screen with the pages of the first run, in lines with the same words; each question is kept
with its date once it was answered. The simulated patient is asked nothing.
"""

import asyncio
from functools import partial

from sessions.care.asked_again import Again, asked_on, questions_due
from sessions.care.next_practice import own_sessions
from sessions.care.triage import emergency
from sessions.care.weekly_look import answered, movement_to_ask_about
from tui.flows.asking import ask_page, follow_plan, warn
from tui.flows.plain_questions import Ask, Say, ask_linked, ask_one_page, ask_option
from tui.person.past import load_past
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.texts import again as words


def next_question(person: Person, done: set[Again]) -> Again | None:
    """The next question that is due and was not put at this start."""
    if person.simulated:
        return None
    due = questions_due(person.settings, person.today)
    return next((each for each in due if each not in done), None)


async def ask_again(app: AnyApp, person: Person) -> None:
    """Put each question that is due, then ask what the weekly look saw; Esc puts one off."""
    put: set[Again] = set()
    while (question := next_question(person, put)) is not None:
        put.add(question)
        if await ask_page(app, person, question, words.INTRO[question]):
            _keep_asked(person, question, partial(warn, app))
    if await ask_about_movement(app, person):
        await ask_page(app, person, "linked")


async def ask_about_movement(app: AnyApp, person: Person) -> bool:
    """Ask whether the person saw or felt it too; True when it was confirmed."""
    from tui.screens.questions.pick import Pick

    names = await asyncio.to_thread(_moved, person)
    if not names:
        return False
    text = words.MOVEMENT.format(where=" / ".join(names))
    answer = await app.push_screen_wait(Pick(words.MOVEMENT_TITLE, (text,), words.MOVEMENT_OPTIONS))
    if not answer:
        return False
    return _answer_movement(person, answer == ("yes",), partial(warn, app))


def ask_again_in_lines(person: Person, ask: Ask, say: Say) -> None:
    """The same in lines of text. Ends at signs of an emergency, which the caller has to tell."""
    put: set[Again] = set()
    while (question := next_question(person, put)) is not None:
        put.add(question)
        say(words.INTRO[question])
        if not ask_one_page(question, person, ask, say):
            return
        _keep_asked(person, question, say)
        if emergency(person.settings):
            return
    _follow(person, say)
    ask_about_movement_in_lines(person, ask, say)


def ask_about_movement_in_lines(person: Person, ask: Ask, say: Say) -> None:
    """As on the screen; a yes is followed by the question about linked movement."""
    names = _moved(person)
    if not names:
        return
    say(words.MOVEMENT.format(where=" / ".join(names)))
    answer = ask_option(words.MOVEMENT_OPTIONS, ask, say)
    if answer is not None and _answer_movement(person, answer == "yes", say):
        ask_linked(person, ask, say)
        _follow(person, say)


def _moved(person: Person) -> tuple[str, ...]:
    if person.settings.stage != "flaccid":
        return ()
    sessions = own_sessions(person.settings, load_past(person).sessions)
    return movement_to_ask_about(person.settings, sessions)


def _answer_movement(person: Person, felt: bool, say: Say) -> bool:
    person.keep(answered(person.settings, felt=felt, today=person.today), say)
    say(words.MOVEMENT_YES if felt else words.MOVEMENT_NO)
    return felt


def _keep_asked(person: Person, question: Again, say: Say) -> None:
    person.keep(asked_on(person.settings, question, person.today), say)


def _follow(person: Person, say: Say) -> None:
    if trouble := follow_plan(person):
        say(trouble)
