"""The command line: one command chosen, one sentence for a mistake, one exit code."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from routines.errors import Trouble, TroubleKind
from sessions.version import VERSION
from tests.patience import patience
from tui import cli
from tui.terminal import exits

Run = Callable[[argparse.Namespace], int]
Plant = Callable[[str, Run], None]


def take_side(parser: argparse.ArgumentParser) -> None:
    """The flag of the planted command."""
    parser.add_argument("--side", choices=["left", "right"])


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Puts a command module in place of the real one."""
    monkeypatch.setattr(exits, "leave_on_signals", lambda: None)

    def put(name: str, run: Run) -> None:
        module = ModuleType(f"tui.commands.{name}")
        module.__spec__ = ModuleSpec(module.__name__, None)
        module.__dict__.update(add_arguments=take_side, run=run)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return put


def test_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` names program and version."""
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"slowsmile {VERSION}\n"


def test_version_loads_nothing_heavy(checkout: Path) -> None:
    """The start budget is kept by importing next to nothing."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", "--version"],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(20.0),
    )
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}

    assert ran.stdout == f"slowsmile {VERSION}\n"
    assert "tui.terminal.exits" in loaded
    assert not loaded & {"argparse", "asyncio", "msgspec", "numpy", "platformdirs", "textual"}


def test_help_fits_one_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """Examples first, every command with its line, in 24 lines of 80 columns."""
    assert cli.main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    assert "run --source sim" in lines[4]
    assert any(line.startswith("  doctor ") for line in lines)


def test_every_listed_command_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """What help lists can be asked for its own help."""
    assert cli.available()
    for name in cli.available():
        with pytest.raises(SystemExit) as ended:
            cli.main([name, "--help"])
        assert ended.value.code == 0
        assert f"{name}" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    "words",
    [
        ["--data-dir", "{}", "due", "--side", "left"],
        ["--data-dir={}", "due", "--side=left"],
        ["due", "--side", "left", "--data-dir", "{}"],
        ["due", "--data-dir={}", "--side", "left"],
    ],
)
def test_global_flags_stand_before_and_after(
    words: list[str], plant: Plant, tmp_path: Path
) -> None:
    """Both orders and both spellings mean the same."""
    seen: list[argparse.Namespace] = []
    plant("due", lambda args: seen.append(args) or 0)

    assert cli.main([word.format(tmp_path) for word in words]) == 0
    assert seen[0].places.data == tmp_path
    assert seen[0].side == "left"


def test_the_flag_outranks_the_variable(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--data-dir and --model win over the environment."""
    seen: list[argparse.Namespace] = []
    plant("due", lambda args: seen.append(args) or 0)
    monkeypatch.setenv("SLOWSMILE_DATA_DIR", str(tmp_path / "variable"))
    monkeypatch.setenv("SLOWSMILE_MODEL", str(tmp_path / "variable.task"))

    cli.main(["due"])
    cli.main(["--model", str(tmp_path / "flag.task"), "due", "--data-dir", str(tmp_path / "flag")])

    assert seen[0].places.data == tmp_path / "variable"
    assert seen[0].places.model == tmp_path / "variable.task"
    assert seen[1].places.data == tmp_path / "flag"
    assert seen[1].places.model == tmp_path / "flag.task"


def test_no_command_opens_the_app(plant: Plant) -> None:
    """Without a word, the app."""
    opened: list[bool] = []
    plant("app", lambda _args: opened.append(True) or 0)

    assert cli.main([]) == 0
    assert opened == [True]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["doctro"], 'Did you mean "doctor"?'),
        (["app"], "There is no command 'app'"),
        (["due", "--sid", "left"], 'no option --sid. Did you mean "--side"?'),
        (["due", "--side", "lfet"], 'is not one of left, right. Did you mean "left"?'),
        (["due", "extra"], "'extra' is one word too many"),
        (["run", "--speed", "fast"], "argument --speed: 'fast' is not a number"),
        (["replay", "x.mp4"], "missing: --exercise, --side"),
        (["due", "--side"], "expected one argument"),
        (["--data-dir"], "--data-dir needs a path after it"),
    ],
)
def test_a_mistyped_line_is_answered_in_one_sentence(
    words: list[str], told: str, plant: Plant, capsys: pytest.CaptureFixture[str]
) -> None:
    """Usage mistakes name the nearest valid word and end with 2."""
    plant("due", lambda _args: 0)

    assert cli.main(words) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("kind", "code"), [("usage", 2), ("settings", 2), ("camera", 3), ("video", 3), ("model", 3)]
)
def test_expected_failures_have_their_code(
    kind: TroubleKind, code: int, plant: Plant, capsys: pytest.CaptureFixture[str]
) -> None:
    """Trouble becomes its sentence and the code of its kind."""

    def fail(_args: argparse.Namespace) -> int:
        raise Trouble("Nobody is in the picture.", kind)

    plant("due", fail)

    assert cli.main(["due"]) == code
    assert capsys.readouterr().err == "Nobody is in the picture.\n"


def test_the_unexpected_goes_to_the_log(
    plant: Plant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence with the log's path on stderr; the traceback only in the private log."""

    def fail(_args: argparse.Namespace) -> int:
        raise ZeroDivisionError("made for this test")

    plant("due", fail)
    log = tmp_path / "d" / "logs" / "slowsmile.log"

    assert cli.main(["due", "--data-dir", str(tmp_path / "d")]) == 1
    said = capsys.readouterr().err
    assert str(log) in said
    assert "Traceback" not in said
    assert "made for this test" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_the_log_does_not_grow_for_ever(
    plant: Plant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A large log begins anew with the latest failure."""

    def fail(_args: argparse.Namespace) -> int:
        raise ZeroDivisionError("the latest")

    plant("due", fail)
    log = tmp_path / "d" / "logs" / "slowsmile.log"
    log.parent.mkdir(parents=True)
    log.write_bytes(b"x" * 1_000_001)

    assert cli.main(["due", "--data-dir", str(tmp_path / "d")]) == 1
    assert str(log) in capsys.readouterr().err
    assert log.stat().st_size < 10_000
    assert "the latest" in log.read_text()


def test_an_interrupt_ends_with_130(plant: Plant) -> None:
    """Ctrl-C in a line-mode command is no failure and no noise."""

    def fail(_args: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    plant("due", fail)

    assert cli.main(["due"]) == 130


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals_end_with_their_code(name: str, code: int, checkout: Path) -> None:
    """A closed window and a polite kill unwind the program."""
    script = (
        "import os, signal, sys; from tui.terminal import exits\n"
        f"signal.signal(signal.{name}, signal.SIG_DFL); exits.leave_on_signals()\n"
        f"def body(): os.kill(os.getpid(), signal.{name}); signal.pause()\n"
        "sys.exit(exits.guard(body, lambda: None))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=checkout, capture_output=True, timeout=patience(20.0)
    )

    assert ran.returncode == code
    assert ran.stderr == b""


def test_a_reader_that_leaves_is_no_failure(checkout: Path) -> None:
    """`slowsmile --help | true` is quiet and 0."""
    gone, ours = os.pipe()
    os.close(gone)
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "--help"],
        cwd=checkout,
        stdout=ours,
        stderr=subprocess.PIPE,
        timeout=patience(20.0),
    )
    os.close(ours)

    assert ran.returncode == 0
    assert ran.stderr == b""


def test_a_full_disk_is_said(checkout: Path) -> None:
    """Output that cannot be written is one sentence and 1, not a crash at exit."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "--help"],
            cwd=checkout,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=patience(20.0),
        )

    assert ran.returncode == 1
    assert b"No space left" in ran.stderr
    assert b"Traceback" not in ran.stderr
