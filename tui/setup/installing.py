"""Makes `.venv` and puts the pinned packages into it. Standard library only; talks on stderr.

What it must never do: leave behind something that looks finished and is not, or spoil what
worked. A note says "unfinished" from before the first package until after the last, and an
environment found in that state is made anew; where pip gives up before it has put anything in
place (no network), the note goes and all is as before. Two starts at once wait for one another.
"""

import contextlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.setup.project import Group, Project

DOWNLOAD_MB = {"run": 120, "test": 60, "check": 80}
"""Measured on Linux x86_64, rounded up; told before anything is fetched."""

NETWORK_SIGNS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Max retries exceeded",
    "timed out",
    "ProxyError",
    "SSLError",
    "ConnectionResetError",
)


class SetupError(Exception):
    """Setting up cannot go on; `sentence` says why and what to do, `code` is the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def install(project: "Project", groups: Sequence["Group"]) -> None:
    """Bring `.venv` to the pins of `groups`, keeping the groups it already holds."""
    with _alone(project.file):
        if project.ready(groups) and _fits(project):
            return
        _say(
            f"Setting up slowsmile in {project.venv} (only this once): "
            f"up to {_megabytes(project, groups)} MB to download."
        )
        if not _fits(project):
            _make(project)
        project.stamps.mkdir(exist_ok=True)
        project.unfinished.touch()
        code, said = _pip(project, [pin for g in groups for pin in project.pins(g)])
        if code != 0:
            if not any(line.startswith("Installing collected") for line in said):
                project.unfinished.unlink()
            raise SetupError(_why(said), 1)
        project.made_for.write_text(_version_inside(project), encoding="utf-8")
        for group in groups:
            (project.stamps / group).write_text(project.pinned(group), encoding="utf-8")
        project.unfinished.unlink()
        _say("Set up.")


def _megabytes(project: "Project", groups: Sequence["Group"]) -> int:
    return sum(DOWNLOAD_MB[g] for g in groups if not project.holds(g))


@contextlib.contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold a lock on `file` against other starts, where the system has such locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with file.open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another start is setting up slowsmile; waiting for it.")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _make(project: "Project") -> None:
    """Make `.venv` anew; nothing of an old one stays."""
    if not all(importlib.util.find_spec(part) for part in ("venv", "ensurepip")):
        raise SetupError(_no_venv(), 2)
    made = subprocess.run(
        [getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", project.venv],
        capture_output=True,
        text=True,
    )
    if made.returncode == 0:
        return
    said = (made.stderr or made.stdout).strip().splitlines()
    if any("ensurepip" in line for line in said):
        raise SetupError(_no_venv(), 2)
    raise SetupError(
        f"The folder {project.venv} could not be made: "
        f"{said[-1] if said else 'no reason was given'}. "
        f"Put this checkout in a folder you may write to, then start again.",
        2,
    )


def _fits(project: "Project") -> bool:
    """Whether `.venv` is whole: finished, with pip and the Python it was made for."""
    if project.unfinished.exists() or not project.python.exists():
        return False
    inside = _version_inside(project)
    made_for = project.made_for
    return bool(inside) and (not made_for.exists() or made_for.read_text() == inside)


def _version_inside(project: "Project") -> str:
    """The Python version in `.venv`, or nothing where it does not run or has no pip."""
    asked = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    ran = subprocess.run([project.python, "-c", asked], capture_output=True, text=True)
    return ran.stdout.strip() if ran.returncode == 0 else ""


def _pip(project: "Project", pins: Sequence[str]) -> tuple[int, list[str]]:
    """Install `pins`; pip's exit code and what it said."""
    line = [project.python, "-m", "pip", "install", "--no-deps", "--only-binary", ":all:"]
    line += ["--no-input", "--disable-pip-version-check", *pins]
    running = subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"},
    )
    assert running.stdout is not None
    said: list[str] = []
    with running:
        for text in running.stdout:
            said.append(text.rstrip())
            _show(text, said, len(pins))
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return running.returncode, said


def _show(text: str, said: Sequence[str], total: int) -> None:
    """One line that is written over, on a terminal only."""
    if not sys.stderr.isatty():
        return
    if text.startswith("Collecting "):
        begun = ("Collecting ", "Processing ", "Requirement already")
        count = sum(line.startswith(begun) for line in said)
        name = text.split()[1].partition("=")[0]
        words = f"{count} of {total}: {name}"
    elif text.startswith("Installing collected"):
        words = "putting everything in its place"
    else:
        return
    print(f"\r\x1b[K  {words}", end="", file=sys.stderr, flush=True)


def _why(said: Sequence[str]) -> str:
    """What pip said, as a sentence with what to do."""
    text = "\n".join(said)
    errors = [line.removeprefix("ERROR: ") for line in said if line.startswith("ERROR: ")]
    last = errors[0] if errors else (said[-1] if said else "pip gave no reason")
    if "No space left on device" in text:
        return "The disk is full: slowsmile needs about 520 MB. Make room, then start again."
    if any(sign in text for sign in NETWORK_SIGNS):
        return (
            "The packages could not be fetched: the package index did not answer. "
            "Check the internet connection, then start again; nothing else is needed."
        )
    if "No matching distribution" in text:
        return (
            f"{last}. There are builds for Python 3.11 to 3.14 on Linux (x86_64, aarch64, "
            "glibc 2.28 or newer), macOS on Apple silicon and Windows x64."
        )
    return f"The packages could not be installed: {last}. Start again to try once more."


def _no_venv() -> str:
    return (
        "This Python cannot make virtual environments. On Debian and Ubuntu type: "
        "sudo apt install python3-venv. Then start again."
    )


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
