"""Resource limits set at process start: no core dumps and, in the camera process, a memory bound
against absurdly large pictures."""

import contextlib
import ctypes
import os
import re
import sys
from pathlib import Path

MOST_PIXELS = 1 << 26
"""Largest picture OpenCV may decode, 67 megapixels (8K twice over). It reads this when it is
loaded, so it has to stand in the environment before."""


MOST_MB = 520.0
"""Memory of the camera process; both processes stay below 600, and the other takes about 60."""

LARGE_BLOCK = 4 << 20
"""Bytes from which a block of memory is given back to the system as soon as it is free. Left to
itself glibc raises this to 32 MB after the first large picture, and then keeps what pictures leave
in every thread: a film of 4K took 679 MB so, and takes 444 MB (measured)."""

_M_MMAP_THRESHOLD = -3

_STATUS = Path("/proc/self/status")

_bounded = False


def no_core_files() -> None:
    """A core file would hold faces, and what was typed. Nothing where the system has none."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_pictures() -> None:
    """For the libraries that are loaded from now on."""
    global _bounded
    _bounded = True
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(MOST_PIXELS)
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):  # another C library than glibc
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE_BLOCK)


def memory_spent() -> bool:
    """Whether a process with bounded pictures has had more memory than any of them may take."""
    return _bounded and memory_mb() > MOST_MB


def memory_mb() -> float:
    """The most memory this program has had so far, MB; 0 where the system does not say.

    Linux counts what the parent held before it started this program into `ru_maxrss`, so a large
    parent would make a small child look large; the memory's own record starts with the program.
    """
    return _linux_peak_mb() or _usage_peak_mb()


def _linux_peak_mb() -> float:
    try:
        status = _STATUS.read_text("ascii", "replace")
    except OSError:
        return 0.0
    peak = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(peak[1]) / 1024.0 if peak else 0.0


def _usage_peak_mb() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024.0 * 1024.0 if sys.platform == "darwin" else 1024.0)
