"""Small ways of asking and keeping that several conversations share."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from routines.errors import Trouble
from sessions.care.day_plan import follow_stage
from sessions.care.stage_today import stage_today
from sessions.care.triage import emergency
from sessions.history.diary import DiaryLine, add_line
from tui.person.person import Person
from tui.presenters import first_run
from tui.texts import day as words_day

if TYPE_CHECKING:  # plain mode asks too, and does without Textual
    from tui.screens.home_actions import AnyApp


async def emergency_first(app: "AnyApp", person: Person) -> None:
    """The emergency card, where it is due, until a doctor has looked."""
    from tui.screens.questions.emergency import EmergencyCard

    if emergency(person.settings):
        await app.push_screen_wait(EmergencyCard(person))


async def ask_all(
    app: "AnyApp", person: Person, example: Callable[[], Awaitable[object]] | None = None
) -> bool:
    """The questions of the first run; True when they were gone through to their end.

    `example` is offered before the first one.
    """
    from tui.screens.questions.first_run import FirstRun

    ended = bool(await app.push_screen_wait(FirstRun(person, example=example)))
    await settle_plan(app, person)
    return ended


async def ask_page(app: "AnyApp", person: Person, page: str, intro: str = "") -> bool:
    """One question of the first run, after `intro`; True when it was answered.

    A yes to linked movement is followed by what moves along, and on which side.
    """
    from tui.screens.questions.first_run import FirstRun

    done = await app.push_screen_wait(FirstRun(person, page=page, only=True, intro=intro))
    more = first_run.more_linked(page, person.settings) if done and page == "linked" else None
    while more is not None:
        if not await app.push_screen_wait(FirstRun(person, page=more.id, only=True)):
            break
        more = first_run.more_linked(more.id, person.settings)
    await settle_plan(app, person)
    return bool(done)


async def settle_plan(app: "AnyApp", person: Person) -> None:
    """Let the program's own plan follow the stage, once the first run is over."""
    if person.settings.answers.finished_on is None:
        return
    if trouble := await asyncio.to_thread(follow_plan, person):
        warn(app, trouble)


def follow_plan(person: Person) -> str:
    """Let the program's own plan follow the stage. Why it could not; empty where it could.

    A stage that is not in the settings file yet is not put into the plan either.
    """
    stage = stage_today(person.settings)
    if stage is None or person.unwritten:
        return ""
    try:
        follow_stage(person.data, stage, person.today, person.routine_folders)
    except Trouble as trouble:
        return trouble.sentence
    except OSError as error:
        return words_day.PLAN_NOT_KEPT.format(why=error.strerror)
    return ""


def keep_line(app: "AnyApp", person: Person, line: DiaryLine) -> None:
    """Keep a line given outside a session."""
    try:
        add_line(person.data, line)
    except OSError as error:
        warn(app, words_day.NOT_KEPT.format(why=error.strerror))


def warn(app: "AnyApp", sentence: str) -> None:
    """A toast that stays long enough to be read."""
    app.notify(sentence, severity="warning", timeout=12, markup=False)
