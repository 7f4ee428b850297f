"""What the system refuses is a sentence and the right code, whoever ran into it."""

import errno
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from sessions.camera import checkup
from tests.robust.refusals import as_nobody_special
from tests.sessions.log_samples import many
from tui.cli import main
from tui.commands import doctor
from tui.setup.looking import PackageFinding
from tui.terminal import exits

LONG = "a" * 300


@pytest.fixture
def healthy(monkeypatch: pytest.MonkeyPatch) -> None:
    """`doctor` finds packages and measuring as they should be, and starts no child for that."""
    monkeypatch.setattr(doctor, "look", lambda: [PackageFinding("NumPy", True, "2")])
    monkeypatch.setattr(checkup, "examine_in_child", checkup.Checkup)


def _no_log() -> Path:
    raise AssertionError("nothing here is unexpected")


@pytest.mark.parametrize("terminal", [True, False])
def test_a_sentence_is_broken_at_words_on_a_terminal_only(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is said after a screen has gone was broken in the middle of words; files of errors and
    pipes get whole lines."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("COLUMNS", "24")
    sentence = "Nothing was saved. Start again when you like."
    exits.say(sentence)
    said = capsys.readouterr().err
    assert said.split() == sentence.split()
    assert len(said.splitlines()) == (3 if terminal else 1)


def test_a_path_that_no_line_holds_is_left_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is there to be copied."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "24")
    exits.say(f"Details are in {LONG}")
    assert LONG in capsys.readouterr().err


@pytest.mark.parametrize("number", sorted(exits._REMEDIES))
def test_a_refusal_of_the_system_names_file_reason_and_remedy(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line that is not longer than a person reads; nothing is logged."""

    def refuse() -> int:
        raise OSError(number, os.strerror(number), LONG)

    assert exits.guard(refuse, _no_log) == exits.USAGE
    said = capsys.readouterr().err
    assert said.startswith("aaaa")
    assert os.strerror(number) in said
    assert exits._REMEDIES[number] in said
    assert len(said) < 330
    assert said.count("\n") == 1


def test_an_error_nobody_can_mend_is_still_unexpected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake of the program's is logged."""

    def wrong() -> int:
        raise OSError(errno.EBADF, "Bad file descriptor")

    assert exits.guard(wrong, lambda: tmp_path / "x.log") == exits.UNEXPECTED
    assert "Traceback" in (tmp_path / "x.log").read_text()


@pytest.mark.parametrize(
    "words",
    [
        ["run", "--source", "sim", "--plain", f"{'/'.join([LONG[:200]] * 30)}.toml"],
        ["export", "-o", f"{LONG}.csv"],
        ["report", "-o", f"{LONG}.txt"],
        ["routine", "check", f"{LONG}.toml"],
        ["routine", "new", f"{LONG}.toml"],
        ["import", LONG],
        ["selftest", "--photo", LONG],
        ["due", "--data-dir", f"/tmp/{LONG}"],
        ["history", "--data-dir", f"/tmp/{LONG}"],
        ["history", "--total", "saq", "40", "--data-dir", f"/tmp/{LONG}"],
        ["doctor", "--data-dir", f"/tmp/{LONG}"],
        ["forget", "--data-dir", f"/tmp/{LONG}"],
    ],
)
def test_a_name_that_is_too_long_is_said(
    words: list[str], own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, whichever word it was."""
    assert main(words) == 2
    assert "too long" in capsys.readouterr().err
    assert not (own_home / "slowsmile" / "logs").exists()


CLOSED = """
import contextlib, io, json, sys
from sessions.camera import checkup
from tui.commands import doctor
from tui.cli import main
checkup.examine_in_child, doctor.look = checkup.Checkup, list
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(words)
    print(json.dumps([code, err.getvalue()]), file=sys.__stderr__)
"""
SAYS_SO = (["run", "--source", "sim", "--plain"], ["export"], ["score", "x.png"])


def _closed(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = f'exec "{sys.executable}" "$@" >&-'
    return subprocess.run(
        ["sh", "-c", line, "sh", *arguments],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_closed_output_is_said_where_lines_are_all_there_is(
    own_home: Path, tmp_path: Path
) -> None:
    """No session begins that nobody could follow; what goes into a file needs no output, and doctor
    looks without one. All in one child, but for one that begins as the program does."""
    many(own_home / "slowsmile", 1)
    out = tmp_path / "x.csv"
    does_its_work = (["export", "-o", str(out)], ["routine", "schema"], ["doctor"])
    ran = _closed("-c", CLOSED, json.dumps([*SAYS_SO, *does_its_work]))
    whole = _closed("-m", "tui", *SAYS_SO[0])

    ends = [json.loads(line) for line in ran.stderr.splitlines()]
    said = [*ends[: len(SAYS_SO)], (whole.returncode, whole.stderr)]
    for words, (code, err) in zip((*SAYS_SO, SAYS_SO[0]), said, strict=True):
        assert code == 2, words
        assert err.startswith("Standard output is closed"), words
        assert err.count("\n") == 1, words
    worked = ends[len(SAYS_SO) :]
    assert [code for code, _ in worked] == [0, 0, 0]
    assert worked[-1][1] == ""
    assert out.read_text().startswith("session_id,")


NEED_THE_FOLDER = (
    ("run", "--source", "sim", "--plain"),
    ("due",),
    ("history",),
    ("history", "--total", "saq", "40"),
    ("export",),
    ("forget",),
    ("routine", "list"),
)
EACH = """
import contextlib, io, json, sys
from tui.cli import main
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(words)
    print(json.dumps([code, err.getvalue()]), file=sys.__stderr__)
"""


def test_a_data_folder_that_may_not_be_entered(tmp_path: Path) -> None:
    """Itself of mode 000, or in a folder that is: exit 2 with the path and the reason, whichever
    command it was. One child, because root may enter any folder."""
    closed = tmp_path / "closed"
    (closed / "own").mkdir(parents=True)
    lines = [
        ["--data-dir", str(data), *words]
        for data in (closed, closed / "own")
        for words in NEED_THE_FOLDER
    ]
    closed.chmod(0)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", EACH, json.dumps(lines)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            preexec_fn=as_nobody_special,
        )
    finally:
        closed.chmod(0o700)

    ends = [json.loads(line) for line in ran.stderr.splitlines()]
    for words, (code, err) in zip(lines, ends, strict=True):
        assert code == 2, words
        assert "Permission denied" in err, words
        assert str(closed) in err, words
        assert "unexpected" not in err, words


def test_escapes_in_the_name_of_the_data_folder_reach_no_terminal(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    healthy: None,
) -> None:
    """On stdout as on stderr, in every command that names it."""
    data = tmp_path / "own\x1b]0;owned\x07\x1b[2J"
    many(data, 1)
    (data / "plan.toml").write_text("x")
    monkeypatch.setattr("sys.stdin", StringIO())
    for words in (
        ["forget"],
        ["forget", "--session", "2026-11-21T08-30-00"],
        ["doctor"],
        ["history"],
        ["history", "--photos"],
        ["due"],
        ["routine", "list"],
        ["export", "-o", str(data / "x.csv")],
    ):
        main(["--data-dir", str(data), *words])
    shown = capsys.readouterr()

    assert "own\\x1b]0;owned\\x07" in shown.out
    assert "\x1b" not in shown.out + shown.err
    assert "\x07" not in shown.out + shown.err
