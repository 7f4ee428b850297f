"""The reason of a verdict in one or two short sentences without a number.

This is what is shown and said while a person practises: nobody reads numbers in a hold of three
seconds. The full sentence, with them, is in the record and told by "why".
"""

import re

from routines.language import _
from routines.language.lists import sentences
from sessions.guards.sentences import SET_OVER, eye_moves_along, over_with_set, side_of
from sessions.reps.rep import Verdict


def brief(verdict: Verdict) -> str:
    """The short words for a verdict. A hint and the person's own word are short already."""
    if verdict.level == "hint" or verdict.rule == "self":
        return verdict.sentence
    reason = _REASONS[verdict.rule](verdict)
    return sentences((reason, SET_OVER)) if over_with_set(verdict) else reason


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
        said = (
            _("Your {side} side has worked enough: the hold sank.")
            if sinks
            else _("Your {side} side has worked enough: it moved less.")
        )
        return said.format(side=side)
    if sinks:
        return _("The hold on your {side} side sank. Shorter and softer is fine.").format(side=side)
    return _("Your {side} side may be getting tired. Softer is fine.").format(side=side)


def _linked(verdict: Verdict) -> str:
    eye = eye_moves_along(verdict)
    if verdict.level == "stop" and "target_percent" in verdict.detail:
        said = (
            _("Your {side} eye moved along at the smallest size too. It needs a rest.")
            if eye
            else _(
                "Your {side} mouth corner moved along at the smallest size too. It needs a rest."
            )
        )
    elif verdict.level == "stop" or over_with_set(verdict):
        said = (
            _("Your {side} eye moved along. That is linked movement.")
            if eye
            else _("Your {side} mouth corner moved along. That is linked movement.")
        )
    elif "next_target_percent" in verdict.detail:
        said = (
            _("Your {side} eye moved along. Relax it first. The next one is smaller.")
            if eye
            else _("Your {side} mouth corner moved along. Relax it first. The next one is smaller.")
        )
    else:
        said = (
            _("Your {side} eye moves along.") if eye else _("Your {side} mouth corner moves along.")
        )
    return said.format(side=side_of(verdict))


_REASONS = {
    "overcompensation": _overcompensation,
    "fatigue": _fatigue,
    "synkinesis": _linked,
}
