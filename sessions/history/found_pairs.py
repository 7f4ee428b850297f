"""Linked movement that a check-up saw and the person has not named: asked about, never decided."""

from collections import Counter
from collections.abc import Collection, Mapping

from routines.language import _
from routines.movements import WATCHES, LinkedPair, LinkedSide, Watch, known_pairs, side_name
from sessions.history.proposals import Proposal
from sessions.history.summary import SessionSummary

LOUD_REPS = 2
"""Repetitions at or over the caution in one check-up; one alone may be chance, as for the guard
(`SynkinesisThresholds.stop_reps`)."""
_SEEN: dict[Watch, str] = {
    "pucker-eye": _("Your {side} eye narrowed when you puckered your lips"),
    "smile-eye": _("Your {side} eye narrowed when you smiled"),
    "closure-corner": _("Your {side} mouth corner moved when you closed your eyes"),
    "brow-corner": _("Your {side} mouth corner moved when you raised your brows"),
}


def found_pairs(
    check_up: SessionSummary,
    known_linked: bool,
    listed: Collection[LinkedPair],
    sides: Mapping[LinkedPair, LinkedSide] = {},
) -> tuple[Proposal, ...]:
    """A question about each pair that was loud in the check-up and is not known of that half."""
    known = known_pairs(WATCHES, listed, sides) if known_linked else ()
    loud: Counter[Watch] = Counter()
    for exercise in check_up.exercises:
        for each in exercise.linked:
            loud[each.pair] += len(each.loud_percents)
    return tuple(
        Proposal(
            kind="linked-pair",
            sentence=_("Is that usual for you? Then I know it, and its practice begins smaller."),
            because=_("{seen}, in {loud} repetitions.").format(
                seen=seen.format(side=side_name(check_up.side)), loud=loud[pair]
            ),
            pair=pair,
        )
        for pair, seen in _SEEN.items()
        if loud[pair] >= LOUD_REPS and pair not in known
    )
