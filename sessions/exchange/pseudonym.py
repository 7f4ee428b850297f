"""Records, diary and totals under a made-up name: what tells who it is is taken out. Pure.

Numbers, dates and ids of sessions stay; they are what the export is for. Texts that the person
typed stay only where that was asked for.
"""

import re

from msgspec.structs import replace

from routines.errors import Trouble
from routines.language import _
from routines.safe_text import harmless
from sessions.camera.source_name import parse
from sessions.exchange.document import Document
from sessions.history.diary import DiaryLine
from sessions.log.record import SessionRecord

_PSEUDONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}")


def pseudonym(typed: str, name: str, flag: str = "--as") -> str:
    """`typed`, where it can stand in files and tables. Raises Trouble, also for the own `name`."""
    if not _PSEUDONYM.fullmatch(typed):
        raise Trouble(
            _(
                "{flag} {typed}: a made-up name of up to 20 letters a to z, digits, "
                "- and _, such as P017."
            ).format(flag=flag, typed=harmless(typed, 40))
        )
    if name and typed.casefold() in (name.casefold(), *name.casefold().split()):
        raise Trouble(
            _("{flag} is for a made-up name, and this is the name in the settings.").format(
                flag=flag
            )
        )
    return typed


def nameless(record: SessionRecord, *, notes: bool) -> SessionRecord:
    """The record without names of cameras, files and folders; without typed texts unless `notes`.

    A routine of the person's own is called "own": its name and its file may say who they are.
    """
    ours = record.routine.source != "library"
    own = {"id": "own", "name": "own", "source": "own"} if ours else dict[str, str]()
    answers = {key: said for key, said in record.check_in.items() if not isinstance(said, str)}
    return replace(
        record,
        source=parse(record.source).kind,
        routine=replace(record.routine, **own),
        check_in=record.check_in if notes else answers,
        notes=record.notes if notes else (),
        overrides=record.overrides if notes else (),
        exercises=tuple(replace(each, why="") for each in record.exercises)
        if not notes
        else record.exercises,
    )


def nameless_document(given: Document, person: str, *, notes: bool) -> Document:
    """All of an export. Files that could not be read are counted, not named."""
    count = len(given.unreadable)
    lines = (each if notes else _without_text(each) for each in given.diary)
    return replace(
        given,
        person=person,
        sessions=tuple(nameless(each, notes=notes) for each in given.sessions),
        diary=tuple(each for each in lines if each.answers or each.text),
        unreadable=(_("a file that could not be read"),) * count,
    )


def _without_text(line: DiaryLine) -> DiaryLine:
    answers = {key: said for key, said in line.answers.items() if _is_choice(line, said)}
    return replace(line, text="", answers=answers)


def _is_choice(line: DiaryLine, said: object) -> bool:
    """Numbers, ticks, and what was chosen about the eye; a text that was typed is none."""
    return not isinstance(said, str) or line.kind == "eye"
