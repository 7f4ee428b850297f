"""`why` of one repetition: what was compared, how near it was, and what was said."""

from collections.abc import Iterable

import msgspec

from sessions.decisions.account import RepAccount
from sessions.guards.look import Look
from sessions.guards.reference import usable
from sessions.guards.sentences import over_with_set
from sessions.reps.rep import HalfRep, Verdict
from tui.texts import why as words
from tui.texts.practice import WHY_NOT_SCORED


class Expected(msgspec.Struct, frozen=True):
    """What stands behind the numbers of an exercise."""

    first_target: float = 100.0
    """What its first judged repetition aimed at, percent of the gentle size."""
    known: frozenset[str] = frozenset()
    """Pairs that are known to be linked: these lead to a smaller try before they end a set."""


def rep_lines(each: RepAccount, expected: Expected) -> Iterable[str]:
    """One repetition."""
    rep = each.rep
    yield "  " + words.REP.format(
        n=each.n,
        at=clock(each.at_s),
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
        yield "    " + look_line(look, each, expected)
    for verdict in each.said:
        yield "    " + _said(verdict, each)


def look_line(look: Look, each: RepAccount, expected: Expected) -> str:
    """One comparison, and how near it was."""
    name = words.LOOK[look.sign]
    if look.not_judged is not None or look.value is None:
        return f"{name}: {words.NOT_JUDGED[look.not_judged or 'not-read']}."
    if _is_noise(look, each):
        return f"{name}: {words.TOO_SMALL}."
    parts = [f"{name}: {_saw(look, each, expected)}.", _level(look)]
    if look.in_a_row:
        form = words.COUNTED_IN_SET if look.gaps_count else words.COUNTED
        parts.append(form.format(n=look.in_a_row))
    if look.cautions and any(v.rule == look.rule and v.level != "hint" for v in each.said):
        parts.append(words.CAUTIONS.format(n=look.cautions))
    return " ".join(parts)


def limits_line(look: Look, expected: Expected) -> str:
    """The limits of a comparison, and what they lead to."""
    form = words.IN_A_SET if look.gaps_count else words.IN_A_ROW
    if look.sign in expected.known:
        form = words.DOWN_FIRST
    parts = [_limits(look), form.format(needed=look.needed)]
    if look.sign == "loss":
        parts.append(words.OR_WITH_SIGN.format(needed=look.needed))
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


def clock(seconds: float) -> str:
    """Minutes and seconds of the practice."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _said(verdict: Verdict, each: RepAccount) -> str:
    """What was said, and where the numbers above do not show it, why it was."""
    parts = [f"{words.SAID[verdict.level]}: {verdict.sentence}"]
    near = [
        nearness(look) or 0.0
        for look in each.looks
        if look.rule == verdict.rule and look.not_judged is None
    ]
    if verdict.level == "stop" and verdict.rule != "self":
        parts.append(words.STOPPED)
    elif over_with_set(verdict):
        parts.append(words.LAST_OF_SET)
    elif verdict.level == "hint" and verdict.rule == "overcompensation":
        limit, percent = verdict.detail["limit_percent"], verdict.detail["percent_of_reference"]
        parts.append(words.TOLD_FROM.format(limit=f"{limit:.0f}", percent=f"{percent:.0f}"))
    elif _within(verdict) and near and max(near) < 1:
        parts.append(words.FOR_A_MOMENT)
    return " ".join(parts)


def _within(verdict: Verdict) -> bool:
    """Whether it was said while the repetition went on, of less than its whole hold."""
    return verdict.level == "hint" or verdict.detail.get("sign") == "within-rep"


def _is_noise(look: Look, each: RepAccount) -> bool:
    """Whether a loss is a share of a movement that was none, so that its percent says nothing."""
    if look.sign != "loss" or each.rep.affected.seen:
        return False
    return abs(look.value_mm or 0.0) < (look.caution_mm or 0.0)


def _saw(look: Look, each: RepAccount, expected: Expected) -> str:
    value, mm = look.value or 0.0, look.value_mm or 0.0
    percent = f"{abs(value):.0f}"
    match look.sign:
        case "loss":
            smaller = each.target_percent != expected.first_target
            form = words.LOSS if value > 0 else words.GAIN
            start = words.SCALED_START if smaller else words.START
            return form.format(percent=percent, mm=f"{abs(mm):.1f}", start=start)
        case "hold-decay":
            if value <= 0:
                return words.HELD
            return words.SAG.format(percent=percent, mm=f"{mm:.1f}")
        case "size":
            form = words.OF_SIZE if mm > 0 else words.UNDER_SIZE
            return form.format(percent=f"{value:.0f}", mm=f"{mm:.1f}")
        case _:
            if value <= 0:
                return words.NOT_ALONG
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
