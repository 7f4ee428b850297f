"""Brings `.venv` to the pins. Standard library only; talks on stderr.

What it must never do: leave behind something that looks finished and is not, or spoil what
worked. The note "unfinished" is there while `.venv` is made and while packages are put in place;
an environment found with it is made anew. Until all is fetched and checked nothing changes. The
notes that say "finished" are written last, after the interpreter that will run has imported
every package. Two starts at once wait for one another, and for what a killed one left running.
"""

import contextlib
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from routines.language import _
from tui.setup.errors import SetupError
from tui.setup.fetching import Pip
from tui.setup.making import check_place, fits, make, version_inside
from tui.setup.project import Group, Project, applies, child_environment, without_marker

DOWNLOAD_MB = {"run": 149, "test": 60, "check": 80}
"""Measured on Linux x86_64, rounded up; told before anything is fetched."""


class ThisMachine(NamedTuple):
    """What markers ask about."""

    sys_platform: str = sys.platform
    platform_machine: str = platform.machine()


def install(project: Project, groups: Sequence[Group]) -> None:
    """Bring `.venv` to the pins of `groups`, keeping the groups it already holds."""
    with _alone(project) as lock:
        whole = fits(project)
        if whole and project.ready(groups):
            return
        pins = [
            without_marker(pin)
            for group in groups
            for pin in project.pins(group)
            if applies(pin, ThisMachine())
        ]
        faults = _faults(project, pins) if whole else dict.fromkeys(pins, "is not installed")
        if faults:
            check_place(project)
            _say(
                _(
                    "Setting up slowsmile in {folder} (only this once): up to {megabytes} "
                    "MB to download."
                ).format(folder=project.venv, megabytes=_megabytes(project, groups))
            )
            if not whole:
                make(project, lock)
            pip = Pip(project, lock)
            files = pip.fetch(list(faults))
            project.stamps.mkdir(exist_ok=True)
            project.unfinished.touch()
            pip.put_in_place(files)
            _note_compared(project, pip.compared)
            _prove(project, pins)
            _stamp(project, groups)
            _say("Set up.")
        else:  # where nothing can be written down it is looked at anew the next time
            with contextlib.suppress(OSError):
                _stamp(project, groups)


def _stamp(project: Project, groups: Sequence[Group]) -> None:
    project.stamps.mkdir(exist_ok=True)
    project.made_for.write_text(version_inside(project), encoding="utf-8")
    for group in groups:
        (project.stamps / group).write_text(project.pinned(group), encoding="utf-8")
    project.proven.touch()
    project.unfinished.unlink(missing_ok=True)


def _note_compared(project: Project, files: Sequence[Path]) -> None:
    """Add to the note what was compared with the table, for `doctor`."""
    with project.compared.open("a", encoding="utf-8") as note:
        for file in files:
            name, version = file.name.split("-")[:2]
            note.write(f"{name.lower().replace('_', '-')} {version}\n")


def _prove(project: Project, pins: Sequence[str]) -> None:
    for pin, reason in _faults(project, pins).items():
        raise SetupError(
            _(
                "{pin} was put in place, but {reason}. Start again to make {folder} "
                "anew. If it says so again, what is named here is missing or too old on "
                "this system."
            ).format(pin=pin, reason=reason, folder=project.venv),
            1,
        )


def _faults(project: Project, pins: Sequence[str]) -> dict[str, str]:
    """Which of `pins` the interpreter of `.venv` cannot use, each with the reason."""
    ran = subprocess.run(
        [project.python, "-m", "tui.setup.proof", *pins],
        cwd=project.file.parent,
        env=child_environment(project),
        capture_output=True,
        text=True,
        errors="replace",
    )
    said = ran.stdout.splitlines()
    faults = [line.removeprefix("fault ") for line in said if line.startswith("fault ")]
    found = {pin: reason for pin, _, reason in (line.partition("\t") for line in faults)}
    if "done" not in said:
        tried = [line.removeprefix("trying ") for line in said if line.startswith("trying ")]
        name = tried[-1] if tried else "Python"
        broken = next((pin for pin in pins if pin.partition("==")[0] == name), name)
        found[broken] = _("it ends the program when it is imported (exit code {code})").format(
            code=ran.returncode
        )
    return found


def _megabytes(project: Project, groups: Sequence[Group]) -> int:
    return sum(DOWNLOAD_MB[g] for g in groups if not project.holds(g))


@contextlib.contextmanager
def _alone(project: Project) -> Iterator[tuple[int, ...]]:
    """Hold a lock against other starts, where the system has such locks.

    Gives the file descriptor for children to inherit: the lock ends when all of them have ended.
    """
    try:
        import fcntl
    except ImportError:
        yield ()
        return
    with project.file.open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say(_("Another start is setting up slowsmile; waiting for it."))
            fcntl.flock(held, fcntl.LOCK_EX)
        yield (held.fileno(),)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
