"""Linked movement, on each side of each of its limits."""

import pytest

from routines.movements import MEASURES, Watch
from routines.thresholds import SynkinesisThresholds
from sessions.guards.synkinesis import Synkinesis
from sessions.readings import Noise
from sessions.reps.rep import Linked, Rep
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import STILL, rep


def levels(pair: Watch, linked: Linked, noise: Noise = STILL) -> list[str]:
    """What is said about two repetitions like this."""
    judged = guards(watch=(pair,), left=noise)
    return [v.level for v in judge(judged, [rep(n, linked=linked) for n in (1, 2)])]


def eye(percent: float | None, other: float | None = 0.0) -> Linked:
    """Narrowing of the affected eye and of the other one."""
    return Linked(eye_narrowing_percent=percent, other_eye_narrowing_percent=other)


def corner(mm: float, other: float = 0.0) -> Linked:
    """Movement of the affected mouth corner and of the other one."""
    return Linked(corner_mm=mm, other_corner_mm=other)


NOTHING: list[str] = []
CAUTIONS = ["caution", "caution"]
STOP = ["caution", "caution", "stop"]


@pytest.mark.parametrize(
    ("pair", "linked", "said"),
    [
        ("pucker-eye", eye(9.9), NOTHING),
        ("pucker-eye", eye(10.0), CAUTIONS),
        ("pucker-eye", eye(14.9), CAUTIONS),
        ("pucker-eye", eye(15.0), STOP),
        ("smile-eye", eye(40.0, 25.1), NOTHING),
        ("smile-eye", eye(40.0, 25.0), STOP),
        ("closure-corner", corner(1.49), NOTHING),
        ("closure-corner", corner(1.5), CAUTIONS),
        ("closure-corner", corner(2.49), CAUTIONS),
        ("closure-corner", corner(2.5), STOP),
        ("brow-corner", corner(3.0, 1.01), NOTHING),
        ("brow-corner", corner(3.0, 1.0), STOP),
    ],
)
def test_caution_and_stop_of_each_pair(pair: Watch, linked: Linked, said: list[str]) -> None:
    """Each limit belongs to what it limits."""
    assert levels(pair, linked) == said


@pytest.mark.parametrize(("mm", "said"), [(2.99, NOTHING), (3.0, STOP)])
def test_three_times_the_noise_raises_a_limit(mm: float, said: list[str]) -> None:
    """A corner that trembles by 1 mm at rest must move by 3 mm."""
    trembling = Noise((0.05,) * len(MEASURES), 0.8, 1.0)

    assert levels("closure-corner", corner(mm), trembling) == said


def test_an_eye_that_was_not_seen_is_not_judged() -> None:
    """Nor is a difference to one."""
    assert levels("smile-eye", eye(None, 40.0)) == NOTHING
    assert levels("smile-eye", eye(40.0, None)) == NOTHING


@pytest.mark.parametrize(
    ("pair", "quiet", "loud"),
    [
        ("pucker-eye", eye(9.9), eye(10.0)),
        ("smile-eye", eye(40.0, 25.1), eye(40.0, 25.0)),
        ("closure-corner", corner(1.49), corner(1.5)),
        ("brow-corner", corner(3.0, 1.01), corner(3.0, 1.0)),
    ],
)
def test_known_the_caution_of_each_pair_makes_it_smaller_and_ends(
    pair: Watch, quiet: Linked, loud: Linked
) -> None:
    """By its own limit: two loud ones, the release step, two more, the end."""
    calm, spoken = (guards(watch=(pair,), known_linked=True) for _ in range(2))

    assert judge(calm, [rep(n, linked=quiet) for n in range(1, 5)]) == []
    assert calm.target_percent == 100
    said = judge(spoken, [rep(n, linked=loud) for n in range(1, 5)])
    assert [v.level for v in said] == ["caution"] * 4 + ["stop"]
    assert spoken.target_percent == 50


@pytest.mark.parametrize(
    ("pair", "own", "near", "worse"),
    [
        ("pucker-eye", eye(30.0), eye(39.9), eye(40.0)),
        ("closure-corner", corner(3.0), corner(4.49), corner(4.5)),
    ],
)
def test_how_much_more_than_usual_is_told(
    pair: Watch, own: Linked, near: Linked, worse: Linked
) -> None:
    """From 10 points of the eye or 1.5 mm of the corner over the first three."""
    judged = guards(watch=(pair,), known_linked=True, ladder=False)
    judge(judged, [rep(n, linked=own) for n in (1, 2, 3)])
    told = [judge(judged, [rep(n, linked=each)])[0] for n, each in ((4, near), (5, worse))]

    assert ["more than at the start" in v.sentence for v in told] == [False, True]


@pytest.mark.parametrize(("target", "level"), [(50.0, "stop"), (50.1, "caution")])
def test_the_smallest_target_is_where_it_ends(target: float, level: str) -> None:
    """Half of the own size; above it there is a smaller one to try."""
    judged = guards(watch=("pucker-eye",), known_linked=True)
    judged.new_set(target)
    said = judge(judged, [rep(n, linked=eye(20.0)) for n in (1, 2)])

    assert said[-1].level == level
    assert judged.target_percent == 50


def both(n: int) -> Rep:
    """A repetition that is beyond the stops of both corner pairs."""
    return rep(n, linked=corner(9.0))


def test_two_pairs_beyond_are_one_caution_and_one_stop() -> None:
    """The first that is watched speaks."""
    watch: tuple[Watch, ...] = ("closure-corner", "brow-corner")
    guard = Synkinesis(SynkinesisThresholds(), watch, STILL)

    assert [one.level for one in guard.judge(both(1), 100.0)] == ["caution"]
    assert [one.level for one in guard.judge(both(2), 100.0)] == ["caution", "stop"]
