"""`slowsmile doctor`: what is here, what is missing, where everything lives. Changes nothing.

It must run where the set-up is broken: at the top only what the standard library carries is
imported, and what cannot be imported further down is a finding.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from routines.errors import Trouble
from routines.language import _
from routines.program import COMMAND
from routines.safe_text import harmless
from sessions.camera.devices import cameras
from sessions.camera.model_file import checksum, find_iris_model, find_model
from sessions.version import VERSION
from tui.person.paths import Places
from tui.setup.installation import promises
from tui.setup.looking import look
from tui.setup.making import runs_nothing
from tui.setup.wheels import SWITCH
from tui.terminal.exits import DONE, NOT_USABLE, USAGE

if TYPE_CHECKING:
    from sessions.camera.checkup import Checkup

State = Literal["ok", "note", "missing", "locked", ""]
UNREADABLE: State = "locked"
"""What is kept is there, and the system does not let it be read."""


class CheckedItem(NamedTuple):
    """One line: how it stands, what was looked at, what was found."""

    state: State
    subject: str
    found: str


LEAST_FREE = 1_000_000
"""Bytes. A record has some tens of kilobytes; with less room the next practice may not fit."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The flags of `doctor`."""
    parser.add_argument(
        "--camera",
        nargs="?",
        const="",
        metavar="SOURCE",
        help=_("look through the camera for a few seconds: rate, size, light and pose in words"),
    )
    parser.add_argument(
        "--prove",
        action="store_true",
        help=_("instead run a short simulated practice, watched: what it tries, what it writes"),
    )
    parser.epilog = _(
        "Exit code 0; 2 when what is kept cannot be read; 3 when something is missing that every "
        "session needs, or --prove finds what should not be. "
        "Setting up takes only wheels whose SHA-256 it knows; "
        "{switch}=1 in the environment allows another build of the same version."
    ).format(switch=SWITCH)


def run(args: argparse.Namespace) -> int:
    """Print every finding; 3 when something needed is missing, 2 when records are out of reach."""
    if args.prove:
        return _prove()
    places: Places | None = args.places
    if args.camera is not None and places is not None:
        from tui.commands.parts.doctor_camera import look_through
        from tui.commands.parts.person_of import person_of

        return look_through(places, args.camera or person_of(places).settings.source)
    findings = [
        *(CheckedItem("ok" if kept else "note", *line) for kept, *line in promises()),
        *_packages(),
        *_tried("Model", lambda: [_model(places.model if places else None)]),
        *_tried("Eyes", lambda: [_eyes()]),
        *_tried("Measuring", _measuring_here),
        *_tried("Camera", _cameras),
        *_folders(places),
        _terminal(),
        *_tried("Sound", lambda: [_sound()]),
    ]
    print(f"slowsmile {VERSION}, Python {platform.python_version()}, {platform.platform()}\n")
    for state, subject, found in findings:
        print(f"{state:<8}{subject:<11} {harmless(found, 5000)}")
    missing = any(finding.state == "missing" for finding in findings)
    print()
    if any(finding.state == UNREADABLE for finding in findings):
        print(_("What is kept cannot be read. What to type stands above, beside Sessions."))
        return USAGE
    noted = any(finding.state == "note" for finding in findings)
    here = _("What every session needs is here.")
    if noted:
        here = _("What every session needs is here. See the notes above.")
    print(_("Something that every session needs is missing.") if missing else here)
    return NOT_USABLE if missing else DONE


def _prove() -> int:
    """Print what a short practice tried and wrote; 3 when that is not as it should be."""
    from tui.setup.proving import prove

    print(
        _("A simulated practice and the reading of a grey picture, watched in a folder of its own.")
    )
    print(_("It takes some seconds.\n"), flush=True)
    findings, written = prove()
    for state, subject, found in findings:
        print(f"{state:<8}{subject:<11} {harmless(found, 5000)}")
    if written:
        print(_("\nWritten, and deleted again:"))
        print("".join(f"  {harmless(line, 300)}\n" for line in written))
        print(_("Not tried here: a camera."))
    failed = any(finding.state == "failed" for finding in findings)
    seen = _("All that was seen is private.")
    print(_("Not all is as it should be: see above.") if failed else seen)
    return NOT_USABLE if failed else DONE


def _tried(subject: str, look: Callable[[], list[CheckedItem]]) -> list[CheckedItem]:
    """The findings of `look`, or that it needs a package which cannot be imported."""
    try:
        return look()
    except ImportError as error:
        why = _("cannot be looked at: {error}").format(error=error)
        return [CheckedItem("missing", subject, why)]


def _packages() -> list[CheckedItem]:
    forbidden = runs_nothing(Path(sys.prefix))
    place = [CheckedItem("missing", "Set-up", forbidden)] if forbidden else []
    return place + [
        CheckedItem("ok" if usable else "missing", subject, found)
        for subject, usable, found in look()
    ]


def _model(override: Path | None) -> CheckedItem:
    try:
        path = find_model(override)
        return CheckedItem("ok", "Model", f"{path}, SHA-256 {checksum(path)[:12]}...")
    except Trouble as trouble:
        return CheckedItem("missing", "Model", trouble.sentence)


