"""What the guards say to the person: calm, short, and with the numbers.

Every hint, caution and stop gets its words here, and what they cannot see in `blind_sentences`, so
that they can be read in one place by a therapist. No sentence criticises, asks for more effort or
names an illness.
"""

from collections.abc import Iterator

import msgspec

from routines.language import _, ngettext
from routines.language.lists import sentences
from routines.movements import WATCHES, is_eye_pair, side_name
from sessions.reps.rep import Verdict

SMALLER = _("Smaller, softer.")
SET_OVER = _("This set is over.")
OVERDRIVEN_REFERENCE = _("Your strong side began bigger than usual today. Softer, please.")
TIRED_REFERENCE = _(
    "Your weak side began smaller than usual today. Perhaps it is tired: "
    "fewer repetitions, or a rest, are fine."
)

_SECOND = {
    "hold-decay": _("The hold sank too."),
    "linked": _("Another part began to move along."),
    "overcompensation": _("The other side grew."),
    "help": _("The other side helped more."),
    "slow-rise": _("The rise took longer."),
    "restless": _("The hold became restless."),
}


def fill(verdict: Verdict) -> Verdict:
    """The same verdict with its sentence."""
    return msgspec.structs.replace(verdict, sentence=sentence(verdict))


def sentence(verdict: Verdict, *, over: bool = False) -> str:
    """The words for a verdict, from its rule, level and numbers.

    `over` is for a stop that came true when its set was over anyway.
    """
    match verdict.rule:
        case "fatigue":
            return sentences(_fatigue(verdict, over))
        case "overcompensation":
            return sentences(_overcompensation(verdict, over))
        case "synkinesis":
            return sentences(_linked(verdict, over))
        case "self":
            return verdict.sentence


def told_in_last_rep(stop: Verdict) -> Verdict:
    """A stop whose rule came true in a set's last repetition: told, since nothing is left to end.

    It becomes a caution with its numbers and the same rule.
    """
    return msgspec.structs.replace(stop, level="caution", sentence=sentence(stop, over=True))


def over_with_set(verdict: Verdict) -> bool:
    """Whether this caution is a stop that came true in a set's last repetition."""
    counted = {"reps", "cautions"} & verdict.detail.keys()
    counted = bool(counted) and "next_target_percent" not in verdict.detail
    return verdict.level == "caution" and counted


def eye_moves_along(verdict: Verdict) -> bool:
    """Whether that part is the eye."""
    sign = verdict.detail.get("sign")
    return any(sign == pair and is_eye_pair(pair) for pair in WATCHES)


def _number(verdict: Verdict, key: str) -> float:
    value = verdict.detail.get(key, 0.0)
    return value if isinstance(value, int | float) else 0.0


def side_of(verdict: Verdict) -> str:
    """The side that it is about, by name."""
    return side_name(str(verdict.detail.get("side", "weak")))


def _fatigue(verdict: Verdict, over: bool) -> Iterator[str]:
    stop = verdict.level == "stop"
    if verdict.detail.get("sign") == "hold-decay":
        yield _sank(verdict, round(_number(verdict, "reps")) if stop else 0)
        if not stop:
            yield _("Shorter and softer is fine.")
    else:
        yield _(
            "Your {side} side moved {mm:z.1f} mm, {percent:z.0f} % less than at the start "
            "({start:z.1f} mm)."
        ).format(
            side=side_of(verdict),
            mm=_number(verdict, "affected_mm"),
            percent=_number(verdict, "drop_percent"),
            start=_number(verdict, "start_mm"),
        )
        if not stop:
            yield _("It may be getting tired; softer is fine.")
    if stop:
        yield _SECOND.get(str(verdict.detail.get("second_sign", "")), "")
        enough = (
            _("Your {side} side has worked enough. This set is over.")
            if over
            else _("Your {side} side has worked enough: the set ends here.")
        )
        yield enough.format(side=side_of(verdict))


def _sank(verdict: Verdict, reps: int) -> str:
    """The hold sank, and how often in this set where that was more than once."""
    if reps < 2:
        said = _("The hold on your {side} side sank by {percent:z.0f} % ({mm:z.1f} mm).")
    elif reps == 2:
        said = _(
            "The hold on your {side} side sank by {percent:z.0f} % ({mm:z.1f} mm), "
            "for the second time."
        )
    else:
        said = ngettext(
            "The hold on your {side} side sank by {percent:z.0f} % ({mm:z.1f} mm), "
            "{reps} time in this set.",
            "The hold on your {side} side sank by {percent:z.0f} % ({mm:z.1f} mm), "
            "{reps} times in this set.",
            reps,
        )
    return said.format(
        side=side_of(verdict),
        percent=_number(verdict, "decay_percent"),
        mm=_number(verdict, "decay_mm"),
        reps=reps,
    )


