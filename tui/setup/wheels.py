"""The table of wheels that may be set up, and what a downloaded one is checked against.

`wheels.txt` beside this file has a line for each wheel of the pinned packages: name, version,
file name, SHA-256. It names no host: where the files come from is the user's matter. A file with
a name in the table and other content is never taken. A file with a name that is not there (a
build of one's own, of a distribution, for another machine) is taken only if the user says so in
the environment: `SLOWSMILE_OTHER_WHEELS=1`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("wheels.txt")
SWITCH = "SLOWSMILE_OTHER_WHEELS"
"""The environment variable; any value but nothing and 0 allows wheels that are not in the table."""


class Wheel(NamedTuple):
    """One line of the table."""

    name: str
    version: str
    file: str
    sha256: str


class Checked(NamedTuple):
    """What the table says of some files, each list in the order given."""

    tampered: list[Path]
    """Named in the table, with another SHA-256."""
    unlisted: list[Path]
    """Not named in the table."""


def read_table(text: str) -> Iterator[Wheel]:
    """The lines that are neither empty nor comments."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield Wheel(*line.split())


def write_table(wheels: Iterable[Wheel]) -> str:
    """The text of a table, sorted, its columns apart by a space."""
    head = "# name version file SHA-256; made anew by: python3 -m tui.setup.wheel_table\n"
    return head + "".join(f"{' '.join(wheel)}\n" for wheel in sorted(set(wheels)))


def wheel_of(file: Path) -> Wheel:
    """The line for a wheel on the disk."""
    name, version = file.name.split("-")[:2]
    return Wheel(name.lower().replace("_", "-"), version, file.name, sha256_of(file))


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def check(files: Iterable[Path], table: Path = TABLE) -> Checked:
    """Compare `files` with the table; all are unlisted where there is no table."""
    text = table.read_text(encoding="utf-8") if table.exists() else ""
    known = {wheel.file: wheel.sha256 for wheel in read_table(text)}
    checked = Checked([], [])
    for file in files:
        if file.name not in known:
            checked.unlisted.append(file)
        elif known[file.name] != sha256_of(file):
            checked.tampered.append(file)
    return checked
