"""`python3 -m tests.mutants [FILE...]`: which small changes of the code no fast test notices.

FILE is a source file or the name of a target in `targets.py`; without one all are checked.
With `--pairs N` two changes are made at once, N such pairs of each file, drawn by `--seed`.
Ends with 1 when a mutant is alive, or when one listed as equivalent is killed or gone.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tui.setup.bootstrap import enter

enter("tests.mutants", ["run", "test"])

if not hasattr(os, "fork"):
    sys.exit("The mutation check needs a system that can fork: Linux or macOS.")

from tests.mutants.equivalent import EQUIVALENT  # noqa: E402 - installed by now
from tests.mutants.mutate import Mutant, mutants, pairs  # noqa: E402
from tests.mutants.running import measure, preload, survivors  # noqa: E402
from tests.mutants.targets import ROOT, Target, chosen  # noqa: E402


def lives(target: Target, picked: Sequence[Mutant], folder: Path, jobs: int) -> list[Mutant]:
    """Those that no test notices, by their lines."""
    measured = measure(target, folder)
    preload(measured.modules)
    return sorted(survivors(target, picked, measured, folder, jobs), key=lambda one: one.line)


def check_pairs(target: Target, folder: Path, jobs: int, count: int, seed: int) -> list[str]:
    """Check pairs of changes of one target, equivalent ones left out; those alive, a line each."""
    began = time.monotonic()
    source = (ROOT / target.source).read_text(encoding="utf-8")
    drawn = pairs(source, str(ROOT / target.source), target.name, count, seed, EQUIVALENT)
    lived = lives(target, drawn, folder, jobs)
    counts = f"{len(drawn)} pairs, {len(drawn) - len(lived)} killed, {len(lived)} alive"
    print(f"{target.name}: {counts} ({time.monotonic() - began:.0f} s)")
    wrong = [f"alive: {target.source}:{pair.line} {pair.name}" for pair in lived]
    for line in wrong:
        print(f"  {line}")
    return wrong


def check(target: Target, folder: Path, jobs: int, only: str) -> list[str]:
    """Check one target and print what was found; what is wrong, a line each."""
    began = time.monotonic()
    source = (ROOT / target.source).read_text(encoding="utf-8")
    every = mutants(source, str(ROOT / target.source), target.name)
    picked = [mutant for mutant in every if only in mutant.name]
    lived = lives(target, picked, folder, jobs)
    names = {mutant.name for mutant in lived}
    equivalent = {name for name in EQUIVALENT if name.startswith(f"{target.name} ")}
    tried = {mutant.name for mutant in picked}
    wrong = [
        f"alive: {target.source}:{mutant.line} {mutant.name}"
        for mutant in lived
        if mutant.name not in equivalent
    ]
    wrong += [f"not equivalent: {name}" for name in sorted((equivalent & tried) - names)]
    gone = equivalent - {mutant.name for mutant in every}
    wrong += [f"no such mutant: {name}" for name in sorted(gone)]
    alike = len(equivalent & names)
    counts = (
        f"{len(picked)} mutants, {len(picked) - len(lived)} killed, "
        f"{alike} equivalent, {len(lived) - alike} alive"
    )
    print(f"{target.name}: {counts} ({time.monotonic() - began:.0f} s)")
    for line in wrong:
        print(f"  {line}")
    return wrong


def main(arguments: list[str]) -> int:
    """Check what was asked for."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.mutants", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--only", default="", metavar="TEXT", help="mutants with this in the name")
    parser.add_argument("--pairs", type=int, default=0, metavar="N", help="two changes at once")
    parser.add_argument("--seed", type=int, default=1, help="which pairs are drawn")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    given = parser.parse_args(arguments)
    try:
        targets = chosen(given.files)
    except KeyError as error:
        parser.error(f"not a target: {error.args[0]}")
    os.chdir(ROOT)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for target in targets:
            if given.pairs:
                wrong += check_pairs(target, folder, given.jobs, given.pairs, given.seed)
            else:
                wrong += check(target, folder, given.jobs, given.only)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
