"""The reference: whose gentle size it is, and when it can be trusted."""

import pytest

from sessions.guards.known_reference import KnownReference
from sessions.guards.reference import Reference, usable
from tests.sessions.made_reps import rep

USUAL = KnownReference(affected_mm=6.0, unaffected_mm=7.0, origin="usual")
THERAPIST = KnownReference(affected_mm=5.0, unaffected_mm=6.0, origin="therapist")


def filled(*sizes: tuple[float, float], known: KnownReference | None = None) -> Reference:
    """A reference that has seen repetitions of these sizes."""
    reference = Reference(known)
    for i, (affected, unaffected) in enumerate(sizes):
        reference.add(rep(i + 1, affected, unaffected))
    return reference


def test_is_the_median_of_the_first_three() -> None:
    """Each half by itself; later repetitions change nothing."""
    reference = filled((6, 9), (4, 8), (5, 7), (1, 1))

    assert (reference.affected_mm, reference.unaffected_mm) == (5, 8)
    assert reference.origin == "today"


def test_says_which_repetition_made_it_ready() -> None:
    """Only once, with the third usable one."""
    reference = Reference()
    said = [reference.add(rep(n)) for n in (1, 2, 3, 4)]

    assert said == [False, False, True, False]


@pytest.mark.parametrize(
    "bad",
    [
        rep(1, 20, 20, scored=False),
        rep(1, 20, 20, confidence="low"),
        rep(1, 20, 20, method="landmarks"),
    ],
)
def test_rests_only_on_usable_repetitions(bad: object) -> None:
    """Unscored, unsure and plainly measured ones do not count."""
    reference = Reference()
    reference.add(bad)  # pyright: ignore[reportArgumentType]

    assert not usable(bad)  # pyright: ignore[reportArgumentType]
    assert reference.reps == 0


def test_fewer_will_do_when_no_more_come() -> None:
    """At the end of a short recording it takes what there is; of nothing it makes nothing."""
    short, empty = filled((6, 8), (4, 6)), Reference()
    assert not short.ready
    short.settle()
    empty.settle()
    assert not short.add(rep(3, 9, 9))

    assert (short.affected_mm, short.unaffected_mm) == (5, 7)
    assert not empty.ready
    assert empty.affected_mm is None


def test_a_therapists_reference_outranks_todays() -> None:
    """It is ready at once and is not changed by anything."""
    reference = Reference(THERAPIST)
    assert reference.ready
    assert not any(reference.add(rep(n, 9, 9)) for n in (1, 2, 3))

    assert (reference.affected_mm, reference.unaffected_mm) == (5, 6)
    assert reference.origin == "therapist"
    bigger = KnownReference(affected_mm=1.0, unaffected_mm=20.0, origin="therapist")
    assert Reference(bigger).check(USUAL) is None


def test_the_usual_one_never_replaces_todays() -> None:
    """It is only compared with."""
    reference = Reference(USUAL)

    assert not reference.ready
    assert reference.affected_mm is None
    assert reference.check(USUAL) is None


@pytest.mark.parametrize(
    ("today", "odd"),
    [
        ((6.0, 7.0), None),
        ((6.0, 8.4), None),
        ((6.0, 8.6), "overdriven"),
        ((4.9, 7.0), None),
        ((4.7, 7.0), "tired"),
        ((4.7, 8.6), "overdriven"),
    ],
)
def test_an_odd_beginning_is_noticed(today: tuple[float, float], odd: str | None) -> None:
    """An overdriven or tired reference would blind every guard."""
    assert filled(today, today, today).check(USUAL) == odd


@pytest.mark.parametrize(
    ("usual", "today", "odd"),
    [
        # The unaffected half: above 120 % and by 1.5 mm or more.
        ((6.0, 6.0), (6.0, 7.5), "overdriven"),  # 125 %, exactly 1.5 mm
        ((6.0, 6.0), (6.0, 7.49), None),  # 124.8 %, 1.49 mm
        ((6.0, 10.0), (6.0, 12.0), None),  # exactly 120 %, 2 mm
        ((6.0, 10.0), (6.0, 12.1), "overdriven"),
        ((6.0, 3.0), (6.0, 4.4), None),  # percent only: 147 %, 1.4 mm
        ((6.0, 12.0), (6.0, 14.0), None),  # millimetres only: 117 %, 2 mm
        # The affected half: under 80 % and by 1.0 mm or more.
        ((4.0, 7.0), (3.0, 7.0), "tired"),  # 75 %, exactly 1.0 mm
        ((4.0, 7.0), (3.01, 7.0), None),  # 75 %, 0.99 mm
        ((10.0, 7.0), (8.0, 7.0), None),  # exactly 80 %, 2 mm
        ((10.0, 7.0), (7.95, 7.0), "tired"),
        ((1.5, 7.0), (0.6, 7.0), None),  # percent only: 40 %, 0.9 mm
        ((12.0, 7.0), (10.0, 7.0), None),  # millimetres only: 83 %, 2 mm
    ],
)
def test_odd_needs_percent_and_millimetres(
    usual: tuple[float, float], today: tuple[float, float], odd: str | None
) -> None:
    """Percent alone is noise on a small movement, millimetres alone on a large one."""
    known = KnownReference(affected_mm=usual[0], unaffected_mm=usual[1], origin="usual")

    assert filled(today, today, today).check(known) == odd


def test_starting_over_forgets_todays() -> None:
    """As when a softer one was asked for."""
    reference = filled((6, 9), (6, 9), (6, 9))
    reference.restart()

    assert not reference.ready
    assert reference.reps == 0


def test_percentages_follow_once_it_is_ready() -> None:
    """Before, and of a half that did not move, there are none."""
    reference = filled((0.1, 8), (0.1, 8))
    before = reference.with_percent(rep(3, 0.2, 6))
    reference.add(rep(3, 0.1, 8))
    after = reference.with_percent(rep(4, 0.2, 6))

    assert before.unaffected.percent_of_reference is None
    assert after.unaffected.percent_of_reference == 75
    assert after.affected.percent_of_reference is None


@pytest.mark.parametrize(("size_mm", "percent"), [(0.5, 200.0), (0.49, None)])
def test_half_a_millimetre_is_the_least_to_take_percents_of(
    size_mm: float, percent: float | None
) -> None:
    """Less is no size."""
    reference = filled((size_mm, 8), (size_mm, 8), (size_mm, 8))

    assert reference.with_percent(rep(4, 1.0)).affected.percent_of_reference == percent
