"""From a checkout and a bare Python to a program that runs: decides whether `.venv` must be made.

Standard library only. An installed program never sets anything up, and neither does one started
inside an environment that already has what pyproject.toml asks for. Otherwise the pinned set is
put into `.venv` (see `installing`), stamped, and the program starts again inside. A start with a
good stamp reads a few small files, imports next to nothing and asks nothing of the network.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from routines.language import _
from tui.setup.project import Group, Project, child_environment, read_note

CHECKOUT = Path(__file__).resolve().parents[2]
OPENCV_BUILDS = (
    "opencv-python",
    "opencv-python-headless",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)
"""Four builds of the same `cv2`; any of them will do."""


def enter(module: str, groups: Sequence[Group], root: Path = CHECKOUT) -> None:
    """Return when this process can run `module`; otherwise go on in `.venv`, made if need be."""
    if not (root / "pyproject.toml").is_file():
        return
    project = Project(root)
    ready = project.ready(groups)
    if Path(sys.prefix).resolve() == project.venv.resolve():
        ready = ready and read_note(project.made_for) == python_version()
        if ready or (not project.stamps.exists() and has_all(project.asks_for(groups))):
            return
    elif (in_an_environment() or not ready) and has_all(project.asks_for(groups)):
        return
    if not ready:
        prepare(groups, root)
    _start_again(project, module)


def prepare(groups: Sequence[Group], root: Path = CHECKOUT) -> Path:
    """Make `.venv` hold the pins of `groups`; its interpreter. Ends the program if it cannot."""
    from routines.language.choice import choose

    choose(os.environ)  # by variable or locale; the settings are found with packages only
    from tui.setup.errors import SetupError
    from tui.setup.installing import install

    project = Project(root)
    try:
        install(project, groups)
    except SetupError as error:
        print(error.sentence, file=sys.stderr)
        sys.exit(error.code)
    except OSError as error:
        print(
            _(
                "{folder} could not be made: {reason}. Put this checkout in a folder "
                "you may write to, then start again."
            ).format(folder=project.venv, reason=error.strerror),
            file=sys.stderr,
        )
        sys.exit(2)
    except KeyboardInterrupt:
        print(_("\nSetting up was interrupted; the next start begins it anew."), file=sys.stderr)
        sys.exit(130)
    return project.python


def has_all(requirements: Sequence[str]) -> bool:
    """Whether this interpreter has every package named, at the exact version where one is given.

    Of lines for the same package (one for each kind of machine) any may be met.
    """
    import re

    wanted: dict[str, set[str]] = {}
    for line in requirements:
        name = re.split(r"[^\w.-]", line)[0]
        exact = re.findall(r"^[\w.-]+==([\w.]+)", line)
        wanted.setdefault(name, set()).update(exact)
    return all(_has(name, versions) for name, versions in wanted.items())


def _has(name: str, versions: set[str]) -> bool:
    from importlib import metadata

    builds = OPENCV_BUILDS if name in OPENCV_BUILDS else (name,)
    for build in builds:
        try:
            found = metadata.version(build)
        except metadata.PackageNotFoundError:
            continue
        return not versions or found in versions
    return False


def in_an_environment() -> bool:
    """Whether somebody started a virtual environment's interpreter on purpose."""
    return sys.prefix != sys.base_prefix


def python_version() -> str:
    """The version that decides which built packages fit, such as 3.11."""
    return "{}.{}".format(*sys.version_info[:2])


def _start_again(project: Project, module: str) -> None:
    line = [str(project.python), "-m", module, *sys.argv[1:]]
    environment = child_environment(project)
    try:
        if os.name == "nt":  # exec there returns to the shell at once
            import subprocess

            sys.exit(subprocess.call(line, env=environment))
        os.execve(project.python, line, environment)
    except OSError as error:
        from contextlib import suppress

        with suppress(OSError):
            project.unfinished.touch()
        print(
            _("{path} cannot be started: {reason}. Start again to make {folder} anew.").format(
                path=project.python, reason=error.strerror, folder=project.venv
            ),
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    print(prepare(("run", "test", "check")))
