"""Whether the computer runs on its battery, where the system tells a program without being asked
for more: files of the Linux kernel, one call of Windows."""

import ctypes
import sys
from pathlib import Path
from typing import Any

_SUPPLIES = Path("/sys/class/power_supply")


def on_battery(platform: str = sys.platform, supplies: Path = _SUPPLIES) -> bool:
    """False also where it cannot be told."""
    if platform == "win32":
        return _windows_on_battery()
    return platform.startswith("linux") and _linux_on_battery(supplies)


def _linux_on_battery(supplies: Path) -> bool:
    """A battery of the computer itself gives power, and no mains does. Mice have batteries too."""
    try:
        each = sorted(supplies.iterdir())
    except OSError:
        return False
    if any(_text(one, "online") == "1" for one in each if _text(one, "type") in {"Mains", "USB"}):
        return False
    return any(
        _text(one, "type") == "Battery"
        and _text(one, "scope") != "Device"
        and _text(one, "status") == "Discharging"
        for one in each
    )


def _text(supply: Path, name: str) -> str:
    try:
        return (supply / name).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


class _PowerStatus(ctypes.Structure):
    """`SYSTEM_POWER_STATUS` of Windows."""

    _fields_ = [
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("battery_percent", ctypes.c_ubyte),
        ("saving", ctypes.c_ubyte),
        ("seconds_left", ctypes.c_ulong),
        ("seconds_full", ctypes.c_ulong),
    ]


def _windows_on_battery() -> bool:
    status = _PowerStatus()
    try:
        kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
        told = kernel.GetSystemPowerStatus(ctypes.byref(status))
    except (AttributeError, OSError):
        return False
    return bool(told) and status.ac_line == 0
