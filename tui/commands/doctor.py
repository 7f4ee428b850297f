"""`slowsmile doctor`: what is here, what is missing, where everything lives. Changes nothing."""

import argparse
import os
import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

from routines.errors import Trouble
from routines.program import COMMAND
from sessions.camera.checkup import Checkup, examine_in_child
from sessions.camera.devices import cameras
from sessions.camera.model_file import checksum, find_model
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.history.diary import kept_lines
from sessions.log.record_files import record_files, unread_files
from sessions.log.recovery import unfinished
from sessions.pictures.photos import photo_albums
from sessions.storage.listing import Unreadable
from sessions.version import VERSION
from tui.person.paths import Places
from tui.screens.keymaps import complaint
from tui.setup.bootstrap import OPENCV_BUILDS
from tui.terminal.exits import DONE, NOT_USABLE, USAGE

State = Literal["ok", "note", "missing", "locked", ""]
UNREADABLE: State = "locked"
"""What is kept is there, and the system does not let it be read."""


class CheckedItem(NamedTuple):
    """One line: how it stands, what was looked at, what was found."""

    state: State
    subject: str
    found: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Doctor takes no flags of its own."""
    parser.epilog = (
        "Exit code 0; 2 when what is kept cannot be read; 3 when something is missing that every "
        "session needs."
    )


def run(args: argparse.Namespace) -> int:
    """Print every finding; 3 when something needed is missing, 2 when records are out of reach."""
    places: Places = args.places
    checkup = examine_in_child()
    findings = [
        *_packages(),
        _model(places.model),
        _measuring(checkup),
        _internet(checkup),
        *_cameras(),
        *_folders(places),
        _terminal(),
        _sound(),
    ]
    print(f"slowsmile {VERSION}, Python {platform.python_version()}, {platform.platform()}\n")
    for state, subject, found in findings:
        print(f"{state:<8}{subject:<12}{found}")
    missing = any(finding.state == "missing" for finding in findings)
    print()
    if any(finding.state == UNREADABLE for finding in findings):
        print("What is kept cannot be read. What to type stands above, beside Sessions.")
        return USAGE
    print("Something that every session needs is missing." if missing else "All is here.")
    return NOT_USABLE if missing else DONE


def _packages() -> list[CheckedItem]:
    return [
        _package("MediaPipe", ("mediapipe",)),
        _package("OpenCV", OPENCV_BUILDS),
        _package("Textual", ("textual",)),
        _package("NumPy", ("numpy",)),
    ]


def _package(subject: str, builds: tuple[str, ...]) -> CheckedItem:
    for build in builds:
        try:
            return CheckedItem("ok", subject, f"{metadata.version(build)} ({build})")
        except metadata.PackageNotFoundError:
            continue
    return CheckedItem("missing", subject, "not installed; install the program again")


def _model(override: Path | None) -> CheckedItem:
    try:
        path = find_model(override)
        return CheckedItem("ok", "Model", f"{path}, SHA-256 {checksum(path)[:12]}...")
    except Trouble as trouble:
        return CheckedItem("missing", "Model", trouble.sentence)


def _measuring(checkup: Checkup) -> CheckedItem:
    if checkup.failure is not None:
        return CheckedItem("missing", "Measuring", checkup.failure)
    if checkup.stood_in_for:
        names = ", ".join(checkup.stood_in_for)
        return CheckedItem("ok", "Measuring", f"can start, with stand-ins for {names}")
    return CheckedItem("ok", "Measuring", "can start")


def _internet(checkup: Checkup) -> CheckedItem:
    if checkup.network_banned:
        return CheckedItem("ok", "Internet", "forbidden to the camera process by the system")
    return CheckedItem("note", "Internet", "not used, but this system cannot enforce it")


def _cameras() -> list[CheckedItem]:
    listed = cameras()
    if listed is None:
        return [CheckedItem("note", "Camera", "not listed by this system; camera:0 is the first")]
    if not listed:
        return [
            CheckedItem("note", "Camera", f"none found; `{COMMAND} run --source sim` works without")
        ]
    return [_camera(number, name) for number, name in listed]


def _camera(number: int, name: str) -> CheckedItem:
    node = f"/dev/video{number}"
    if os.access(node, os.R_OK | os.W_OK):
        return CheckedItem("ok", "Camera", f"camera:{number} {name} ({node})")
    remedy = "you may not open it; on Debian and Ubuntu type: sudo adduser $USER video"
    return CheckedItem("note", "Camera", f"camera:{number} {name} ({node}): {remedy}")


def _settings(path: Path) -> CheckedItem:
    try:
        load_settings(path, complaint)
    except Trouble as trouble:
        return CheckedItem("missing", "Settings", trouble.sentence)
    return CheckedItem("", "Settings", str(path.parent))


def _folders(places: Places) -> list[CheckedItem]:
    try:
        kept = len(record_files(places.data))
        unread = unread_files(places.data)
        for look in (unfinished, kept_lines, photo_albums):
            look(places.data)
    except Unreadable as trouble:
        kept, unread = 0, [trouble.sentence]
    writable = _writable(places.data)
    return [
        *(CheckedItem(UNREADABLE, "Sessions", sentence) for sentence in unread),
        CheckedItem(
            "ok" if writable else "missing",
            "Sessions",
            f"{places.sessions}, {kept} kept" + ("" if writable else "; cannot be written to"),
        ),
        _settings(places.config / FILE_NAME),
        CheckedItem("", "Log", str(places.log_file)),
        CheckedItem("", "Caches", str(places.cache)),
    ]


def _writable(folder: Path) -> bool:
    """Whether `folder` can be written to, or made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _terminal() -> CheckedItem:
    if sys.stdout is None or not sys.stdout.isatty():
        return CheckedItem("note", "Terminal", "none here: output is not a terminal")
    columns, lines = shutil.get_terminal_size()
    kind = os.environ.get("TERM", "unknown")
    colour = "no colour" if "NO_COLOR" in os.environ else os.environ.get("COLORTERM", "256 colours")
    found = f"{columns}x{lines}, {kind}, {colour}, {sys.stdout.encoding}"
    if columns < 60 or lines < 20:
        return CheckedItem("note", "Terminal", f"{found}; 60x20 or larger shows everything")
    return CheckedItem("ok", "Terminal", found)


def _sound() -> CheckedItem:
    from tui.practice.sound import find_player

    player = find_player()
    if player is None:
        return CheckedItem("note", "Sound", "no player found; the terminal's bell stands in")
    return CheckedItem("ok", "Sound", f"played by {Path(player[0]).name}")
