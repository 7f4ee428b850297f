"""The program in a pipe: lines, exit codes, nothing left behind. In a terminal: `robust/`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.practising import SMILE
from tests.patience import patience


def test_plain_mode_in_a_pipe(checkout: Path, own_home: Path) -> None:
    """Lines on stdout, narration on stderr, exit code 0, no escapes."""
    routine = own_home / "short.toml"
    routine.write_text(SMILE.format(reps=3))
    flags = ["--source", "sim", "--plain", "--speed", "1000", "--no-sound"]
    done = subprocess.run(
        [sys.executable, "-m", "tui", "run", str(routine), *flags],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=False,
    )

    assert done.returncode == 0
    assert "Smile. 2 seconds. rep 1 of 3." in done.stdout
    assert "\x1b" not in done.stdout
    assert "Kept in" in done.stderr
    assert len(list((own_home / "slowsmile" / "sessions").rglob("*.toml"))) == 1


@pytest.mark.long
def test_the_simulated_patient_whose_weak_side_is_still(checkout: Path, own_home: Path) -> None:
    """In the paretic stage: said once, offered massage, and the strong side trained no further.

    Always: `tui/practice/test_plain.py::test_a_still_side_is_said_and_never_praised`.
    """
    routine = own_home / "still.toml"
    frown = '[[exercise]]\ndo = "brow-raise"\nreps = 3\n'
    routine.write_text(f"{SMILE.format(reps=3)}\n{frown}\n{frown}")
    flags = ["--source", "sim:flaccid", "--plain", "--speed", "1000", "--no-sound"]
    done = subprocess.run(
        [sys.executable, "-m", "tui", "run", str(routine), *flags],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.count("I see no movement on the left yet. That can be normal.") == 1
    assert "exercise 3 of 3" not in done.stdout
    assert "%" not in done.stdout
    assert not re.search(r"[1-9] of \d movements", done.stdout)
