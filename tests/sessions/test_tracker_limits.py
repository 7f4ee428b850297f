"""The tracker on each side of each of its limits, frame by frame and without noise.

Frames that are more than a quarter second apart are each judged by themselves.
"""

import pytest

from routines.movements import MEASURES
from sessions.readings import Noise, Pose, Reading
from sessions.reps.rep import Rep
from sessions.reps.tracker import RepTracker
from tests.sessions.made_reps import STILL, half

SHAKY = Noise((0.4,) * len(MEASURES), 0.8, 0.08)
"""Raises the opening threshold of a smile from 1.0 to 1.6 mm."""


def smiles(left: Noise = STILL, right: Noise = STILL) -> RepTracker:
    """A tracker of smiles, the left half affected; it opens above 1.0 mm and closes at 0.55."""
    return RepTracker("open-smile", "left", left, right)


def show(
    tracker: RepTracker,
    t_s: float,
    left: float = 0.0,
    right: float = 0.0,
    *,
    pose: Pose | None = None,
    narrowing: tuple[float, float] = (0.0, 0.0),
) -> Rep | None:
    """Feed one frame."""
    measure = tracker.measure
    halves = (
        half(left, measure=measure, narrowing=narrowing[0]),
        half(right, measure=measure, narrowing=narrowing[1]),
    )
    return tracker.feed(Reading(n=0, t_s=t_s, pose=pose, left=halves[0], right=halves[1]))


def lose(tracker: RepTracker, t_s: float) -> None:
    """Feed one frame without numbers."""
    tracker.feed(Reading(n=0, t_s=t_s, reason="no-face"))


def stay(
    tracker: RepTracker, begin_s: float, end_s: float, left: float = 0.0, right: float = 0.0
) -> list[Rep]:
    """Feed frames every tenth of a second, from `begin_s` on and before `end_s`."""
    times = (begin_s + n / 10 for n in range(round(10 * (end_s - begin_s))))
    return [rep for t_s in times if (rep := show(tracker, t_s, left, right)) is not None]


def opened(left: float, right: float = 0.0, tracker: RepTracker | None = None) -> RepTracker:
    """A tracker whose movement opened at 10 s and is confirmed at 10.25 s."""
    tracker = tracker or smiles()
    show(tracker, 9.0)
    for t_s in (10.0, 10.25):
        show(tracker, t_s, left, right)
    assert tracker.open
    return tracker


def rises(tracker: RepTracker, left: float, right: float = 0.0, **more: object) -> bool:
    """Whether a frame like this begins a movement."""
    show(tracker, 0.0, **more)  # pyright: ignore[reportArgumentType]
    show(tracker, 1.0, left, right, **more)  # pyright: ignore[reportArgumentType]
    return not tracker.at_rest


@pytest.mark.parametrize(("left", "right"), [(1.0, 0.0), (0.0, 1.0)])
def test_opens_above_the_smallest_movement(left: float, right: float) -> None:
    """Either half."""
    assert not rises(smiles(), left, right)
    assert rises(smiles(), 1.01 * left, 1.01 * right)


def test_each_half_has_the_threshold_of_its_own_noise() -> None:
    """A shaky half must move more, the other one need not."""
    assert not rises(smiles(left=SHAKY), 1.59)
    assert rises(smiles(left=SHAKY), 1.61)
    assert rises(smiles(left=SHAKY), 0.0, 1.01)
    assert not rises(smiles(right=SHAKY), 0.0, 1.59)
    assert rises(smiles(right=SHAKY), 1.01)


@pytest.mark.parametrize("side", [(1.0, 0.0), (0.0, 1.0)])
@pytest.mark.parametrize(
    ("pose", "least_mm"),
    [
        (Pose(1.0, -1.0, 0.0), 1.0),  # within three degrees
        (Pose(-6.0, 4.0, 0.0), 1.84),  # seven degrees more: 0.12 mm each
        (Pose(0.0, 0.0, 40.0), 1.0),  # roll fakes nothing
    ],
)
def test_a_turned_head_raises_the_threshold(
    side: tuple[float, float], pose: Pose, least_mm: float
) -> None:
    """By what yaw and pitch were measured to fake."""
    low, high = least_mm - 0.01, least_mm + 0.01

    assert not rises(smiles(), low * side[0], low * side[1], pose=pose)
    assert rises(smiles(), high * side[0], high * side[1], pose=pose)


