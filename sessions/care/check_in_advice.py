"""What today's check-in suggests: the routine as it is, a lighter one, or only soft tissue. Pure.

A proposal with its reason, never a decision; the person may always go on with what was due.
No published cut-off exists for these scales. Pain from 4 is called moderate on the usual 0-10
scale; tightness and tiredness may be higher before they change the day (engineering defaults,
the stage model's "tight at rest: no active sets that day", clinical brief 4.2, is the reason).
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

Change = Literal["none", "lighter", "soft", "rest"]

PAIN_SOFT = 4
PAIN_REST = 7
TIGHT_SOFT = 6
TIRED_LIGHTER = 6
EYE_SORE = 4


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed for today, and the answers that led to it, most important first."""

    change: Change = "none"
    because: tuple[str, ...] = ()
    """Keys of the answers: pain, tightness, tiredness."""
    eye_first: bool = False
    """Show the eye card before anything else."""


def advise(
    answers: Mapping[str, int | float | bool | str],
    *,
    eye_closes: bool | None,
    eye_exercises: bool = False,
) -> Advice:
    """The proposal for check-in `answers` (0 to 10; an absent one was not answered).

    The eye card comes first for a sore eye, and before exercises of an eye that does not close.
    """

    def at(key: str) -> float:
        value = answers.get(key, 0)
        return 0.0 if isinstance(value, str) else float(value)

    change, because = _change(at("pain"), at("tightness"), at("tiredness"))
    sore = at("eye_dryness") >= EYE_SORE
    dry = eye_closes is False and (eye_exercises or at("eye_dryness") >= EYE_SORE - 1)
    return Advice(change=change, because=because, eye_first=sore or dry)


def _change(pain: float, tightness: float, tiredness: float) -> tuple[Change, tuple[str, ...]]:
    if pain >= PAIN_REST:
        return "rest", ("pain",)
    soft = [
        key
        for key, high in (("pain", pain >= PAIN_SOFT), ("tightness", tightness >= TIGHT_SOFT))
        if high
    ]
    if soft:
        return "soft", tuple(soft)
    if tiredness >= TIRED_LIGHTER:
        return "lighter", ("tiredness",)
    return "none", ()
