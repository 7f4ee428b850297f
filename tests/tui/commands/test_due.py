"""`slowsmile due`: one line on stdout."""

from datetime import datetime
from pathlib import Path

import pytest

from sessions.storage.exported_files import written_files
from tests.sessions.log_samples import many
from tui.cli import main
from tui.commands import due
from tui.commands.parts import progress
from tui.commands.parts.person_of import person_of

Out = pytest.CaptureFixture[str]
PLAN = (
    'schema = 1\nstage = "paretic"\nreview = 2026-11-01\n'
    '[[slot]]\nname = "morning"\nat = "08:30"\nroutines = ["daily-gentle"]\n'
    '[[slot]]\nname = "evening"\nat = "19:00"\nroutines = ["wind-down"]\n'
)
ANSWERED = (
    'side = "left"\nstage = "paretic"\n[answers]\nfinished_on = 2026-11-01\n'
    "seen_by_doctor = true\ncauses_ruled_out = true\nswelling_settled = true\n"
    "exercises_agreed = true\n"
)


@pytest.fixture
def data(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder on a Saturday at nine."""
    now = datetime(2026, 11, 21, 9).astimezone()
    monkeypatch.setattr(due, "person_of", lambda places: person_of(places, lambda: now))
    folder = own_home / "slowsmile"
    folder.mkdir()
    return folder


def test_the_plan_says_what_is_next(data: Path, capsys: Out) -> None:
    """One line; a review day that has come is told on stderr."""
    (data / "settings.toml").write_text(ANSWERED, encoding="utf-8")
    (data / "plan.toml").write_text(PLAN, encoding="utf-8")

    assert main(["due"]) == 0

    found = capsys.readouterr()
    assert found.out == "Due now: Gentle daily set (morning).\n"
    assert "2026-11-01" in found.err


def test_before_the_answers_the_questions_are_next(data: Path, capsys: Out) -> None:
    """Whether there is a plan or not. Nothing is written for having asked."""
    assert main(["due"]) == 0

    assert capsys.readouterr().out.startswith("Next: a few safety questions.")
    assert not (data / "plan.toml").exists()


def test_a_wrong_plan_is_told(data: Path, capsys: Out) -> None:
    """2, every error on stderr, nothing on stdout."""
    (data / "plan.toml").write_text(PLAN.replace("wind-down", "winddown"), encoding="utf-8")

    assert main(["due"]) == 2

    found = capsys.readouterr()
    assert found.out == ""
    assert 'Did you mean "wind-down"?' in found.err


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            (
                "seen_by_doctor = true\ncauses_ruled_out = true\nswelling_settled = true\n"
                "exercises_agreed = true\n"
            ),
            "Due now: Gentle daily set (morning).",
        ),
        ("seen_by_doctor = true\n", "Due now: Care, massage and rest (morning)."),
        ("", "Next: Care, massage and rest. A face that is newly weak needs a doctor today."),
        (
            'seen_by_doctor = true\nred_flags = ["lump"]\n',
            "Next: Care, massage and rest. Let a doctor look at the lump soon.",
        ),
    ],
)
def test_the_answers_decide_before_the_plan(
    answers: str, told: str, data: Path, capsys: Out
) -> None:
    """What is not open yet is never due, whatever plan.toml says."""
    (data / "settings.toml").write_text(
        'side = "left"\nstage = "paretic"\n[answers]\nfinished_on = 2026-11-01\n' + answers,
        encoding="utf-8",
    )
    (data / "plan.toml").write_text(PLAN, encoding="utf-8")

    assert main(["due"]) == 0

    assert capsys.readouterr().out.startswith(told)


def test_an_emergency_is_the_only_line(data: Path, capsys: Out) -> None:
    """On stderr, so that nothing is due; a plan with mistakes does not come before it."""
    (data / "settings.toml").write_text(
        '[answers]\nred_flags = ["sudden-limbs-or-speech"]\n', encoding="utf-8"
    )
    (data / "plan.toml").write_text("nonsense", encoding="utf-8")

    assert main(["due"]) == 0

    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.startswith("Call your emergency number now.\n112 Europe")


def test_many_records_that_are_read_for_the_first_time_are_announced(
    data: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On stderr, so that a prompt stays one line."""
    monkeypatch.setattr(progress, "MANY", 2)
    (data / "settings.toml").write_text(ANSWERED, encoding="utf-8")
    many(data, 3)
    assert main(["due"]) == 0

    found = capsys.readouterr()
    assert len(found.out.splitlines()) == 1
    assert "Reading records: 0 of 3" in found.err


def _calendar(data: Path, tmp_path: Path, settings: str, *words: str) -> Path:
    (data / "settings.toml").write_text(settings, encoding="utf-8")
    target = tmp_path / "plan.ics"
    assert main(["due", "--ics", str(target), *words]) == 0
    return target


def test_the_plan_becomes_a_calendar(data: Path, tmp_path: Path, capsys: Out) -> None:
    """Private, remembered for `forget`, written over again; the title is the person's choice."""
    (data / "plan.toml").write_text(PLAN.replace("2026-11-01", "2027-01-16"), encoding="utf-8")

    target = _calendar(data, tmp_path, ANSWERED)
    found = target.read_bytes().decode()
    assert found.count("SUMMARY:Practice\r\n") == 2
    assert "DTSTART:20261121T083000\r\n" in found
    assert target.stat().st_mode & 0o777 == 0o600
    said = capsys.readouterr()
    assert said.out == ""
    assert "2027-01-16" in said.err
    assert [each.path for each in written_files(data)] == [str(target)]

    _calendar(data, tmp_path, ANSWERED, "--title", "Quiet time")
    assert target.read_bytes().count(b"SUMMARY:Quiet time\r\n") == 2


def test_a_calendar_of_somebody_elses_is_left(data: Path, tmp_path: Path, capsys: Out) -> None:
    """And so is a name that is none of a calendar."""
    (data / "settings.toml").write_text(ANSWERED, encoding="utf-8")
    mine = tmp_path / "plan.ics"
    mine.write_text("mine", encoding="utf-8")

    assert main(["due", "--ics", str(mine)]) == 2
    assert "did not write it" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "mine"
    assert main(["due", "--ics", str(tmp_path / "plan.txt")]) == 2
    assert "--ics" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('[answers]\nred_flags = ["sudden-limbs-or-speech"]\n', "Call your emergency number now."),
        ('side = "left"\n', "Answer them first"),
        (ANSWERED.replace("seen_by_doctor = true\n", ""), "needs a doctor today"),
    ],
)
def test_what_is_closed_gives_no_calendar(
    settings: str, told: str, data: Path, tmp_path: Path, capsys: Out
) -> None:
    """It says why, and that none was written."""
    (data / "plan.toml").write_text(PLAN, encoding="utf-8")

    assert not _calendar(data, tmp_path, settings).exists()
    said = capsys.readouterr().err
    assert told in said
    assert "No calendar was written." in said


def test_only_what_is_open_is_in_the_calendar(data: Path, tmp_path: Path, capsys: Out) -> None:
    """While nothing active is open, the plan of massage and rest stands in for one of movement.

    A therapist's slot for another stage is left out by name.
    """
    (data / "plan.toml").write_text(PLAN, encoding="utf-8")
    still = _calendar(data, tmp_path, ANSWERED.replace('"paretic"', '"flaccid"'))
    assert b"DTSTART:20261121T083000" not in still.read_bytes()
    assert b"DTSTART:20261121T080000" in still.read_bytes()
    assert "While nothing moves" in capsys.readouterr().err

    signed = PLAN.replace("review", 'by = "M. Weber"\nreview')
    (data / "plan.toml").write_text(signed, encoding="utf-8")
    linked = _calendar(data, tmp_path, ANSWERED.replace('"paretic"', '"synkinetic"'))
    assert linked.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "Left out: morning. It is for another stage." in capsys.readouterr().err
