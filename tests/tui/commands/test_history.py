"""`slowsmile history`: past sessions, the diary, a clinician's totals."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.history.clinician import read_totals
from sessions.log.journal import Journal
from tests.sessions.log_samples import header, kept_rep, many
from tui.cli import main


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test."""
    return own_home / "slowsmile"


def test_nothing_yet_is_said_kindly_and_leaves_no_trace(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 0, no folder."""
    assert main(["history"]) == 0
    assert "No sessions yet" in capsys.readouterr().err
    assert not data.exists()


def test_the_latest_sessions_stand_in_a_table(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty, or all."""
    many(data, 25)
    assert main(["history"]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("Gentle daily set") == 20
    assert "5 older sessions" in shown.err
    assert "Practice strength" in shown.out
    assert "Open smile, weak side" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 100

    assert main(["history", "--all"]) == 0
    assert capsys.readouterr().out.count("Gentle daily set") == 25


def test_the_overview_stands_first_in_lines(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed, then a row a movement, none wider than a terminal."""
    many(data, 25)
    assert main(["history", "--plain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = lines[: next(n for n, line in enumerate(lines) if line.startswith("started"))]

    assert "no clear change" in rows[0] or "the weak side is" in rows[0]
    assert any(line.startswith("Pucker *") and "eye 4 %" in line for line in rows)
    assert max(map(len, rows)) <= 80


def test_one_day_is_asked_for_as_people_type_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its practices and its notes; what is no day is said."""
    many(data, 5)
    assert main(["history", "--day", "17 november 2026"]) == 0
    out = capsys.readouterr().out

    assert out.startswith("17 November 2026: 1 practice.")
    assert "note 0: a little tight in the morning" in out
    assert main(["history", "--day", "marsh"]) == 2
    assert "Examples: " in capsys.readouterr().err


def test_json_is_one_object_with_everything(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names, not positions; bad files on stderr and inside."""
    paths = many(data, 12)
    paths[0].write_text("schema = 3")
    assert main(["history", "--json"]) == 0
    shown = capsys.readouterr()
    given = json.loads(shown.out)

    assert len(given["sessions"]) == 11
    assert given["sessions"][-1]["exercises"][0]["id"] == "open-smile"
    assert given["sessions"][-1]["file"].startswith("2026/2026-11-21")
    assert given["trends"][0]["quantity"] == "affected_mm"
    assert {each["pair"] for each in given["linked_trends"]} == {"smile-eye", "pucker-eye"}
    assert all(each[name]["weeks"] for each in given["linked_trends"] for name in ("kept", "quiet"))
    assert "newer version" in given["problems"][0]
    assert "newer version" in shown.err


def test_the_diary_is_searched(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every word must be there."""
    many(data, 5)
    assert main(["history", "--search", "TIGHT morning"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["history", "--search", "nowhere"]) == 0
    assert "Nothing in the diary" in capsys.readouterr().err


def test_a_clinicians_total_is_kept(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its day."""
    assert main(["history", "--total", "Sunnybrook", "56", "--on", "2026-10-02"]) == 0
    assert "Sunnybrook 56 on 2026-10-02" in capsys.readouterr().err
    assert [t.value for t in read_totals(data)] == [56]


def test_a_total_on_a_full_disk_is_a_sentence_and_the_earlier_ones_stay(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2; the disk refuses only when the bytes are to be on it, as full ones do."""
    assert main(["history", "--total", "saq", "60", "--on", "2026-10-02"]) == 0
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    capsys.readouterr()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert main(["history", "--total", "saq", "50", "--on", "2026-11-02"]) == 2
    shown = capsys.readouterr()

    assert shown.out == ""
    assert "No space left on device" in shown.err
    assert "this total was not kept" in shown.err
    assert "Kept" not in shown.err
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
    assert [total.value for total in read_totals(data)] == [60]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--total", "sunybrook", "56"], 'Did you mean "sunnybrook"?'),
        (["--total", "saq", "many"], "A total is a number"),
        (["--total", "saq", "nan"], "totals go from"),
        (["--total", "saq", "50", "--on", "tomorrow"], "2026-11-30"),
        (["--total", "saq", "200"], "totals go from"),
        (["--on", "2026-01-01"], "--on goes with --total"),
    ],
)
def test_slips_are_explained(
    words: list[str], says: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 and one sentence."""
    assert main(["history", *words]) == 2
    assert says in capsys.readouterr().err
    assert not data.exists()


def test_a_broken_off_practice_is_mentioned(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not among the sessions yet."""
    journal = Journal.begin(data, header())
    journal.add(kept_rep(1))
    assert main(["history"]) == 0
    assert "broken off" not in capsys.readouterr().err
    journal.close()
    assert main(["history"]) == 0
    assert "can be gone on with" in capsys.readouterr().err


def test_names_cannot_speak_to_the_terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An escape in a record edited by hand."""
    (path,) = many(data, 1)
    path.write_text(path.read_text().replace("Gentle daily set", "a\\u001b]0;owned\\u0007b"))
    assert main(["history"]) == 0
    shown = capsys.readouterr()

    assert "\x1b" not in shown.out + shown.err
    assert "owned" in shown.out


def test_no_camera_no_model_no_numbers_library_is_loaded(data: Path, checkout: Path) -> None:
    """Both history and report work where mediapipe does not."""
    many(data, 3)
    code = (
        "import sys; from tui.cli import main; code = main(['history']) + main(['report']);"
        "heavy = {'cv2', 'mediapipe', 'numpy', 'matplotlib', 'textual'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [["history"], ["report"], ["export", "--format", "json"]])
def test_a_diary_line_that_cannot_be_read_is_named(
    words: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays in the file."""
    many(data, 1)
    diary = data / "diary.jsonl"
    diary.write_bytes(b'\xff\xfe\n{"when":"2026-11-21T08:30:00+01:00","te\n')
    before = diary.read_bytes()
    assert main(words) == 0
    shown = capsys.readouterr()

    assert "diary.jsonl: cannot be read in line 1, 2" in " ".join((shown.err + shown.out).split())
    assert diary.read_bytes() == before
