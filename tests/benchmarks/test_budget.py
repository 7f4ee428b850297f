"""The table of budgets where it cannot be made."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import patience


@pytest.mark.long
def test_without_its_photo_it_says_what_to_do(checkout: Path) -> None:
    """One sentence and 2, no traceback."""
    script = (
        "import runpy, sys; sys.modules['skimage'] = None; sys.argv = ['budget', '--quick']\n"
        "runpy.run_module('tests.benchmarks.budget', run_name='__main__')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )

    assert ran.returncode == 2
    assert "scikit-image" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stdout == ""
