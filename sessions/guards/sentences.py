"""What the guards say to the person: calm, short, and with the numbers.

Every hint, caution and stop gets its words here and nowhere else, so that they can be read in
one place by a therapist. No sentence criticises, asks for more effort or names an illness.
"""

from collections.abc import Sequence

import msgspec

from routines.movements import LINKED_PARTS, Watch
from sessions.reps.rep import Verdict

SMALLER = "Smaller, softer."
YOU_DECIDE = "You decide when to stop."
BLIND_BY_CLOCK = f"This runs by the clock, without the camera. {YOU_DECIDE}"
BLIND_FALLBACK = f"The camera sees the two halves less well at the moment. {YOU_DECIDE}"
BLIND_LOW = f"Your head is a little turned, so the numbers are not sure. {YOU_DECIDE}"
BLIND_DOUBTFUL = f"The camera cannot read this movement just now. {YOU_DECIDE}"
BLIND_COARSE = f"The camera cannot tell how large this movement is. {YOU_DECIDE}"
BLIND_NOISE = f"The picture is restless; small linked movements are not seen. {YOU_DECIDE}"
OVERDRIVEN_REFERENCE = "Your strong side began bigger than usual today. Softer, please."
TIRED_REFERENCE = (
    "Your weak side began smaller than usual today. Perhaps it is tired: "
    "fewer repetitions, or a rest, are fine."
)

_SECOND = {
    "hold-decay": "the hold sank",
    "linked": "another part began to move along",
    "overcompensation": "the other side grew",
    "help": "the other side helped more",
    "slow-rise": "the rise took longer",
    "restless": "the hold became restless",
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
    parts = " and ".join(dict.fromkeys(LINKED_PARTS[pair] for pair in pairs))
    return (
        f"Your finger rests on the {parts}, so the camera does not judge it. "
        "This set earns no step up."
    )


def late_for_tiring(base_mm: float, percent: float) -> str:
    """The weak side is small: tiring shows late."""
    return (
        f"Small is right ({base_mm:z.1f} mm). The camera may see too late that you tire, when the "
        f"movement is {percent:z.0f} % smaller. Stop when you feel it."
    )


def blind_to_tiring(base_mm: float) -> str:
    """The weak side is too small for the camera to see it tire."""
    return (
        f"Small is right. This one ({base_mm:z.1f} mm) is too small for the camera. It cannot see "
        "that you are tired. Stop when you feel it."
    )


def late_for_growth(size_mm: float, percent: float) -> str:
    """The strong side is small: too big shows late."""
    return (
        f"Small is right ({size_mm:z.1f} mm). The camera may see too late that your strong side "
        f"does too much, at {percent:z.0f} % of its size. Keep it soft."
    )


def told_in_last_rep(stop: Verdict) -> Verdict:
    """A stop whose rule came true in a set's last repetition: told, since nothing is left to end.

    It becomes a caution with its numbers and the same rule.
    """
    words = stop.sentence
    for ending in (": the set ends here.", ", so the set ends here."):
        words = words.replace(ending, ". This set is over.")
    return msgspec.structs.replace(stop, level="caution", sentence=words)


def over_with_set(verdict: Verdict) -> bool:
    """Whether this caution is a stop that came true in a set's last repetition."""
    counted = "reps" in verdict.detail and "next_target_percent" not in verdict.detail
    return verdict.level == "caution" and counted


def linked_part(verdict: Verdict) -> str:
    """The part that moved along, by name."""
    return LINKED_PARTS.get(str(verdict.detail.get("sign", "")), "face")


def _number(verdict: Verdict, key: str) -> float:
    value = verdict.detail.get(key, 0.0)
    return value if isinstance(value, int | float) else 0.0


def _in_a_row(verdict: Verdict) -> str:
    """How often in a row, as the rule of this routine counts."""
    reps = round(_number(verdict, "reps"))
    if reps < 2:
        return ""
    return ", twice in a row" if reps == 2 else f", {reps} times in a row"


def _times(verdict: Verdict) -> str:
    """How often in this set."""
    reps = round(_number(verdict, "reps"))
    if reps < 2:
        return ""
    return ", for the second time" if reps == 2 else f", {reps} times in this set"


def _side(verdict: Verdict) -> str:
    return str(verdict.detail.get("side", "weak"))


def _fatigue(verdict: Verdict) -> str:
    side = _side(verdict)
    if verdict.detail.get("sign") == "hold-decay":
        sank = (
            f"The hold on your {side} side sank by {_number(verdict, 'decay_percent'):z.0f} % "
            f"({_number(verdict, 'decay_mm'):z.1f} mm)"
        )
        if verdict.level == "stop":
            return f"{sank}{_times(verdict)}. It has worked enough: the set ends here."
        return f"{sank}. Shorter and softer is fine."
    smaller = (
        f"Your {side} side moved {_number(verdict, 'affected_mm'):z.1f} mm, "
        f"{_number(verdict, 'drop_percent'):z.0f} % less than at the start "
        f"({_number(verdict, 'start_mm'):z.1f} mm)"
    )
    if verdict.level != "stop":
        return f"{smaller}. It may be getting tired; softer is fine."
    second = _SECOND.get(str(verdict.detail.get("second_sign", "")))
    also = "" if second is None else f", and {second}"
    return f"{smaller}{also}. It has worked enough: the set ends here."


def _overcompensation(verdict: Verdict) -> str:
    if verdict.level == "hint":
        return SMALLER
    bigger = (
        f"({_side(verdict)}: {_number(verdict, 'percent_of_reference'):z.0f} % of its gentle size, "
        f"{_number(verdict, 'unaffected_mm'):z.1f} mm instead of "
        f"{_number(verdict, 'reference_mm'):z.1f} mm)"
    )
    if verdict.level == "stop":
        return f"Your strong side moved too much {bigger}: the set ends here."
    return f"{SMALLER} Your strong side moved too much {bigger}."


def _linked(verdict: Verdict) -> str:
    part = linked_part(verdict)
    along = f"The {part} is coming along."
    if verdict.level == "hint":
        return f"{along} Smaller."
    side = _side(verdict)
    if "linked_points" in verdict.detail:
        value = f"narrowed by {_number(verdict, 'linked_points'):z.0f} %"
        if verdict.detail.get("sign") == "smile-eye":
            value = f"narrowed {_number(verdict, 'linked_points'):z.0f} % more than the other"
        worse = f"{_number(verdict, 'worse_points'):z.0f} % more than at the start"
    else:
        value = f"moved {_number(verdict, 'linked_mm'):z.1f} mm along"
        if verdict.detail.get("sign") == "brow-corner":
            value = f"moved {_number(verdict, 'linked_mm'):z.1f} mm more than the other"
        worse = f"{_number(verdict, 'worse_mm'):z.1f} mm more than at the start"
    known = f", {worse}" if "worse_points" in verdict.detail or "worse_mm" in verdict.detail else ""
    moved = f"Your {side} {part} {value}{known}"
    moved_again = f"{moved}{_in_a_row(verdict)}"
    if verdict.level == "stop" and "target_percent" in verdict.detail:
        return f"{moved_again} at the smallest size. It needs a rest: the set ends here."
    if verdict.level == "stop":
        return f"{moved_again}. That is linked movement, so the set ends here."
    if "next_target_percent" in verdict.detail:
        return f"{along} Relax it first. The next one is smaller. {moved}."
    return f"{along} Smaller. {moved}."
