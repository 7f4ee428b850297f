"""Reads text files of unknown origin: encoding, line ends, file type and size limits.

UTF-8 with or without a byte order mark, UTF-16 with one, and any line ends are text. Only a regular
file is read, and its size is bounded before it is: a pipe or a device has no end.
"""

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from routines.errors import Trouble
from routines.language import _
from routines.safe_text import harmless

MOST_BYTES = 1_000_000
"""Of a file that is written by hand; a routine has some two thousand."""

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""O_NONBLOCK: opening a pipe would wait for somebody to write into it."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DOCUMENTS = {
    b"PK\x03\x04": _("a Word or office document"),
    b"\xd0\xcf\x11\xe0": _("an old Word document"),
    b"{\\rtf": _("a rich text (RTF) document"),
    b"%PDF": _("a PDF document"),
}
"""How files begin that word processors save."""


class NotText(ValueError):
    """The content is no plain text. The message is a clause: what it is and what to do."""


def regular_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """What the regular file `path`, or the one it links to, holds.

    Raises OSError, with a reason in plain words where it is no regular file or larger than `most`.
    """
    with open_regular(path, most) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise _too_large(path, most)
    return content


def open_regular(path: Path, most: int = MOST_BYTES) -> BinaryIO:
    """`path` opened for reading. Raises OSError as `regular_bytes` does."""
    _check(path, path.stat(), most)  # before opening: to open a device can already do something
    file = os.fdopen(os.open(path, _OPEN), "rb")
    try:
        _check(path, os.fstat(file.fileno()), most)
    except OSError:
        file.close()
        raise
    return file


def text_of(content: bytes) -> str:
    """`content` as text, with "\\n" at the end of each line. Raises NotText."""
    for start, kind in _DOCUMENTS.items():
        if content.startswith(start):
            raise NotText(
                _("it is {kind}, not plain text: open it, and save it as plain text").format(
                    kind=kind
                )
            )
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise NotText(
            _("it is not plain text: save it as text (UTF-8), not as a document")
        ) from None
    if "\0" in text:
        raise NotText(_("it is not plain text: it holds NUL characters; save it as text (UTF-8)"))
    text = text.removeprefix("\ufeff")  # converted with its mark
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """The text of `path`. Raises Trouble when there is none to be had."""
    text = text_if_there(path, most)
    if text is None:
        raise Trouble(
            _("There is no file {named}. Check the name and the folder.").format(named=_named(path))
        )
    return text


def text_if_there(path: Path, most: int = MOST_BYTES) -> str | None:
    """The text of `path`, None where there is no such file. Raises Trouble as `read_text` does.

    A file or folder that may not be read is never "none".
    """
    try:
        return text_of(regular_bytes(path, most))
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        raise Trouble(
            _("{named} is a folder. Name one .toml file in it.").format(named=_named(path))
        ) from None
    except NotText as error:
        raise Trouble(
            _("{named} cannot be used: {error}.").format(named=_named(path), error=error),
            "settings",
        ) from None
    except (OSError, ValueError) as error:
        why = _("{named} cannot be read ({reason}).").format(
            named=_named(path), reason=reason(error)
        )
        raise Trouble(f"{why} {_advice(error)}", "settings") from None


def _named(path: Path) -> str:
    return harmless(str(path), 4096)


def reason(error: Exception) -> str:
    """Why a file could not be read or written, in the system's own few words."""
    return getattr(error, "strerror", None) or str(error) or _("no reason given")


def _check(path: Path, found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, _("it is a folder"), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, _("it is a pipe or a device, not a file"), str(path))
    if found.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Path, most: int) -> OSError:
    return OSError(
        errno.EFBIG, _("it is larger than {most:g} MB").format(most=most / 1e6), str(path)
    )


def _advice(error: Exception) -> str:
    if getattr(error, "errno", None) in (errno.EINVAL, errno.EFBIG):
        return _("Put a text file there.")
    return _("Check its permissions.")
