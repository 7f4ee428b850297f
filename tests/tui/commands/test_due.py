"""`slowsmile due`: one line on stdout."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.sessions.log_samples import many
from tui.cli import main
from tui.commands import due, progress
from tui.commands.person_of import person_of

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
