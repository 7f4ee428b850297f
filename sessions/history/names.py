"""What the exercises and routines of a kept session are called now.

A record keeps ids, and names as they were called on its day: perhaps in another language. What a
person called a routine stays. Where the program has no language but English, all names are English
already, and nothing is looked up.
"""

from collections.abc import Callable

import msgspec

from routines.catalogue import exercises
from routines.language import is_english
from routines.language.choice import languages
from routines.reading.library import library_name
from sessions.history.summary import SessionSummary, is_built_in
from sessions.log.record import SessionRecord


def namer() -> Callable[[SessionSummary], SessionSummary]:
    """Gives a summary the names that exercises and built-in routines have now."""
    return _named if _may_differ() else _as_kept


def _as_kept(summary: SessionSummary) -> SessionSummary:
    return summary


def _named(summary: SessionSummary) -> SessionSummary:
    known = exercises()
    names = {
        each.name: known[each.id].name
        for each in summary.exercises
        if each.id in known and known[each.id].name != each.name
    }
    routine = library_name(summary.routine_id) if summary.built_in else None
    if names:
        replaced = [
            msgspec.structs.replace(each, name=names.get(each.name, each.name))
            for each in summary.exercises
        ]
        stops = [
            msgspec.structs.replace(each, exercise=names.get(each.exercise, each.exercise))
            for each in summary.stops
        ]
        summary = msgspec.structs.replace(summary, exercises=tuple(replaced), stops=tuple(stops))
    if routine and routine != summary.routine_name:
        summary = msgspec.structs.replace(summary, routine_name=routine)
    return summary


def named_record(record: SessionRecord) -> SessionRecord:
    """The same of a whole record, to be shown."""
    if not _may_differ():
        return record
    known = exercises()
    done = tuple(
        msgspec.structs.replace(each, name=known[each.id].name) if each.id in known else each
        for each in record.exercises
    )
    built_in = is_built_in(record.routine)
    name = (library_name(record.routine.id) if built_in else None) or record.routine.name
    routine = msgspec.structs.replace(record.routine, name=name)
    return msgspec.structs.replace(record, exercises=done, routine=routine)


def _may_differ() -> bool:
    """Whether a record may be of another language than the one in use."""
    return bool(languages()) or not is_english()
