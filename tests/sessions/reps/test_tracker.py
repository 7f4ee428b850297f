"""The tracker: every repetition is found, and nothing else is."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.bounds import DOSE
from routines.movements import MEASURES, MeasureKey
from sessions.messages import RestTaken
from sessions.readings import Noise, Pose, Reading
from sessions.reps.rep import Rep
from sessions.reps.tracker import RepTracker
from sessions.simulator.patient import Patient
from sessions.simulator.profile import Profile
from tests.sessions.made_reps import STILL, half, hump, readings, train


def found(stream: list[Reading], measure: MeasureKey = "open-smile") -> list[Rep]:
    """Repetitions in a stream, left half affected, the open one closed at the end."""
    tracker = RepTracker(measure, "left", STILL, STILL)
    reps = [rep for r in stream if (rep := tracker.feed(r)) is not None]
    last = tracker.close(stream[-1].t_s)
    return reps if last is None else [*reps, last]


def still(t_s: float) -> float:
    """A half that does nothing."""
    return 0.0


def test_both_halves_are_measured_each_by_itself() -> None:
    """Sizes, hold, order and lag of a plain set are right."""
    reps = found(list(readings(32, train([3, 3, 3, 3]), train([6, 6, 6, 6]))))

    assert [r.n for r in reps] == [1, 2, 3, 4]
    for r in reps:
        assert r.scored
        assert r.affected.excursion_mm == pytest.approx(3, abs=0.15)
        assert r.unaffected.excursion_mm == pytest.approx(6, abs=0.15)
        assert r.symmetry_percent == pytest.approx(50, abs=4)
        assert r.unaffected.hold_s == pytest.approx(2.2, abs=0.5)
        assert r.lag_ms == pytest.approx(0, abs=60)
        assert r.release_s is not None
        assert r.onset_s < r.peak_s < r.release_s


@pytest.mark.parametrize("moving", ["left", "right"])
def test_a_still_half_does_not_hide_the_repetition(moving: str) -> None:
    """Either half opens a repetition; the still one is measured too, and not seen."""
    one = train([5, 5])
    stream = list(
        readings(16, one if moving == "left" else still, one if moving == "right" else still)
    )

    reps = found(stream)

    assert len(reps) == 2
    mover = reps[0].affected if moving == "left" else reps[0].unaffected
    other = reps[0].unaffected if moving == "left" else reps[0].affected
    assert mover.seen
    assert not other.seen
    assert abs(other.excursion_mm) < 0.3
    assert reps[0].lag_ms is None


@pytest.mark.parametrize("lag_ms", [-240, -80, 0, 120, 300])
def test_lag_is_found_between_frames(lag_ms: int) -> None:
    """The median error is far below one frame, positive where the affected half is late."""
    left = train([3.5] * 5, first_s=2.0 + lag_ms / 1000)

    lags = [r.lag_ms for r in found(list(readings(34, left, train([6] * 5), noise_mm=0.1)))]

    assert None not in lags
    errors = sorted(abs(lag - lag_ms) for lag in lags if lag is not None)
    assert errors[len(errors) // 2] <= 25


def test_waits_until_both_halves_are_back() -> None:
    """A half that lets go late belongs to the same repetition."""
    late = train([4.0], hold_s=4.0)
    stream = list(readings(12, late, train([6.0])))
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    reps = [rep for rep in map(tracker.feed, stream) if rep is not None]

    assert len(reps) == 1
    assert reps[0].release_s == pytest.approx(2 + 1 + 4 + 1, abs=0.4)


def test_a_half_that_never_comes_back_costs_patience_not_the_set() -> None:
    """After a kind time-out the repetition is given; the next begins from the new rest."""

    def stuck(t_s: float) -> float:
        return 4.0 * (hump(t_s, 2, hold_s=40) * 0.4 + hump(t_s, 2) * 0.6 + hump(t_s, 20) * 0.6)

    reps = found(list(readings(30, stuck, lambda t: 6.0 * (hump(t, 2) + hump(t, 20)))))

    assert len(reps) == 2
    assert reps[0].release_s is None


def test_the_open_repetition_at_the_end_is_given_without_release() -> None:
    """A recording that ends in the hold still shows the movement."""
    reps = found(list(readings(4.5, train([4.0], hold_s=20), train([6.0], hold_s=20))))

    assert [r.release_s for r in reps] == [None]
    assert reps[0].unaffected.excursion_mm == pytest.approx(6, abs=0.2)


def test_abandoning_forgets_and_waits_for_rest() -> None:
    """A pause in the hold leaves no repetition; the half must come back before the next."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    reps = []
    for r in readings(15, train([4, 4]), train([6, 6])):
        if r.n == 110:
            assert tracker.open
            tracker.abandon()
            assert not tracker.open
        rep = tracker.feed(r)
        if rep is not None:
            reps.append(rep)

    assert len(reps) == 1
    assert reps[0].n == 1
    assert reps[0].onset_s > 7


