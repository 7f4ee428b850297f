"""An interrupted practice in words: which it is, and which answers there are to it."""

from datetime import datetime
from typing import Literal

from routines.safe_text import shown_path
from sessions.care import access
from sessions.engine.interface.commands import KeptRep
from sessions.log.journal_format import Unfinished
from sessions.log.record import is_simulated
from tui.person.person import Person
from tui.texts import day as words
from tui.texts.dates import moment_in_words

Fate = Literal["resume", "keep", "discard"]


def settled_unasked(found: Unfinished) -> Fate | None:
    """What happens without a question: all is done, or nothing is; None where one is asked."""
    if found.worth_asking:
        return None
    return "keep" if found.over else "discard"


def choices(person: Person, found: Unfinished) -> tuple[list[str], dict[str, str]]:
    """The sentences about it and the answers there are. `found` has a header."""
    texts = [describe(found, person.now())]
    options = dict(words.UNFINISHED_OPTIONS)
    if not may_go_on(person, found):
        del options["resume"]
        texts.append(words.UNFINISHED_CLOSED)
    return texts, options


def may_go_on(person: Person, found: Unfinished) -> bool:
    """Whether the answers still open all of it. `found` has a header."""
    assert found.header is not None
    simulated = is_simulated(found.header.source)
    return simulated or access.may_go_on(found.header.plan.routine, person.settings, person.today)


def describe(found: Unfinished, now: datetime) -> str:
    """Which practice, when, and what was kept of it. `found` has a header."""
    assert found.header is not None
    reps = sum(isinstance(entry, KeptRep) for entry in found.kept)
    done = words.UNFINISHED_DONE.format(reps=reps) if reps else words.UNFINISHED_NONE
    return words.UNFINISHED_LINE.format(
        name=found.header.plan.routine.name,
        when=moment_in_words(found.header.started, now),
        done=done,
    )


def named(found: Unfinished, now: datetime) -> str:
    """The sentence about one where nobody can be asked; empty where nothing is to be said."""
    if found.header is None:
        return words.UNFINISHED_BROKEN.format(problem=found.problem, path=shown_path(found.path))
    match settled_unasked(found):
        case "discard":
            return ""
        case "keep":
            return words.UNFINISHED_ENDED.format(line=describe(found, now))
        case _:
            return words.UNFINISHED_NAMED.format(line=describe(found, now))


def filed(found: Unfinished, now: datetime) -> str:
    """The sentence about one that was kept without a question. `found` has a header."""
    return words.UNFINISHED_FILED.format(line=describe(found, now))
