"""Disks that refuse, for a program that is about to begin. Each is run in its process."""

import ctypes
import resource

_DROP_FROM_BOUNDS = 24
_POWERS_OVER_FILES = (0, 1, 2, 3)
"""chown, override of modes, search of any folder, ownership: what root has over others."""


def as_nobody_special() -> None:
    """Modes of files count, for root too; without effect for everybody else."""
    prctl = ctypes.CDLL(None).prctl
    for power in _POWERS_OVER_FILES:
        prctl(_DROP_FROM_BOUNDS, power, 0, 0, 0)


def no_file_over(most_bytes: int) -> None:
    """A disk with room for small files only: longer ones fail in the middle of a write."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
