"""How the tracker ends, drops and waits after a movement, on each side of each limit."""

import pytest

from sessions.reps.tracker import RepTracker
from tests.sessions.frame_by_frame import SHAKY, lose, opened, show, smile, smiles, stay
from tests.sessions.made_reps import STILL


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
    rested: list[bool] = []
    for n in range(150):
        wave = 4.0 + (n // 5) % 2 * 2.0
        one = (wave, 4.0) if moving == "left" else (4.0, wave)
        show(tracker, 11.0 + n / 10, *one)
        rested.append(tracker.at_rest)

    assert not any(rested)


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


@pytest.mark.parametrize(("before_end_s", "mm"), [(0.48, 4.72), (0.49, 4.0), (0.6, 4.0)])
def test_half_a_second_of_the_end_counts_to_the_rest_before_the_next(
    before_end_s: float, mm: float
) -> None:
    """The left half came down early, to 0.9 mm lower, and the next movement follows at once. Three
    frames are no rest; a fourth makes one, which is followed, unless it is older."""
    tracker = opened(4.0, 4.0)
    stay(tracker, 10.3, 12.0, 4.0, 4.0)
    for t_s in (13.0 - before_end_s, 12.7, 12.72):
        show(tracker, t_s, -0.9, 4.0)
    first = show(tracker, 13.0, -0.9, 0.0)
    show(tracker, 13.3, -0.9)
    stay(tracker, 13.6, 16.0, 4.0, 4.0)
    (second,) = stay(tracker, 16.0, 17.5)

    assert first is not None
    assert second.affected.excursion_mm == pytest.approx(mm, abs=0.01)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_word_after_a_repetition_is_none_though_the_end_of_that_was_hidden(hidden: bool) -> None:
    """What is lost of one movement excuses nothing in the next: 0.7 s that turn back at once, read
    six times a second."""
    tracker = opened(4.0, 4.0)
    stay(tracker, 10.3, 12.0, 4.0, 4.0)
    if hidden:
        lose(tracker, 12.1)
    first = show(tracker, 12.3)
    word = [0.0, 2.0, 3.5, 5.0, 3.5, 3.5, *[0.0] * 8]
    later = [show(tracker, 12.6 + 0.17 * n, mm, mm) for n, mm in enumerate(word)]

    assert first is not None
    assert not tracker.open
    assert not any(later)


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


@pytest.mark.parametrize(("for_s", "counted"), [(0.3, False), (0.32, True)])
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
