"""What pyproject.toml says, and the environment made from it. Standard library only."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

Group = Literal["run", "test", "check"]


class MachineKind(Protocol):
    """A kind of machine as the markers of the pins name it."""

    @property
    def sys_platform(self) -> str:
        """`sys.platform` there."""
        ...

    @property
    def platform_machine(self) -> str:
        """`platform.machine()` there."""
        ...


class Project:
    """What pyproject.toml says, and the environment made from it."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.file = root / "pyproject.toml"
        self.text = self.file.read_text(encoding="utf-8")
        self.stamps = self.venv / "slowsmile"
        """Notes of ours inside `.venv`: for each group the pins it holds, word for word."""
        self.unfinished = self.stamps / "unfinished"
        """There while `.venv` is made, and while packages are put in place."""
        self.proven = self.stamps / "proven"
        """There once the interpreter of `.venv` has imported every package."""
        self.compared = self.stamps / "compared"
        """The wheels that were compared with the table of known ones before they were put in place:
        a line `name version` each. A `.venv` of an older release has no such note."""
        self.fetched = self.stamps / "wheels"
        """Where wheels lie between fetching and installing."""
        self.made_for = self.stamps / "python"
        """The version of Python whose packages these are."""

    @property
    def python(self) -> Path:
        """The interpreter inside `.venv`, whether or not it is there."""
        windows = Path("Scripts", "python.exe")
        return self.venv / (windows if os.name == "nt" else Path("bin", "python"))

    def pinned(self, group: Group) -> str:
        """The lines of one group as they stand in the file; cut out, to spare a TOML parser."""
        table = self.text.partition("\n[tool.slowsmile.pins]\n")[2]
        return f"\n{table}".partition(f"\n{group} = [")[2].partition("\n]")[0]

    def pins(self, group: Group) -> list[str]:
        """The requirements of one group, as pip reads them."""
        import tomllib

        return tomllib.loads(self.text)["tool"]["slowsmile"]["pins"][group]

    def asks_for(self, groups: Sequence[Group]) -> list[str]:
        """The ranges an installed program asks for, with the extra for tests if it is wanted."""
        import tomllib

        said = tomllib.loads(self.text)["project"]
        extra = said["optional-dependencies"]["test"] if "test" in groups else []
        return [*said["dependencies"], *extra]

    def holds(self, group: Group) -> bool:
        """Whether `.venv` holds exactly the pins of `group`."""
        return read_note(self.stamps / group) == self.pinned(group)

    def inhabitable(self) -> bool:
        """Whether `.venv` has what makes its interpreter one of its own."""
        return self.python.exists() and (self.venv / "pyvenv.cfg").exists()

    def ready(self, groups: Sequence[Group]) -> bool:
        """Whether `.venv` is finished and holds the pins of all `groups`."""
        finished = self.proven.exists() and not self.unfinished.exists()
        return finished and self.inhabitable() and all(self.holds(group) for group in groups)


def read_note(file: Path) -> str | None:
    """The text of a note, None where it is missing or cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def child_environment(project: Project) -> dict[str, str]:
    """The environment for the interpreter of `.venv`: what leads it elsewhere is taken out.

    Of PYTHONPATH the checkout stays, so that a start from another folder still finds it.
    """
    led = ("PYTHONHOME", "PYTHONPATH", "PYTHONPLATLIBDIR")
    ours = {name: value for name, value in os.environ.items() if name not in led}
    if "PYTHONPATH" in os.environ:
        ours["PYTHONPATH"] = str(project.file.parent)
    return ours


def without_marker(pin: str) -> str:
    """`name==version` alone."""
    return pin.partition(";")[0].strip()


def applies(pin: str, machine: MachineKind) -> bool:
    """Whether the marker of `pin`, if it has one, holds on `machine`.

    The pins use only `==` and `!=` on these two variables, joined by `and` and `or`.
    """
    marker = pin.partition(";")[2].strip()
    return not marker or any(
        all(_holds(part, machine) for part in either.split(" and "))
        for either in marker.split(" or ")
    )


def _holds(comparison: str, machine: MachineKind) -> bool:
    variable, operator, quoted = comparison.split()
    here = {
        "sys_platform": machine.sys_platform,
        "platform_machine": machine.platform_machine,
    }[variable]
    return (here == quoted.strip("'\"")) is {"==": True, "!=": False}[operator]