def _eyes() -> CheckedItem:
    path = find_iris_model()
    if path is None:
        return CheckedItem(
            "note", "Eyes", _("read without the second model, which is not installed")
        )
    return CheckedItem("ok", "Eyes", _("read by a second model too: {path}").format(path=path))


def _measuring_here() -> list[CheckedItem]:
    from sessions.camera.checkup import examine_in_child

    checkup = examine_in_child()
    return [_measuring(checkup), _internet(checkup)]


def _measuring(checkup: "Checkup") -> CheckedItem:
    if checkup.failure is not None:
        return CheckedItem("missing", "Measuring", checkup.failure)
    if checkup.stood_in_for:
        names = ", ".join(checkup.stood_in_for)
        return CheckedItem(
            "ok", "Measuring", _("can start, with stand-ins for {names}").format(names=names)
        )
    return CheckedItem("ok", "Measuring", _("can start"))


def _internet(checkup: "Checkup") -> CheckedItem:
    if checkup.network_banned:
        return CheckedItem("ok", "Internet", _("forbidden to the camera process by the system"))
    return CheckedItem("note", "Internet", _("not used, but this system cannot enforce it"))


def _cameras() -> list[CheckedItem]:
    listed = cameras()
    if listed is None:
        found = _("not listed by this system; camera:0 is the first")
        return [CheckedItem("note", "Camera", found)]
    if not listed:
        return [
            CheckedItem(
                "note",
                "Camera",
                _("none found; `{command} run --source sim` works without").format(command=COMMAND),
            )
        ]
    return [_camera(number, name) for number, name in listed]


def _camera(number: int, name: str) -> CheckedItem:
    node = f"/dev/video{number}"
    if os.access(node, os.R_OK | os.W_OK):
        return CheckedItem("ok", "Camera", f"camera:{number} {name} ({node})")
    remedy = _("you may not open it; on Debian and Ubuntu type: sudo adduser $USER video")
    return CheckedItem("note", "Camera", f"camera:{number} {name} ({node}): {remedy}")


def _settings(config: Path) -> CheckedItem:
    from sessions.care.settings_file import FILE_NAME, load_settings
    from tui.screens.keymap_checks import complaint

    path = config / FILE_NAME
    try:
        load_settings(path, complaint)
    except Trouble as trouble:
        return CheckedItem("missing", "Settings", trouble.sentence)
    return CheckedItem("", "Settings", str(path.parent))


def _kept(places: Places) -> tuple[int, list[str]]:
    """How many records there are, and what cannot be read, in words."""
    from sessions.history.diary import kept_lines
    from sessions.log.record_files import record_files, unread_files
    from sessions.log.recovery import unfinished
    from sessions.pictures.photos import photo_albums
    from sessions.storage.listing import Unreadable

    try:
        kept = len(record_files(places.data))
        unread = unread_files(places.data)
        for look_into in (unfinished, kept_lines, photo_albums):
            look_into(places.data)
    except Unreadable as trouble:
        return 0, [trouble.sentence]
    return kept, unread


def _folders(places: Places | None) -> list[CheckedItem]:
    if places is None:
        return [CheckedItem("missing", "Folders", _("cannot be told without platformdirs"))]
    try:
        kept, unread = _kept(places)
    except ImportError:  # a package is missing, which stands above
        kept, unread = len(list(places.sessions.rglob("*.toml"))), list[str]()
    unwritable = _unwritable(places.data)
    return [
        *(CheckedItem(UNREADABLE, "Sessions", sentence) for sentence in unread),
        CheckedItem(
            "missing" if unwritable else "ok",
            "Sessions",
            (unwritable or _("{sessions}, {kept} kept")).format(
                sessions=places.sessions, kept=kept
            ),
        ),
        *_tried("Settings", lambda: [_settings(places.config)]),
        CheckedItem("", "Log", str(places.log_file)),
        CheckedItem("", "Caches", str(places.cache)),
    ]


def _unwritable(folder: Path) -> str:
    """What to say where nothing can be kept in `folder`, there or still to be made; else empty."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return _("{sessions}, {kept} kept; cannot be written to")
    if shutil.disk_usage(folder).free < LEAST_FREE:
        return _("{sessions}, {kept} kept; the disk is full, nothing can be kept: make room")
    return ""


def _terminal() -> CheckedItem:
    if sys.stdout is None or not sys.stdout.isatty():
        return CheckedItem("note", "Terminal", _("none here: output is not a terminal"))
    columns, lines = shutil.get_terminal_size()
    kind = os.environ.get("TERM", "unknown")
    colour = os.environ.get("COLORTERM", _("256 colours"))
    colour = _("no colour") if "NO_COLOR" in os.environ else colour
    found = f"{columns}x{lines}, {kind}, {colour}, {sys.stdout.encoding}"
    if columns < 60 or lines < 20:
        found = _("{found}; 60x20 or larger shows everything").format(found=found)
        return CheckedItem("note", "Terminal", found)
    return CheckedItem("ok", "Terminal", found)


def _sound() -> CheckedItem:
    from tui.practice.sound import find_player

    player = find_player()
    if player is None:
        return CheckedItem("note", "Sound", _("no player found; the terminal's bell stands in"))
    return CheckedItem("ok", "Sound", _("played by {name}").format(name=Path(player[0]).name))
