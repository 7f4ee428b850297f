"""Makes `.venv` itself, empty but for pip, and knows a whole one from a half one."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from routines.language import _
from tui.setup.errors import SetupError

if TYPE_CHECKING:
    from tui.setup.project import Project

PARTS = {"bin", "include", "lib", "lib64", "Scripts", "Include", "Lib", "share", ".gitignore"}
"""What venv makes beside pyvenv.cfg."""

ELSEWHERE = _("Put this checkout in another folder, such as one in your home, then start again.")

VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
WHOLE_PIP = (
    "import importlib.metadata as m; "
    "import pip._internal.commands.download, pip._internal.commands.install; "
    "assert m.distribution('pip').read_text('RECORD'); " + VERSION
)
"""pip puts RECORD in place last: a pip that was half unpacked has none."""


def check_place(project: "Project") -> None:
    """Raise `SetupError` where nothing can be written, or nothing written can be run."""
    place = project.venv if project.venv.is_dir() else project.file.parent
    if _mounted(place, "ST_RDONLY"):
        no_room = _("{place} is on a disk that cannot be written to. {elsewhere}")
        raise SetupError(no_room.format(place=place, elsewhere=ELSEWHERE), 2)
    forbidden = runs_nothing(place)
    if forbidden:
        raise SetupError(forbidden, 2)


def runs_nothing(place: Path) -> str | None:
    """Why nothing in the folder `place` can be run, and what to do; None where it can."""
    if not _mounted(place, "ST_NOEXEC"):
        return None
    return _(
        "{place} is on a disk from which no program may run (it is mounted with "
        "'noexec'). {elsewhere}"
    ).format(place=place, elsewhere=ELSEWHERE)


def _mounted(place: Path, flag: str) -> bool:
    """Whether the file system of `place` has a flag; systems that cannot tell have none."""
    return hasattr(os, "statvfs") and bool(os.statvfs(place).f_flag & getattr(os, flag, 0))


def fits(project: "Project") -> bool:
    """Whether `.venv` is finished, with a pip that works and the Python it was made for."""
    if project.unfinished.exists() or not project.inhabitable():
        return False
    inside = _said_by(project, WHOLE_PIP)
    made_for = project.made_for
    return bool(inside) and (not made_for.exists() or made_for.read_text() == inside)


def version_inside(project: "Project") -> str:
    """The Python version in `.venv`, or nothing where it does not run."""
    return _said_by(project, VERSION)


def _said_by(project: "Project", code: str) -> str:
    try:
        ran = subprocess.run([project.python, "-I", "-c", code], capture_output=True, text=True)
    except OSError:
        return ""
    return ran.stdout.strip() if ran.returncode == 0 else ""


def make(project: "Project", keep_open: Sequence[int]) -> None:
    """Make `.venv` anew; nothing of an old one stays.

    The note "unfinished" is there from before the first change until it is whole. `keep_open`
    are file descriptors that the child inherits.
    """
    if not all(importlib.util.find_spec(part) for part in ("venv", "ensurepip")):
        raise SetupError(_no_venv(), 2)
    _clear(project)
    base = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [base, "-I", "-m", "venv", project.venv],
        capture_output=True,
        text=True,
        pass_fds=keep_open,
    )
    if made.returncode == 0:
        project.unfinished.unlink()
        return
    said = (made.stderr or made.stdout).strip().splitlines()
    if any("ensurepip" in line for line in said):
        raise SetupError(_no_venv(), 2)
    raise SetupError(
        _(
            "The folder {folder} could not be made: {why}. Put this checkout in a folder you may "
            "write to, then start again."
        ).format(folder=project.venv, why=said[-1] if said else _("no reason was given")),
        2,
    )


def _clear(project: "Project") -> None:
    """Leave nothing in `.venv` but the note "unfinished"."""
    venv = project.venv
    venv.mkdir(exist_ok=True)
    inside = {entry.name for entry in venv.iterdir()}
    ours = "pyvenv.cfg" in inside or project.stamps.name in inside
    if not ours and inside - PARTS:
        raise SetupError(
            _(
                "The folder {venv} holds something that is no Python environment. Move "
                "it away, then start again."
            ).format(venv=venv),
            2,
        )
    project.stamps.mkdir(exist_ok=True)
    project.unfinished.touch()
    for folder in (venv, project.stamps):
        for entry in folder.iterdir():
            if entry not in (project.stamps, project.unfinished):
                remove(entry)


def remove(path: Path) -> None:
    """Delete a file, a link (not what it leads to) or a folder; nothing there is no error."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _no_venv() -> str:
    return _(
        "This Python cannot make virtual environments. On Debian and Ubuntu "
        "type: sudo apt install python3-venv. Then start again."
    )
