"""Reading and writing again is done by one at a time, and nobody waits for ever."""

from pathlib import Path

import pytest

from sessions.storage import private_files
from sessions.storage.private_files import PATIENCE_S, locked


class Waiting:
    """A clock that only moves while somebody waits."""

    at_s = 0.0

    def clock(self) -> float:
        """Seconds so far."""
        return self.at_s

    def pause(self, seconds: float) -> None:
        """Time goes by."""
        self.at_s += seconds


def test_a_second_writer_waits_and_then_is_told(tmp_path: Path) -> None:
    """After its patience, in a sentence that names the reason."""
    waiting = Waiting()
    with (
        locked(tmp_path),
        pytest.raises(OSError, match="another window is writing there"),
        locked(tmp_path, waiting.clock, waiting.pause),
    ):
        raise AssertionError("both had it")

    assert PATIENCE_S < waiting.at_s < PATIENCE_S + 1.0


def test_it_is_free_again_afterwards_also_after_a_failure(tmp_path: Path) -> None:
    """Whatever happened inside."""
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    waiting = Waiting()
    with locked(tmp_path, waiting.clock, waiting.pause):
        assert waiting.at_s == 0.0


def test_a_writer_that_waited_goes_on(tmp_path: Path) -> None:
    """As soon as the other is done."""
    first = locked(tmp_path)
    first.__enter__()
    waiting = Waiting()

    def pause(seconds: float) -> None:
        waiting.pause(seconds)
        if waiting.at_s > 1.0:
            first.__exit__(None, None, None)

    with locked(tmp_path, waiting.clock, pause):
        assert 1.0 < waiting.at_s < PATIENCE_S


def test_it_leaves_nothing_behind_where_folders_can_be_locked(tmp_path: Path) -> None:
    """And makes the folder, closed to others."""
    folder = tmp_path / "data"
    with locked(folder):
        pass

    assert folder.stat().st_mode & 0o777 == private_files.FOLDER_MODE
    assert list(folder.iterdir()) == []
