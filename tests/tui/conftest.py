"""What the tests of the screens share."""

from collections.abc import Iterator
from typing import Any

import pytest

from sessions.log.journal import Journal
from tests.tui import settling
from tui.screens.practice import session


@pytest.fixture(autouse=True)
def quick_pilots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilots that know when an app is at rest."""
    settling.quicken(monkeypatch)


@pytest.fixture(autouse=True)
def drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A practice draws once a second of real time, and whenever a test looks at it.

    A simulated minute passes in a second here, and most of that would go into pictures that no
    test looks at, the more of them the busier the machine is. The real rate is in use wherever the
    program runs in a terminal of its own (`tests/robust`, `tests/end_to_end/test_terminal.py`).
    """
    monkeypatch.setattr(session, "DRAWS_PER_S", 1.0)


@pytest.fixture(autouse=True)
def journals_let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close the journals of practices that a test leaves in their middle.

    Where the program would end, the tests go on: the thread of each journal would live, and hold
    the app that was there when it began, with all its screens.
    """
    begun: list[Journal] = []
    begin = Journal.__init__

    def noted(journal: Journal, *arguments: Any) -> None:
        begin(journal, *arguments)
        begun.append(journal)

    monkeypatch.setattr(Journal, "__init__", noted)
    yield
    for each in begun:
        each.close()
