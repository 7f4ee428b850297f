"""Replay: one recorded set, analysed to its end; the object is a contract."""

import json
from collections.abc import Iterator, Sequence

import msgspec
import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from sessions.messages import Ended, FromWorker
from sessions.readings import Reading
from sessions.replay import Json, NoRest, analyse
from tests.sessions.made_reps import REST, readings, train

KEYS = {
    "exercise": str,
    "side": str,
    "rest_s": list,
    "short_rest": bool,
    "frames": int,
    "scored_frames": int,
    "unscored": dict,
    "reps": list,
    "cautions": list,
}
REP_KEYS = [
    "n",
    "onset_s",
    "peak_s",
    "release_s",
    "scored",
    "reason",
    "confidence",
    "doubtful",
    "affected",
    "unaffected",
    "symmetry_percent",
    "lag_ms",
    "linked",
]
HALF_KEYS = ["excursion_mm", "seen", "percent_of_reference", "hold_s"]


def messages(left: Sequence[float], right: Sequence[float]) -> Iterator[FromWorker]:
    """What a worker says of a recording with these sizes."""
    yield REST
    yield from readings(3 + 6 * len(left), train(left), train(right), noise_mm=0.03)
    yield Ended(frames=1)


def smile(left: Sequence[float], right: Sequence[float], side: str = "left") -> Json:
    """The recording replayed as an open smile."""
    return analyse(messages(left, right), exercises()["open-smile"], side)  # pyright: ignore


def test_gives_every_field_of_the_contract() -> None:
    """Their names, their types, and which may be null."""
    found = smile([4] * 4, [6] * 4)

    assert {*KEYS, "stop"} == set(found)
    for key, kind in KEYS.items():
        assert isinstance(found[key], kind), key
    assert found["stop"] is None
    assert json.loads(json.dumps(found)) == found
    for rep in found["reps"]:
        assert list(rep) == REP_KEYS
        for role in ("affected", "unaffected"):
            assert list(rep[role]) == HALF_KEYS
            assert isinstance(rep[role]["excursion_mm"], float)
            assert isinstance(rep[role]["seen"], bool)
    assert "eye-narrowing_percent" in found["reps"][0]["linked"]


def test_percentages_are_of_the_first_three_in_every_repetition() -> None:
    """Also in those that came before the reference was known."""
    reps = smile([4, 4, 4, 4], [6, 6, 6, 3])["reps"]

    assert [round(r["unaffected"]["percent_of_reference"], -1) for r in reps] == [100, 100, 100, 50]


def test_fewer_repetitions_make_a_reference_of_fewer() -> None:
    """One is its own reference."""
    (rep,) = smile([4], [6])["reps"]

    assert rep["affected"]["percent_of_reference"] == pytest.approx(100, abs=0.1)


def test_a_face_without_repetitions_is_a_result() -> None:
    """Nothing is found and nothing is wrong."""
    found = smile([0.0, 0.0], [0.0, 0.0])

    assert found["reps"] == []
    assert found["stop"] is None
    assert found["frames"] == found["scored_frames"] > 0


def test_without_rest_nothing_can_be_measured() -> None:
    """Readings alone are not enough."""
    with pytest.raises(NoRest):
        analyse(readings(3, train([4]), train([6])), exercises()["open-smile"], "left")


def test_an_exercise_without_a_measure_is_a_mistake_of_the_caller() -> None:
    """Guided exercises have nothing to replay."""
    with pytest.raises(ValueError, match="nothing to measure"):
        analyse([REST], exercises()["moist-heat"], "left")


