"""`why` in sentences: what was compared in each repetition, how near it was, what was said."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.safe_text import harmless
from sessions.decisions.account import RepAccount, account
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
from sessions.guards.look import Look
from sessions.guards.reference import usable
from sessions.guards.rule_set import changes_since
from sessions.log.record import SessionRecord
from sessions.reps.rep import HalfRep
from tui.texts import why as words
from tui.texts.practice import WHY_NOT_SCORED


class Chosen(msgspec.Struct, frozen=True):
    """Which repetitions are asked about; None is each."""

    exercise: str | None = None
    set: int | None = None
    rep: int | None = None

    def takes(self, each: RepAccount, exercise: str) -> bool:
        """Whether this repetition is one of them."""
        return (
            self.exercise in (None, exercise)
            and self.set in (None, each.set)
            and self.rep in (None, each.n)
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
    lines = why_lines(stem, decisions, account(again.commands), chosen)
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
    yield words.HEAD.format(stem=stem, routine=record.routine.name, side=_(record.side))
    yield holds_line(record)
    for line in said_in(record):
        yield f"  {harmless(line, 400)}"
    yield why


def why_lines(
    stem: str, decisions: KeptDecisions, reps: Sequence[RepAccount], chosen: Chosen
) -> Iterable[str]:
    """Everything but the last line."""
    plan = decisions.plan
    yield words.HEAD.format(stem=stem, routine=plan.routine.name, side=_(plan.side))
    yield words.KEPT_BY.format(
        program=decisions.program,
        rules=decisions.rule_set,
        model=decisions.model_sha256[:12] or words.NO_MODEL,
    )
    place: tuple[int, int] | None = None
    found = False
    for each in reps:
        exercise = plan.routine.steps[each.step].exercise
        if not chosen.takes(each, exercise.id):
            continue
        found = True
        if place != (each.step, each.set):
            place = (each.step, each.set)
            yield ""
            yield words.SET.format(name=exercise.name, id=exercise.id, set=each.set)
            for look in each.looks:
                yield f"  {limits_line(look)}"
        yield from _rep_lines(each)
    if not found:
        yield ""
        yield words.NO_MATCH if reps else words.NO_REPS


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
    what = words.THEN_STOP.format(then=_decision(difference.then), now=_decision(difference.now))
    changes = changes_since(decisions.rule_set, difference.rule)
    listed = [words.CHANGED.format(version=c.version, what=c.what) for c in changes]
    return words.DIFFERENT.format(what=" ".join([what, *(listed or [words.NO_CHANGE])]))


def look_line(look: Look) -> str:
    """One comparison, and how near it was."""
    name = words.LOOK[look.sign]
    if look.not_judged is not None or look.value is None:
        return f"{name}: {words.NOT_JUDGED[look.not_judged or 'not-read']}."
    form = words.COUNTED_IN_SET if look.gaps_count else words.COUNTED
    counted_one = f" {form.format(n=look.in_a_row)}" if look.in_a_row else ""
    return f"{name}: {_saw(look)}. {_level(look)}{counted_one}"


def limits_line(look: Look) -> str:
    """The limits of a comparison, and what they lead to."""
    form = words.IN_A_SET if look.gaps_count else words.IN_A_ROW
    parts = [_limits(look), form.format(needed=look.needed)]
    if look.cautions_needed:
        parts.append(words.OR_CAUTIONS.format(needed=look.cautions_needed))
    return f"{words.LOOK[look.sign]}: {', '.join(parts)}."


def nearness(look: Look) -> float | None:
    """How far it was on the way to a caution: 0 is not at all, 1 is there.

    Where percent and millimetres both count, the one that is further off decides.
    """
    if look.value is None:
        return None
    if look.sign == "size":  # both count from the gentle size
        shares = [(look.value - 100) / (look.caution - 100)]
    else:
        shares = [look.value / look.caution]
    if look.caution_mm is not None and look.value_mm is not None:
        shares.append(look.value_mm / look.caution_mm)
    return max(0.0, min(shares))


def _rep_lines(each: RepAccount) -> Iterable[str]:
    rep = each.rep
    yield "  " + words.REP.format(
        n=each.n,
        at=_clock(each.at_s),
        affected=_size(rep.affected),
        unaffected=_size(rep.unaffected),
    )
    if each.target_percent != 100:
        yield "    " + words.TARGET.format(percent=f"{each.target_percent:.0f}")
    if not rep.scored:
        why = "" if rep.reason is None else WHY_NOT_SCORED.get(rep.reason, rep.reason)
        yield "    " + words.NOT_SCORED.format(why=why)
    elif rep.confidence == "low":
        yield "    " + words.LOW
    elif rep.method == "landmarks":
        yield "    " + words.LANDMARKS
    elif not usable(rep):
        yield "    " + words.DOUBTFUL
    for look in each.looks:
        yield "    " + look_line(look)
    for verdict in each.said:
        ended = f" {words.STOPPED}" if verdict.level == "stop" else ""
        yield f"    {words.SAID[verdict.level]}: {verdict.sentence}{ended}"


def _saw(look: Look) -> str:
    value, mm = look.value or 0.0, look.value_mm or 0.0
    percent = f"{abs(value):.0f}"
    match look.sign:
        case "loss":
            form = words.LOSS if value > 0 else words.GAIN
            return form.format(percent=percent, mm=f"{abs(mm):.1f}")
        case "hold-decay":
            if value <= 0:
                return words.HELD
            return words.SAG.format(percent=percent, mm=f"{mm:.1f}")
        case "size":
            form = words.OF_SIZE if mm > 0 else words.UNDER_SIZE
            return form.format(percent=f"{value:.0f}", mm=f"{mm:.1f}")
        case _:
            return words.LINKED.format(value=_short(value), unit=words.UNIT[look.unit])


def _limits(look: Look) -> str:
    caution, stop, unit = _short(look.caution), _short(look.stop), words.UNIT[look.unit]
    if look.caution_mm is None or look.stop_mm is None:
        form = words.ONE_LIMIT if caution == stop else words.LIMITS
        return form.format(caution=caution, stop=stop, unit=unit)
    same = (look.caution, look.caution_mm) == (look.stop, look.stop_mm)
    return (words.LIMIT if same else words.LIMITS_BOTH).format(
        caution=caution,
        stop=stop,
        caution_mm=f"{look.caution_mm:.1f}",
        stop_mm=f"{look.stop_mm:.1f}",
    )


def _level(look: Look) -> str:
    near = nearness(look) or 0.0
    value, mm = look.value or 0.0, look.value_mm or 0.0
    beyond = value > look.stop if look.sign == "size" else value >= look.stop
    if beyond and (look.stop_mm is None or mm >= look.stop_mm):
        return words.REACHED_STOP
    if near >= 1:
        return words.REACHED_CAUTION
    return f"{words.NEAR.format(share=f'{100 * near:.0f}')}. {words.QUIET}"


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
            return words.AN_END.format(ended=kept.ended)
        case Finished():
            return words.THE_END.format(ended=kept.ended)
        case _:
            return words.NOTHING


def _size(half: HalfRep) -> str:
    mm = f"{half.excursion_mm:z.1f}"
    if not half.seen:
        return words.UNSEEN.format(mm=mm)
    if half.percent_of_reference is None:
        return words.SIZE.format(mm=mm)
    return words.SIZE_OF.format(mm=mm, percent=f"{half.percent_of_reference:.0f}")


def _short(value: float) -> str:
    """One decimal, left out where it is nought."""
    return f"{value:z.1f}".removesuffix(".0")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
