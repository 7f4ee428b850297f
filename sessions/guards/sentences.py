"""What the guards say to the person: calm, short, and with the numbers.

Every hint, caution and stop gets its words here and nowhere else, so that they can be read in
one place by a therapist. No sentence criticises, asks for more effort or names an illness.
"""

from collections.abc import Sequence

import msgspec

from routines.language import _, pgettext
from routines.movements import LINKED_PARTS, WATCHES, Watch, is_eye_pair, side_name
from sessions.reps.rep import Verdict

SMALLER = _("Smaller, softer.")
YOU_DECIDE = _("You decide when to stop.")
BLIND_BY_CLOCK = _("This runs by the clock, without the camera. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_FALLBACK = _("The camera sees the two halves less well at the moment. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_LOW = _("Your head is a little turned, so the numbers are not sure. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_DOUBTFUL = _("The camera cannot read this movement just now. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_COARSE = _("The camera cannot tell how large this movement is. {you_decide}").format(
    you_decide=YOU_DECIDE
)
BLIND_NOISE = _(
    "The picture is restless; small linked movements are not seen. {you_decide}"
).format(you_decide=YOU_DECIDE)
_ENDS = _(": the set ends here.")
_SO_ENDS = _(", so the set ends here.")
"""How the sentence of a stop ends; otherwise where nothing was left to end."""
OVERDRIVEN_REFERENCE = _("Your strong side began bigger than usual today. Softer, please.")
TIRED_REFERENCE = _(
    "Your weak side began smaller than usual today. Perhaps it is tired: "
    "fewer repetitions, or a rest, are fine."
)

_SECOND = {
    "hold-decay": _("the hold sank"),
    "linked": _("another part began to move along"),
    "overcompensation": _("the other side grew"),
    "help": _("the other side helped more"),
    "slow-rise": _("the rise took longer"),
    "restless": _("the hold became restless"),
}


def fill(verdict: Verdict) -> Verdict:
    """The same verdict with its sentence."""
    return msgspec.structs.replace(verdict, sentence=sentence(verdict))


def sentence(verdict: Verdict) -> str:
    """The words for a verdict, from its rule, level and numbers."""
    match verdict.rule:
        case "fatigue":
            return _fatigue(verdict)
        case "overcompensation":
            return _overcompensation(verdict)
        case "synkinesis":
            return _linked(verdict)
        case "self":
            return verdict.sentence


def blind_finger(pairs: Sequence[Watch]) -> str:
    """A finger rests on the parts that are to stay quiet; at least one pair."""
    parts = _(" and ").join(dict.fromkeys(LINKED_PARTS[pair] for pair in pairs))
    return _(
        "Your finger rests on the {parts}, so the camera does not judge it. "
        "This set earns no step up."
    ).format(parts=parts)


def late_for_tiring(base_mm: float, percent: float) -> str:
    """The weak side is small: tiring shows late."""
    return _(
        "Small is right ({base_mm:z.1f} mm). The camera may see too late that you tire, when the "
        "movement is {percent:z.0f} % smaller. Stop when you feel it."
    ).format(base_mm=base_mm, percent=percent)


def blind_to_tiring(base_mm: float) -> str:
    """The weak side is too small for the camera to see it tire."""
    return _(
        "Small is right. This one ({base_mm:z.1f} mm) is too small for the camera. It cannot see "
        "that you are tired. Stop when you feel it."
    ).format(base_mm=base_mm)


def late_for_growth(size_mm: float, percent: float) -> str:
    """The strong side is small: too big shows late."""
    return _(
        "Small is right ({size_mm:z.1f} mm). The camera may see too late that your strong side "
        "does too much, at {percent:z.0f} % of its size. Keep it soft."
    ).format(size_mm=size_mm, percent=percent)


def told_in_last_rep(stop: Verdict) -> Verdict:
    """A stop whose rule came true in a set's last repetition: told, since nothing is left to end.

    It becomes a caution with its numbers and the same rule.
    """
    words = stop.sentence
    for ending in (_ENDS, _SO_ENDS):
        words = words.replace(ending, _(". This set is over."))
    return msgspec.structs.replace(stop, level="caution", sentence=words)


def over_with_set(verdict: Verdict) -> bool:
    """Whether this caution is a stop that came true in a set's last repetition."""
    counted = {"reps", "cautions"} & verdict.detail.keys()
    counted = bool(counted) and "next_target_percent" not in verdict.detail
    return verdict.level == "caution" and counted


def linked_part(verdict: Verdict) -> str:
    """The part that moved along, by name."""
    return LINKED_PARTS.get(str(verdict.detail.get("sign", "")), pgettext("moves along", "face"))


def eye_moves_along(verdict: Verdict) -> bool:
    """Whether that part is the eye."""
    sign = verdict.detail.get("sign")
    return any(sign == pair and is_eye_pair(pair) for pair in WATCHES)


def _number(verdict: Verdict, key: str) -> float:
    value = verdict.detail.get(key, 0.0)
    return value if isinstance(value, int | float) else 0.0


def _in_a_row(verdict: Verdict) -> str:
    """How often in a row, as the rule of this routine counts."""
    reps = round(_number(verdict, "reps"))
    if reps < 2:
        return ""
    return _(", twice in a row") if reps == 2 else _(", {reps} times in a row").format(reps=reps)


def _times(verdict: Verdict) -> str:
    """How often in this set."""
    reps = round(_number(verdict, "reps"))
    if reps < 2:
        return ""
    return (
        _(", for the second time")
        if reps == 2
        else _(", {reps} times in this set").format(reps=reps)
    )


def side_of(verdict: Verdict) -> str:
    """The side that it is about, by name."""
    return side_name(str(verdict.detail.get("side", "weak")))


def _fatigue(verdict: Verdict) -> str:
    side = side_of(verdict)
    if verdict.detail.get("sign") == "hold-decay":
        sank = _("The hold on your {side} side sank by {percent:z.0f} % ({mm:z.1f} mm)").format(
            side=side,
            percent=_number(verdict, "decay_percent"),
            mm=_number(verdict, "decay_mm"),
        )
        if verdict.level == "stop":
            return _("{sank}{times}. It has worked enough{ends}").format(
                sank=sank, times=_times(verdict), ends=_ENDS
            )
        return _("{sank}. Shorter and softer is fine.").format(sank=sank)
    smaller = _(
        "Your {side} side moved {mm:z.1f} mm, {percent:z.0f} % less than at the start "
        "({start:z.1f} mm)"
    ).format(
        side=side,
        mm=_number(verdict, "affected_mm"),
        percent=_number(verdict, "drop_percent"),
        start=_number(verdict, "start_mm"),
    )
    if verdict.level != "stop":
        return _("{smaller}. It may be getting tired; softer is fine.").format(smaller=smaller)
    second = _SECOND.get(str(verdict.detail.get("second_sign", "")))
    also = "" if second is None else _(", and {second}").format(second=second)
    return _("{smaller}{also}. It has worked enough{ends}").format(
        smaller=smaller, also=also, ends=_ENDS
    )


def _overcompensation(verdict: Verdict) -> str:
    if verdict.level == "hint":
        return SMALLER
    if verdict.level == "stop" and verdict.detail.get("sign") == "cautions":
        # The last of them may have been for a moment, in a hold of the gentle size.
        return _(
            "Your strong side ({side}) moved too much in {count:.0f} repetitions of this set{ends}"
        ).format(side=side_of(verdict), count=_number(verdict, "cautions"), ends=_ENDS)
    bigger = _(
        "({side}: {percent:z.0f} % of its gentle size, {mm:z.1f} mm instead of {usual:z.1f} mm)"
    ).format(
        side=side_of(verdict),
        percent=_number(verdict, "percent_of_reference"),
        mm=_number(verdict, "unaffected_mm"),
        usual=_number(verdict, "reference_mm"),
    )
    if verdict.level == "stop":
        return _("Your strong side moved too much {bigger}{ends}").format(bigger=bigger, ends=_ENDS)
    return _("{smaller} Your strong side moved too much {bigger}.").format(
        smaller=SMALLER, bigger=bigger
    )


def _linked(verdict: Verdict) -> str:
    part = linked_part(verdict)
    along = _("The {part} is coming along.").format(part=part)
    if verdict.level == "hint":
        return _("{along} Smaller.").format(along=along)
    side = side_of(verdict)
    if "linked_points" in verdict.detail:
        value = _("narrowed by {number:z.0f} %").format(number=_number(verdict, "linked_points"))
        if verdict.detail.get("sign") == "smile-eye":
            value = _("narrowed {number:z.0f} % more than the other").format(
                number=_number(verdict, "linked_points")
            )
        worse = _("{number:z.0f} % more than at the start").format(
            number=_number(verdict, "worse_points")
        )
    else:
        value = _("moved {number:z.1f} mm along").format(number=_number(verdict, "linked_mm"))
        if verdict.detail.get("sign") == "brow-corner":
            value = _("moved {number:z.1f} mm more than the other").format(
                number=_number(verdict, "linked_mm")
            )
        worse = _("{number:z.1f} mm more than at the start").format(
            number=_number(verdict, "worse_mm")
        )
    known = f", {worse}" if "worse_points" in verdict.detail or "worse_mm" in verdict.detail else ""
    moved = _("Your {side} {part} {value}{known}").format(
        side=side, part=part, value=value, known=known
    )
    moved_again = f"{moved}{_in_a_row(verdict)}"
    if verdict.level == "stop" and "target_percent" in verdict.detail:
        return _("{moved} at the smallest size. It needs a rest{ends}").format(
            moved=moved_again, ends=_ENDS
        )
    if verdict.level == "stop":
        return _("{moved}. That is linked movement{ends}").format(moved=moved_again, ends=_SO_ENDS)
    if "next_target_percent" in verdict.detail:
        return _("{along} Relax it first. The next one is smaller. {moved}.").format(
            along=along, moved=moved
        )
    return _("{along} Smaller. {moved}.").format(along=along, moved=moved)
