"""Files to click that open a terminal with the program. Standard library only.

Each system has its own kind: a desktop entry, a `.command`, a `.cmd`. Every one carries a marked
line. What stands at such a name without the line, or is a link, is somebody else's: it is neither
written over nor removed.
"""

import os
import re
import shlex
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from routines.errors import Trouble
from routines.language import _
from sessions.storage.private_files import AS_BYTES, write_private
from tui.setup.bootstrap import CHECKOUT

System = Literal["xdg", "mac", "windows"]
MARK = "Made by slowsmile to open itself"
"""Stands in a comment near the top of each."""
_LOOKED_AT = 4096
"""Bytes in which the mark is looked for."""
_EXECUTABLE = 0o700
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

Standing = Literal["none", "ours", "foreign"]


class Start(NamedTuple):
    """What a click runs: the words of the command line, and the folder to run it in."""

    words: tuple[str, ...]
    folder: Path | None = None


class Starter(NamedTuple):
    """One file to write."""

    path: Path
    content: bytes
    executable: bool


def start_here(options: Sequence[str] = ()) -> Start:
    """This interpreter with this program; from a checkout the folder is what finds it."""
    checkout = CHECKOUT if (CHECKOUT / "pyproject.toml").is_file() else None
    safe = () if checkout else ("-P",)  # a tui.py in the folder it starts in is not imported
    return Start((sys.executable, *safe, "-m", "tui", *options), checkout)


def system_here(platform: str = sys.platform) -> System:
    """Which kind of starter `platform` wants."""
    if platform == "win32":
        return "windows"
    return "mac" if platform == "darwin" else "xdg"


def starters(
    system: System, start: Start, home: Path, environ: Mapping[str, str]
) -> tuple[Starter, ...]:
    """The files for `system`. Raises Trouble for a name that no such file can hold."""
    folder = "" if start.folder is None else str(start.folder)
    for word in (*start.words, folder):
        if re.search(r"[\x00-\x1f\x7f]", word) or not _is_text(word):
            raise Trouble(
                _("A shortcut cannot name {word!r}. Rename that folder, then try again.").format(
                    word=word
                )
            )
    if system == "windows":
        cloud = Path(environ.get("OneDrive") or home) / "Desktop"  # where it keeps the desktop
        path = (cloud if cloud.is_dir() else home / "Desktop") / "slowsmile.cmd"
        return (Starter(path, _cmd(start.words, folder), False),)
    if system == "mac":
        path = home / "Desktop" / "slowsmile.command"
        return (Starter(path, _command(start.words, folder), True),)
    entry = _desktop_entry(start.words, folder)
    data = _absolute(environ.get("XDG_DATA_HOME"), home / ".local" / "share")
    menu = Starter(data / "applications" / "slowsmile.desktop", entry, False)
    desktop = desktop_folder(home, environ)
    if desktop is None:
        return (menu,)
    return (menu, Starter(desktop / "slowsmile.desktop", entry, True))


def desktop_folder(home: Path, environ: Mapping[str, str]) -> Path | None:
    """The desktop as `user-dirs.dirs` names it, else `Desktop`; None where there is none.

    A desktop that is the home folder itself is switched off.
    """
    config = _absolute(environ.get("XDG_CONFIG_HOME"), home / ".config")
    folder = home / "Desktop"
    try:
        text = (config / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    if found := re.findall(r'^\s*XDG_DESKTOP_DIR="(.*)"\s*$', text, re.MULTILINE):
        named = re.sub(r"\\(.)", r"\1", found[-1])
        folder = Path(re.sub(r"^\$HOME(?=/|$)", lambda _: str(home), named))
    usable = folder.is_absolute() and folder.is_dir() and folder.resolve() != home.resolve()
    return folder if usable else None


def standing(path: Path) -> Standing:
    """What is there now; a link or anything unusual is foreign, and no link is followed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "foreign"
        handle = os.open(path, os.O_RDONLY | AS_BYTES | _NO_LINK)
    except FileNotFoundError:
        return "none"
    except OSError:
        return "foreign"
    try:
        head = os.read(handle, _LOOKED_AT)
    finally:
        os.close(handle)
    return "ours" if MARK.encode() in head else "foreign"


def write(starter: Starter) -> None:
    """Put it there, readable by its owner alone. The file at its name is none or ours."""
    write_private(starter.path, starter.content)
    if starter.executable and sys.platform != "win32":
        handle = os.open(starter.path, os.O_RDONLY | _NO_LINK)
        try:
            os.fchmod(handle, _EXECUTABLE)
        finally:
            os.close(handle)


def _desktop_entry(words: Sequence[str], folder: str) -> bytes:
    """Desktop Entry Specification 1.5. A failed start keeps its window until Enter is pressed."""
    wait = '"$@" || { echo; echo "Press Enter to close this window."; read -r _; }'
    line = " ".join(_argument(word) for word in ("/bin/sh", "-c", wait, "sh", *words))
    lines = [
        "[Desktop Entry]",
        f"# {MARK}",
        "Type=Application",
        "Version=1.5",
        "Name=slowsmile",
        "Comment=Small, slow, symmetrical",
        f"Exec={_string(line)}",
        *([f"Path={_string(folder)}"] if folder else []),
        "Terminal=true",
        "Categories=Utility;",
    ]
    return ("\n".join(lines) + "\n").encode()


def _argument(word: str) -> str:
    """One argument of Exec, quoted; a percent sign would begin a field code."""
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%") + '"'


def _string(value: str) -> str:
    """A value of type string: what is escaped in Exec is so once more."""
    return value.replace("\\", "\\\\")


def _command(words: Sequence[str], folder: str) -> bytes:
    """A shell script that macOS opens in a Terminal window, which stays when it has ended."""
    lines = ["#!/bin/sh", f"# {MARK}"]
    if folder:
        lines.append(f"cd {shlex.quote(folder)} || exit 1")
    lines.append(f"exec {shlex.join(words)}")
    return ("\n".join(lines) + "\n").encode()


def _cmd(words: Sequence[str], folder: str) -> bytes:
    """A batch file in UTF-8; a failed start keeps its window until a key is pressed."""
    lines = ["@echo off", f"rem {MARK}", "chcp 65001 >nul", "setlocal DisableDelayedExpansion"]
    lines.append("title slowsmile")
    if folder:
        lines.append(f"cd /d {_batch(folder)}")
    lines.append(" ".join(_batch(word) for word in words))
    lines.append("if errorlevel 1 pause")
    return ("\r\n".join(lines) + "\r\n").encode()


def _batch(word: str) -> str:
    """Quoted for a batch file: no name on Windows holds a quote, and `%` begins a variable."""
    if '"' in word:
        raise Trouble(
            _("A shortcut cannot name {word!r}. Rename that folder, then try again.").format(
                word=word
            )
        )
    end = word[len(word.rstrip("\\")) :]  # before a quote, a backslash would take its meaning
    return '"' + word.replace("%", "%%") + end + '"'


def _absolute(named: str | None, otherwise: Path) -> Path:
    """A folder from the environment; the XDG specification has relative ones ignored."""
    return Path(named) if named and Path(named).is_absolute() else otherwise


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True
