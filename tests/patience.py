"""How long a test waits for what a busy machine does late.

A wait ends as soon as what it waits for is there: patience costs time only where something is
broken. So it is generous, and longer on a machine that is slow or has too much to do.
"""

import os
import subprocess
import sys
import time

BARE_S = 0.02
"""Seconds from start to end of a bare Python on a quiet machine of today."""
AT_LEAST = 3.0
"""A quiet moment says nothing about the next: the load may rise while the test runs."""
HOLDS_S = 5.0
"""A measurement is good for so long."""

_measured: list[tuple[float, float]] = []


def slowness() -> float:
    """How many times longer than on a quiet machine things take now; measured, at least 1.

    A promise in seconds ("within two seconds") is one for a quiet machine: times this here.
    """
    began = time.monotonic()
    if not _measured or began - _measured[-1][0] > HOLDS_S:
        subprocess.run([sys.executable, "-I", "-S", "-c", "pass"], check=True)
        took_s = time.monotonic() - began
        _measured[:] = [(began, max(1.0, took_s / BARE_S, _queue()))]
    return _measured[-1][1]


def patience(quiet_s: float) -> float:
    """Seconds to wait for what takes less than `quiet_s` on a quiet machine."""
    return quiet_s * max(AT_LEAST, 2.0 * slowness())


def patience_by_load(quiet_s: float) -> float:
    """The same from what the system says of its load alone, where no process may be started."""
    return quiet_s * max(AT_LEAST, 2.0 * _queue())


def _queue() -> float:
    """Processes that want to run, for each core; 0 where the system does not say."""
    try:
        return os.getloadavg()[0] / (os.cpu_count() or 1)
    except (AttributeError, OSError):
        return 0.0
