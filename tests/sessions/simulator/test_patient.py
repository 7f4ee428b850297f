"""The simulated patient: hears, moves, tires, and is the same however time is cut."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.movements import MEASURES, SIDES, MeasureKey, Side, other_side
from sessions.messages import FromWorker, Heard, RestRefused, RestTaken
from sessions.readings import Reading
from sessions.replay import Json, analyse
from sessions.scoring.landmarks import OUTLINE
from sessions.simulator.linked import other_link
from sessions.simulator.patient import Patient
from sessions.simulator.profile import FOLDER, Profile, load_profile, parse_profile, profile_names
from tests.sessions.practising import fewer_readings

NAMED = {
    "steady",
    "tiring",
    "overdriving",
    "linked-eye",
    "linked-mouth",
    "flaccid",
    "restless",
    "distracted",
    "finger-assist",
    "sensor-noise",
    "lagging",
    "known-linked",
    "linked-worse",
    "linked-tired",
    "linked-mouth-known",
    "learning",
}
QUIET = Profile(
    name="quiet", blinks_per_min=0.0, noise_mm=0.0, drift_mm=0.0, wobble_mm=0.0, tremor_mm=0.0
)


def cues(measure: MeasureKey, reps: int, *, pace: str = "timed") -> list[Heard]:
    """What a session says for one set."""
    t_s = 3.0
    said = [Heard(at_s=2.5, phase="ready", exercise=measure, measure=measure)]
    for _ in range(reps):
        steps = (("your-pace", 9.0), ("rest", 2.0))
        if pace == "timed":
            steps = (("rise", 2.0), ("hold", 3.0), ("release", 2.0), ("rest", 3.0))
        for phase, seconds in steps:
            said.append(Heard(at_s=t_s, phase=phase, exercise=measure, measure=measure))
            t_s += seconds
    return said


def lived(
    profile: Profile,
    said: Sequence[Heard],
    until_s: float,
    *,
    seed: int = 1,
    cuts: Iterable[float] = (),
) -> list[FromWorker]:
    """Everything a patient sends, its time cut into steps at `cuts`."""
    patient = Patient(profile, "left", seed)
    out: list[FromWorker] = list(patient.step(0.5))
    patient.take_rest(0.5, 1.0)
    before = 0.5
    for cut in (*sorted(c for c in cuts if c > 0.5), until_s):
        out += patient.step(cut, [c for c in said if before <= c.at_s < cut])
        before = cut
    return out


def readings_of(messages: Iterable[FromWorker]) -> list[Reading]:
    """The readings among the messages."""
    return [m for m in messages if isinstance(m, Reading)]


def replayed(name: str, measure: MeasureKey, reps: int = 8) -> Json:
    """A whole set of a named profile, judged by as many readings as a slow computer gives."""
    said = cues(measure, reps)
    with fewer_readings():
        messages = lived(load_profile(name), said, said[-1].at_s + 4.0)
    return analyse(messages, exercises()[measure], "left")


@given(seed=st.integers(0, 50), data=st.data())
@settings(max_examples=8)
def test_is_the_same_however_time_is_cut(seed: int, data: st.DataObject) -> None:
    """Steps of one to five frames give equal readings."""
    profile = load_profile(data.draw(st.sampled_from(sorted(NAMED))))
    said = cues("closed-smile", 1)
    rng = random.Random(seed)
    cuts = [0.5]
    while cuts[-1] < 12.0:
        cuts.append(cuts[-1] + rng.randint(1, 5) / 30)
    even = [n / 10 for n in range(121)]

    one = lived(profile, said, 13.0, seed=seed, cuts=cuts)
    other = lived(profile, said, 13.0, seed=seed, cuts=even)

    assert one == other


def test_seeds_differ_and_repeat() -> None:
    """Equal seeds are equal patients, others are not."""
    said = cues("pucker", 2)
    profile = load_profile("steady")

    assert lived(profile, said, 20, seed=3) == lived(profile, said, 20, seed=3)
    assert lived(profile, said, 20, seed=3) != lived(profile, said, 20, seed=4)


def test_thirty_readings_a_second_none_left_out() -> None:
    """Numbered from 0, in source time, none at or after the time asked for."""
    frames = readings_of(lived(QUIET, [], 10.0))

    assert [r.n for r in frames] == list(range(300))
    assert frames[-1].t_s == pytest.approx(299 / 30)


@pytest.mark.parametrize("side", SIDES)
def test_the_halves_differ_at_rest_as_the_profile_says(side: Side) -> None:
    """On the affected half, whichever it is."""
    profile = replace(QUIET, rest_corner_mm=-3.0, rest_eye_mm=2.0, rest_brow_mm=-1.5)
    patient = Patient(profile, side)
    patient.take_rest(0.0, 1.0)
    rest = next(m for m in patient.step(3.0) if isinstance(m, RestTaken)).at_rest
    assert rest is not None
    weak, strong = rest.half(side), rest.half(other_side(side))

    assert weak.corner_mm - strong.corner_mm == pytest.approx(-3.0)
    assert weak.eye_mm - strong.eye_mm == pytest.approx(2.0)
    assert weak.brow_mm - strong.brow_mm == pytest.approx(-1.5)


def test_measures_come_only_once_rest_is_known() -> None:
    """Before, there are no halves; rest is announced after the last frame it rests on."""
    messages = lived(QUIET, [], 4.0)
    at = next(i for i, m in enumerate(messages) if isinstance(m, RestTaken))
    rest = messages[at]

    assert isinstance(rest, RestTaken)
    assert all(r.left is None for r in readings_of(messages[:at]))
    assert all(r.left is not None for r in readings_of(messages[at:]))
    assert rest.at_rest is not None
    assert rest.at_rest.left == rest.at_rest.right
    assert rest.begin_s >= 0.5
    assert rest.end_s - rest.begin_s == pytest.approx(1.0, abs=0.1)


def test_rest_waits_for_a_face_and_gives_up_kindly() -> None:
    """Somebody who is not there gets a refusal with a reason, and may be asked again."""
    away = Profile(name="away", leaves_every_s=1.0, leaves_for_s=1.0)
    patient = Patient(away)
    patient.take_rest(1.0, 1.0)
    messages = list(patient.step(15.0))

    assert [m.reason for m in messages if isinstance(m, RestRefused)] == ["no-face"]


@pytest.mark.parametrize("measure", MEASURES)
def test_answers_a_cue_in_human_time(measure: MeasureKey) -> None:
    """Nothing for 0.2 s; then both halves move, the affected one less."""
    said = cues(measure, 1)
    frames = readings_of(lived(QUIET, said, 12.0))

    def at(t_s: float) -> tuple[float, float]:
        r = frames[round(t_s * 30)]
        assert r.left is not None
        assert r.right is not None
        return r.left.measure(measure), r.right.measure(measure)

    assert at(3.2) == pytest.approx((0.0, 0.0), abs=1e-6)
    left, right = at(7.0)
    assert right > 2.0
    assert left / right == pytest.approx(0.75, abs=0.1)
    assert at(11.5) == pytest.approx((0.0, 0.0), abs=0.01)


def test_a_smaller_target_is_followed() -> None:
    """80 % asked for is 80 % done."""
    full = cues("open-smile", 1)
    less = [
        Heard(at_s=c.at_s, phase=c.phase, exercise=c.exercise, measure=c.measure, target_percent=80)
        for c in full
    ]

    def top(said: list[Heard]) -> float:
        frames = readings_of(lived(QUIET, said, 12.0))
        return max(r.right.measure("open-smile") for r in frames if r.right is not None)

    assert top(less) == pytest.approx(0.8 * top(full))


def test_a_spoken_hint_softens_an_obedient_patient() -> None:
    """The excess shrinks within the same repetition."""
    eager = Profile(name="eager", overdrive_per_rep=1.0, overdrive_from_rep=1, obeys=1.0)
    said = cues("open-smile", 1)
    hint = Heard(at_s=6.0, phase="hold", hint="softer")
    frames = readings_of(lived(eager, [*said, hint], 12.0))
    sizes = [r.right.measure("open-smile") if r.right is not None else 0.0 for r in frames]

    assert sizes[int(7.4 * 30)] < 0.65 * sizes[int(5.9 * 30)]


def test_a_finger_helps_and_is_seen() -> None:
    """The hand is named while it helps; what stays afterwards is a share of the movement."""
    said = [
        Heard(at_s=2.5, phase="ready", exercise="brow-raise", measure="brow-raise"),
        Heard(at_s=3.0, phase="assist", exercise="brow-raise", measure="brow-raise"),
        Heard(at_s=6.0, phase="fingers-off", exercise="brow-raise", measure="brow-raise"),
        Heard(at_s=8.0, phase="hold", exercise="brow-raise", measure="brow-raise"),
    ]
    frames = readings_of(lived(load_profile("finger-assist"), said, 10.0))

    assert {r.reason for r in frames if 4.0 < r.t_s < 5.9} == {"hand"}
    assert {r.reason for r in frames if r.t_s > 7.5} == {None}
    held = frames[-1].left
    assert held is not None
    assert 0.3 * 6 < held.measure("brow-raise") < 0.55 * 6


def test_looks_away_leaves_and_returns() -> None:
    """With the reasons a camera would give, and low confidence on the way."""
    frames = readings_of(lived(load_profile("distracted"), [], 130.0))
    reasons = {r.reason for r in frames}

    assert reasons == {None, "no-face", "head-turned"}
    assert any(r.confidence == "low" and r.reason is None for r in frames)
    assert frames[-1].reason is None


def test_can_be_drawn() -> None:
    """The outline has the points a sketch expects, inside the picture, and it moves."""
    frames = readings_of(lived(QUIET, cues("open-smile", 1), 8.0))

    assert all(len(r.outline) == 2 * len(OUTLINE) for r in frames)
    assert all(0.0 < v < 1.0 for r in frames for v in r.outline)
    assert frames[60].outline != frames[220].outline


def test_the_profiles_of_the_program_are_all_there() -> None:
    """Each says what it is about."""
    assert set(profile_names()) >= NAMED
    for name in profile_names():
        profile = load_profile(name)
        assert profile.name == name
        assert profile.about


@pytest.mark.parametrize(
    ("name", "measure", "rule"),
    [
        ("steady", "closed-smile", None),
        pytest.param("steady", "pucker", None, marks=pytest.mark.long),
        ("steady", "eye-closure", None),
        pytest.param("steady", "brow-raise", None, marks=pytest.mark.long),
        ("tiring", "closed-smile", "fatigue"),
        pytest.param("tiring", "brow-raise", "fatigue", marks=pytest.mark.long),
        ("overdriving", "open-smile", "overcompensation"),
        pytest.param("overdriving", "brow-raise", "overcompensation", marks=pytest.mark.long),
        ("linked-eye", "pucker", "synkinesis"),
        pytest.param("linked-eye", "closed-smile", "synkinesis", marks=pytest.mark.long),
        ("linked-eye", "brow-raise", None),
        ("linked-mouth", "eye-closure", "synkinesis"),
        pytest.param("linked-mouth", "brow-raise", "synkinesis", marks=pytest.mark.long),
        pytest.param("linked-mouth", "pucker", None, marks=pytest.mark.long),
        ("flaccid", "open-smile", None),
        ("restless", "pucker", None),
        ("distracted", "brow-raise", None),
        ("sensor-noise", "open-smile", None),
        ("lagging", "open-smile", None),
    ],
)
def test_each_profile_is_stopped_by_its_own_guard_alone(
    name: str, measure: MeasureKey, rule: str | None
) -> None:
    """Eight repetitions, all counted; the first stop is of the named rule, or there is none."""
    found = replayed(name, measure)

    assert len(found["reps"]) == 8
    stop = found["stop"]
    assert (None if stop is None else stop["rule"]) == rule


LINKED = [
    name
    for name in profile_names()
    if (profile := load_profile(name)).links
    or profile.linked_eye_percent
    or profile.linked_corner_mm
]


@pytest.mark.parametrize("name", LINKED)
def test_healthy_eyes_narrow_as_published_in_every_linked_profile(name: str) -> None:
    """1.7 % in a pucker (Renne 2025), 21.6 % in a smile (lary.23778)."""
    profile = load_profile(name)

    assert other_link(profile, "pucker", 1.0) == (1.7, 0.0)
    for smile in ("open-smile", "closed-smile", "lip-corner-out"):
        assert other_link(profile, smile, 1.0) == (21.6, 0.0)


def test_links_come_on_top_of_what_a_healthy_half_does() -> None:
    """So the guard's affected minus other is the link alone: an eye without one is no stop."""
    quiet, linked = (replayed(name, "closed-smile") for name in ("linked-mouth", "linked-eye"))
    raw = [
        median(rep["linked"]["eye-narrowing_percent"] for rep in found["reps"])
        for found in (quiet, linked)
    ]

    assert raw == [pytest.approx(21.6, abs=3.0), pytest.approx(21.6 + 26.3, abs=4.0)]
    assert quiet["cautions"] == []
    assert linked["stop"]["detail"]["linked_points"] == pytest.approx(26.3, abs=4.0)


