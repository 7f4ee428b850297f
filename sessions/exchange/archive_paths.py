"""Maps the name of an archive member to its path under the data folder, undoing archiver renames.

Archives are unpacked and packed again: by Finder, which adds `__MACOSX` and a folder round it all;
by Explorer, which leaves the outermost folder away; by old tools that write `\\` between folders.
A name decides nothing but which of the known places a part belongs to.
"""

import re
from enum import Enum, auto

from sessions.exchange.archive import ALLOWED
from sessions.storage.file_patterns import (
    is_session,
    kind_in_cache,
    kind_in_data,
    kind_in_logs,
    without_draft,
)

_JUNK = re.compile(
    r"\._.*|__MACOSX|\.DS_Store|\.localized|Icon\r|Thumbs\.db|desktop\.ini|\.stfolder"
    r"|\.dropbox(?:\.attr|\.cache)?|\.sync(?:_[0-9a-f]+\.db.*|-exclude\.lst)",
    re.IGNORECASE,
)
"""What systems and sync programs put beside a person's files."""
_FOLDERS = {"sessions", "routines", "photos", "journal", "decisions", "backup", "logs", "cache"}
_MOST_PARTS = 12


class Nowhere(Enum):
    """Members that are not imported."""

    IGNORED = auto()
    """Nothing of the person's: left there by a system, or made anew here."""
    UNFINISHED = auto()
    """The journal of a practice that was interrupted on the other machine."""
    UNKNOWN = auto()


def place_of(name: str) -> str | Nowhere:
    """The place under the data folder, with `/` between, as in an archive of this program."""
    parts = [part for part in name.replace("\\", "/").split("/") if part != "."]
    if any(_JUNK.fullmatch(part) for part in parts):
        return Nowhere.IGNORED
    if len(parts) > _MOST_PARTS or any(part in ("", "..") or ":" in part for part in parts):
        return Nowhere.UNKNOWN
    for start in range(len(parts)):
        inner = "/".join(parts[start:])
        if ALLOWED.fullmatch(inner):
            return inner
        kind = kind_in_data(inner)
        if kind == "unfinished sessions":
            return Nowhere.UNFINISHED
        if kind is not None or _made_anew(inner):
            return Nowhere.IGNORED
        if parts[start] in _FOLDERS:
            break
    return _without_its_folder(parts)


def _made_anew(inner: str) -> bool:
    """Logs, caches and half-written files."""
    folder, _, rest = inner.partition("/")
    if folder == "logs":
        return kind_in_logs(rest) is not None
    if folder == "cache":
        return kind_in_cache(rest) is not None
    return without_draft(inner) != inner


def _without_its_folder(parts: list[str]) -> str | Nowhere:
    """A record or picture whose outermost folders were left away, known by its session's name."""
    stem, dot, ending = parts[-1].rpartition(".")
    outer = [part for part in parts[:-1] if part in _FOLDERS]
    if dot and ending == "toml" and is_session(stem) and outer in ([], ["sessions"]):
        return f"sessions/{stem[:4]}/{parts[-1]}"
    if dot and ending == "xz" and is_session(stem) and outer in ([], ["decisions"]):
        return f"decisions/{stem[:4]}/{parts[-1]}"
    if len(parts) > 1 and is_session(parts[-2]) and outer in ([], ["photos"]):
        place = f"photos/{parts[-2]}/{parts[-1]}"
        return place if ALLOWED.fullmatch(place) else Nowhere.UNKNOWN
    return Nowhere.UNKNOWN
