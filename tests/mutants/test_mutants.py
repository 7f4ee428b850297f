"""No small change of a guard, the tracker or the care of the person goes unnoticed."""

import faulthandler
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutants.mutate import mutants, pairs
from tests.mutants.targets import ROOT, TARGETS, Target


def changes(source: str) -> list[str]:
    """The names of a source's mutants, without the target."""
    return [mutant.name.removeprefix("t ") for mutant in mutants(source, "t.py", "t")]


def test_what_is_changed() -> None:
    """Boundary and opposite, and/or with each operand, arithmetic, numbers up and down."""
    source = "def low(a: int, b) -> bool:\n    return a - 1 < 0.5 and b\n"

    assert changes(source) == [
        "low: a - 1 < 0.5 and b [and exchanged]",
        "low: a - 1 < 0.5 and b [without a - 1 < 0.5]",
        "low: a - 1 < 0.5 and b [without b]",
        "low: a - 1 < 0.5 [< becomes <=]",
        "low: a - 1 < 0.5 [< becomes >=]",
        "low: a - 1 [- becomes +]",
        "low: a - 1 [1 becomes 2]",
        "low: a - 1 < 0.5 [0.5 becomes 0.55]",
        "low: a - 1 < 0.5 [0.5 becomes 0.45]",
    ]


def test_what_is_left_alone() -> None:
    """Types, formats, texts and flags decide nothing here."""
    assert changes('x: "int | None" = None\ny = f"{x:>3}"\nz = {"a": 1} | dict(b=True)\n') == [
        "module: {'a': 1} [1 becomes 2]"
    ]


def test_a_mutant_is_the_changed_code() -> None:
    """Each holds its own change and no other's."""
    results: list[object] = []
    for mutant in mutants("x = max(6, 3)", "t.py", "t"):
        names: dict[str, object] = {}
        exec(mutant.code, names)
        results.append((mutant.name, names["x"]))

    assert results == [
        ("t module: max(6, 3) [max becomes min]", 3),
        ("t module: max(6, 3) [6 becomes 7]", 7),
        ("t module: max(6, 3) [3 becomes 4]", 6),
    ]


def test_a_pair_is_two_changes_of_one_function() -> None:
    """Each of two numbers up, in one function; the other function's never beside them. The source
    itself is as before afterwards."""
    source = "def one():\n    return 1, 5\ndef other():\n    return 7\n"
    for seed in range(3):
        (pair,) = pairs(source, "t.py", "t", 9, seed)
        names: dict[str, Callable[[], object]] = {}
        exec(pair.code, names)
        assert (names["one"](), names["other"]()) == ((2, 6), 7)
        assert " + " in pair.name
    assert pairs(source, "t.py", "t", 9, 1, without=["t one: return (1, 5) [1 becomes 2]"]) == []


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_targets_exist(target: Target) -> None:
    """A file that moved is moved in the table as well."""
    for path in (target.source, *target.tests):
        assert Path(ROOT, path.partition("::")[0]).exists()


FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="the check forks")
TWO_MUTANTS = """
import pathlib, sys
from tests.mutants.mutate import Mutant
from tests.mutants.running import measure, survivors
from tests.mutants.targets import ROOT, chosen

(target,) = chosen(["stages"])
folder = pathlib.Path(sys.argv[1])
source = (ROOT / target.source).read_text(encoding="utf-8")
made = [
    Mutant(name, 1, compile(source + more, name, "exec"))
    for name, more in (("endless", "while True: pass"), ("unchanged", ""))
]
print([mutant.name for mutant in survivors(target, made, measure(target, folder), folder, 1)])
"""


@pytest.mark.long
@FORKS
def test_an_endless_mutant_is_killed_and_an_unchanged_one_lives(
    checkout: Path, tmp_path: Path
) -> None:
    """Tests pass where nothing changed; what never ends uses up its processor time."""
    ran = subprocess.run(
        [sys.executable, "-c", TWO_MUTANTS, str(tmp_path)],
        cwd=checkout,
        capture_output=True,
        text=True,
    )

    assert ran.stdout == "['unchanged']\n", ran.stderr


@pytest.mark.long
@FORKS
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_mutant_lives(target: Target, checkout: Path) -> None:
    """Each is killed by the fast tests of its part, or listed as equivalent with its reason."""
    # The check bounds each mutant itself; pytest's limit for one test is not meant for hundreds.
    faulthandler.cancel_dump_traceback_later()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.mutants", target.name],
        cwd=checkout,
        capture_output=True,
        text=True,
    )

    print(ran.stdout)
    assert ran.returncode == 0, ran.stdout + ran.stderr