def _overcompensation(verdict: Verdict, over: bool) -> Iterator[str]:
    if verdict.level != "stop":
        yield SMALLER
    if verdict.level == "hint":
        return
    if verdict.level == "stop" and verdict.detail.get("sign") == "cautions":
        # The last of them may have been for a moment, in a hold of the gentle size.
        often = _(
            "Your strong side ({side}) moved too much in {count:.0f} repetitions of this set."
        )
        if not over:
            often = _(
                "Your strong side ({side}) moved too much in {count:.0f} repetitions of this set: "
                "the set ends here."
            )
        yield often.format(side=side_of(verdict), count=_number(verdict, "cautions"))
        if over:
            yield SET_OVER
        return
    bigger = _(
        "Your strong side moved too much ({side}: {percent:z.0f} % of its gentle size, "
        "{mm:z.1f} mm instead of {usual:z.1f} mm)."
    )
    if verdict.level == "stop" and not over:
        bigger = _(
            "Your strong side moved too much ({side}: {percent:z.0f} % of its gentle size, "
            "{mm:z.1f} mm instead of {usual:z.1f} mm): the set ends here."
        )
    yield bigger.format(
        side=side_of(verdict),
        percent=_number(verdict, "percent_of_reference"),
        mm=_number(verdict, "unaffected_mm"),
        usual=_number(verdict, "reference_mm"),
    )
    if over:
        yield SET_OVER


def _linked(verdict: Verdict, over: bool) -> Iterator[str]:
    eye = eye_moves_along(verdict)
    if verdict.level != "stop":
        yield _("The eye is coming along.") if eye else _("The mouth corner is coming along.")
        shrinks = "next_target_percent" in verdict.detail
        yield _("Relax it first. The next one is smaller.") if shrinks else _("Smaller.")
    if verdict.level == "hint":
        return
    yield _moved_along(verdict)
    if verdict.level != "stop":
        return
    smallest = "target_percent" in verdict.detail
    yield _in_a_row(round(_number(verdict, "reps")), smallest)
    if smallest:
        yield (
            _("It needs a rest. This set is over.")
            if over
            else _("It needs a rest: the set ends here.")
        )
    else:
        yield (
            _("That is linked movement. This set is over.")
            if over
            else _("That is linked movement, so the set ends here.")
        )


def _in_a_row(reps: int, smallest: bool) -> str:
    """How often in a row, as the rule of this routine counts, and whether at the smallest size."""
    if reps < 2:
        return _("It was the smallest size.") if smallest else ""
    if reps == 2:
        return (
            _("That was twice in a row at the smallest size.")
            if smallest
            else _("That was twice in a row.")
        )
    said = (
        ngettext(
            "That was {reps} time in a row at the smallest size.",
            "That was {reps} times in a row at the smallest size.",
            reps,
        )
        if smallest
        else ngettext("That was {reps} time in a row.", "That was {reps} times in a row.", reps)
    )
    return said.format(reps=reps)


def _moved_along(verdict: Verdict) -> str:
    """How far, and how much of that is new, where some of it was known."""
    sign, detail = verdict.detail.get("sign"), verdict.detail
    if "linked_points" in detail:
        said = {
            (False, False): _("Your {side} eye narrowed by {number:z.0f} %."),
            (False, True): _(
                "Your {side} eye narrowed by {number:z.0f} %, {worse:z.0f} % more than at the "
                "start."
            ),
            (True, False): _("Your {side} eye narrowed {number:z.0f} % more than the other."),
            (True, True): _(
                "Your {side} eye narrowed {number:z.0f} % more than the other, "
                "{worse:z.0f} % more than at the start."
            ),
        }[sign == "smile-eye", "worse_points" in detail]
        return said.format(
            side=side_of(verdict),
            number=_number(verdict, "linked_points"),
            worse=_number(verdict, "worse_points"),
        )
    said = {
        (False, False): _("Your {side} mouth corner moved {number:z.1f} mm along."),
        (False, True): _(
            "Your {side} mouth corner moved {number:z.1f} mm along, "
            "{worse:z.1f} mm more than at the start."
        ),
        (True, False): _("Your {side} mouth corner moved {number:z.1f} mm more than the other."),
        (True, True): _(
            "Your {side} mouth corner moved {number:z.1f} mm more than the other, "
            "{worse:z.1f} mm more than at the start."
        ),
    }[sign == "brow-corner", "worse_mm" in detail]
    return said.format(
        side=side_of(verdict),
        number=_number(verdict, "linked_mm"),
        worse=_number(verdict, "worse_mm"),
    )
