"""Loads the history, the diary and the plan for Home in one call."""

from datetime import datetime
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.plan import FILE_NAME as PLAN_FILE
from routines.plan import Plan
from routines.reading.problems import FileErrors
from sessions.care.day_plan import load_plan
from sessions.care.therapist_file import FILE_NAME as THERAPIST_FILE
from sessions.history.diary import DiaryLine, diary
from sessions.history.index import History, open_history
from sessions.history.own_error import OwnError, own_error_if_readable
from sessions.history.summary import SessionSummary
from sessions.log.journal_format import FOLDER as JOURNALS
from sessions.log.record_files import FOLDER as RECORDS
from sessions.log.recovery import unsettled
from tui.person.person import Person


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions and diary, oldest first, and the plan."""

    sessions: tuple[SessionSummary, ...] = ()
    damaged: tuple[datetime, ...] = ()
    """As `uncounted`."""
    unread: bool = False
    """Whether the records cannot be read, so that nobody knows what was done today."""
    lines: tuple[DiaryLine, ...] = ()
    own_error: OwnError | None = None
    plan: Plan | None = None
    state: object = None
    """What it was made from, as it was on the disk (`day_state`), to see whether that changed."""
    trouble: str = ""
    """Why the plan cannot be used, or what is kept cannot be read; empty where all is well."""


def in_brief(error: Trouble) -> str:
    """What Home says of it: a file with mistakes is named, its mistakes are not listed."""
    return error.brief if isinstance(error, FileErrors) else error.sentence


def plan_state(person: Person) -> object:
    """What tells one state of the plan and the therapist's file from the next, without reading."""
    return tuple(map(_state, (person.data / PLAN_FILE, person.data / THERAPIST_FILE)))


def day_state(person: Person) -> object:
    """The same for all that a day goes by: the plan, and which records and journals are there.

    Another window may have kept or begun a practice meanwhile.
    """
    records = person.data / RECORDS
    folders = (records, records / f"{person.today.year:04d}", person.data / JOURNALS)
    return (plan_state(person), *map(_state, folders))


def _state(path: Path) -> object:
    try:
        found = path.stat()
    except OSError as error:
        return error.errno
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def uncounted(person: Person, history: History) -> tuple[datetime, ...]:
    """Starts, in local time without zone, of practices that no readable record counts: damaged
    records, practices that were broken off or go on in another window, and those of this window
    that could not be kept. Raises Unreadable."""
    counted = {each.summary.started.replace(tzinfo=None) for each in history.sessions}
    besides = (*unsettled(person.data, simulated=person.simulated), *person.unrecorded)
    return tuple(sorted({*history.damaged, *(at for at in besides if at not in counted)}))


def load_past(person: Person) -> Past:
    """Read it. A plan with mistakes is said and left out; bad records are left out."""
    plan, trouble, state = None, "", day_state(person)
    try:
        plan = load_plan(person.data, person.today, person.routine_folders)
    except Trouble as error:
        trouble = in_brief(error)
    sessions: tuple[SessionSummary, ...] = ()
    damaged: tuple[datetime, ...] = ()
    lines: tuple[DiaryLine, ...] = ()
    unread = True
    own, unusable = own_error_if_readable(person.data)
    trouble = trouble or unusable
    try:
        history = open_history(person.data)
        sessions, damaged = tuple(history.summaries), uncounted(person, history)
        unread = False
        lines = tuple(diary(person.data, sessions))
        history.need_all()
    except Trouble as error:
        trouble = in_brief(error)
    return Past(
        sessions=sessions,
        damaged=damaged,
        unread=unread,
        lines=lines,
        own_error=own,
        plan=plan,
        state=state,
        trouble=trouble,
    )
