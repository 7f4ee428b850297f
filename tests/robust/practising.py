"""A practice in a real terminal, with the simulated patient: four smiles, some seconds each."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.engine.interface.commands import KeptRep
from sessions.log.record import SessionRecord
from sessions.log.record_files import read_record
from sessions.log.recovery import Unfinished, unfinished
from tests.robust.terminal import Terminal, terminal
from tests.tui.people import ANSWERED

ROUTINE = """
schema = 1
id = "robust"
name = "Four smiles"
stage = "paretic"
[dose]
sets = 1
reps = 4
[[exercise]]
do = "closed-smile"
"""
SPEED = "10"
FAST = ("--no-sound", "--speed", "40")
"""For what only the end is of interest in."""

QUICK_S = 2.0
"""What a person may have to wait for: a pause with its reason, or the end."""


@contextlib.contextmanager
def practising(
    folder: Path,
    *more: str,
    source: str = "sim:steady",
    size: tuple[int, int] = (80, 24),
    environment: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
    shell: bool = False,
) -> Iterator[Terminal]:
    """The program in a practice, its data in `folder/data`; a film's face has answers first."""
    if not source.startswith("sim"):
        save_settings(ANSWERED, folder / "data" / FILE_NAME)
    path = folder / "robust.toml"
    path.write_text(ROUTINE)
    pace = ("--speed", SPEED) if source.startswith("sim") else ("--side", "left")
    words = ("run", str(path), "--source", source, *pace, *(more or ("--no-sound",)))
    variables = {"SLOWSMILE_DATA_DIR": str(folder / "data"), **(environment or {})}
    with terminal(*words, size=size, environment=variables, before=before, shell=shell) as window:
        yield window


def in_practice(window: Terminal, *, done: int = 0) -> None:
    """Wait for a repetition, with so many done before it."""
    window.until(rf"rep [{done + 1}-4] of 4")


def to_its_end(window: Terminal) -> int:
    """Let the practice run out, answer the summary, and wait for the exit code."""
    window.until("How much effort")
    window.until("Type the number")
    window.press("2")
    window.press("\r")
    return window.leave()


def end_here(window: Terminal) -> int:
    """End the practice by its key; the exit code."""
    window.press("\x11")
    window.until("End the practice here")
    window.press("y")
    return window.leave()


def kept(folder: Path) -> SessionRecord:
    """The one record."""
    (path,) = (folder / "data" / "sessions").rglob("*.toml")
    return read_record(path)


def put_aside(folder: Path) -> Unfinished:
    """The one journal that can be gone on with."""
    (found,) = unfinished(folder / "data")
    return found


def reps(found: Unfinished) -> int:
    """Repetitions in a journal."""
    return sum(isinstance(entry, KeptRep) for entry in found.entries)
