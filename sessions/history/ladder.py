"""The ladder of each linked pair: how large practice begins today. Worked out from the records.

Practice starts at half of the own gentle size, below the link (40 to 50 %; clinical judgement, no
published value). It grows by one step only after a whole quiet set on two days at the step, and
shrinks by one at once after a set with two loud repetitions. Repetitions larger than the step, as
in a weekly record, are no practice on the ladder and move nothing. Nothing is stored: equal records
give equal ladders.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from routines.movements import MEASURES, WATCHES, MeasureKey, Side, Watch
from sessions.guards.known_reference import KnownReference
from sessions.history.linked_sets import LinkedSet
from sessions.history.summary import SessionSummary

START_PERCENT = 50.0
STEP_PERCENT = 10.0
TOP_PERCENT = 100.0
QUIET_DAYS = 2
LOUD_REPS = 2
"""In one set: the ladder goes down."""
GENTLE_WITHIN = timedelta(days=42)
"""An older size says little about today."""


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """Where one pair stands."""

    pair: Watch
    target_percent: float = START_PERCENT
    """What practice begins with, percent of own gentle size."""
    quiet_days: int = 0
    """Days with a whole quiet set at this step, of the `QUIET_DAYS` that lead to the next."""
    quiet_percent: float | None = None
    """The largest size at which a whole set was quiet since the ladder last went down."""
    practised: bool = False
    """Whether any set counted."""


def ladders(
    sessions: Sequence[SessionSummary], side: Side, *, simulated: bool = False
) -> dict[Watch, Ladder]:
    """Every pair's ladder after `sessions`, oldest first; those with another side do not count."""
    days: dict[Watch, list[tuple[date, LinkedSet]]] = {pair: [] for pair in WATCHES}
    for session in sessions:
        if not session.known_linked or session.side != side or session.simulated != simulated:
            continue
        for exercise in session.exercises:
            for each in exercise.linked:
                days[each.pair].append((session.started.date(), each))
    return {pair: _climb(pair, sets) for pair, sets in days.items()}


def _climb(pair: Watch, sets: Iterable[tuple[date, LinkedSet]]) -> Ladder:
    target, quiet, practised = START_PERCENT, set[date](), False
    largest: float | None = None
    for day, each in sets:
        practised |= each.target_percent <= target
        if sum(percent <= target for percent in each.loud_percents) >= LOUD_REPS:
            target = max(START_PERCENT, target - STEP_PERCENT)
            quiet.clear()
            largest = min(largest, target) if largest is not None else None
        elif each.quiet and each.target_percent <= target:
            largest = max(largest or 0.0, each.target_percent)
            if each.target_percent == target:
                quiet.add(day)
        if len(quiet) >= QUIET_DAYS and target < TOP_PERCENT:
            target += STEP_PERCENT
            quiet.clear()
    return Ladder(
        pair=pair,
        target_percent=target,
        quiet_days=len(quiet),
        quiet_percent=largest,
        practised=practised,
    )


def last_gentle(
    sessions: Sequence[SessionSummary], side: Side, today: date, *, simulated: bool = False
) -> dict[MeasureKey, KnownReference]:
    """Own gentle size of each measure as last measured at full size, in the last six weeks."""
    found: dict[MeasureKey, KnownReference] = {}
    for session in sessions:
        recent = timedelta() <= today - session.started.date() <= GENTLE_WITHIN
        if session.side != side or session.simulated != simulated or not recent:
            continue
        for exercise in session.exercises:
            affected, unaffected = exercise.affected_mm, exercise.unaffected_mm
            if exercise.measure in MEASURES and affected is not None and unaffected is not None:
                key = exercise.measure
                found[key] = KnownReference(
                    affected_mm=affected, unaffected_mm=unaffected, origin="usual"
                )
    return found
