"""The word within a repetition: after 0.4 s beyond own noise, or 1 s; never for a blink."""

import math
from collections.abc import Sequence

import msgspec
import pytest

from routines.movements import Watch
from routines.thresholds import SynkinesisThresholds
from sessions.guards.finding import Finding
from sessions.guards.synkinesis import Synkinesis
from sessions.reps.rep import Linked
from tests.sessions.made_reps import STILL

FRAME_S = 1 / 30
CERTAIN = 10.0 + 3.0 * STILL.narrowing_percent
"""Beyond the caution by own noise."""


def guard(*watch: Watch, known: bool = False) -> Synkinesis:
    """A guard that watches these pairs."""
    watch = watch or ("pucker-eye",)
    return Synkinesis(SynkinesisThresholds(), watch, STILL, known=watch if known else ())


def eye(percent: float) -> Linked:
    """Narrowing of the affected eye alone."""
    return Linked(eye_narrowing_percent=percent, other_eye_narrowing_percent=0.0)


def watched(
    judged: Synkinesis,
    percents: Sequence[float | None],
    opened_s: float | None = 0.0,
    from_s: float = 0.0,
) -> list[tuple[float, Finding]]:
    """What is said, with its time, over frames with these narrowings; None is an unusable one."""
    said: list[tuple[float, Finding]] = []
    for n, percent in enumerate(percents):
        t_s = from_s + n * FRAME_S
        judged.see(t_s, opened_s, None if percent is None else eye(percent))
        word = judged.word()
        if word is not None:
            said.append((t_s, word))
    return said


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize(
    ("percent", "after_s"), [(30.0, 0.4), (CERTAIN, 0.4), (CERTAIN - 0.1, 1.0), (10.0, 1.0)]
)
def test_the_word_comes_sooner_beyond_own_noise(
    percent: float, after_s: float, known: bool
) -> None:
    """From the caution on, once a repetition, with its numbers."""
    (said,) = watched(guard(known=known), [0.0] * 30 + [percent] * 60)

    assert said[0] == pytest.approx(1.0 + after_s, abs=0.02)
    assert said[1].level == "hint"
    assert said[1].detail == {
        "sign": "pucker-eye",
        "linked_points": percent,
        "limit_points": 10.0,
        "dwell_s": 0.4,
    }


def test_under_the_caution_nothing_is_said() -> None:
    """However long."""
    assert watched(guard(), [9.9] * 300) == []


def test_a_wave_of_the_head_that_takes_a_quiet_part_over_the_caution_says_nothing() -> None:
    """Nine points in a hold of 3 s, swaying by 2.2 every 2 s: twice over the caution for 0.7 s, by
    less than own noise."""
    wave = [9.0 + 2.2 * math.sin(math.tau * n * FRAME_S / 2.0) for n in range(90)]

    assert max(wave) > 11.0
    assert watched(guard(), wave) == []


def test_single_readings_beyond_noise_are_not_the_part_itself() -> None:
    """The median of 0.4 s counts: a third of the readings may be far off, either way."""
    off_up = [14.0 if n % 3 == 0 else 10.5 for n in range(28)]
    off_down = [10.5 if n % 3 == 0 else 14.0 for n in range(28)]

    assert watched(guard(), off_up) == []
    assert len(watched(guard(), off_down)) == 1


def test_the_median_goes_back_as_far_as_the_dwell() -> None:
    """Three readings within 0.5 s, both ends counted."""
    limits = SynkinesisThresholds(live_dwell_s=0.5)
    judged = Synkinesis(limits, ("pucker-eye",), STILL)
    for t_s, percent in ((0.0, 14.0), (0.25, 14.0), (0.5, 10.0)):
        judged.see(t_s, 0.0, eye(percent))

    assert judged.word() is not None


def test_what_dips_under_the_caution_is_counted_anew() -> None:
    """Three times 0.8 s just over it."""
    dips = ([10.5] * 24 + [9.9]) * 3

    assert watched(guard(), dips) == []


@pytest.mark.parametrize("frames", [3, 6, 9, 12])
def test_a_blink_never_speaks(frames: int) -> None:
    """0.1 to 0.4 s of shut eye, again and again."""
    blinks = ([0.0] * 20 + [95.0] * frames) * 8

    assert watched(guard(), blinks) == []


def test_the_dwell_itself_is_enough() -> None:
    """Twelve frames apart are 0.4 s, in whatever arithmetic."""
    judged = guard()
    judged.see(0.7, 0.0, eye(20.0))
    judged.see(1.1 - 1e-4, 0.0, eye(20.0))
    assert judged.word() is None
    judged.see(0.7 + 0.4, 0.0, eye(20.0))
    assert judged.word() is not None


def test_a_blink_adds_no_time_to_what_was_over_already() -> None:
    """0.4 s over the caution with open eyes, before and after the blink together."""
    judged = guard()
    blink = Linked(eye_narrowing_percent=95.0, other_eye_narrowing_percent=95.0)
    frames = [eye(13.0)] * 9 + [blink] * 10 + [eye(0.0)] * 5
    frames += [eye(13.0)] * 9 + [blink] * 10 + [eye(13.0)] * 9
    said: list[int] = []
    for n, linked in enumerate(frames):
        judged.see(n * FRAME_S, 0.0, linked)
        if judged.word() is not None:
            said.append(n)

    assert said == [24 + 9 + 10 + 3]


def lids(affected: float, other: float) -> Linked:
    """Narrowing of both eyes."""
    return Linked(eye_narrowing_percent=affected, other_eye_narrowing_percent=other)