@pytest.mark.parametrize(
    ("narrowing", "least_mm"),
    [
        ((60.0, 60.0), 1.0),
        ((61.0, 61.0), 2.3),  # both shut: 1.3 mm
        ((90.0, 0.0), 1.0),  # a wink
        ((0.0, 90.0), 1.0),
    ],
)
def test_shut_eyes_raise_the_threshold(narrowing: tuple[float, float], least_mm: float) -> None:
    """By what they were measured to drag along."""
    assert not rises(smiles(), least_mm - 0.01, narrowing=narrowing)
    assert rises(smiles(), least_mm + 0.01, narrowing=narrowing)


def test_shut_eyes_are_the_movement_of_an_eye_closure() -> None:
    """Its threshold of 0.8 mm stays."""
    closing = RepTracker("eye-closure", "left", STILL, STILL)

    assert rises(closing, 0.81, narrowing=(90.0, 90.0))


@pytest.mark.parametrize(("later_s", "open"), [(10.25, True), (10.24, False)])
def test_a_movement_is_confirmed_after_a_quarter_second(later_s: float, open: bool) -> None:
    """And counts from where it rose."""
    tracker = smiles()
    show(tracker, 9.0)
    show(tracker, 10.0, 3.0)
    assert not tracker.open
    show(tracker, later_s, 3.0)

    assert tracker.open == open
    assert tracker.opened_s == (10.0 if open else None)
    assert tracker.open_s == (0.25 if open else 0.0)


@pytest.mark.parametrize("reading_without", ["left", "right", "reason"])
def test_a_frame_without_numbers_is_not_scored(reading_without: str) -> None:
    """Nor one that has them and a reason against them."""
    tracker = smiles()
    tracker.feed(
        Reading(
            n=0,
            t_s=1.0,
            reason="blurred" if reading_without == "reason" else None,
            left=None if reading_without == "left" else half(4),
            right=None if reading_without == "right" else half(4),
        )
    )

    assert not tracker.scored
    assert not tracker.usable
    assert tracker.affected_mm is tracker.unaffected_mm is None


@pytest.mark.parametrize(
    ("confidence", "method", "usable"),
    [
        ("normal", "composite", True),
        ("low", "composite", False),
        ("normal", "landmarks", False),
    ],
)
def test_which_frames_guards_may_use(confidence: str, method: str, usable: bool) -> None:
    """Sure ones, read from composites."""
    tracker = smiles()
    tracker.feed(
        Reading(
            n=0,
            t_s=1.0,
            confidence=confidence,  # pyright: ignore[reportArgumentType]
            method=method,  # pyright: ignore[reportArgumentType]
            left=half(0),
            right=half(0),
        )
    )

    assert tracker.scored
    assert tracker.usable == usable


def test_rest_follows_the_time_that_passed() -> None:
    """By 0.06 mm a second, nothing at the first frame, and at most 0.2 s after a gap."""
    tracker = smiles()
    seen: list[float | None] = []
    for t_s in (5.0, 5.1, 7.0, 8.0):
        show(tracker, t_s, 0.5)
        seen.append(tracker.affected_mm)

    assert seen == pytest.approx([0.5, 0.5, 0.494, 0.482])


def test_a_frame_given_twice_is_passed_over() -> None:
    """Whatever it shows the second time."""
    tracker = smiles()
    show(tracker, 5.0, 0.5, 0.2)
    show(tracker, 5.0, 9.0, 9.0)

    assert (tracker.affected_mm, tracker.unaffected_mm) == (0.5, 0.2)


def test_an_open_movement_is_not_rest_when_the_face_is_lost() -> None:
    """It is still under way."""
    tracker = opened(3.0)
    lose(tracker, 10.5)

    assert tracker.open
    assert not tracker.at_rest


def falls(tracker: RepTracker, left: float, right: float = 0.0) -> bool:
    """Whether the main fall has begun with a frame like this."""
    show(tracker, 11.0, left, right)
    return tracker.waiting_for is not None


@pytest.mark.parametrize(("mm", "fallen"), [(2.1, False), (2.0, False), (1.9, True)])
def test_the_main_fall_is_to_less_than_half(mm: float, fallen: bool) -> None:
    """Half of a peak of 4 mm."""
    assert falls(opened(4.0), mm) == fallen
    assert falls(opened(0.0, 4.0), 0.0, mm) == fallen


