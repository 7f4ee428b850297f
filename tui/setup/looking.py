"""Which packages this interpreter really loads, for `doctor`. Standard library only.

Each is imported in a child with the search path of this process, because a broken one may
take its process with it. What is loaded from a folder that is not one of the interpreter's own
shadows the installed package: a file left in the working directory, a folder on PYTHONPATH.
"""

import importlib
import importlib.util
import json
import os
import site
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from routines.language import _
from tui.setup.bootstrap import CHECKOUT, OPENCV_BUILDS
from tui.setup.proof import last_line

TIMEOUT_S = 60.0
"""For the child; the imports take a second, or ten where nothing is cached."""

LOOKED_AT: dict[str, tuple[str, Sequence[str]]] = {
    "MediaPipe": ("mediapipe", ("mediapipe",)),
    "OpenCV": ("cv2", OPENCV_BUILDS),
    "Textual": ("textual", ("textual",)),
    "NumPy": ("numpy", ("numpy",)),
    "msgspec": ("msgspec", ("msgspec",)),
    "tomli-w": ("tomli_w", ("tomli-w",)),
    "platformdirs": ("platformdirs", ("platformdirs",)),
}
"""What every session needs: the name it is imported by, and the packages that may bring it."""

IN_CHILD = (
    "import json, sys; sys.path.insert(0, sys.argv[1]); "
    "from tui.setup.looking import look_at_all; "
    "sys.path[:] = json.loads(sys.argv[2]); look_at_all()"
)


class PackageFinding(NamedTuple):
    """What was found of one package."""

    subject: str
    usable: bool
    found: str


def look() -> list[PackageFinding]:
    """Look at everything in a child; what its end cut short is a finding too."""
    path = [folder or str(Path.cwd()) for folder in sys.path]
    line = [sys.executable, "-c", IN_CHILD, str(CHECKOUT), json.dumps(path)]
    try:
        ran = subprocess.run(line, capture_output=True, text=True, timeout=TIMEOUT_S)
        said, end = ran.stdout, f"exit code {ran.returncode}"
    except (OSError, subprocess.SubprocessError) as error:
        said, end = "", str(error)
    looks = {look.subject: look for look in map(_read, said.splitlines()) if look is not None}
    cut_short = PackageFinding(
        "", False, _("could not be looked at: the import ended its process ({end})").format(end=end)
    )
    return [looks.get(name, cut_short._replace(subject=name)) for name in LOOKED_AT]


def _read(line: str) -> PackageFinding | None:
    if not line.startswith("look "):
        return None
    return PackageFinding(*json.loads(line.removeprefix("look ")))


def look_at_all() -> None:
    """In the child: a line for each package."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MPLCONFIGDIR"] = folder  # matplotlib writes a list of fonts when imported
        for subject, (module, builds) in LOOKED_AT.items():
            usable, found = look_at(module, builds)
            print("look", json.dumps([subject, usable, found]), flush=True)


def look_at(module: str, builds: Sequence[str]) -> tuple[bool, str]:
    """Whether `module` can be used, and its version or what is wrong."""
    own = own_folders()
    installed = next(
        (
            f"{found.version} ({build})"
            for build in builds
            for found in metadata.distributions(name=build, path=own)
        ),
        None,
    )
    try:
        spec = importlib.util.find_spec(module)
        if spec is None:
            return False, _("not installed; install the program again")
        if spec.origin is None:
            empty = next(iter(spec.submodule_search_locations or ()), module)
            return False, _(
                "{empty} is a folder without a package; install the program again"
            ).format(empty=empty)
        if not any(Path(spec.origin).resolve().is_relative_to(Path(f).resolve()) for f in own):
            return False, _shadowed(spec.origin, installed)
        importlib.import_module(module)
    except Exception as error:
        return False, _("{installed}, but cannot be imported: {error}").format(
            installed=installed or _("there"), error=last_line(error)
        )
    return True, installed or _("of unknown version ({place})").format(place=spec.origin)


def _shadowed(origin: str, installed: str | None) -> str:
    led = [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if folder]
    by = any(Path(origin).is_relative_to(Path(folder).absolute()) for folder in led)
    remedy = _("take that folder out of PYTHONPATH") if by else _("move that away")
    return _("{origin} is loaded in place of {installed}; {remedy}").format(
        origin=origin, installed=installed or _("an installed one"), remedy=remedy
    )


def own_folders() -> list[str]:
    """Where packages of this interpreter are installed."""
    folders = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    folders += site.getsitepackages()
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    return list(dict.fromkeys(folders))