def test_a_lag_is_measured_as_it_was_made() -> None:
    """A quarter of a second, within 50 ms in the median."""
    lags = sorted(r["lag_ms"] for r in replayed("lagging", "open-smile")["reps"])

    assert lags[len(lags) // 2] == pytest.approx(250, abs=50)


def test_own_pace_needs_no_further_cues() -> None:
    """Told to go when ready, it rises, holds and lets go by itself."""
    said = cues("open-smile", 3, pace="self")
    messages = lived(QUIET, said, said[-1].at_s + 2.0)

    reps = analyse(messages, exercises()["open-smile"], "left")["reps"]

    assert len(reps) == 3
    assert all(r["unaffected"]["hold_s"] > 2.5 for r in reps)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('name = "x"\nstrenght = 0.5', ["strenght", "strength"]),
        ('name = "x"\nstrength = 1.5', ["strength", "0 to 1"]),
        ('name = "x"\nside = "lft"', ["lft", "left"]),
        ('name = "x"\n[strengths]\nsmile-open = 0.5', ["smile-open", "open-smile"]),
        ('name = "x"\nreaction_s = 0.05', ["reaction_s", "0.2"]),
        ("strength = 0.5", ["name"]),
        ("name = ", ["line 1", "key = value"]),
    ],
)
def test_a_wrong_profile_is_explained(text: str, words: list[str]) -> None:
    """File, key, what was expected, the nearest valid word."""
    with pytest.raises(Trouble) as caught:
        parse_profile(text, "mine.toml")

    assert caught.value.sentence.startswith("mine.toml")
    for word in words:
        assert word in caught.value.sentence


