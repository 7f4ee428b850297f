"""`python3 -m tui.setup.wheel_table`: make `wheels.txt` anew from what the package index serves.

Asks pip for every pinned package, for each kind of machine and each Python that is supported,
and writes down the files with their SHA-256. Fetches about 2 GB; a wheel for several machines is
fetched once. Packages without a wheel for some machine are named and left out for it. Needs a
Python with pip.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from tui.setup.bootstrap import CHECKOUT
from tui.setup.project import Group, Project, applies, without_marker
from tui.setup.wheels import TABLE, wheel_of, write_table

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
OLDEST_GLIBC, NEWEST_GLIBC = 28, 45
"""Of `manylinux_2_*`: what the pinned packages need, and more than any system has today."""


class Machine(NamedTuple):
    """A kind of machine as markers name it, and the platforms of its wheels, best first.

    A newer system may prefer another file than an older one: each list is asked for by itself.
    """

    sys_platform: str
    platform_machine: str
    platforms: Sequence[Sequence[str]]


def _manylinux(arch: str, newest: int) -> list[str]:
    numbered = [f"manylinux_2_{minor}_{arch}" for minor in range(newest, 4, -1)]
    return [*numbered, f"manylinux2014_{arch}", f"linux_{arch}"]


MACHINES = (
    *(
        Machine("linux", arch, [_manylinux(arch, NEWEST_GLIBC), _manylinux(arch, OLDEST_GLIBC)])
        for arch in ("x86_64", "aarch64")
    ),
    Machine("darwin", "arm64", [["macosx_26_0_arm64"], ["macosx_13_0_arm64"]]),
    Machine("win32", "AMD64", [["win_amd64"]]),
)


def main() -> int:
    """Fetch, write the table, name what was not served; 1 if anything was not."""
    project = Project(CHECKOUT)
    pins = [pin for group in get_args(Group) for pin in project.pins(group)]
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for machine in MACHINES:
            wanted = [without_marker(pin) for pin in pins if applies(pin, machine)]
            for python in PYTHONS:
                for platforms in machine.platforms:
                    words = f"{machine.sys_platform} {machine.platform_machine} {python}"
                    print(words, file=sys.stderr, flush=True)
                    lacking = _fetch(wanted, python, platforms, folder)
                    missing += [f"{pin}: none for {words}" for pin in lacking]
        wheels = [wheel_of(file) for file in Path(folder).iterdir()]
    TABLE.write_text(write_table(wheels), encoding="utf-8")
    for line in dict.fromkeys(missing):
        print(line, file=sys.stderr)
    return 1 if missing else 0


def _fetch(pins: Iterable[str], python: str, platforms: Iterable[str], folder: str) -> list[str]:
    """Fetch all at once; if that fails one by one, to know which are not served."""
    line = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
    line += ["--only-binary", ":all:", "--python-version", python, "--implementation", "cp"]
    for platform in platforms:
        line += ["--platform", platform]

    def served(*asked: str) -> bool:
        return subprocess.run([*line, *asked], capture_output=True).returncode == 0

    pins = list(pins)
    return [] if served(*pins) else [pin for pin in pins if not served(pin)]


if __name__ == "__main__":
    sys.exit(main())
