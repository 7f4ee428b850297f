"""The real app in a terminal: start, processor time, keys, cues, memory, an hour at speed."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from sessions.camera.model_file import find_model
from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.log.record_files import read_record
from tests.benchmarks.process_costs import cpu_s, open_files, resident_mb
from tests.robust.terminal import Terminal, terminal
from tests.tui.people import ANSWERED

ROOT = Path(__file__).resolve().parents[2]
KEYS = 40

ROUTINE = """
schema = 1
id = "budget"
name = "Smiles"
stage = "paretic"
[dose]
sets = 1
reps = 8
[[exercise]]
do = "closed-smile"
"""

MOVES = ("closed-smile", "open-smile", "pucker", "brow-raise")


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def routine(folder: Path) -> Path:
    """Eight smiles."""
    path = folder / "budget.toml"
    path.write_text(ROUTINE)
    return path


def version_over_bare(rounds: int) -> tuple[float, float]:
    """Seconds of `--version`, and of a Python that does nothing; medians, interleaved."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(rounds):
        for words, times in (("-m tui --version", ours), ("-c pass", bare)):
            began = time.perf_counter()
            subprocess.run([sys.executable, *words.split()], cwd=ROOT, check=True, stdout=-3)
            times.append(time.perf_counter() - began)
    return statistics.median(ours), statistics.median(bare)


def starts(folder: Path, film: Path, rounds: int) -> tuple[float, float, float, float]:
    """Seconds to Home, to the practice screen, and to the first reading of a face on it; and
    to the same of a Textual app that shows one word."""
    homes: list[float] = []
    screens: list[float] = []
    faces: list[float] = []
    least: list[float] = []
    for n in range(rounds):
        data = {"SLOWSMILE_DATA_DIR": str(folder / f"start-{n}")}
        with terminal(environment=data) as window:
            homes.append(window.until(lambda w=window: len(w.screen.shown.split()) > 20))
        save_settings(ANSWERED, folder / f"start-{n}" / FILE_NAME)
        words = ("run", str(routine(folder)), "--side", "left", "--source", str(film))
        with terminal(*words, "--no-sound", environment=data) as window:
            first = window.until("Can I see you")
            screens.append(first)
            faces.append(first + window.until(r"\d a second|see you well"))
        with terminal(module=("tests.benchmarks.one_word",)) as window:
            least.append(window.until("hello"))
    return tuple(statistics.median(each) for each in (homes, screens, faces, least))  # type: ignore[return-value]


def keys(window: Terminal) -> list[float]:
    """Milliseconds from a key to its answer on the screen: pause, go on, pause, go on ..."""
    waits: list[float] = []
    for n in range(KEYS):
        paused = n % 2 == 0
        window.press(" ")
        began = time.perf_counter()
        while window.shows("Space: go on") != paused:
            window.look(0.05)
            assert time.perf_counter() - began < 10, window.screen.shown
        waits.append(1000 * (time.perf_counter() - began))
        until = time.perf_counter() + 0.13 + 0.01 * (n % 7)
        while time.perf_counter() < until:
            window.look(0.01)
    return waits


HUGE = (200, 60)
"""A large window on a large screen, columns and lines."""


def practice(folder: Path, source: str, size: tuple[int, int] = (80, 24)) -> dict[str, float]:
    """Thirty readings a second for a while: processor share, keys, cues, memory."""
    notes = folder / f"late-{len(list(folder.iterdir()))}"
    words = ("run", str(routine(folder)), "--side", "left", "--source", source, "--no-sound")
    data = {"SLOWSMILE_DATA_DIR": str(folder / "practice")}
    save_settings(ANSWERED, folder / "practice" / FILE_NAME)
    watched = ("tests.benchmarks.watched_app", str(notes))
    with terminal(*words, size=size, environment=data, module=watched) as window:
        window.until("rep 1 of 8", 60)
        (worker,) = window.workers
        began, ui, child = time.perf_counter(), cpu_s(window.pid), cpu_s(worker)
        while time.perf_counter() - began < 20:
            window.look(0.05)
        took = time.perf_counter() - began
        ui, child = (cpu_s(window.pid) - ui) / took, (cpu_s(worker) - child) / took
        memory = [resident_mb(pid, "VmHWM") for pid in (window.pid, worker)]
        waits = keys(window)
    late = [float(note.split()[1]) for note in notes.read_text().splitlines() if note[0] == "c"]
    return {
        "ui": ui,
        "worker": child,
        "key": p95(waits),
        "cue": p95(late),
        "cues": len(late),
        "ui_mb": memory[0],
        "worker_mb": memory[1],
    }


def naive(film: Path) -> float:
    """Milliseconds from key to screen where the measuring is a thread beside the screen."""
    words = (str(film), str(find_model(None)))
    with terminal(*words, module=("tests.benchmarks.naive_app",)) as window:
        window.until(r"frames [1-9]\d\.", 60)
        waits: list[float] = []
        for n in range(1, KEYS + 1):
            window.press("v")
            began = time.perf_counter()
            window.until(f"pressed {n}[.]", 30)
            waits.append(1000 * (time.perf_counter() - began))
    return p95(waits)


def hour(folder: Path, seconds: float) -> dict[str, float]:
    """A whole routine at a thousand times its speed, then a pause in which the readings go on, for
    so many real seconds: memory and open files early, and at the end."""
    steps = "".join(f'[[exercise]]\ndo = "{move}"\n' for move in MOVES)
    path = folder / "hour.toml"
    path.write_text(ROUTINE.partition("[[")[0] + steps)
    words = ("run", str(path), "--source", "sim", "--speed", "1000", "--no-sound")
    data = {"SLOWSMILE_DATA_DIR": str(folder / "hour")}
    seen: list[tuple[float, int]] = []
    with terminal(*words, environment=data) as window:
        window.until("exercise 4 of 4", 120)
        window.press(" ")
        (worker,) = window.workers
        began = time.perf_counter()
        while time.perf_counter() - began < seconds:
            until = time.perf_counter() + 1.0
            while time.perf_counter() < until:
                window.look(0.05)
            memory = resident_mb(window.pid) + resident_mb(worker)
            seen.append((memory, open_files(window.pid)))
        window.press("\x11")
        window.until("End the practice here")
        window.press("y")
        window.leave()
    (record,) = (folder / "hour" / "sessions").rglob("*.toml")
    early = seen[len(seen) // 4]
    return {
        "minutes": read_record(record).seconds / 60,
        "took": seconds,
        "early_mb": early[0],
        "late_mb": seen[-1][0],
        "early_files": early[1],
        "late_files": seen[-1][1],
    }
