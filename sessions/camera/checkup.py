"""Whether measuring could start here, tried out in a process of its own for `doctor`.

Run as `python -m sessions.camera.checkup`: gives up the internet, stands in for missing
graphics libraries, loads MediaPipe's native library, and prints a `Checkup` as JSON. Opens no
camera. A process of its own, because giving up the internet cannot be taken back and because a
broken native library may take its process with it.
"""

import ctypes
import subprocess
import sys

import msgspec

from routines.errors import Trouble
from routines.language import _
from sessions.camera.child_process import child_environment
from sessions.native.gl_stub import ensure_gl, native_library
from sessions.native.network_ban import forbid_internet, refuse_reporting

TIMEOUT_S = 30.0


class Checkup(msgspec.Struct, frozen=True, kw_only=True):
    """What was found."""

    network_banned: bool = False
    stood_in_for: tuple[str, ...] = ()
    """Graphics libraries that this machine does not have."""
    failure: str | None = None
    """Why measuring cannot start, a sentence; None when it can."""


def examine() -> Checkup:
    """Try everything out in this process, which can open no internet socket afterwards."""
    banned = forbid_internet()
    try:
        refuse_reporting(banned)
        stood_in_for = tuple(ensure_gl())
    except Trouble as trouble:
        return Checkup(network_banned=banned, failure=trouble.sentence)
    library = native_library()
    failure = None
    if library is None:
        failure = _("MediaPipe is not installed. Install the program again.")
    else:
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            failure = _("MediaPipe cannot be loaded: {error}. Install the program again.").format(
                error=error
            )
    return Checkup(network_banned=banned, stood_in_for=stood_in_for, failure=failure)


def examine_in_child() -> Checkup:
    """The same from a process of its own; a child that fails is a finding too."""
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "sessions.camera.checkup"],
            capture_output=True,
            env=child_environment(),
            timeout=TIMEOUT_S,
            check=True,
        )
        return msgspec.json.decode(ran.stdout, type=Checkup)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        return Checkup(failure=_("Measuring cannot be started: {error}.").format(error=error))


if __name__ == "__main__":
    print(msgspec.json.encode(examine()).decode())
