"""What a person is told to type is what works where the program stands."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from routines.program import COMMAND, command_in
from tests.patience import patience
from tui.cli import COMMANDS


def test_from_a_checkout_it_is_the_module(checkout: Path) -> None:
    """Beside a pyproject.toml nothing is installed under a name of its own."""
    assert command_in(checkout) == COMMAND == "python3 -m tui"


def test_installed_it_is_the_name(tmp_path: Path) -> None:
    """Among installed packages the program is called by its name."""
    assert command_in(tmp_path) == "slowsmile"


def test_no_sentence_names_the_command_by_itself(checkout: Path) -> None:
    """Every text that says what to type takes the words from here."""
    typed = re.compile(rf"\bslowsmile ({'|'.join(COMMANDS)})\b")
    found: list[str] = []
    for package in ("routines", "sessions", "tui"):
        for source in (checkout / package).rglob("*.py"):
            if "slowsmile" not in (text := source.read_text(encoding="utf-8")):
                continue
            tree = ast.parse(text)
            notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            found += [
                f"{source}: {node.value}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and id(node) not in notes
                if isinstance(node.value, str) and typed.search(node.value)
            ]

    assert found == []


def test_a_child_process_says_the_same(checkout: Path) -> None:
    """However a process was started: the words do not come from its own command line."""
    said = subprocess.run(
        [sys.executable, "-c", "from routines.program import COMMAND; print(COMMAND)"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )

    assert said.stdout == "python3 -m tui\n"
