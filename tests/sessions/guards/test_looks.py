"""What is told of a comparison that was made: its number, its limits, and what counts so far."""

import pytest

from sessions.guards import Guards
from sessions.guards.look import Look
from sessions.reps.rep import Linked, Rep
from tests.sessions.guards.judging import guards
from tests.sessions.made_reps import rep


def looks(judged: Guards, sign: str, *reps: Rep) -> list[Look]:
    """The comparison with this sign, of each repetition."""
    found: list[Look] = []
    for each in reps:
        judged.judge(each)
        found += [look for look in judged.looks if look.sign == sign]
    return found


def pucker_eye(points: float | None) -> Linked:
    """The affected eye in a pucker; None where it was not read."""
    return Linked(eye_narrowing_percent=points, other_eye_narrowing_percent=0.0)


def test_the_first_repetitions_have_nothing_to_be_compared_with() -> None:
    """Two look for the start and for the own gentle size; the third is compared."""
    told = [looks(guards(), sign, *[rep(n) for n in (1, 2, 3)]) for sign in ("loss", "size")]

    assert [[look.not_judged for look in each] for each in told] == [
        ["first-repetitions", "first-repetitions", None],
        ["no-reference", "no-reference", None],
    ]
    assert [[look.value is None for look in each] for each in told] == [[True, True, False]] * 2


def test_a_loss_with_another_sign_counts_as_one_large_enough_alone() -> None:
    """25 % with a slow rise, or 40 %: either way one more, and a good one ends the row."""
    fresh = [rep(n, 8) for n in (1, 2, 3)]
    slow = [rep(n, 6, rise_s=2.0) for n in (4, 5)]
    large = [rep(n, 4.8) for n in (4, 5)]

    for tired in (slow, large):
        counted = [look.in_a_row for look in looks(guards(), "loss", *fresh, *tired, rep(6, 8))]
        assert counted == [0, 0, 0, 1, 2, 0]


def test_a_loss_alone_counts_nothing_while_it_is_small() -> None:
    """25 %, steady and quick: a caution."""
    reps = [rep(n, mm) for n, mm in enumerate((8, 8, 8, 6, 6), start=1)]

    assert [look.in_a_row for look in looks(guards(), "loss", *reps)] == [0] * 5


def test_sagging_holds_are_counted_over_the_set_and_steady_ones_count_nothing() -> None:
    """The second one is the second, with a steady one between them."""
    sagging = (2.0, 30.0)
    reps = [rep(1), rep(2, decay=sagging), rep(3), rep(4, decay=sagging)]
    told = looks(guards(), "hold-decay", *reps)

    assert [look.in_a_row for look in told] == [0, 1, 0, 2]
    assert [look.value for look in told] == [0.0, 30.0, 0.0, 30.0]


def test_a_part_that_was_not_read_is_told_as_such() -> None:
    """Not as one that was quiet."""
    told = looks(
        guards(measure="pucker", watch=("pucker-eye",)),
        "pucker-eye",
        rep(1, linked=pucker_eye(None)),
        rep(2, linked=pucker_eye(3.0)),
    )

    assert [(look.value, look.not_judged) for look in told] == [(None, "not-read"), (3.0, None)]


@pytest.mark.parametrize(
    ("known", "ladder", "stop", "counted"),
    [
        (False, True, 15.0, [0, 1, 0]),
        (True, False, 15.0, [0, 1, 0]),
        (True, True, 10.0, [1, 2, 0]),  # what is a caution elsewhere leads to a smaller try
    ],
)
def test_linked_movement_is_told_beside_the_limits_it_is_judged_by(
    known: bool, ladder: bool, stop: float, counted: list[int]
) -> None:
    """A known pair goes down the ladder from its caution on, where there is a ladder."""
    judged = guards(measure="pucker", watch=("pucker-eye",), known_linked=known, ladder=ladder)
    reps = [rep(n, linked=pucker_eye(points)) for n, points in enumerate((12, 16, 3), start=1)]
    told = looks(judged, "pucker-eye", *reps)

    assert {(look.caution, look.stop) for look in told} == {(10.0, stop)}
    assert [look.in_a_row for look in told] == counted