@pytest.mark.parametrize(
    ("tracker", "peaks", "lead"),
    [
        (smiles(), (3.0, 3.0), "right"),  # as far: the unaffected half leads
        (smiles(), (4.0, 3.0), "left"),
        (smiles(left=SHAKY), (4.0, 3.0), "right"),  # 2.5 and 3 times its threshold
        (smiles(right=SHAKY), (3.0, 4.0), "left"),
    ],
)
def test_the_half_that_moved_further_leads(
    tracker: RepTracker, peaks: tuple[float, float], lead: str
) -> None:
    """In multiples of its own threshold: its fall is the main one."""
    opened(*peaks, tracker)
    other_low = (1.2, peaks[1]) if lead == "right" else (peaks[0], 1.2)
    lead_low = (peaks[0], 1.2) if lead == "right" else (1.2, peaks[1])
    show(tracker, 11.0, *other_low)
    before = tracker.waiting_for
    show(tracker, 12.0, *lead_low)

    assert before is None
    assert tracker.waiting_for is not None


@pytest.mark.parametrize(("later_s", "open"), [(15.0, True), (15.1, False)])
def test_a_half_that_stays_up_costs_four_seconds(later_s: float, open: bool) -> None:
    """Counted from the main fall at 11 s; then the repetition is given without a release."""
    tracker = opened(6.0, 6.0)
    stay(tracker, 10.3, 10.7, 6.0, 6.0)
    reps = stay(tracker, 11.0, 15.0, 2.9, 2.9)
    last = show(tracker, later_s, 2.9, 2.9)

    assert reps == []
    assert tracker.open == open
    assert (last is None) == open
    assert last is None or last.release_s is None
    assert not tracker.at_rest


@pytest.mark.parametrize("seen", [True, False])
def test_a_minute_is_a_posture(seen: bool) -> None:
    """What is held longer, or lost from sight for longer, is no repetition."""
    tracker = opened(3.0)
    for t_s in (69.0, 70.0):
        show(tracker, t_s, 3.0) if seen else lose(tracker, t_s)
    at_a_minute = tracker.open
    show(tracker, 70.1, 3.0) if seen else lose(tracker, 70.1)

    assert at_a_minute
    assert not tracker.open
    assert tracker.n == 1


def left_up(left: float, right: float) -> RepTracker:
    """A tracker whose movement was abandoned in the hold; it waits from 11 s on."""
    tracker = opened(left, right)
    tracker.abandon()
    assert not tracker.at_rest
    return tracker


@pytest.mark.parametrize(("left", "right"), [(4.0, 0.0), (0.0, 4.0), (4.0, 4.0)])
def test_what_stays_up_for_ten_seconds_rests_there(left: float, right: float) -> None:
    """However high that is, it is measured from there."""
    tracker = left_up(left, right)
    stay(tracker, 11.0, 21.0, left, right)
    show(tracker, 21.0, left, right)
    at_ten = tracker.at_rest
    show(tracker, 21.1, left, right)
    rests = tracker.at_rest
    show(tracker, 21.2, left, right)

    assert not at_ten
    assert rests
    assert (tracker.affected_mm, tracker.unaffected_mm) == (0, 0)


