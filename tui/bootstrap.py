"""From a checkout and a bare Python to a program that runs: decides whether `.venv` must be made.

Standard library only. An installed program never sets anything up, and neither does one started
inside an environment that already has what pyproject.toml asks for. Otherwise the pinned set is
put into `.venv` (see `installing`), stamped, and the program starts again inside. A start with a
good stamp opens two small files and asks nothing of the network.
"""

import hashlib
import json
import os
import re
import sys
import tomllib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

Group = Literal["run", "test", "check"]

CHECKOUT = Path(__file__).resolve().parent.parent
OPENCV_BUILDS = (
    "opencv-python",
    "opencv-python-headless",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)
"""Four builds of the same `cv2`; any of them will do."""


class Project:
    """What pyproject.toml says, and the environment made from it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.file = root / "pyproject.toml"
        self._said: dict[str, Any] = tomllib.loads(self.file.read_text(encoding="utf-8"))

    def pins(self, group: Group) -> list[str]:
        """The requirement lines of one group, as pip reads them."""
        return self._said["tool"]["slowsmile"]["pins"][group]

    def stamp_of(self, group: Group) -> str:
        """What the stamp holds once exactly these pins are installed."""
        return hashlib.sha256("\n".join(self.pins(group)).encode()).hexdigest()

    def asks_for(self, groups: Sequence[Group]) -> list[str]:
        """The ranges an installed program asks for, with the extra for tests if it is wanted."""
        said = self._said["project"]
        extra = said["optional-dependencies"]["test"] if "test" in groups else []
        return [*said["dependencies"], *extra]

    @property
    def python(self) -> Path:
        """The interpreter inside `.venv`, whether or not it is there."""
        windows = Path("Scripts", "python.exe")
        return self.venv / (windows if os.name == "nt" else Path("bin", "python"))

    @property
    def stamp(self) -> Path:
        """The file that says what `.venv` holds."""
        return self.venv / "slowsmile-pins.json"

    def stamped(self) -> dict[str, str]:
        """What the stamp says; empty where there is none that can be read."""
        try:
            said = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return said if isinstance(said, dict) else {}

    def ready(self, groups: Sequence[Group]) -> bool:
        """Whether `.venv` holds the pins of all `groups`."""
        said = self.stamped()
        return self.python.exists() and all(said.get(g) == self.stamp_of(g) for g in groups)


def enter(module: str, groups: Sequence[Group], root: Path = CHECKOUT) -> None:
    """Return when this process can run `module`; otherwise go on in `.venv`, made if need be."""
    if not (root / "pyproject.toml").is_file():
        return
    project = Project(root)
    ready = project.ready(groups)
    if Path(sys.prefix).resolve() == project.venv.resolve():
        ready = ready and project.stamped().get("python") == python_version()
        if ready or (not project.stamped() and has_all(project.asks_for(groups))):
            return
    elif (in_an_environment() or not ready) and has_all(project.asks_for(groups)):
        return
    if not ready:
        prepare(groups, root)
    _start_again(project.python, module)


def prepare(groups: Sequence[Group], root: Path = CHECKOUT) -> Path:
    """Make `.venv` hold the pins of `groups`; its interpreter. Ends the program if it cannot."""
    from tui.installing import SetupError, install

    project = Project(root)
    try:
        install(project, groups)
    except SetupError as error:
        print(error.sentence, file=sys.stderr)
        sys.exit(error.code)
    except OSError as error:
        print(
            f"{project.venv} could not be made: {error.strerror}. "
            "Put this checkout in a folder you may write to, then start again.",
            file=sys.stderr,
        )
        sys.exit(2)
    except KeyboardInterrupt:
        print("\nSetting up was interrupted; the next start begins it anew.", file=sys.stderr)
        sys.exit(130)
    return project.python


def has_all(requirements: Sequence[str]) -> bool:
    """Whether this interpreter has every package named, at the exact version where one is given.

    Of lines for the same package (one for each kind of machine) any may be met.
    """
    wanted: dict[str, set[str]] = {}
    for line in requirements:
        name, exact = re.match(r"([\w.-]+)(?:==([\w.]+))?", line).groups()  # type: ignore[union-attr]
        wanted.setdefault(name, set()).update({exact} if exact else ())
    return all(_has(name, versions) for name, versions in wanted.items())


def _has(name: str, versions: set[str]) -> bool:
    builds = OPENCV_BUILDS if name == "opencv-python" else (name,)
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


def _start_again(python: Path, module: str) -> None:
    line = [str(python), "-m", module, *sys.argv[1:]]
    if os.name == "nt":  # exec there returns to the shell at once
        import subprocess

        sys.exit(subprocess.call(line))
    os.execv(python, line)


if __name__ == "__main__":
    print(prepare(("run", "test", "check")))
