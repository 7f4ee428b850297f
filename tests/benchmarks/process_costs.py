"""What running processes have used, from the system's own books (Linux)."""

import os
from pathlib import Path

_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def cpu_s(pid: int) -> float:
    """Processor seconds of all threads so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * _TICK_S


def resident_mb(pid: int, line: str = "VmRSS") -> float:
    """Memory now; with `VmHWM` the most it ever was."""
    for each in Path(f"/proc/{pid}/status").read_text().splitlines():
        if each.startswith(f"{line}:"):
            return int(each.split()[1]) / 1024
    raise ValueError(line)


def open_files(pid: int) -> int:
    """Descriptors that are open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
