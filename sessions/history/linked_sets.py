"""What each set of a record says of linked movement: how large, how loud, how open the eye stayed.

Made from all repetitions whose numbers are sure, at whatever size they were asked for: where linked
movement is known, small is the point.
"""

from collections.abc import Iterable, Iterator
from statistics import median

import msgspec

from routines.counted import rounded
from routines.movements import WATCHED_WITH, Watch, is_eye_pair
from sessions.guards.linked_number import LIMITS, judged
from sessions.log.record import ExerciseRecord, RepRecord, SetRecord
from sessions.reps.rep import Linked, trusted

LEAST_SHARE = 0.7
"""A repetition smaller than this share of its target was not done at that size: the lower edge of
the target band (clinical brief, row 4)."""


class LinkedSet(msgspec.Struct, frozen=True, array_like=True):
    """One watched pair in one set."""

    pair: Watch
    target_percent: float
    """What the set began with, percent of own gentle size."""
    reps: int
    """Repetitions in which the pair was read."""
    loud_percents: tuple[float, ...]
    """The sizes asked for of those that were at or over the caution."""
    quiet: bool
    """Whether every repetition of the dose was read, done at the size the set began with, and
    quiet."""
    eye_open_percent: float | None
    """Median opening of the affected eye in the repetitions asked for at the set's first size,
    percent of rest. None where a mouth corner is watched."""
    moved: float | None
    """Median of the number that is judged, points or millimetres."""


def linked_sets(record: ExerciseRecord) -> Iterator[LinkedSet]:
    """The sets of one exercise in which its pair was read at all."""
    pair = WATCHED_WITH.get(record.measure or "")
    if pair is None:
        return
    planned = round(record.dose.get("reps", 0))
    for each in record.sets:
        found = _linked_set(record, each, pair, planned)
        if found is not None:
            yield found


def is_loud(record: ExerciseRecord, each: SetRecord, rep: RepRecord) -> bool | None:
    """Whether the watched part was at or over its caution in a repetition of the set `each`.

    None where nothing is watched or the number is not sure. A caution that was given counts too:
    the guard knew the noise of that day.
    """
    pair = WATCHED_WITH.get(record.measure or "")
    value = None if pair is None else _judged(rep, pair)
    if pair is None or value is None:
        return None
    if any(v.rule == "synkinesis" and v.rep == rep.n for v in (*each.cautions, *each.stops)):
        return True
    limit = record.thresholds.get("synkinesis", {}).get(LIMITS[pair].caution)
    return limit is not None and value >= limit


def _linked_set(
    record: ExerciseRecord, each: SetRecord, pair: Watch, planned: int
) -> LinkedSet | None:
    read = [(rep, value) for rep in each.reps if (value := _judged(rep, pair)) is not None]
    if not read:
        return None
    loud = tuple(rep.target_percent for rep, _ in read if is_loud(record, each, rep))
    target = each.reps[0].target_percent
    at_target = [(rep, value) for rep, value in read if rep.target_percent == target]
    whole = planned > 0 and len(read) == planned == len(each.reps) + len(each.unseen)
    sized = all(_done_at_size(rep, target) for rep in each.reps)
    eye = is_eye_pair(pair)
    narrowed = [rep.eye_narrowing_percent for rep, _ in at_target]
    return LinkedSet(
        pair=pair,
        target_percent=target,
        reps=len(read),
        loud_percents=loud,
        quiet=whole and sized and not loud and not each.stops,
        eye_open_percent=_median(100.0 - n for n in narrowed if n is not None) if eye else None,
        moved=_median(value for _, value in at_target),
    )


def _done_at_size(rep: RepRecord, target_percent: float) -> bool:
    """Whether either half came as far as was asked for.

    Repetitions that the own gentle size is made of have no percentages: they are that size.
    """
    reached = [p for p in (rep.affected_percent, rep.unaffected_percent) if p is not None]
    enough = max(reached, default=100.0 if target_percent == 100.0 else 0.0)
    return rep.target_percent == target_percent and enough >= LEAST_SHARE * target_percent


def _judged(rep: RepRecord, pair: Watch) -> float | None:
    """The number the guard judges, where the repetition is sure."""
    if not rep.scored or rep.confidence != "normal" or rep.method != "composite":
        return None
    linked = Linked(
        eye_narrowing_percent=rep.eye_narrowing_percent,
        other_eye_narrowing_percent=rep.other_eye_narrowing_percent,
        corner_mm=rep.corner_mm,
        other_corner_mm=rep.other_corner_mm,
    )
    return judged(pair, trusted(linked, rep.doubtful))


def _median(values: Iterable[float]) -> float | None:
    known = list(values)
    return rounded(median(known), 3) if known else None