def test_only_one_direction_counts() -> None:
    """A movement the other way is none."""
    assert found(list(readings(16, train([-4, -4]), train([-6, -6])))) == []


@given(
    noise=st.floats(0.0, 0.2),
    drift=st.floats(-0.6, 0.6),
    period=st.floats(6.0, 20.0),
    fps=st.sampled_from([12.0, 15.0, 24.0, 30.0]),
    seed=st.integers(0, 999),
)
def test_a_resting_face_never_makes_a_repetition(
    noise: float, drift: float, period: float, fps: float, seed: int
) -> None:
    """Neither jitter nor slow drift opens one, at any frame rate."""

    def wander(t_s: float) -> float:
        return drift * hump(t_s % period, 0.5, period / 3, period / 6, period / 3)

    assert found(list(readings(30, wander, wander, noise_mm=noise, fps=fps, seed=seed))) == []


@given(
    sizes=st.lists(st.floats(3.0, 9.0), min_size=1, max_size=6),
    weak=st.floats(0.0, 1.0),
    rise=st.floats(0.5, 2.5),
    hold=st.floats(0.8, 4.0),
    noise=st.floats(0.0, 0.2),
    fps=st.sampled_from([15.0, 30.0]),
)
def test_every_movement_is_counted_once(
    sizes: list[float], weak: float, rise: float, hold: float, noise: float, fps: float
) -> None:
    """Whatever the size, the speed, the hold, the weakness and the frame rate."""
    every = 2 * rise + hold + 2.0
    right = train(sizes, every_s=every, rise_s=rise, hold_s=hold, fall_s=rise)

    reps = found(
        list(
            readings(
                2 + every * len(sizes),
                lambda t: weak * right(t),
                right,
                noise_mm=noise,
                fps=fps,
            )
        )
    )

    assert [r.n for r in reps] == list(range(1, len(sizes) + 1))
    for size, r in zip(sizes, reps, strict=True):
        assert r.unaffected.excursion_mm == pytest.approx(size, abs=0.35)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 60, allow_nan=False),
            st.floats(-30, 30, allow_nan=False),
            st.floats(-30, 30, allow_nan=False),
            st.sampled_from([None, None, None, "no-face", "hand"]),
            st.booleans(),
        ),
        max_size=120,
    )
)
def test_nonsense_never_breaks_it(
    frames: list[tuple[float, float, float, str | None, bool]],
) -> None:
    """Any readings in rising time are taken; what comes out is always whole and counted up."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    reps: list[Rep] = []
    for n, (t_s, left, right, reason, low) in enumerate(sorted(frames, key=lambda f: f[0])):
        reading = Reading(
            n=n,
            t_s=t_s,
            reason=reason,  # pyright: ignore[reportArgumentType]
            confidence="low" if low else "normal",
            left=None if reason else half(left),
            right=None if reason else half(right),
        )
        rep = tracker.feed(reading)
        if rep is not None:
            reps.append(rep)
    last = tracker.close(61.0)
    if last is not None:
        reps.append(last)

    assert [r.n for r in reps] == list(range(1, len(reps) + 1))
    assert all(r.scored or r.reason is not None for r in reps)


def test_blinks_are_no_eye_closure_and_do_not_disturb_one() -> None:
    """Quick lids count as nothing; slow ones with blinks in between count exactly."""

    def blinks(t_s: float) -> float:
        return 9.0 * hump(t_s % 1.7, 0.3, 0.1, 0.05, 0.12)

    def closing(t_s: float) -> float:
        return max(blinks(t_s), train([7, 7, 7])(t_s))

    assert found(list(readings(20, blinks, blinks, measure="eye-closure")), "eye-closure") == []
    reps = found(list(readings(22, closing, closing, measure="eye-closure")), "eye-closure")
    assert len(reps) == 3
    assert all(r.affected.excursion_mm == pytest.approx(7, abs=0.5) for r in reps)


def test_talking_is_no_smile() -> None:
    """Syllables are too short, and a run of them comes down too often."""
    rng = random.Random(4)
    edges = [2.0]
    while edges[-1] < 28:
        edges.append(edges[-1] + rng.uniform(0.12, 0.3))

    def talk(t_s: float) -> float:
        i = next((i for i, e in enumerate(edges) if e > t_s), 0)
        return 3.0 if i % 2 else 0.0

    assert found(list(readings(30, talk, talk))) == []


@pytest.mark.parametrize(("rise_s", "hold_s"), [(0.4, 0.25), (0.5, 0.2), (0.6, 0.1)])
def test_slow_words_and_chewing_have_no_hold(rise_s: float, hold_s: float) -> None:
    """Long enough for a movement, but it turns back at once: it stays for 0.40 to 0.47 s."""

    def word(t_s: float) -> float:
        return 4.0 * hump(t_s % 2.2, 0.4, rise_s, hold_s, rise_s)

    assert found(list(readings(34, word, word))) == []


@pytest.mark.parametrize("fps", [8.0, 12.0])
def test_words_are_nothing_at_few_readings_a_second_either(fps: float) -> None:
    """Too few frames of a top that is short is no fault of the camera: no hold, and no repetition
    that was "not scored, slow"."""

    def word(t_s: float) -> float:
        return 4.0 * hump(t_s % 2.9, 0.4, 0.4, 0.1, 0.8)

    assert found(list(readings(20, word, word, fps=fps))) == []


def test_a_short_hold_is_one() -> None:
    """Half a second, as the shortest dose asks for."""
    hold_s = DOSE["hold_s"].low

    def gentle(t_s: float) -> float:
        return 4.0 * hump(t_s % 6.0, 2.0, DOSE["rise_s"].low, hold_s, DOSE["release_s"].low)

    assert len(found(list(readings(30, gentle, gentle)))) == 5


@pytest.mark.parametrize(("reaches_mm", "in_s"), [(1.3, 3.0), (1.6, 6.0)])
def test_slow_drift_within_the_noise_is_no_repetition(reaches_mm: float, in_s: float) -> None:
    """It passes the threshold, but from the rest just before neither half moved beyond it."""

    def drift(t_s: float) -> float:
        return reaches_mm * min(1.0, max(0.0, (t_s - 1.0) / in_s))

    assert found(list(readings(20, drift, drift))) == []


@pytest.mark.parametrize("seed", range(4))
def test_talking_looking_around_and_blinking_count_none(seed: int) -> None:
    """A minute of everything but exercise holds no repetition of any measure."""
    profile = Profile(
        name="busy", talks_every_s=7.0, looks_away_every_s=9.0, blinks_per_min=30.0, drift_mm=0.12
    )
    patient = Patient(profile, "left", seed)
    stream = list(patient.step(0.5))
    patient.take_rest(0.5, 1.0)
    stream += patient.step(60.0)
    rest = next(m for m in stream if isinstance(m, RestTaken))
    for measure in MEASURES:
        tracker = RepTracker(measure, "left", rest.left, rest.right)

        assert not any(tracker.feed(m) for m in stream if isinstance(m, Reading)), measure


def lost(stream: list[Reading], begin_s: float, end_s: float) -> list[Reading]:
    """The stream with the head turned away for a while."""
    return [
        msgspec.structs.replace(r, reason="head-turned", left=None, right=None)
        if begin_s <= r.t_s < end_s
        else r
        for r in stream
    ]


def test_a_repetition_with_too_few_good_frames_is_not_scored() -> None:
    """It is counted and says why; a short loss costs nothing."""
    stream = list(readings(16, train([4, 4]), train([6, 6])))

    reps = found(lost(stream, 3.2, 5.5))

    assert [(r.scored, r.reason) for r in reps] == [(False, "head-turned"), (True, None)]
    assert all(r.scored for r in found(lost(stream, 4.0, 4.3)))


def test_frames_of_low_confidence_make_a_repetition_of_low_confidence() -> None:
    """A head turned a little is measured and said to be unsure; so are plain landmarks."""
    stream = list(readings(16, train([4, 4]), train([6, 6])))
    turned = [
        msgspec.structs.replace(r, confidence="low", pose=Pose(7, 0, 0)) if r.t_s < 8 else r
        for r in stream
    ]
    plain = [msgspec.structs.replace(r, method="landmarks") if r.t_s < 8 else r for r in stream]

    assert [r.confidence for r in found(turned)] == ["low", "normal"]
    assert [r.method for r in found(plain)] == ["landmarks", "composite"]


def test_a_few_doubtful_frames_are_left_out_of_the_numbers() -> None:
    """While enough good frames remain, doubtful ones weigh nothing."""
    stream = [
        msgspec.structs.replace(r, confidence="low", left=half(40.0), right=half(40.0))
        if 4.0 <= r.t_s < 4.5
        else r
        for r in readings(9, train([4]), train([6]))
    ]

    (one,) = found(stream)

    assert one.confidence == "normal"
    assert one.unaffected.excursion_mm == pytest.approx(6, abs=0.3)


def test_a_turned_head_must_move_more_to_open() -> None:
    """What ten degrees of pose fake is not enough."""
    small = [
        msgspec.structs.replace(r, pose=Pose(9, 4, 0))
        for r in readings(8, train([1.4]), train([1.4]))
    ]

    assert found(small) == []
    assert len(found(list(readings(8, train([1.4]), train([1.4]))))) == 1


def test_a_bad_rest_cannot_deafen_it() -> None:
    """A rest with a blink in it gives an absurd jitter; repetitions are still found."""
    wild = Noise((3.0,) * len(MEASURES), 30.0, 3.0)
    tracker = RepTracker("eye-closure", "left", wild, wild)
    stream = readings(16, train([6, 6]), train([7, 7]), measure="eye-closure")

    assert sum(tracker.feed(r) is not None for r in stream) == 2


def test_a_jump_of_the_rest_is_followed() -> None:
    """Someone who sits differently from the third repetition on is measured from there."""

    def shifted(t_s: float) -> float:
        return train([6] * 5)(t_s) + (1.3 if t_s > 13.5 else 0.0)

    reps = found(list(readings(34, shifted, shifted)))

    assert len(reps) == 5
    assert reps[4].affected.excursion_mm == pytest.approx(6, abs=0.3)


def test_sagging_and_restless_holds_are_described() -> None:
    """Decay is the first second against the last quarter; restlessness is about the trend."""

    def sagging(t_s: float) -> float:
        sag = 0.4 * min(1.0, max(0.0, (t_s - 3.0) / 3.0))
        return 6.0 * hump(t_s, 2.0, 1.0, 3.0, 1.0) * (1.0 - sag)

    def restless(t_s: float) -> float:
        return 6.0 * hump(t_s, 2.0, 1.0, 3.0, 1.0) + (0.5 if int(t_s * 6) % 2 else 0.0)

    (one,) = found(list(readings(9, sagging, restless)))

    assert one.affected.decay_percent == pytest.approx(28, abs=8)
    assert one.unaffected.decay_percent < 8
    assert one.unaffected.jitter_mm > 3 * one.affected.jitter_mm


def test_time_that_does_not_go_on_is_passed_over() -> None:
    """Frames given twice, or out of order, change nothing."""
    stream = list(readings(16, train([4, 4]), train([6, 6])))
    stuttering = [r for one in stream for r in (one, one, stream[max(0, one.n - 3)])]

    assert found(stuttering) == found(stream)


def test_waiting_for_rest_needs_no_memory() -> None:
    """A half that stays up for minutes costs a second or two of frames, not minutes of them."""
    tracker = RepTracker("open-smile", "left", STILL, STILL)
    for r in readings(60, lambda t: 4.0 * hump(t, 2, hold_s=300), train([6], hold_s=1.0)):
        tracker.feed(r)

    assert len(tracker._before) < 80  # pyright: ignore[reportPrivateUsage]


def test_a_movement_that_was_under_way_when_the_face_came_back_is_measured_from_rest() -> None:
    """What was seen first is a hold, not a rest."""
    stream = lost(list(readings(16, train([4, 4]), train([6, 6], hold_s=2.4))), 1.0, 3.4)

    reps = found(stream)

    assert len(reps) == 2
    assert reps[0].unaffected.excursion_mm == pytest.approx(6, abs=0.3)
