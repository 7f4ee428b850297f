"""The guards and a second judge who was written apart from them give the same rulings."""

from collections import Counter
from typing import get_args

import pytest
from msgspec.structs import replace

from routines.thresholds import Thresholds
from sessions.guards.reference import usable
from sessions.guards.synkinesis import Synkinesis
from sessions.reps.rep import Rule, Verdict
from tests.sessions.guards.judging import guards
from tests.sessions.guards.random_sets import RandomSet, random_set
from tests.sessions.guards.second_judge import (
    Ladder,
    Ruling,
    second_judgement,
    second_ladder,
)

Told = frozenset[tuple[Rule, int]]


def verdicts_of(tried: RandomSet) -> list[list[Verdict]]:
    """What the guards say of each set."""
    judged = guards(
        watch=tried.watch,
        reference=tried.reference(),
        thresholds=tried.thresholds,
        left=tried.noise,
        right=tried.noise,
    )
    said: list[list[Verdict]] = []
    for reps in tried.sets:
        if said:
            judged.new_set()
        said.append([verdict for one in reps for verdict in judged.judge(one)])
    return said


def disagreement(tried: RandomSet, said: list[list[Verdict]], second: Ruling) -> str:
    """What the two do not agree on; nothing where they agree.

    The guards give one stop a repetition where several rules are true; which of them it is, the
    description leaves open.
    """
    verdicts = [verdict for each in said for verdict in each]
    cautions: Told = frozenset((v.rule, v.rep) for v in verdicts if v.level == "caution")
    stops: Told = frozenset((v.rule, v.rep) for v in verdicts if v.level == "stop")
    if cautions != second.cautions:
        return f"{tried.seed}: cautions {sorted(cautions ^ second.cautions)} of one of the two"
    if not stops <= second.stops:
        return f"{tried.seed}: stops {sorted(stops - second.stops)} of the guards alone"
    missing = {n for _, n in second.stops} - {n for _, n in stops}
    return f"{tried.seed}: no stop in {sorted(missing)}" if missing else ""


def compared(seeds: range) -> Counter[str]:
    """How many sets ended by which rule, after both have judged each alike."""
    ended: Counter[str] = Counter()
    for tried in map(random_set, seeds):
        said = verdicts_of(tried)
        second = second_judgement(tried.sets, tried.thresholds, tried.watch, tried.own)
        assert disagreement(tried, said, second) == ""
        ended.update(next((v.rule for v in each if v.level == "stop"), "none") for each in said)
    return ended


def known_compared(seeds: range) -> Counter[str]:
    """The same for known linked movement: cautions, release steps and stops of the ladder."""
    steps: Counter[str] = Counter()
    for tried in map(random_set, seeds):
        limits = tried.thresholds.synkinesis
        start = (100.0, 80.0, limits.smallest_target_percent)[tried.seed % 3]
        second = second_ladder(tried.sets, limits, tried.watch, tried.own, start)
        assert guards_ladder(tried, start) == second, tried.seed
        steps.update(cautions=len(second.cautions), releases=len(second.releases))
        steps.update(stops=len(second.stops))
    return steps


def guards_ladder(tried: RandomSet, start_percent: float) -> Ladder:
    """What the guard of linked movement does where every watched pair is known."""
    judged = Synkinesis(tried.thresholds.synkinesis, tried.watch, tried.noise, tried.watch)
    target, ladder = start_percent, Ladder(set(), set(), set())
    for reps in tried.sets:
        judged.new_set()
        for one in filter(usable, reps):
            levels = {found.level for found in judged.judge(one, target)}
            target = judged.next_target(target)
            if "caution" in levels:
                ladder.cautions.add(one.n)
            if judged.release_due:
                ladder.releases.add(one.n)
            if "stop" in levels:
                ladder.stops.add(one.n)
    return ladder


def test_random_sets_are_judged_alike() -> None:
    """Every rule ends some of them, and many end by none."""
    ended = compared(range(400))

    assert min(ended[rule] for rule in (*get_args(Rule)[:3], "none")) >= 10


def test_known_linked_movement_is_judged_alike() -> None:
    """Each step of the ladder occurs."""
    steps = known_compared(range(400))

    assert min(steps[step] for step in Ladder._fields) >= 10


@pytest.mark.long
def test_thousands_of_random_sets_are_judged_alike() -> None:
    """The same on other sets."""
    ended = compared(range(400, 20_400))
    steps = known_compared(range(400, 20_400))

    print(f"20000 random sets judged alike, ended by {dict(ended)}; known linked: {dict(steps)}")
    assert ended.total() >= 20_000


@pytest.mark.parametrize("rule", get_args(Rule)[:3])
def test_a_judge_with_another_limit_is_found_out(rule: Rule) -> None:
    """The comparison can fail: a limit that differs by a tenth shows within the ordinary sets."""

    def odd(thresholds: Thresholds) -> Thresholds:
        one = getattr(thresholds, rule)
        names = {
            "fatigue": "stop_drop_percent",
            "overcompensation": "caution_percent",
            "synkinesis": "pucker_eye_stop_points",
        }
        name = names[rule]
        return replace(thresholds, **{rule: replace(one, **{name: getattr(one, name) * 1.1})})

    assert any(
        disagreement(
            tried,
            verdicts_of(tried),
            second_judgement(tried.sets, odd(tried.thresholds), tried.watch, tried.own),
        )
        for tried in map(random_set, range(400))
    )
