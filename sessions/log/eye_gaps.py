"""What the gentle closures of one exercise left open of each eye, from journal entries. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from routines.movements import Side, other_side
from sessions.engine.interface.commands import KeptRep, KeptRest
from sessions.log.entries import Entry
from sessions.log.record import EyeGapRecord
from sessions.readings import AtRest
from sessions.reps.eye_gap import EyeGap, eye_gap

GENTLE = "eye-closure"
"""The exercise whose closures are gentle: a firmer one, or a practised blink, says nothing of how
the eye closes by itself."""

Closure = tuple[KeptRep, AtRest]


def eye_gaps(
    entries: Iterable[Entry], step: int, side: Side, *, calibrated: bool
) -> EyeGapRecord | None:
    """Of the closures of `step`; `side` is the affected one. None where no eye can be told."""
    closures = list(_closures(entries, step))
    straight = all(rest.sure for _, rest in closures)
    weak, strong = (
        _gap(closures, each, affected=each == side, calibrated=calibrated and straight)
        for each in (side, other_side(side))
    )
    if weak is None and strong is None:
        return None
    return EyeGapRecord(affected=weak, unaffected=strong)


def _closures(entries: Iterable[Entry], step: int) -> Iterator[Closure]:
    """Those that count, at the size of a gentle closure, each with the rest taken last before it.
    Where the witnesses of an eye disagreed, none does."""
    rest: AtRest | None = None
    for entry in entries:
        if isinstance(entry, KeptRest) and entry.at_rest is not None:
            rest = entry.at_rest
        if isinstance(entry, KeptRep) and entry.step == step and rest is not None:
            rep = entry.rep
            sure = rep.scored and rep.confidence == "normal" and rep.method == "composite"
            if sure and entry.target_percent == 100.0 and "eye-closure" not in rep.doubtful:
                yield entry, rest


def _gap(
    closures: Sequence[Closure], side: Side, *, affected: bool, calibrated: bool
) -> EyeGap | None:
    halves = (kept.rep.affected if affected else kept.rep.unaffected for kept, _ in closures)
    return eye_gap(
        [half.excursion_mm for half in halves],
        [rest.half(side).eye_mm for _, rest in closures],
        calibrated=calibrated,
    )
