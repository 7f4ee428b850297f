"""What a person types to start the program, for every sentence that says what to type next.

Decided by where the program stands, not by how this process was started: child processes say
the same. From a checkout `python3 -m tui` always works; installed, it is called `slowsmile`.
"""

from pathlib import Path
from typing import Final


def command_in(root: Path) -> str:
    """What starts the program whose packages stand in the folder `root`."""
    return "python3 -m tui" if (root / "pyproject.toml").is_file() else "slowsmile"


COMMAND: Final = command_in(Path(__file__).resolve().parent.parent)