def test_a_profile_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    """For therapists who want to try a routine on somebody in particular."""
    mine = tmp_path / "mine.toml"
    mine.write_text('name = "mine"\nside = "right"\nstrength = 0.4\n[strengths]\npucker = 0.2\n')

    profile = load_profile(str(mine))

    assert (profile.side, profile.strength, profile.strengths["pucker"]) == ("right", 0.4, 0.2)
    assert Patient(profile).affected == "right"


@pytest.mark.parametrize("which", ["stedy", "nowhere/at/all.toml", "."])
def test_a_missing_profile_is_named(which: str) -> None:
    """An unknown name lists the known ones; a missing file says so."""
    with pytest.raises(Trouble) as caught:
        load_profile(which)

    assert which in caught.value.sentence
    if which == "stedy":
        assert '"steady"' in caught.value.sentence


def test_the_documented_keys_are_the_keys() -> None:
    """The comments in steady.toml name every key with the value it has anyway."""
    text = (FOLDER / "steady.toml").read_text()
    assignments = [
        line.removeprefix("# ").split("  #")[0].strip()
        for line in text.split("# [strengths]")[0].splitlines()
        if " = " in line
    ]

    documented = parse_profile("\n".join(assignments), "steady.toml")

    keys = {line.split(" = ")[0] for line in assignments}
    assert keys == set(Profile.__struct_fields__) - {
        "strengths",
        "gentle_mm",
        "links",
        "other_links",
    }
    assert documented == Profile(name="steady", about=documented.about)
