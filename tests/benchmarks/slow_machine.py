"""A whole practice on a slow machine: `python -m tests.benchmarks.slow_machine [--film PATH]`.

Both processes are held to a share of one core, from their first moment on. Nobody helps: the clock
is taken by its key only where it has been offered for a while and the practice has not begun.
Without a film, a photo that smiles is filmed (needs scikit-image). Prints a table and the load.
"""

import argparse
import contextlib
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.log.record_files import read_record
from tests.benchmarks import measuring
from tests.benchmarks.film import repeated, seconds_of, smiling_film
from tests.benchmarks.held_back import HeldBack
from tests.benchmarks.process_costs import cpu_s
from tests.benchmarks.screen_costs import p95
from tests.robust.terminal import Terminal, terminal
from tests.tui.people import ANSWERED

SHARES = (100, 60, 40, 25, 15)
FILM_S = 150.0
TAKEN_AFTER_S = 15.0
"""A person reads, waits and then presses the key."""
KEY_EVERY_S = 2.0
LONGEST_S = 170.0
REPS = 4
HEAD = (
    "| share of one core | got | load | scored readings a second | clock offered | ended | "
    "scored repetitions | by the clock | key to screen, p95 | cue late, p95 |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)
ROUTINE = f"""
schema = 1
id = "slow"
name = "Smiles"
stage = "paretic"
[dose]
sets = 1
reps = {REPS}
[[exercise]]
do = "closed-smile"
"""


class Practised(NamedTuple):
    """What came of one practice."""

    offered_s: float | None
    """When the clock was offered first; None where it never was."""
    taken: bool
    got: float
    """Processor time of both over the time from start to end: less than the share where they were
    idle, or where others wanted the core."""
    load: str
    rate: float
    """Scored readings a second, of the practice's second half."""
    ended: str
    scored: int
    by_clock: int
    key_ms: float
    cue_ms: float


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--film", type=Path, help="a film of a face that smiles now and then")
    parser.add_argument("--seconds", type=float, default=FILM_S, help="how long the film is made")
    parser.add_argument("--shares", type=int, nargs="*", default=SHARES, help="percent of one core")
    asked = parser.parse_args()
    print(f"before: {measuring.load()}\n")
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = folder / "film.avi"
        if asked.film is None:
            smiling_film(film, asked.seconds, Path(measuring.MODEL))
        elif seconds_of(asked.film) < asked.seconds:
            repeated(asked.film, film, asked.seconds)
        else:
            film = asked.film.resolve()
        for share in asked.shares:
            print(row(share, practise(folder / str(share), film, share / 100)), flush=True)
    print(f"\nafter: {measuring.load()}")
    return 0


def row(share: int, came: Practised) -> str:
    """One line of the table."""
    offered = "never" if came.offered_s is None else f"after {came.offered_s:.0f} s"
    cells = (
        f"{share} %",
        f"{100 * came.got:.0f} %",
        came.load,
        f"{came.rate:.1f}",
        f"{offered}, taken" if came.taken else offered,
        came.ended,
        f"{came.scored} of {REPS}",
        str(came.by_clock),
        f"{came.key_ms:.0f} ms",
        f"{came.cue_ms:.0f} ms",
    )
    return f"| {' | '.join(cells)} |"


def practise(folder: Path, film: Path, share: float) -> Practised:
    """One practice from its start to its record."""
    folder.mkdir()
    save_settings(ANSWERED, folder / FILE_NAME)
    (folder / "slow.toml").write_text(ROUTINE)
    notes = folder / "notes"
    words = ("run", str(folder / "slow.toml"), "--side", "left", "--source", str(film))
    data = {"SLOWSMILE_DATA_DIR": str(folder)}
    watched = ("tests.benchmarks.watched_app", str(notes))
    with (
        terminal(*words, "--no-sound", environment=data, module=watched) as window,
        HeldBack(share, lambda: [window.pid, *window.workers]),
    ):
        offered_s, taken, keys, got = _live(window)
        window.press("2")
        _pass_cards(window)
        window.leave()
    (record,) = (folder / "sessions").rglob("*.toml")
    kept = read_record(record)
    reps = [rep for each in kept.exercises for done in each.sets for rep in done.reps]
    unseen = sum(len(done.unseen) for each in kept.exercises for done in each.sets)
    return Practised(
        offered_s,
        taken,
        got,
        *_readings(notes),
        ended=str(kept.ended),
        scored=sum(rep.scored for rep in reps),
        by_clock=unseen,
        key_ms=p95(keys) if len(keys) > 1 else float("nan"),
        cue_ms=p95([float(n.split()[1]) for n in _lines(notes, "cue")]),
    )


def _live(window: Terminal) -> tuple[float | None, bool, list[float], float]:
    """Sit through it: when the clock was offered, whether it was taken, milliseconds of keys, and
    the share of a core that it got."""
    began = time.monotonic()
    offered: float | None = None
    since = began
    taken = False
    keys: list[float] = []
    pressed = began
    spent: dict[int, float] = {}
    while not window.shows("How much effort"):
        window.look(0.05)
        now = time.monotonic()
        assert now - began < LONGEST_S, window.screen.shown
        for pid in (window.pid, *window.workers):
            with contextlib.suppress(OSError):
                spent[pid] = cpu_s(pid)
        if not window.shows("by the clock"):
            since = now
        elif not taken:
            offered = now - began if offered is None else offered
            if now - since > TAKEN_AFTER_S:
                window.press("c")
                taken = True
        if window.shows("Enter when you are ready") and now - pressed > KEY_EVERY_S:
            window.press("\r")
            pressed = now
        if window.shows("rep [1-9] of") and now - pressed > KEY_EVERY_S:
            keys.append(_key(window, "kj"[len(keys) % 2]))
            pressed = time.monotonic()
    return offered, taken, keys, sum(spent.values()) / (time.monotonic() - began)


def _pass_cards(window: Terminal) -> None:
    """Press Enter at each card that follows, until the program has ended."""
    began = pressed = time.monotonic()
    window.press("\r")
    while window.process.poll() is None and time.monotonic() - began < LONGEST_S:
        window.look(0.05)
        if time.monotonic() - pressed > KEY_EVERY_S:
            window.press("\r")
            pressed = time.monotonic()


def _key(window: Terminal, key: str) -> float:
    """From a key that means nothing to the line that says so."""
    began = time.perf_counter()
    window.press(key)
    while not window.shows(f"{key} does nothing") and time.perf_counter() - began < 5.0:
        window.look(0.005)
    return 1000 * (time.perf_counter() - began)


def _lines(notes: Path, kind: str) -> list[str]:
    return [line for line in notes.read_text().splitlines() if line.startswith(kind)]


def _readings(notes: Path) -> tuple[str, float]:
    """The load, and scored readings a second, of the second half of what was read."""
    read = [line.split()[1:] for line in _lines(notes, "read")]
    late = [one for one in read if float(one[0]) > median(float(one[0]) for one in read)]
    span_s = float(late[-1][0]) - float(late[0][0])
    load = Counter(one[1] for one in late).most_common(1)[0][0]
    return load, sum(one[2] == "1" for one in late) / max(span_s, 1e-6)


if __name__ == "__main__":
    sys.exit(main())
