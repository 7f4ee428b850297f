"""`slowsmile why`: what each guard saw in each repetition, and whether it is decided the same."""

import json
import shutil
from functools import cache
from pathlib import Path

import msgspec
import pytest

from sessions.decisions.kept_decisions import chunk_of, pack
from sessions.log.decision_files import decision_file, read_decisions
from sessions.log.entries import Header, HeardEvents
from sessions.log.journal import Journal
from sessions.simulator.profile import load_profile
from tests.sessions.decisions.heard import HeardSession
from tests.sessions.log_samples import MORNING, many, plan, step
from tests.sessions.practising import fewer_readings
from tui.cli import main

_PLAN = plan(step("open-smile", reps=8))
_STEM = "2026-11-21T08-30-00"


@cache
def _told() -> HeardSession:
    """A practice whose set was ended because the weak side tired."""
    with fewer_readings():
        return HeardSession(_PLAN, load_profile("tiring"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one such practice, for tests to copy."""
    folder = tmp_path_factory.mktemp("made")
    header = Header(started=MORNING, plan=_PLAN, source="sim:tiring", id="feed")
    journal = Journal.begin(folder, header)
    journal.add(HeardEvents(at_s=0.0, events=chunk_of(_told().noted)))
    for kept in _told().decisions.stretches[0].kept:
        journal.add(kept)
    assert journal.finish() is not None
    return folder


@pytest.fixture
def data(made: Path, own_home: Path) -> Path:
    """The data folder, with that practice."""
    return Path(shutil.copytree(made, own_home / "slowsmile"))


@pytest.mark.usefixtures("data")
def test_a_stop_and_the_quiet_repetitions_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers, limits, nearness, the words said, and the last line."""
    assert main(["why", _STEM]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "This version would decide the same."
    shown = "\n".join(lines)
    assert "Tiring: caution from 20 % and 1.0 mm, stop from 30 % and 1.5 mm" in shown
    assert "Tiring: not judged yet: the first three repetitions show your start." in shown
    assert "Number 2 in a row." in shown
    assert "This ended the set." in shown
    assert "Quiet." in shown


@pytest.mark.usefixtures("data")
def test_one_repetition_of_one_exercise(capsys: pytest.CaptureFixture[str]) -> None:
    """N counts from 1 within its set."""
    assert main(["why", _STEM, "--exercise", "open-smile", "--set", "1", "--rep", "2"]) == 0
    shown = capsys.readouterr().out
    assert "Repetition 2," in shown
    assert "Repetition 1," not in shown
    assert main(["why", _STEM, "--rep", "40"]) == 0
    assert "There is no such repetition" in capsys.readouterr().out


@pytest.mark.usefixtures("data")
def test_json_has_every_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    """One object."""
    assert main(["why", f"{_STEM}.toml", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["same"]
    assert told["identical"]
    assert told["reps"][0]["exercise"] == "open-smile"
    signs = [look["sign"] for look in told["reps"][-1]["looks"]]
    assert signs == ["size", "loss", "hold-decay"]
    assert told["reps"][-1]["said"][-1]["level"] == "stop"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2026-11-21T08-30-01"], 'Did you mean "2026-11-21T08-30-00"?'),
        ([_STEM, "--exercise", "open-smil"], 'Did you mean "open-smile"?'),
        ([_STEM, "--exercise", "pucker"], "is not in this practice"),
        ([_STEM, "--rep", "0"], "--rep counts from 1"),
    ],
)
@pytest.mark.usefixtures("data")
def test_what_is_not_there_is_named(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, with the nearest word."""
    assert main(["why", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_record_without_readings_says_what_it_holds(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 0."""
    path = many(own_home / "slowsmile", 1)[0]
    assert main(["why", path.stem]) == 0
    shown = capsys.readouterr().out
    assert "This record holds" in shown
    assert "cannot be replayed" in shown
    assert main(["why", path.stem, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["replayed"] is False


def test_damaged_decisions_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the record holds, why no more, and exit 0."""
    file = decision_file(data, _STEM)
    file.write_bytes(b"This is no block, only a text.")
    assert main(["why", _STEM]) == 0
    shown = capsys.readouterr().out
    assert "it is damaged" in shown
    assert "cannot be replayed" in shown


def test_a_decision_of_other_rules_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first that comes out otherwise, with its rule."""
    decisions = read_decisions(data, _STEM, "feed")
    assert decisions is not None
    one = decisions.plan.routine.steps[0]
    fatigue = msgspec.structs.replace(
        one.thresholds.fatigue, stop_drop_percent=90.0, caution_drop_percent=85.0
    )
    loose = msgspec.structs.replace(one.thresholds, fatigue=fatigue)
    routine = msgspec.structs.replace(
        decisions.plan.routine, steps=(msgspec.structs.replace(one, thresholds=loose),)
    )
    changed = msgspec.structs.replace(decisions.plan, routine=routine)
    decision_file(data, _STEM).write_bytes(pack(msgspec.structs.replace(decisions, plan=changed)))
    assert main(["why", _STEM]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith(
        "This version would decide differently: in Open smile, then caution for tiring"
    )
    assert "No change of this rule is listed." in last