def first_word(judged: Synkinesis, *moments: tuple[float, Linked]) -> float | None:
    """When the word comes, over these readings with their times."""
    for t_s, linked in moments:
        judged.see(t_s, 0.0, linked)
        if judged.word() is not None:
            return t_s
    return None


def test_a_quiet_eye_that_blinked_is_quiet_again() -> None:
    """Most blinks come while nothing moves along."""
    judged = guard()
    for t_s, linked in ((0.0, eye(3.0)), (0.1, lids(95.0, 95.0)), (0.3, eye(4.0))):
        judged.see(t_s, 0.0, linked)

    assert judged.now == "quiet"
    assert judged.reading is not None
    assert judged.reading.value == 4.0


@pytest.mark.parametrize(("other", "now"), [(40.0, "quiet"), (39.9, "loud")])
def test_a_lid_that_far_down_is_a_blink(other: float, now: str) -> None:
    """From 40 points of the other eye on; a lid that is less far down hides nothing."""
    judged = guard()
    judged.see(0.0, 0.0, eye(3.0))
    judged.see(0.1, 0.0, lids(20.0, other))

    assert judged.now == now


@pytest.mark.parametrize(("shut_s", "now"), [(0.4, "quiet"), (0.41, "loud")])
def test_a_blink_may_take_as_long_as_blinks_do(shut_s: float, now: str) -> None:
    """0.4 s counted; an eye that is shut for longer does not blink."""
    judged = guard()
    judged.see(-0.1, 0.0, eye(3.0))
    judged.see(0.0, 0.0, lids(95.0, 95.0))
    judged.see(shut_s, 0.0, lids(95.0, 95.0))

    assert judged.now == now


@pytest.mark.parametrize(("opened_s", "word_s"), [(0.4, 0.6), (0.41, 0.41)])
def test_the_time_of_a_blink_is_left_out_and_of_a_longer_one_it_is_not(
    opened_s: float, word_s: float
) -> None:
    """Over the caution since 0.2 s before the lid went down; the word takes 0.4 s."""
    judged = guard()
    before = [(-0.2, eye(14.0)), (0.0, lids(14.0, 95.0)), (0.3, lids(14.0, 95.0))]
    after = [(t_s, eye(14.0)) for t_s in (opened_s, 0.5, 0.6, 0.9)]

    assert first_word(judged, *before, *after) == word_s


def test_both_eyes_shut_for_long_are_no_blink() -> None:
    """Pressed lids in a pucker: the word comes once it cannot be a blink any more."""
    judged = guard()
    shut = Linked(eye_narrowing_percent=95.0, other_eye_narrowing_percent=95.0)
    said: list[float] = []
    for n in range(60):
        judged.see(n * FRAME_S, 0.0, shut)
        if judged.word() is not None:
            said.append(n * FRAME_S)

    assert said == [pytest.approx(0.8, abs=0.1)]


def test_a_blink_leaves_on_the_screen_what_was_there() -> None:
    """Quiet stays quiet."""
    judged = guard()
    judged.see(0.0, 0.0, eye(3.0))
    judged.see(0.1, 0.0, Linked(eye_narrowing_percent=95.0, other_eye_narrowing_percent=95.0))

    assert judged.now == "quiet"
    assert judged.reading is not None
    assert judged.reading.value == 3.0


def test_a_reading_that_cannot_be_used_begins_anew() -> None:
    """Nothing is made up across a gap."""
    gap: list[float | None] = [20.0] * 10 + [None] + [20.0] * 10

    assert watched(guard(), gap) == []


def test_outside_a_repetition_nothing_is_said() -> None:
    """An eye may be narrow at rest; what began there counts once a movement is open."""
    judged = guard()

    assert watched(judged, [20.0] * 30, opened_s=None) == []
    assert len(watched(judged, [20.0] * 30, opened_s=0.9, from_s=1.0)) == 1


def test_each_repetition_has_its_word() -> None:
    """Once each."""
    judged = guard()
    said = [watched(judged, [20.0] * 60, opened_s=n, from_s=n) for n in (1.0, 5.0, 9.0)]

    assert [len(each) for each in said] == [1, 1, 1]


def test_what_is_quiet_loud_or_unwatched_now() -> None:
    """For the screen: quiet is said only where a part is watched and under its caution."""
    judged = guard()
    states = [judged.now]
    for linked in (eye(9.9), eye(10.0), None, Linked()):
        judged.see(1.0, 0.5, linked)
        states.append(judged.now)

    assert states == ["unwatched", "quiet", "loud", "unwatched", "unwatched"]


@pytest.mark.parametrize(
    ("percent", "share", "nearest"),
    [(9.0, 0.95, "closure-corner"), (9.0, 0.85, "pucker-eye"), (30.0, 2.0, "pucker-eye")],
)
def test_the_number_shown_is_of_the_pair_nearest_to_its_caution(
    percent: float, share: float, nearest: Watch
) -> None:
    """As a share of each one's caution, not of its stop; points and mm do not compare."""
    judged = guard("pucker-eye", "closure-corner")
    limits = SynkinesisThresholds()
    corner_mm = share * limits.closure_corner_caution_mm
    judged.see(0.0, 0.0, msgspec.structs.replace(eye(percent), corner_mm=corner_mm))

    reading = judged.reading
    assert reading is not None
    assert reading.pair == nearest
    eye_is_nearest = nearest == "pucker-eye"
    assert reading.value == pytest.approx(percent if eye_is_nearest else corner_mm)
    assert reading.limit == (
        limits.pucker_eye_caution_points if eye_is_nearest else limits.closure_corner_caution_mm
    )
