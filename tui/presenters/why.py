"""`why` in sentences: what was compared in each repetition, how near it was, what was said."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.movements import side_name
from routines.safe_text import harmless
from sessions.decisions.account import Aside, RepAccount, story
from sessions.decisions.columns import Damaged
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.decisions.rerun import Difference, Rerun, rerun
from sessions.engine.interface.commands import (
    Finished,
    Kept,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.rule_set import changes_since
from sessions.log.record import SessionRecord
from tui.presenters.why_reps import Expected, clock, limits_line, rep_lines
from tui.texts import why as words


class Chosen(msgspec.Struct, frozen=True):
    """Which repetitions are asked about; None is each."""

    exercise: str | None = None
    set: int | None = None
    rep: int | None = None

    def takes(self, each: RepAccount | Aside, exercise: str) -> bool:
        """Whether this is one of them. What belongs to no repetition is, unless one is named."""
        return (
            self.exercise in (None, exercise)
            and self.set in (None, each.set)
            and self.rep in (None, each.n if isinstance(each, RepAccount) else None)
        )


EVERYTHING = Chosen()


def all_lines(
    stem: str,
    record: SessionRecord,
    load: Callable[[], KeptDecisions | None],
    chosen: Chosen = EVERYTHING,
) -> list[str]:
    """The chosen repetitions of a session; the last line says whether it is decided the same.

    `load` gives its decisions, and may raise Trouble or Damaged. Takes a second or two.
    """
    found = go_through(load)
    if isinstance(found, str):
        return list(record_lines(stem, record, found))
    decisions, again = found
    lines = why_lines(stem, decisions, story(again.commands, again.begins), chosen)
    return [*lines, "", last_line(decisions, again.difference)]


def go_through(
    load: Callable[[], KeptDecisions | None],
) -> tuple[KeptDecisions, Rerun] | str:
    """The decisions made again; where that cannot be done, the sentence that says why."""
    try:
        decisions = load()
        return words.NO_SERIES if decisions is None else (decisions, rerun(decisions))
    except Trouble as trouble:
        why = trouble.sentence
    except Damaged as damage:
        why = _("What was kept is no use: {damage}.").format(damage=damage)
    return words.BROKEN_SERIES.format(why=why)


def record_lines(stem: str, record: SessionRecord, why: str) -> Iterable[str]:
    """A record whose decisions cannot be made again: what it holds, and `why` they cannot."""
    yield words.HEAD.format(stem=stem, routine=record.routine.name, side=side_name(record.side))
    yield holds_line(record)
    for line in said_in(record):
        yield f"  {harmless(line, 400)}"
    yield why


def why_lines(
    stem: str,
    decisions: KeptDecisions,
    parts: Sequence[RepAccount | Aside],
    chosen: Chosen = EVERYTHING,
) -> Iterable[str]:
    """Everything but the last line."""
    plan = decisions.plan
    yield words.HEAD.format(stem=stem, routine=plan.routine.name, side=side_name(plan.side))
    yield words.KEPT_BY.format(
        program=decisions.program,
        rules=decisions.rule_set,
        model=decisions.model_sha256[:12] or words.NO_MODEL,
    )
    place: tuple[int, int] | None = None
    limited: tuple[int, int] | None = None
    found = False
    for n, each in enumerate(parts):
        exercise = plan.routine.steps[each.step].exercise
        if not chosen.takes(each, exercise.id):
            continue
        found = True
        if n and each.stretch != parts[n - 1].stretch:
            yield ""
            yield words.GONE_ON
        here = each.step, each.set
        if isinstance(each, Aside) and each.ended is not None and not _begun(parts[:n], each.step):
            yield ""
            ended = words.ENDED[each.ended].format(why=each.why).rstrip()
            yield words.NOT_BEGUN.format(name=exercise.name, id=exercise.id, ended=ended)
            continue
        said = list(_lines(each, parts, n, plan))
        if said and place != here:
            place = here
            yield ""
            yield words.SET.format(name=exercise.name, id=exercise.id, set=each.set)
        if isinstance(each, RepAccount) and limited != here:
            limited = here if each.looks else None
            for look in each.looks:
                yield f"  {limits_line(look, _expected(parts, each.step, plan))}"
        yield from said
    if not found or not any(isinstance(each, RepAccount) for each in parts):
        yield ""
        yield words.NO_MATCH if parts and not found else words.NO_REPS


def _lines(
    each: RepAccount | Aside, parts: Sequence[RepAccount | Aside], n: int, plan: SessionPlan
) -> Iterable[str]:
    """One part, number `n` of all."""
    if isinstance(each, RepAccount):
        yield from rep_lines(each, _expected(parts, each.step, plan))
    elif each.said is not None:
        said, at = words.SAID[each.said.level], clock(each.at_s)
        yield "  " + words.SAID_AT.format(said=said, at=at, sentence=each.said.sentence)
    elif each.unseen:
        yield "  " + words.UNSEEN_AT.format(at=clock(each.at_s), why=_(each.why))
    elif each.ended is None:
        yield "  " + words.BLIND.format(why=each.why)
    elif each.ended != "done" and not _stopped(parts[:n], each.step):
        yield "  " + words.ENDED[each.ended].format(why=each.why)


def _begun(before: Sequence[RepAccount | Aside], step: int) -> bool:
    """Whether anything was told of an exercise before its end."""
    return any(each.step == step for each in before)


def _stopped(before: Sequence[RepAccount | Aside], step: int) -> bool:
    """Whether a stop has been told of an exercise, which says why it ended."""
    return any(
        verdict.level == "stop"
        for each in before
        if each.step == step
        for verdict in (each.said if isinstance(each, RepAccount) else (each.said,))
        if verdict is not None
    )


def _expected(parts: Sequence[RepAccount | Aside], step: int, plan: SessionPlan) -> Expected:
    judged = (each for each in parts if isinstance(each, RepAccount) and each.looks)
    first = next((each.target_percent for each in judged if each.step == step), 100.0)
    return Expected(first, plan.known(plan.routine.steps[step]))


def holds_line(record: SessionRecord) -> str:
    """What a record without readings holds."""
    done = [each for each in record.exercises if each.sets]
    sets = [one for each in done for one in each.sets]
    return words.HOLDS.format(
        exercises=counted(len(done), "exercise"),
        reps=counted(record.repetitions, "repetition"),
        cautions=counted(sum(len(one.cautions) for one in sets), "caution"),
        stops=counted(sum(len(one.stops) for one in sets), "stop"),
    )


def said_in(record: SessionRecord) -> Iterable[str]:
    """The cautions and stops of a record, in its own words."""
    for exercise in record.exercises:
        for one in exercise.sets:
            for verdict in (*one.cautions, *one.stops):
                if verdict.sentence:
                    said = words.SAID[verdict.level]
                    yield f"{exercise.name}, {said.lower()}: {verdict.sentence}"


def last_line(decisions: KeptDecisions, difference: Difference | None) -> str:
    """Whether this version would decide the same; if not, what changed, and since when."""
    if difference is None:
        return words.SAME
    then, now = _decision(difference.then), _decision(difference.now)
    if name := _exercise(decisions.plan, difference):
        what = words.THEN_NOW_IN.format(name=name, then=then, now=now)
    else:
        what = words.THEN_NOW.format(then=then, now=now)
    changes = changes_since(decisions.rule_set, difference.rule)
    listed = [words.CHANGED.format(version=c.version, what=c.what) for c in changes]
    return words.DIFFERENT.format(what=" ".join([what, *(listed or [words.NO_CHANGE])]))


def _exercise(plan: SessionPlan, difference: Difference) -> str:
    """The name of the exercise in which it comes out otherwise; empty where there is none."""
    for kept in difference:
        if isinstance(kept, KeptVerdict | KeptRep | KeptUnseen | KeptStepEnd):
            return plan.routine.steps[kept.step].exercise.name
    return ""


def _decision(kept: Kept | None) -> str:
    match kept:
        case KeptVerdict():
            verdict = kept.verdict
            level, rule = words.SAID[verdict.level].lower(), words.RULE[verdict.rule]
            return words.RULE_SAID.format(level=level, rule=rule, rep=verdict.rep)
        case KeptRep():
            return words.A_REP
        case KeptUnseen():
            return words.AN_UNSEEN
        case KeptStepEnd():
            return words.AN_END[kept.ended]
        case Finished():
            return words.THE_END[kept.ended]
        case _:
            return words.NOTHING
