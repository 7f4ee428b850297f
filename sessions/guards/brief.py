"""The reason of a verdict in one or two short sentences without a number.

This is what is shown and said while a person practises: nobody reads numbers in a hold of three
seconds. The full sentence, with them, is in the record and told by "why".
"""

import re

from routines.language import _
from sessions.guards.sentences import linked_part, over_with_set, side_of
from sessions.reps.rep import Verdict

SET_OVER = _("This set is over.")


def brief(verdict: Verdict) -> str:
    """The short words for a verdict. A hint and the person's own word are short already."""
    if verdict.level == "hint" or verdict.rule == "self":
        return verdict.sentence
    reason = _REASONS[verdict.rule](verdict)
    return f"{reason} {SET_OVER}" if over_with_set(verdict) else reason


_NUMBERS = re.compile(r" \([^)]*\d[^)]*\)|[,:][^.,:]*\d[^.]*(?=\.)")


def brief_blind(sentence: str) -> str:
    """Why a guard cannot work, without numbers in brackets and last clauses with a number."""
    return _NUMBERS.sub("", sentence)


def _overcompensation(verdict: Verdict) -> str:
    stopped = verdict.level == "stop" or over_with_set(verdict)
    if stopped:
        return _("Your strong side moved too much.")
    return _("Your strong side moves too much.")


def _fatigue(verdict: Verdict) -> str:
    side, sinks = side_of(verdict), verdict.detail.get("sign") == "hold-decay"
    if verdict.level == "stop" or over_with_set(verdict):
        sign = _("the hold sank") if sinks else _("it moved less")
        return _("Your {side} side has worked enough: {sign}.").format(side=side, sign=sign)
    if sinks:
        return _("The hold on your {side} side sank. Shorter and softer is fine.").format(side=side)
    return _("Your {side} side may be getting tired. Softer is fine.").format(side=side)


def _linked(verdict: Verdict) -> str:
    part = _("Your {side} {linked_part}").format(
        side=side_of(verdict), linked_part=linked_part(verdict)
    )
    if verdict.level == "stop" and "target_percent" in verdict.detail:
        return _("{part} moved along at the smallest size too. It needs a rest.").format(part=part)
    if verdict.level == "stop" or over_with_set(verdict):
        return _("{part} moved along. That is linked movement.").format(part=part)
    if "next_target_percent" in verdict.detail:
        return _("{part} moved along. Relax it first. The next one is smaller.").format(part=part)
    return _("{part} moves along.").format(part=part)


_REASONS = {
    "overcompensation": _overcompensation,
    "fatigue": _fatigue,
    "synkinesis": _linked,
}
