"""Which cameras there are, by number and name, and which one a person means.

Reads what the Linux kernel lists; opens no camera and loads no OpenCV, so `doctor` may ask too.
Other systems list nothing here: there a camera is chosen by number alone.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from routines.errors import Trouble
from routines.language import _
from routines.program import COMMAND

_LISTED = Path("/sys/class/video4linux")
_TRY_SIM = _("To try the program without one: {command} run --source sim").format(command=COMMAND)


class CameraDevice(NamedTuple):
    """A camera of this machine."""

    number: int
    name: str

    def __str__(self) -> str:
        return f"camera:{self.number} ({self.name})" if self.name else f"camera:{self.number}"


def cameras(listed: Path = _LISTED) -> tuple[CameraDevice, ...] | None:
    """The cameras, lowest number first; None where this system does not list them.

    One camera shows up as several video nodes; only the first of each gives pictures.
    """
    if not sys.platform.startswith("linux"):
        return None
    found: list[CameraDevice] = []
    for node in listed.glob("video*"):
        digits = node.name.removeprefix("video")
        if digits.isdigit() and _text(node / "index") in {"", "0"}:
            found.append(CameraDevice(int(digits), _text(node / "name")))
    return tuple(sorted(found))


def choose(which: str, among: tuple[CameraDevice, ...] | None) -> CameraDevice:
    """The camera meant by `which`: nothing (the first), a number, or part of a name.

    Raises:
        Trouble: none, or none like it; the sentence lists those there are.
    """
    if among is None:
        return _by_number_only(which)
    if not among:
        raise Trouble(
            _("No camera was found. Plug one in and start again. {try_sim}").format(
                try_sim=_TRY_SIM
            ),
            "camera",
        )
    if not which:
        return among[0]
    if which.isdecimal():
        hits = [camera for camera in among if camera.number == int(which)]
    else:
        hits = [camera for camera in among if which.casefold() in camera.name.casefold()]
    if not hits:
        there = ", ".join(str(camera) for camera in among)
        raise Trouble(
            _('There is no camera "{which}". Found: {there}. Choose one of these.').format(
                which=which, there=there
            ),
            "camera",
        )
    return hits[0]


def in_order(which: str, among: tuple[CameraDevice, ...] | None) -> tuple[CameraDevice, ...]:
    """The cameras to try: the one meant by `which`, and where that was no name, then the others.

    What a system lists as a camera may be none (the raw nodes of a laptop's image processor). A
    camera that was named is not replaced. Camera 0 is what is meant where nothing was chosen.

    Raises:
        Trouble: as `choose`.
    """
    if which == "0" and among and all(camera.number for camera in among):
        which = ""
    first = choose(which, among)
    if which and not which.isdecimal():
        return (first,)
    others = map(_by_number_only, "012") if among is None else among
    return (first, *(other for other in others if other.number != first.number))


def again(known: CameraDevice, among: tuple[CameraDevice, ...] | None) -> CameraDevice:
    """The camera that was open before, by its name, under whatever number it has now.

    Raises:
        Trouble: it is gone; no other one is taken, because rest was taken with this one.
    """
    if among is None:
        return known
    alike = [camera for camera in among if camera.name == known.name]
    same = [camera for camera in alike if camera.number == known.number]
    if not alike or not (known.name or same):
        raise Trouble(_("{known} is gone. Plug it in again.").format(known=known), "camera")
    return (same or alike)[0]


def check_permission(camera: CameraDevice) -> None:
    """Say plainly when the system will not let this person use the camera.

    Raises:
        Trouble: the device is there but may not be read.
    """
    node = Path(f"/dev/video{camera.number}")
    if node.exists() and not os.access(node, os.R_OK | os.W_OK):
        raise Trouble(
            _(
                "You are not allowed to use {camera}. On Linux, join the group that may: "
                "sudo usermod -aG video $USER, then log out and in again."
            ).format(camera=camera),
            "camera",
        )


def _by_number_only(which: str) -> CameraDevice:
    if which and not which.isdecimal():
        raise Trouble(
            _(
                'Cameras have no names here, so "{which}" cannot be found. Use a number: camera:0'
            ).format(which=which),
            "camera",
        )
    return CameraDevice(int(which or 0), "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
