"""`python3 -m tests`: set up `.venv` if need be, then run pytest; arguments are pytest's."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an old Python shall be told so in a sentence
    sys.exit("slowsmile needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

from pathlib import Path

from tui.setup.bootstrap import enter

enter("tests", ["run", "test"])

import pytest  # noqa: E402 - installed by now

WORKERS = [
    "-n",
    str(min(2, os.cpu_count() or 1) + 1),
    "--dist",
    "loadfile",
    "--no-loadscope-reorder",
    "--max-worker-restart=0",
]
"""One process more than two cores: whoever waits for a camera process leaves its core to another.
An own `-n` on the line wins.

In the order of the folders: xdist would keep the files with the fewest tests, which are those that
start the whole program, for the end, where one process waits for the other.

A process that dies is not replaced: the others finish, and the run ends red. xdist would wait for
ever for the successor of one that dies in the last files.
"""

os.chdir(Path(__file__).resolve().parent.parent)
sys.exit(pytest.main([*WORKERS, *sys.argv[1:]]))
