"""Data folders that cannot be written, fill up, or go away in the middle of a practice."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.robust.practising import end_here, in_practice, kept, practising, to_its_end
from tests.robust.refusals import as_nobody_special, no_file_over


@pytest.mark.parametrize(
    "lines", [True, pytest.param(False, marks=pytest.mark.long)], ids=["lines", "screen"]
)
def test_a_folder_that_takes_nothing_is_said_and_practice_goes_on(
    tmp_path: Path, lines: bool
) -> None:
    """From the first moment, in plain words; at the end it says that nothing was kept."""
    data = tmp_path / "data"
    data.mkdir()
    data.chmod(0o500)
    flags = ("--plain", "--no-sound") if lines else ()
    with practising(tmp_path, *flags, before=as_nobody_special) as window:
        window.until("cannot be written")
        in_practice(window)
        if lines:
            window.press("q")
            window.until("nothing of this practice could be kept")
            window.until("leave it as it is")
            window.press("q\r")

        assert (window.leave() if lines else end_here(window)) == 0
        assert window.restored
        window.until("(?i)cannot be written|not kept")
        assert "Traceback" not in window.raw
    assert list(data.iterdir()) == []


@pytest.mark.long
def test_a_disk_that_fills_up_costs_no_practice(tmp_path: Path) -> None:
    """The journal ends where the disk did, with whole lines; the person is told.

    Always: `sessions/log/test_journal.py::test_a_disk_that_is_really_full_for_a_while`.
    """
    with practising(tmp_path, before=partial(no_file_over, 6000)) as window:
        window.until("cannot be written")
        in_practice(window)

        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw


@pytest.mark.long
def test_a_folder_deleted_in_mid_practice_is_made_again(tmp_path: Path) -> None:
    """The record holds every repetition, those before the loss too.

    Always: the same of the journal by itself, in `sessions/log/test_journal.py`.
    """
    with practising(tmp_path, "--no-sound", "--speed", "20") as window:
        in_practice(window, done=1)
        shutil.rmtree(tmp_path / "data")

        assert to_its_end(window) == 0
        assert window.restored
    record = kept(tmp_path)
    assert record.ended == "finished"
    assert len(record.exercises[0].reps) == 4


@pytest.mark.long
def test_a_second_window_says_that_a_practice_is_running(tmp_path: Path) -> None:
    """Both may go on, each with a record of its own."""
    with practising(tmp_path, "--plain", "--no-sound") as first:
        in_practice(first)
        first.press(" ")
        first.until("Paused")
        with practising(tmp_path) as second:
            second.until("running in another")
            in_practice(second)
            assert end_here(second) == 0
        first.press("q")
        assert first.leave() == 0
    assert len(list((tmp_path / "data" / "sessions").rglob("*.toml"))) == 2
