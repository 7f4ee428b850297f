"""What a person types after `--source`, taken apart. Opens nothing, but looks which files exist."""

import os
import re
from pathlib import Path
from typing import Literal, NamedTuple

from routines.safe_text import harmless

Kind = Literal["camera", "url", "sequence", "file", "sim"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+")
_ASKED = re.compile(r"[?#;&=]")
_IN_PATH = re.compile(r"[;&=]")
_LOGIN = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]+:/{1,2})[^\s/]+@")
"""A login, also in an address that was taken for a path, which has one slash only."""

_NUMBERED = re.compile(r"%0?\d*d")


class SourceName(NamedTuple):
    """A kind of source and which one of its kind."""

    kind: Kind
    which: str
    """Camera number or part of its name, address, path, simulator profile; may be empty."""


def parse(text: str) -> SourceName:
    """`camera`, `camera:1`, `camera:NAME`, `http://...`, `sim`, `sim:PROFILE`, or a path.

    A path with a number pattern (`face_%03d.png`) is a sequence of pictures, unless a file is
    really called so. A file called `camera` or `sim` can be written `./camera`.
    """
    head, colon, rest = text.partition(":")
    if head == "camera":
        return SourceName("camera", rest.strip())
    if is_simulated(text):
        return SourceName("sim", rest.strip() or "steady")
    if colon and head.lower() in {"http", "https", "rtsp"} and rest.startswith("//"):
        return SourceName("url", text)
    if _NUMBERED.search(text) and not os.path.lexists(text):
        return SourceName("sequence", text)
    return SourceName("file", text)


def is_simulated(source: str) -> bool:
    """Whether a source, as typed, is the simulated patient."""
    return source.partition(":")[0] == "sim"


def parse_file(text: str) -> SourceName:
    """The same where only files make sense: whatever a file that exists is called, it is meant."""
    return SourceName("file", text) if os.path.lexists(text) else parse(text)


def shown(name: Path | str) -> str:
    """A name from outside, harmless on a terminal and without a password."""
    text = harmless(os.fspath(name), 4096)
    return _LOGIN.sub(r"\1", without_password(text))


def without_password(source: str) -> str:
    """A source as it may be kept and shown: of an address only what names the camera.

    User and password stand before an @, or in what is asked for (`?user=`, `/user=..&password=`):
    all of that goes. What is no address is left as it is.
    """
    scheme, mark, rest = source.partition("://")
    if not mark or not _SCHEME.fullmatch(scheme):
        return source
    rest = rest.rpartition("@")[2]
    place, asked = _ASKED.split(rest, maxsplit=1)[0], _IN_PATH.search(rest)
    if asked and asked.start() == len(place):
        place = place.rpartition("/")[0]
    return f"{scheme}://{place}"


def without_passwords(text: str) -> str:
    """Any text, such as an error's traceback, without the logins of addresses in it."""
    return _LOGIN.sub(r"\1", text)
