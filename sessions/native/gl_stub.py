"""Stand-ins for libEGL and libGLESv2 on machines that have no graphics libraries.

libmediapipe.so is linked against both even when it computes on the processor alone, and never
calls into them then. Where the real ones are missing, and only there, two tiny libraries are
made in memory that define the wanted names, each a function that returns 0, and are loaded
before libmediapipe asks for them. Results are the same bits with and without.
"""

import ctypes
import importlib.util
import mmap
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.native.elf_stub import CODE, undefined_names, write_library

LIBRARIES = {"libEGL.so.1": "egl", "libGLESv2.so.2": "gl"}
"""Name as the loader asks for it, and how the functions in it begin."""


def ensure_gl() -> list[str]:
    """Make sure that libmediapipe can be loaded; the names of the libraries stood in for.

    Call it before the landmarker is made, in the process that owns it.

    Raises:
        Trouble: libraries are missing and stand-ins cannot be loaded here either.
    """
    if sys.platform != "linux" or platform.machine() not in CODE:
        return []
    missing = [name for name in LIBRARIES if not loadable(name)]
    if not missing:
        return []
    try:
        wanted = _wanted()
        with ExitStack() as held:
            for name in missing:
                functions = [w for w in wanted if w.startswith(LIBRARIES[name])]
                _load(write_library(name, functions, platform.machine()), held)
    except OSError as error:
        raise Trouble(
            _(
                "MediaPipe needs {missing}, and stand-ins cannot be loaded here "
                "({error}). On Debian and Ubuntu type: sudo apt-get install libegl1 libgles2."
            ).format(missing=" and ".join(missing), error=error),
            "model",
        ) from error
    return missing


def loadable(name: str) -> bool:
    """Whether the system has the shared library `name`; it is loaded to find out."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def native_library() -> Path | None:
    """Where libmediapipe is, found without importing MediaPipe; None where it is not installed."""
    spec = importlib.util.find_spec("mediapipe")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for name in ("libmediapipe.so", "libmediapipe.dylib", "libmediapipe.dll"):
            library = Path(folder, "tasks", "c", name)
            if library.is_file():
                return library
    return None


def _wanted() -> Sequence[str]:
    """What libmediapipe expects others to define; nothing where it is not installed."""
    path = native_library()
    if path is None:
        return []
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
    ):
        return undefined_names(whole)


def _load(library: bytes, held: ExitStack) -> None:
    """Load `library` from memory, or from a file that is gone again at once.

    The memory file stays open until `held` ends: the loader knows libraries by their path, and
    a number used again would pass for the same library.
    """
    try:
        handle = os.memfd_create("slowsmile-gl")
        held.callback(os.close, handle)
        os.write(handle, library)
        ctypes.CDLL(f"/proc/self/fd/{handle}")
    except OSError:  # no /proc, or a kernel that lets no memory be executed
        with tempfile.NamedTemporaryFile(suffix=".so") as file:
            file.write(library)
            file.flush()
            ctypes.CDLL(file.name)
