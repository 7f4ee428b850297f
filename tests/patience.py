"""How long a test waits for what a busy machine does late.

A wait ends as soon as it is over: patience costs time only where something is broken. So it is
generous, and longer on a machine that is slow or has too much to do.
"""

import os
import subprocess
import sys
import time
from functools import cache

BARE_S = 0.02
"""Seconds from start to end of a bare Python on a quiet machine of today."""
AT_LEAST = 3.0
"""A quiet moment says nothing about the next: the load may rise while the test runs."""


def patience(quiet_s: float) -> float:
    """Seconds to wait for what takes less than `quiet_s` on a quiet machine."""
    return quiet_s * max(AT_LEAST, 2.0 * max(_slowness(), _queue()))


@cache
def _slowness() -> float:
    """How many times longer than usual a child process takes now; measured once in a run."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-I", "-S", "-c", "pass"], check=True)
    return (time.monotonic() - began) / BARE_S


def _queue() -> float:
    """Processes that want to run, for each core; 0 where the system does not say."""
    try:
        return os.getloadavg()[0] / (os.cpu_count() or 1)
    except (AttributeError, OSError):
        return 0.0
