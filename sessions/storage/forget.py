"""Everything the program has kept about a person: listed by kind, and deleted when asked.

Only what the program itself made is listed and deleted: plain files whose names it gives
(`file_patterns`), in folders it makes, never through a link. Whatever else lies there is someone's
own: it is named and stays. Deleting is what the system calls deleting: backups, synced copies
and the disk's own spare blocks are out of reach, and the words say so.
"""

import contextlib
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from routines.reading.library import library_ids
from sessions.storage.file_patterns import (
    FOLDER,
    OWN_SET,
    kind_in_cache,
    kind_in_data,
    kind_in_logs,
    without_draft,
)
from sessions.storage.listing import entries

SETTINGS = "settings"
_ROUTINES = "routines"
_MOST_ROUTINE = 1_000_000
"""Bytes; a routine has some kilobytes."""

KindOf = Callable[[str], str | None]


class Homes(msgspec.Struct, frozen=True, kw_only=True):
    """The folders the program writes to; some may be the same."""

    data: Path
    settings: Path
    """The settings file."""
    logs: Path
    cache: Path


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of thing that is kept."""

    kind: str
    files: tuple[Path, ...]
    size: int
    """Bytes."""


class _Seen(msgspec.Struct, frozen=True):
    """One thing that lies there; `kind` is None for what is not the program's."""

    kind: str | None
    path: Path


def kept(homes: Homes) -> list[Kept]:
    """What exists, by kind; kinds without files are left out. Raises Unreadable."""
    found: dict[str, list[Path]] = {}
    for seen in _survey(homes):
        if seen.kind is not None and seen.kind != FOLDER:
            found.setdefault(seen.kind, []).append(seen.path)
    return [_kept(kind, paths) for kind, paths in found.items()]


def delete(files: Iterable[Path]) -> list[Path]:
    """Delete these files; returns those that would not go, and what is a link by now."""
    stayed: list[Path] = []
    for path in files:
        try:
            if path.is_symlink():
                stayed.append(path)
            else:
                path.unlink(missing_ok=True)
        except OSError:
            stayed.append(path)
    return stayed


def tidy(homes: Homes) -> None:
    """Remove the program's folders that are empty now, innermost first."""
    ours = [seen.path for seen in _survey(homes) if seen.kind == FOLDER]
    ours.sort(key=lambda path: len(path.parts), reverse=True)
    caches = (homes.cache, homes.data / "cache")
    for folder in (*ours, *caches, homes.logs, homes.settings.parent, homes.data):
        with contextlib.suppress(OSError):
            if not folder.is_symlink():
                folder.rmdir()


def others(homes: Homes) -> list[Path]:
    """What lies in the program's folders and is not its own. A folder is named, not its files."""
    return sorted({seen.path for seen in _survey(homes) if seen.kind is None})


def _survey(homes: Homes) -> Iterator[_Seen]:
    """Everything that lies in the folders, each once."""
    caches = list(dict.fromkeys((homes.cache, homes.data / "cache")))
    apart = {homes.logs, *caches}
    yield from _walk(homes.data, kind_in_data, apart | {homes.settings})
    for root, kind_of in ((homes.logs, kind_in_logs), *((c, kind_in_cache) for c in caches)):
        if not root.is_symlink() and root != homes.data:
            yield from _walk(root, kind_of, apart | {homes.data, homes.settings})
    for entry in entries(homes.settings.parent):
        if without_draft(entry.name) == homes.settings.name:
            plain = entry.is_file(follow_symlinks=False)
            yield _Seen(SETTINGS if plain else None, Path(entry.path))


def _walk(root: Path, kind_of: KindOf, apart: set[Path], inside: str = "") -> Iterator[_Seen]:
    """What lies in a folder; those `apart` are somebody else's to look through."""
    for entry in entries(root, *inside.split("/")):
        path, name = Path(entry.path), f"{inside}/{entry.name}" if inside else entry.name
        real_folder = entry.is_dir(follow_symlinks=False)
        if path.with_name(without_draft(entry.name)) in apart and not entry.is_symlink():
            continue
        kind = kind_of(name)
        if kind == FOLDER and real_folder:
            yield _Seen(FOLDER, path)
            yield from _walk(root, kind_of, apart, name)
            continue
        plain = kind != FOLDER and entry.is_file(follow_symlinks=False)
        ours = plain and (inside != _ROUTINES or written_by_the_program(path))
        yield _Seen(kind if ours else None, path)


def written_by_the_program(path: Path) -> bool:
    """Whether this routine file is one the program makes: its name, and its very way of writing.

    It makes own doses of the routines it comes with, and the set of a sitting with a therapist.
    A file a person wrote or changed by hand is the person's.
    """
    stem = without_draft(path.name).removesuffix(".toml")
    if stem != OWN_SET and stem not in library_ids():
        return False
    if without_draft(path.name) != path.name:
        return True
    try:
        if path.stat().st_size > _MOST_ROUTINE:
            return False
        text = path.read_text(encoding="utf-8")
        tables: dict[str, Any] = tomllib.loads(text)
        same = tomli_w.dumps(tables, multiline_strings=True) == text
    except (OSError, ValueError, RecursionError):
        return False
    return same and tables.get("id") == stem and "exercise" in tables


def _kept(kind: str, paths: list[Path]) -> Kept:
    size = 0
    for path in paths:
        with contextlib.suppress(OSError):
            size += os.lstat(path).st_size
    return Kept(kind=kind, files=tuple(sorted(paths)), size=size)
