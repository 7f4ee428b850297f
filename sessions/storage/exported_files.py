"""Remembers where reports, exports and calendars were written, so that `forget` can name them.

Only paths and dates, in `written.toml` of the data folder. Losing this list loses nothing else.
"""

import contextlib
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.reading.files import read_text
from sessions.storage.private_files import locked, write_private

FILE_NAME = "written.toml"
"""Under the data folder."""
MOST = 500

What = Literal["report", "export", "calendar"]


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One file written outside the data folder."""

    path: str
    what: What
    when: datetime


class _WrittenFile(msgspec.Struct, frozen=True, kw_only=True):
    file: tuple[Written, ...] = ()


def written_files(data: Path) -> tuple[Written, ...]:
    """What is known, oldest first; nothing where the list is missing or damaged."""
    try:
        tables = tomllib.loads(read_text(data / FILE_NAME))
        return msgspec.convert(tables, _WrittenFile).file
    except (Trouble, ValueError, RecursionError):
        return ()


def remember(data: Path, path: Path, what: What, when: datetime) -> None:
    """Add one; the same path is kept once. A list that cannot be written is no trouble."""
    ours = Written(path=str(path.absolute()), what=what, when=when)
    with contextlib.suppress(OSError, UnicodeEncodeError), locked(data):
        others = [each for each in written_files(data) if each.path != ours.path]
        tables = msgspec.to_builtins(
            _WrittenFile(file=(*others, ours)[-MOST:]), builtin_types=(datetime,)
        )
        write_private(data / FILE_NAME, tomli_w.dumps(tables))
