"""Guards over made-up repetitions, for tests."""

from collections.abc import Iterable

from routines.movements import LinkedPair, MeasureKey, Side, Watch
from routines.thresholds import Thresholds
from sessions.guards import Guards
from sessions.guards.reference import Reference
from sessions.readings import Noise
from sessions.reps.rep import Rep, Verdict
from tests.sessions.made_reps import STILL


def guards(
    *,
    measure: MeasureKey = "open-smile",
    watch: tuple[Watch, ...] = (),
    reference: Reference | None = None,
    thresholds: Thresholds | None = None,
    known_linked: bool = False,
    linked_pairs: tuple[LinkedPair, ...] = (),
    ladder: bool = True,
    affected: Side = "left",
    left: Noise = STILL,
    right: Noise = STILL,
) -> Guards:
    """All guards of an exercise."""
    return Guards(
        thresholds or Thresholds(),
        measure=measure,
        watch=watch,
        affected=affected,
        left=left,
        right=right,
        reference=reference or Reference(),
        known_linked=known_linked,
        linked_pairs=linked_pairs,
        ladder=ladder,
    )


def judge(judged: Guards, reps: Iterable[Rep]) -> list[Verdict]:
    """Every verdict on these repetitions, in order."""
    return [verdict for rep in reps for verdict in judged.judge(rep)]


def stops(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The stops among them."""
    return [v for v in verdicts if v.level == "stop"]