@pytest.mark.parametrize("moving", ["left", "right"])
def test_a_half_that_still_moves_has_no_new_rest(moving: str) -> None:
    """Then it is waited for."""
    tracker = left_up(4.0, 4.0)
    for n in range(150):
        wave = 4.0 + (n // 5) % 2 * 2.0
        one = (wave, 4.0) if moving == "left" else (4.0, wave)
        show(tracker, 11.0 + n / 10, *one)

    assert not tracker.at_rest


@pytest.mark.parametrize(("first", "waits"), [("left", "unaffected"), ("right", "affected")])
def test_after_an_abandoned_movement_both_halves_come_back(first: str, waits: str) -> None:
    """The next one begins when both are down, which needs no ten seconds."""
    tracker = left_up(4.0, 4.0)
    show(tracker, 11.0, *((0.0, 4.0) if first == "left" else (4.0, 0.0)))
    waited = tracker.waiting_for
    resting = tracker.at_rest
    show(tracker, 12.0)

    assert (waited, resting) == (waits, False)
    assert tracker.at_rest
    assert tracker.waiting_for is None


@pytest.mark.parametrize(("later_s", "kept"), [(1.85, 2), (1.86, 1)])
def test_frames_are_kept_from_before_the_onset(later_s: float, kept: int) -> None:
    """1.6 s of rest, and the quarter second that confirms the rise."""
    tracker = smiles()
    show(tracker, 0.0)
    show(tracker, later_s)

    assert len(tracker._before) == kept  # pyright: ignore[reportPrivateUsage]


def smile(
    tracker: RepTracker,
    begin_s: float,
    left: float,
    right: float,
    *,
    for_s: float = 2.0,
) -> list[Rep]:
    """Two seconds of rest, a movement with sharp edges, a second of rest; 100 frames a second."""
    reps: list[Rep] = []
    for n in range(round(100 * (3.0 + for_s))):
        up = 200 <= n < 200 + round(100 * for_s)
        rep = show(tracker, begin_s + n / 100, left * up, right * up)
        if rep is not None:
            reps.append(rep)
    return reps


@pytest.mark.parametrize(("left", "right"), [(4.0, 0.0), (0.0, 4.0)])
def test_after_a_repetition_the_last_fifteen_frames_stay(left: float, right: float) -> None:
    """They are the rest of a movement that follows at once; of an abandoned one none stay."""
    tracker = smiles()
    kept: list[int] = []
    for n in range(500):
        up = 200 <= n < 400
        if show(tracker, n / 100, left * up, right * up) is not None:
            kept.append(len(tracker._before))  # pyright: ignore[reportPrivateUsage]
    abandoned = left_up(4.0, 4.0)

    assert kept == [15]
    assert len(abandoned._before) == 0  # pyright: ignore[reportPrivateUsage]


def test_a_half_at_its_closing_threshold_keeps_its_rest() -> None:
    """Above it, what it came back to is the new rest."""
    tracker = opened(4.0, 4.0)
    show(tracker, 11.0, 0.55, 0.5)
    ended = not tracker.open
    show(tracker, 12.0, 0.55, 0.5)

    assert ended
    assert (tracker.affected_mm, tracker.unaffected_mm) == (0.55, 0.5)


def test_a_half_above_its_closing_threshold_rests_there_now() -> None:
    """It came down, stays still, and is measured from there."""
    tracker = opened(4.0, 4.0)
    stay(tracker, 10.3, 11.0, 4.0, 4.0)
    stay(tracker, 11.0, 12.0, 0.0, 1.0)
    ended = not tracker.open
    show(tracker, 13.0, 0.0, 1.0)

    assert ended
    assert (tracker.affected_mm, tracker.unaffected_mm) == (0, 0)


@pytest.mark.parametrize(
    ("usual", "later", "counted"),
    [
        ((8.0, 8.0), (2.0, 2.0), True),  # exactly a quarter
        ((8.0, 8.0), (1.9, 1.9), False),
        ((8.0, 8.0), (1.9, 2.5), True),  # one half is enough
        ((8.0, 8.0), (2.5, 1.9), True),
        ((0.5, 8.0), (0.4, 1.9), False),  # a half that usually stays still says nothing
        ((1.0, 8.0), (0.4, 1.9), True),  # at the threshold it has a usual size
    ],
)
def test_a_fidget_is_less_than_a_quarter_of_the_usual(
    usual: tuple[float, float], later: tuple[float, float], counted: bool
) -> None:
    """Of the half's own size in this set."""
    tracker = smiles()
    reps = [rep for n in range(3) for rep in smile(tracker, 5.0 * n, *usual)]
    more = smile(tracker, 15.0, *later)

    assert len(reps) == 3
    assert len(more) == counted


@pytest.mark.parametrize(("for_s", "counted"), [(0.57, False), (0.63, True)])
def test_a_movement_shorter_than_six_tenths_is_none(for_s: float, counted: bool) -> None:
    """A syllable, a blink."""
    assert len(smile(smiles(), 0.0, 4.0, 4.0, for_s=for_s)) == counted


@pytest.mark.parametrize(("for_s", "counted"), [(0.28, False), (0.32, True)])
def test_a_movement_that_is_cut_off_needs_half_of_that(for_s: float, counted: bool) -> None:
    """It would have gone on."""
    tracker = smiles()
    for n in range(200 + round(100 * for_s) + 1):
        up = 4.0 * (n >= 200)
        show(tracker, n / 100, up, up)

    assert (tracker.close(9.0) is not None) == counted


def test_a_small_movement_of_one_half_has_not_fallen() -> None:
    """The half that stays still is not taken for the one that leads."""
    for sizes in ((0.75, 0.0), (0.0, 0.75)):
        tracker = opened(*sizes, RepTracker("brow-raise", "left", STILL, STILL))

        assert not falls(tracker, *sizes)
