"""The trust report holds what the READMEs say of the guards; the hundreds of sets are long."""

import json
from pathlib import Path
from statistics import median

import pytest

from sessions.messages import FromWorker
from tests.benchmarks import guards
from tests.benchmarks.made.simulated_sets import SMALL_MM, Outcome, draw, run
from tests.sessions.made_reps import REST, readings, train
from tests.sessions.practising import fewer_readings

FAULTS = (
    "fatigue",
    "hold sag",
    "overcompensation",
    "linked eye, pucker",
    "linked eye, smile",
    "linked corner",
)


def real_faults(outcomes: list[Outcome]) -> list[Outcome]:
    """Sets in which a rule truly became true, before the last repetition, and not too small."""
    return [
        o
        for o in outcomes
        if o.true_rep is not None
        and o.true_rep < o.case.reps
        and (o.true_rule != "fatigue" or min(d.affected_mm for d in o.did[:3]) >= SMALL_MM)
    ]


def test_a_set_of_each_kind_goes_as_it_should() -> None:
    """Every fault is stopped by its own guard within a repetition, nothing else is stopped."""
    with fewer_readings():
        outcomes = [run(draw(kind, seed=1)) for kind in (*FAULTS, "clean")]

    for o in real_faults(outcomes):
        assert o.stop is not None, o.case
        assert o.stop["rule"] == o.true_rule
        assert o.true_rep is not None
        assert abs(o.stop["rep"] - o.true_rep) <= 1
    assert all(o.stop is None for o in outcomes if o.case.kind == "clean")
    assert all(len(o.found["reps"]) == o.case.reps for o in outcomes)
    report = "\n".join([*guards.table(outcomes), *guards.more(outcomes)])
    for kind in ("clean", "hold sag", "linked corner"):
        assert f"| {kind} | 1 |" in report
    assert "counted exactly in 7 of 7 sets" in report


def test_clips_are_compared_with_what_is_expected_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row a clip: repetitions and stop, expected and found."""
    clip = tmp_path / "tiring.mp4"
    expected = {"exercise": "open-smile", "side": "left", "reps": 5, "stop": None}
    clip.with_suffix(".expect.json").write_text(json.dumps(expected))
    frames = readings(33, train([8, 8, 8, 4, 4]), train([9] * 5))
    said: list[FromWorker] = [REST, *frames]
    monkeypatch.setattr(guards, "read_recording", lambda files, model: iter(said))

    rows = list(guards.from_video([clip], ""))

    assert rows[-1] == "| tiring | 5 of 5 | none | fatigue, rep 5 |"


@pytest.mark.long
def test_hundreds_of_sets_reach_the_goals() -> None:
    """95 % of real faults, at most one clean set in fifty, 99 % of sets counted, 50 ms of lag."""
    faults = [run(draw(kind, seed)) for kind in FAULTS for seed in range(60)]
    clean = [run(draw("clean", seed)) for seed in range(200)]

    for kind in FAULTS:
        real = real_faults([o for o in faults if o.case.kind == kind])
        right = [o for o in real if o.stop is not None and o.stop["rule"] == o.true_rule]
        near = [o for o in right if o.stop and o.true_rep and o.stop["rep"] <= o.true_rep + 1]
        assert len(right) >= 0.95 * len(real), kind
        assert len(near) >= 0.95 * len(real), kind
    assert sum(o.stop is not None for o in clean) <= len(clean) / 50
    exact = [len(o.found["reps"]) == o.case.reps for o in (*faults, *clean)]
    assert sum(exact) >= 0.99 * len(exact)
    errors = [
        abs(r["lag_ms"] - o.case.lag_ms)
        for o in clean
        for r in o.found["reps"]
        if r["lag_ms"] is not None
    ]
    assert median(errors) <= 50
    assert guards.nothing_done(10) == 0
