"""How far to trust the guard of linked movement: `python -m tests.benchmarks.linked [--sets N]`.

Plays seeded sets of every pair, linked movement known and not, straight through the engine, without
a worker (see `linked_sets` for what is drawn), compares with what truly moved along, and prints
Markdown tables. Where it is known, loud sets begin at the smallest target. Further rows count words
beside blinks, and play weeks of the simulated patients `learning` and `linked-worse`.
"""

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from statistics import median, quantiles

from routines.movements import Watch
from tests.benchmarks.made.linked_sets import LIMITS, Kind, Played, play
from tests.sessions.linked_weeks import pucker, six_weeks

LOUD: tuple[Kind, ...] = ("just over", "well over")
EYES: tuple[Watch, ...] = ("pucker-eye", "smile-eye")
Z95 = 1.96
WEEKS_TO_TELL = 4


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, percent (Wilson 1927)."""
    if of == 0:
        return 0.0, 100.0
    share, spread = hits / of, Z95**2 / of
    middle = share + spread / 2
    half = Z95 * (share * (1 - share) / of + spread / (4 * of)) ** 0.5
    low, high = ((middle + sign * half) / (1 + spread) for sign in (-1, 1))
    return 100.0 * max(0.0, low), 100.0 * min(1.0, high)


def counted(hits: int, of: int) -> str:
    """`7 of 400 (0.9 to 3.6 %)`."""
    low, high = wilson(hits, of)
    return f"{hits} of {of} ({low:.1f} to {high:.1f} %)"


def late(played: Sequence[Played], fps: float) -> str:
    """Median and 95th percentile of the seconds from the true crossing to the word."""
    seconds = [
        word.late_s
        for each in played
        for word in each.words
        if each.fps == fps and word.late_s is not None
    ]
    if len(seconds) < 2:
        return "-"
    return f"{median(seconds):.2f}, {quantiles(seconds, n=20)[-1]:.2f}"


def row(pair: Watch, known: bool, loud: Sequence[Played], quiet: Sequence[Played]) -> str:
    """One row of the table of sets."""
    spoken = sum(sum(word.late_s is not None for word in each.words) for each in loud)
    truly = sum(each.true_loud for each in loud)
    return (
        f"| {pair} | {'yes' if known else 'no'} "
        f"| {counted(sum(each.ended for each in loud), len(loud))} "
        f"| {counted(sum(each.disturbed for each in quiet), len(quiet))} "
        f"| {100 * spoken / max(1, truly):.0f} % | {late(loud, 15.0)} | {late(loud, 30.0)} |"
    )


def table(sets: int, pool: Executor) -> Iterator[str]:
    """A row a pair and answer; half of the loud sets are just over the limit."""
    yield (
        "| pair | known | loud: exercise ended (95 %) | quiet: disturbed (95 %) "
        "| loud repetitions with a word | s to it at 15 a second: median, p95 | at 30 |"
    )
    yield "|---|---|---|---|---|---|---|"
    for pair in LIMITS:
        for known in (False, True):
            loud = [
                each for kind in LOUD for each in _played(pool, pair, kind, known, (sets + 1) // 2)
            ]
            yield row(pair, known, loud, _played(pool, pair, "quiet", known, sets))


def _played(pool: Executor, pair: Watch, kind: Kind, known: bool, sets: int) -> list[Played]:
    return list(pool.map(partial(_play, pair, kind, known), range(sets), chunksize=10))


def _play(pair: Watch, kind: Kind, known: bool, seed: int) -> Played:
    return play(pair, kind, known=known, seed=seed)


def learns(seed: int) -> bool:
    """Whether the trend of `learning` says "larger" by the fourth week."""
    change = pucker(six_weeks("learning", seed=seed, weeks=WEEKS_TO_TELL))[1].quiet.change
    return change is not None and change.verdict == "larger"


def climbs(seed: int) -> bool:
    """Whether `linked-worse` ever stands above the first step of the ladder in six weeks."""
    sessions = six_weeks("linked-worse", seed=seed)
    return any(pucker(sessions[:n])[0].target_percent > 50.0 for n in range(2, len(sessions) + 1))


def more(sets: int, patients: int, pool: Executor) -> Iterator[str]:
    """Blinks, and weeks."""
    blinking = [
        each for pair in EYES for each in _played(pool, pair, "blinks", True, (sets + 1) // 2)
    ]
    yield "| | counted (95 %) |"
    yield "|---|---|"
    blinks = sum(each.blinks for each in blinking)
    words = sum(each.blink_words for each in blinking)
    yield f"| words beside a blink of 0.1 to 0.4 s, nothing loud | {counted(words, blinks)} |"
    told = sum(pool.map(learns, range(patients)))
    yield f"| `learning`: the trend says so by week {WEEKS_TO_TELL} | {counted(told, patients)} |"
    up = sum(pool.map(climbs, range(patients)))
    yield f"| `linked-worse`: climbs the ladder in six weeks | {counted(up, patients)} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=400, help="of each pair, answer and kind")
    parser.add_argument("--patients", type=int, default=10, help="whose weeks are played")
    args = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        for line in table(args.sets, pool):
            print(line, flush=True)
        print()
        for line in more(args.sets, args.patients, pool):
            print(line, flush=True)


if __name__ == "__main__":
    main()
