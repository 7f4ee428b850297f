"""Folders of made-up records, put together once in a run and laid down for each test."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sessions.history.index import open_history
from tests.sessions.log_samples import put_private

Files = tuple[tuple[str, bytes, int], ...]
"""Of each file its path in the folder, what it holds, and when it was changed, in nanoseconds."""


@cache
def _made(make: Callable[..., object], arguments: tuple[tuple[str, object], ...]) -> Files:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        make(data, **dict(arguments))
        open_history(data)
        found = sorted(path for path in data.rglob("*") if path.is_file())
        return tuple(
            (str(path.relative_to(data)), path.read_bytes(), path.stat().st_mtime_ns)
            for path in found
        )


def lay_down(data: Path, make: Callable[..., object], **arguments: object) -> None:
    """The records that `make(data, **arguments)` keeps, with their index, as private files."""
    for name, content, changed_ns in _made(make, tuple(sorted(arguments.items()))):
        path = data / name
        put_private(path, content)
        os.utime(path, ns=(changed_ns, changed_ns))
