"""An interrupted practice in words: which it is, and which answers there are to it."""

from datetime import datetime, timedelta
from typing import Literal

from routines.errors import Trouble
from routines.model import Routine
from routines.reading.library import find
from routines.safe_text import shown_path
from sessions.care import access
from sessions.care.next_practice import offer
from sessions.engine.interface.commands import KeptRep
from sessions.log.journal_format import Unfinished
from sessions.log.record import is_simulated
from tui.person.local_zone import with_rules
from tui.person.past import load_past
from tui.person.person import Person
from tui.texts import day as words_day
from tui.texts import unfinished as words
from tui.texts.dates import moment_in_words

OVER_MIDNIGHT = timedelta(hours=2)
"""A practice that was broken off before midnight may go on after it, so long since it began."""

Fate = Literal["resume", "keep", "discard"]


def settled_unasked(found: Unfinished) -> Fate | None:
    """What happens without a question: all is done, or nothing is; None where one is asked."""
    if found.worth_asking:
        return None
    return "keep" if found.over else "discard"


def choices(person: Person, found: Unfinished) -> tuple[list[str], dict[str, str]]:
    """The sentences about it and the answers there are. `found` has a header."""
    texts = [describe(found, person.now())]
    options = dict(words.OPTIONS)
    if closed := why_closed(person, found):
        del options["resume"]
        texts.append(closed)
    return texts, options


def why_closed(person: Person, found: Unfinished) -> str:
    """Why it cannot go on now, in a sentence; empty where it can. `found` has a header.

    Going on asks for no more than the day allows: it is of this day or of the last hours, no other
    practice calls for rest, and the routine has not become smaller since.
    """
    assert found.header is not None
    if is_simulated(found.header.source):
        return ""
    routine, now = found.header.plan.routine, with_rules(person.now())
    if not access.may_go_on(routine, person.settings, person.today):
        return words.CLOSED
    if not routine.active:
        return ""
    past = load_past(person)
    own = found.header.started.replace(tzinfo=None)
    besides = [at for at in past.damaged if at != own]
    others = offer(
        person.settings,
        past.plan,
        past.sessions,
        now,
        person.is_active,
        besides,
        unread=past.unread,
    )
    if others.resting:
        time = "" if others.from_time is None else f"{others.from_time:%H:%M}"
        return words_day.RESTING[others.resting].format(time=time)
    started = found.header.started.astimezone(now.tzinfo)
    if started.date() != now.date() and not timedelta(0) <= now - started < OVER_MIDNIGHT:
        return words.OTHER_DAY
    return words.SMALLER if _is_smaller_now(person, routine) else ""


def _is_smaller_now(person: Person, routine: Routine) -> bool:
    """Whether the routine of this name asks for less today than when it was begun."""
    try:
        found = find(routine.id, person.routine_folders, today=person.today)
    except Trouble:
        return False  # a file that was named once, or a sitting
    then, today = _doses(routine), _doses(found)
    return any(
        reps > today.get(exercise, (0, 0.0))[0] or hold_s > today.get(exercise, (0, 0.0))[1]
        for exercise, (reps, hold_s) in then.items()
    )


def _doses(routine: Routine) -> dict[str, tuple[int, float]]:
    """Repetitions of each exercise, all sets together, and its longest hold, seconds."""
    doses: dict[str, tuple[int, float]] = {}
    for step in routine.steps:
        if step.scored and step.skipped is None:
            reps, hold_s = doses.get(step.exercise.id, (0, 0.0))
            dose = step.dose
            doses[step.exercise.id] = (reps + dose.sets * dose.reps, max(hold_s, dose.hold_s))
    return doses


def describe(found: Unfinished, now: datetime) -> str:
    """Which practice, when, and what was kept of it. `found` has a header."""
    assert found.header is not None
    reps = sum(isinstance(entry, KeptRep) for entry in found.kept)
    done = words.DONE.format(reps=reps) if reps else words.NONE
    return words.LINE.format(
        name=found.header.plan.routine.name,
        when=moment_in_words(found.header.started, now),
        done=done,
    )


def named(found: Unfinished, now: datetime) -> str:
    """The sentence about one where nobody can be asked; empty where nothing is to be said."""
    if found.header is None:
        return words.BROKEN.format(problem=found.problem, path=shown_path(found.path))
    match settled_unasked(found):
        case "discard":
            return ""
        case "keep":
            return words.ENDED.format(line=describe(found, now))
        case _:
            return words.NAMED.format(line=describe(found, now))


def filed(found: Unfinished, now: datetime) -> str:
    """The sentence about one that was kept without a question. `found` has a header."""
    return words.FILED.format(line=describe(found, now))
