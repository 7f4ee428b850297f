"""A start is not held up by looking for garbage that is not there."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.native import garbage
from tests.patience import patience

_IMPORTS = "import gc, sys, tui.cli, sessions.worker.main"
STARTS = {
    "program": "sys.argv = ['slowsmile', '--version']; tui.cli.main()",
    "camera process": """
sessions.worker.main.take_wire = lambda: sys.exit()
try:
    sessions.worker.main.main()
except SystemExit:
    pass
""",
}


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The run of the tests has rules of its own."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)


@pytest.mark.parametrize("which", STARTS)
def test_each_process_starts_without(which: str, checkout: Path) -> None:
    """From its first line on."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{_IMPORTS}\n{STARTS[which]}\nprint(gc.get_threshold())"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(10.0),
    )
    assert ran.stdout.splitlines()[-1].startswith(f"({garbage.WHILE_STARTING},"), ran.stderr


def test_what_was_there_stays_and_the_rest_is_looked_at_as_usual(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once, and only by whoever put it off."""
    frozen: list[tuple[int, int, int]] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(gc.get_threshold()))
    usual = gc.get_threshold()

    garbage.keep_what_is_there()
    assert not frozen

    garbage.put_off()
    assert gc.get_threshold()[0] == garbage.WHILE_STARTING
    garbage.keep_what_is_there()
    garbage.keep_what_is_there()
    assert len(frozen) == 1
    assert gc.get_threshold() == usual
