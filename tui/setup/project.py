"""What pyproject.toml says, and the environment made from it. Standard library only."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

Group = Literal["run", "test", "check"]


class Project:
    """What pyproject.toml says, and the environment made from it."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.file = root / "pyproject.toml"
        self.text = self.file.read_text(encoding="utf-8")
        self.stamps = self.venv / "slowsmile"
        """Notes of ours inside `.venv`: for each group the pins it holds, word for word."""
        self.unfinished = self.stamps / "unfinished"
        """There from before the first package is put in place until after the last."""
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

    def ready(self, groups: Sequence[Group]) -> bool:
        """Whether `.venv` is finished and holds the pins of all `groups`."""
        finished = self.python.exists() and not self.unfinished.exists()
        return finished and all(self.holds(group) for group in groups)


def read_note(file: Path) -> str | None:
    """The text of a note, None where it is missing or cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
