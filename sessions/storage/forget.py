"""Everything the program has kept about a person: listed by kind, and deleted when asked.

Only what the program itself makes is listed and deleted, by name. Whatever else lies in the data
folder is someone's own and stays. Deleting is what the system calls deleting: backups, synced
copies and the disk's own spare blocks are out of reach, and the words say so.
"""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

KINDS: dict[str, tuple[str, ...]] = {
    "sessions": ("sessions/*/*.toml", "sessions/*/.*.draft"),
    "unfinished sessions": ("journal/*.jsonl", "journal/.*.draft"),
    "diary": ("diary.jsonl",),
    "totals of a clinician": ("clinician.toml",),
    "plan and own routines": ("plan.toml", "routines/*.toml"),
    "photos": (
        "photos/*/*.jpg",
        "photos/*/framing.json",
        "photos/*/.*.jpg.*",
        "photos/*/.framing.json.*",
    ),
    "clips": ("photos/*/*.avi", "photos/*/.*.avi.*"),
    "index and lists": ("history.sqlite", "history.sqlite-journal", "written.toml"),
}
"""Kind to patterns under the data folder."""
_FOLDERS = ("sessions/*", "sessions", "journal", "routines", "photos/*", "photos")
_CACHES = ("matplotlib", "fontconfig", "mesa_shader_cache", "mesa_shader_cache_db")
"""Folders that libraries make in the cache folder; it may be inside a folder of the person's own,
so nothing else in it is touched."""


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


def kept(homes: Homes) -> list[Kept]:
    """What exists, by kind; kinds without files are left out."""
    found = [
        _kept(kind, (path for pattern in patterns for path in homes.data.glob(pattern)))
        for kind, patterns in KINDS.items()
    ]
    found.append(_kept("settings", [homes.settings]))
    found.append(_kept("logs", homes.logs.glob("*.log*")))
    found.append(_kept("caches", (p for c in _CACHES for p in (homes.cache / c).rglob("*"))))
    return [each for each in found if each.files]


def delete(files: Iterable[Path]) -> list[Path]:
    """Delete these files; returns those that would not go."""
    stayed: list[Path] = []
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            stayed.append(path)
    return stayed


def tidy(homes: Homes) -> None:
    """Remove the folders that are empty now, innermost first."""
    ours = [path for pattern in _FOLDERS for path in homes.data.glob(pattern)]
    caches = [homes.cache / name for name in _CACHES]
    inner = sorted((p for c in caches for p in c.rglob("*") if p.is_dir()), reverse=True)
    for folder in (
        *ours,
        *inner,
        *caches,
        homes.cache,
        homes.logs,
        homes.settings.parent,
        homes.data,
    ):
        with contextlib.suppress(OSError):
            folder.rmdir()


def others(homes: Homes) -> Iterator[Path]:
    """What lies in the data folder and is not the program's."""
    with contextlib.suppress(OSError):
        yield from sorted(homes.data.iterdir())


def _kept(kind: str, paths: Iterable[Path]) -> Kept:
    files = tuple(sorted(p for p in paths if p.is_symlink() or p.is_file()))
    size = 0
    for path in files:
        with contextlib.suppress(OSError):
            size += path.lstat().st_size
    return Kept(kind=kind, files=files, size=size)
