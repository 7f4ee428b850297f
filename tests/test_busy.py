"""The busy loops beside the tests run, end, and are told of as they were seen."""

import os

import pytest

from tests import busy
from tests.busy import Busy


def test_they_run_until_they_are_ended() -> None:
    """None is left behind."""
    beside = Busy(loops=2)
    beside.begin()
    running = [loop.pid for loop in beside._running]
    alive = [loop.poll() is None for loop in beside._running]

    beside.end()

    assert alive == [True, True]
    for pid in running:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_load_that_was_seen_is_told() -> None:
    """The least, the most and the mean; nothing where the run was too short."""
    assert "too short" in Busy(loops=5).said()

    assert "5 busy loops" in Busy(loops=5, loads=[7.0, 8.0, 9.0]).said()
    assert "load 7.0 to 9.0, mean 8.0" in Busy(loops=5, loads=[7.0, 8.0, 9.0]).said()


def test_what_the_system_says_before_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its mean still holds the minute before."""
    monkeypatch.setattr(busy, "SETTLED_S", 0.0)
    monkeypatch.setattr(busy, "LOOK_EVERY_S", 0.0)
    monkeypatch.setattr(os, "getloadavg", lambda: (8.25, 0.0, 0.0))
    beside = Busy(loops=0)
    beside.loads = _Until(3, beside)

    beside._look()

    assert list(beside.loads) == [8.25] * 3


class _Until(list[float]):
    """Ends the looking after so many looks."""

    def __init__(self, most: int, beside: Busy) -> None:
        super().__init__()
        self._most, self._beside = most, beside

    def append(self, seen: float) -> None:
        super().append(seen)
        if len(self) == self._most:
            self._beside.end()
