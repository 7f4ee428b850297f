"""Reports the conditions under which a guard cannot detect anything, as sentences for the person.

While there is any such reason the person decides when to stop, and screen and record say so.
"""

from sessions.guards import blind_sentences
from sessions.guards.fatigue import Fatigue
from sessions.guards.overcompensation import Overcompensation
from sessions.guards.reference import Reference
from sessions.guards.synkinesis import Synkinesis
from sessions.reps.rep import Rep

NEARLY_PERCENT = 5.0
"""A floor that pushes a rule out by less than this is not worth a sentence."""

BARELY_PERCENT = 90.0
"""A loss this large before the camera can tell is as good as never."""


def blindness(
    reference: Reference,
    fatigue: Fatigue,
    overcompensation: Overcompensation,
    synkinesis: Synkinesis,
    last: Rep | None,
    unread: str,
    rule_percents: tuple[float, float],
) -> tuple[str, ...]:
    """Plain sentences, the most general first. `unread`: why the movement is not to be trusted at
    this moment, empty where it is. `rule_percents`: fatigue's and
    overcompensation's stop rules, which a floor may push further out."""
    reasons: list[str] = []
    if unread:
        reasons.append(unread)
    elif last is not None and last.scored and last.method == "landmarks":
        reasons.append(blind_sentences.BLIND_FALLBACK)
    elif last is not None and last.scored and last.confidence == "low":
        reasons.append(blind_sentences.BLIND_LOW)
    loss = fatigue.works_from_percent
    base = fatigue.base_mm
    if loss is not None and base is not None and loss > rule_percents[0] + NEARLY_PERCENT:
        if loss >= BARELY_PERCENT:
            reasons.append(blind_sentences.blind_to_tiring(max(base, 0.0)))
        else:
            reasons.append(blind_sentences.late_for_tiring(base, loss))
    growth = overcompensation.works_from_percent
    size = reference.unaffected_mm
    if growth is not None and size is not None and growth > rule_percents[1] + NEARLY_PERCENT:
        reasons.append(blind_sentences.late_for_growth(max(size, 0.0), growth))
    if synkinesis.noisy:
        reasons.append(blind_sentences.BLIND_NOISE)
    return tuple(reasons)