@pytest.mark.parametrize(
    ("left", "right", "rule", "rep"),
    [
        ([8, 8, 8, 5, 5, 5, 5], [9] * 7, "fatigue", 5),
        ([5] * 7, [7, 7, 7, 10.5, 10.5, 10.5, 7], "overcompensation", 5),
    ],
)
def test_only_the_first_stop_is_given_and_the_rest_is_analysed(
    left: list[float], right: list[float], rule: str, rep: int
) -> None:
    """The repetition is the one in which the rule became true; cautions go on after it."""
    found = smile(left, right)

    assert (found["stop"]["rule"], found["stop"]["rep"]) == (rule, rep)
    assert set(found["stop"]) == {"t_s", "rep", "rule", "detail", "sentence"}
    assert found["stop"]["t_s"] == found["reps"][rep - 1]["release_s"]
    assert len(found["reps"]) == 7
    assert max(c["rep"] for c in found["cautions"]) > rep
    assert all(set(c) == {"t_s", "rep", "rule", "detail"} for c in found["cautions"])


@pytest.mark.parametrize("known", [False, True])
def test_linked_movement_is_told_in_every_loud_repetition(known: bool) -> None:
    """A recording has no ladder: known or not, two at the stop level in a row stop."""
    eyes = [12.0, 30.0, 2.0, 30.0, 30.0, 30.0]
    along, size = train(eyes), train([5.0] * len(eyes))
    frames = [
        replace(frame, left=replace(frame.left, narrowing_percent=along(frame.t_s)))
        for frame in readings(3 + 6 * len(eyes), size, size, measure="pucker")
        if frame.left is not None
    ]
    found = analyse([REST, *frames], exercises()["pucker"], "left", known_linked=known)

    told = [c["rep"] for c in found["cautions"] if c["rule"] == "synkinesis"]
    assert told == [1, 2, 4, 5, 6]
    assert (found["stop"]["rule"], found["stop"]["rep"]) == ("synkinesis", 5)


def test_sides_are_the_persons_own() -> None:
    """The same recording with the other side affected changes places."""
    left, right = smile([4] * 3, [6] * 3, "left"), smile([4] * 3, [6] * 3, "right")

    assert left["reps"][0]["affected"] == right["reps"][0]["unaffected"]
    assert left["reps"][0]["symmetry_percent"] == pytest.approx(67, abs=3)
    assert right["reps"][0]["symmetry_percent"] == pytest.approx(150, abs=6)


def test_both_smiles_read_the_same_corners() -> None:
    """Either name is accepted for either recording."""
    open_one = smile([4] * 3, [6] * 3)
    closed = analyse(messages([4] * 3, [6] * 3), exercises()["closed-smile"], "left")

    assert open_one["reps"] == closed["reps"]


def test_a_still_half_gives_numbers_and_says_unseen() -> None:
    """Millimetres stay signed numbers under the noise floor; what cannot be told is null."""
    reps = smile([0.0] * 3, [6] * 3)["reps"]

    for rep in reps:
        assert rep["scored"]
        assert rep["affected"]["seen"] is False
        assert abs(rep["affected"]["excursion_mm"]) < 0.3
        assert rep["affected"]["hold_s"] is None
        assert rep["affected"]["percent_of_reference"] is None
        assert rep["lag_ms"] is None


def test_lost_frames_are_counted_with_their_reasons() -> None:
    """And a repetition that lost too many says why."""
    stream = [
        msgspec.structs.replace(m, reason="two-faces", left=None, right=None)
        if isinstance(m, Reading) and 3.2 < m.t_s < 5.6
        else m
        for m in messages([4] * 3, [6] * 3)
    ]
    found = analyse(stream, exercises()["open-smile"], "left")

    assert found["unscored"] == {"two-faces": found["frames"] - found["scored_frames"]}
    first = found["reps"][0]
    assert (first["scored"], first["reason"]) == (False, "two-faces")


def test_plain_landmarks_are_said_to_be_unsure() -> None:
    """The weaker way of measuring never passes for the better one."""
    stream = [
        msgspec.structs.replace(m, method="landmarks") if isinstance(m, Reading) else m
        for m in messages([4] * 3, [6] * 3)
    ]

    found = analyse(stream, exercises()["open-smile"], "left")

    assert {r["confidence"] for r in found["reps"]} == {"low"}
    assert found["reps"][0]["affected"]["percent_of_reference"] is None
