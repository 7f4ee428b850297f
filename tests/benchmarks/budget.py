"""The budget table of the design with measured columns: `python -m tests.benchmarks.budget`.

Every promise about speed is a ratio, measured in turns with what it is compared to, in one run;
the machine's load is printed, because a busy machine spoils the absolute numbers. Takes about
six minutes; `--quick` measures fewer rounds.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

from sessions.history.index import open_history
from tests.benchmarks import measuring, screen_costs
from tests.benchmarks.film import write_film
from tests.sessions.log_samples import MORNING, many
from tui.setup.installing import DOWNLOAD_MB

SESSIONS = 2000
HOUR_AT_SPEED_S = 45.0
NO_PHOTO = (
    "The face that is measured is a photo of scikit-image, which is not installed here. "
    "`python3 -m tests` installs it into .venv; then: .venv/bin/python -m tests.benchmarks.budget"
)


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 2 if parser.parse_args().quick else 3
    if find_spec("skimage") is None:
        print(NO_PHOTO, file=sys.stderr)
        return 2
    print(f"before: {measuring.load()}\n\n| what | budget | measured |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = write_film(folder / "face.avi", 12)
        long_film = write_film(folder / "long.avi", 90)
        for part in (
            lambda: _measuring(film, long_film, rounds),
            lambda: _screen(folder, film, long_film, rounds),
            lambda: _memory_and_disk(folder),
        ):
            for row in part():
                print(f"| {' | '.join(row)} |", flush=True)
    print(f"\nafter: {measuring.load()}")
    return 0


Row = tuple[str, str, str]


def _measuring(film: Path, long_film: Path, rounds: int) -> list[Row]:
    seen = measuring.interleaved(film, rounds)
    share = measuring.saver(long_film, 6)
    return [
        (
            "scored frames a second, over a bare one-face loop",
            ">= 0.85",
            f"{seen['rate']:.2f} ({seen['fps']:.0f} a second, {seen['scored']:.0%} scored)",
        ),
        (
            "worker processor time a frame, over three bare runs",
            "<= 0.60",
            f"{seen['cost']:.2f} ({seen['ms']:.0f} ms)",
        ),
        ("the same worker with the battery saver, over without", "<= 0.55", f"{share:.2f}"),
    ]


def _screen(folder: Path, film: Path, long_film: Path, rounds: int) -> list[Row]:
    version, bare = screen_costs.version_over_bare(2 * rounds + 1)
    home, first, face, least = screen_costs.starts(folder, film, rounds)
    made_up = screen_costs.practice(folder, "sim")
    real = screen_costs.practice(folder, str(long_film))
    huge = screen_costs.practice(folder, "sim", screen_costs.HUGE)
    naive = screen_costs.naive(film)
    return [
        (
            "`--version`",
            f"<= 2 x bare Python + 100 ms = {2000 * bare + 100:.0f} ms",
            f"{1000 * version:.0f} ms (bare {1000 * bare:.0f})",
        ),
        (
            "first screen",
            "<= 0.8 s",
            f"Home {home:.2f} s, practice {first:.2f} s (an app of one word: {least:.2f})",
        ),
        ("first reading of the face on the screen", "<= 3 s", f"{face:.2f} s"),
        (
            "screen process at 30 readings a second",
            "<= 25 % of a core",
            f"{made_up['ui']:.0%} simulated, {real['ui']:.0%} beside a real face",
        ),
        (
            "key to screen, p95",
            "<= 50 ms",
            (
                f"{made_up['key']:.0f} ms; beside a real face {real['key']:.0f} ms "
                f"(measuring in a thread instead: {naive:.0f} ms)"
            ),
        ),
        (
            "the last two in a window of 200x60",
            "<= 15 %; <= 50 ms",
            f"{huge['ui']:.0%}; {huge['key']:.0f} ms",
        ),
        (
            "cue late, p95",
            "<= 20 ms",
            (
                f"{made_up['cue']:.0f} ms; beside a real face {real['cue']:.0f} ms "
                f"({real['cues']:.0f} cues)"
            ),
        ),
        (
            "memory of both processes, the most it was",
            "<= 400 MB",
            (
                f"{real['ui_mb'] + real['worker_mb']:.0f} MB "
                f"({real['ui_mb']:.0f} screen, {real['worker_mb']:.0f} measuring)"
            ),
        ),
    ]


def _memory_and_disk(folder: Path) -> list[Row]:
    hour = screen_costs.hour(folder, HOUR_AT_SPEED_S)
    many(folder / "many", SESSIONS, every_days=0.5, until=MORNING)
    open_history(folder / "many")
    opened = min(_timed(lambda: open_history(folder / "many")) for _ in range(5))
    return [
        (
            f"an hour of practice at speed ({hour['minutes']:.0f} min in {hour['took']:.0f} s)",
            "memory flat, no file left open",
            (
                f"{hour['early_mb']:.0f} MB, at the end {hour['late_mb']:.0f} MB; "
                f"{hour['early_files']:.0f} files open, at the end {hour['late_files']:.0f}"
            ),
        ),
        (f"history of {SESSIONS} sessions opens", "<= 0.3 s", f"{opened:.2f} s"),
        (
            "download; on disk",
            "<= 160 MB; <= 520 MB",
            f"{DOWNLOAD_MB['run']} MB (as the set-up counts it); {installed_mb():.0f} MB",
        ),
    ]


def installed_mb() -> float:
    """What the pinned packages of the program take on the disk, their bytecode included."""
    import tomllib

    pins = tomllib.loads((measuring.ROOT / "pyproject.toml").read_text())["tool"]["slowsmile"][
        "pins"
    ]["run"]
    return sum(
        package_mb(pin.partition("==")[0])
        for pin in pins
        if "aarch64'" not in pin[-30:] or "!=" in pin
    )


def package_mb(name: str) -> float:
    """Megabytes of one installed package."""
    files = distribution(name).files or []
    paths = [Path(str(file.locate())) for file in files]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
