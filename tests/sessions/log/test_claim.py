"""Two windows over one interrupted practice: one of them decides, the other is told."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.log import claim
from sessions.log.claim import Changed, Settled
from sessions.log.journal import Journal
from sessions.log.journal_format import Unfinished
from sessions.log.record_builder import record_of
from sessions.log.record_files import read_record, record_files, save_record
from sessions.log.recovery import discard, keep_as_is, look_again, unfinished
from sessions.storage import private_files
from tests.sessions.log_samples import MORNING, header, kept_rep, written

Deciding = Callable[[Unfinished], object]


def go_on(found: Unfinished) -> Journal:
    """Go on with it, as the practice screen does."""
    return Journal.resume(found, 0.0, MORNING)


def left(data: Path, reps: int = 8) -> Unfinished:
    """A practice with so many repetitions that ended in the middle, as every window shows it."""
    journal = Journal.begin(data, header())
    for n in range(1, reps + 1):
        journal.add(kept_rep(n))
    journal.close()
    (found,) = unfinished(data)
    return found


def on_disk(data: Path) -> list[int]:
    """Repetitions of every record."""
    return [read_record(path).repetitions for path in record_files(data)]


@pytest.mark.parametrize("loser", [keep_as_is, discard, go_on, look_again])
def test_while_one_window_goes_on_the_other_can_do_nothing(tmp_path: Path, loser: Deciding) -> None:
    """All of it becomes one record, by the window that went on."""
    found = left(tmp_path)
    first = go_on(found)
    first.add(kept_rep(9))
    content = first.path.read_bytes()

    with pytest.raises(Settled, match="Another window is going on with this practice"):
        loser(found)

    assert first.path.read_bytes() == content
    assert on_disk(tmp_path) == []
    first.add(kept_rep(10))
    written(first)
    assert on_disk(tmp_path) == [10]


@pytest.mark.parametrize("loser", [keep_as_is, discard, go_on, look_again])
def test_after_one_window_kept_it_the_other_is_told(tmp_path: Path, loser: Deciding) -> None:
    """No journal comes back, and no second record."""
    found = left(tmp_path)
    path = keep_as_is(found)
    content = path.read_bytes()

    with pytest.raises(Settled, match=r"Another window has kept this practice already\."):
        loser(found)

    assert (on_disk(tmp_path), path.read_bytes()) == ([8], content)
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("loser", [keep_as_is, discard, go_on, look_again])
def test_after_one_window_threw_it_away_the_other_is_told(tmp_path: Path, loser: Deciding) -> None:
    """Nothing of it comes back."""
    found = left(tmp_path)
    discard(found)

    with pytest.raises(Settled, match="Another window has thrown this practice away already"):
        loser(found)

    assert on_disk(tmp_path) == []
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("loser", [keep_as_is, discard, go_on, look_again])
def test_after_one_window_brought_it_to_its_end_the_other_is_told(
    tmp_path: Path, loser: Deciding
) -> None:
    """Its record stays as it is."""
    found = left(tmp_path)
    first = go_on(found)
    first.add(kept_rep(9))
    written(first)

    with pytest.raises(Settled, match="kept"):
        loser(found)

    assert on_disk(tmp_path) == [9]


def gone_on(data: Path) -> Unfinished:
    """A practice of 8 repetitions as one window shows it; another went on to 25 and was left."""
    found = left(data)
    other = go_on(found)
    for n in range(9, 26):
        other.add(kept_rep(n))
    other.close()
    return found


def test_keeping_keeps_what_came_meanwhile(tmp_path: Path) -> None:
    """Not the 8 repetitions that were shown."""
    keep_as_is(gone_on(tmp_path))

    assert on_disk(tmp_path) == [25]


@pytest.mark.parametrize("decide", [discard, go_on, look_again])
def test_what_came_meanwhile_is_to_be_seen_first(tmp_path: Path, decide: Deciding) -> None:
    """It is neither thrown away nor gone on with from the middle."""
    found = gone_on(tmp_path)
    content = found.path.read_bytes()

    with pytest.raises(Changed) as caught:
        decide(found)

    assert len(caught.value.now.kept) == 25
    assert found.path.read_bytes() == content
    discard(caught.value.now)
    assert unfinished(tmp_path) == []


def test_a_name_that_another_window_removed_under_the_lock_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened before the other removed it, locked after that: the file is nobody's any more."""
    found = left(tmp_path)
    really = private_files.lock

    def late(handle: int, *, shared: bool = False) -> bool:
        monkeypatch.setattr(private_files, "lock", really)
        keep_as_is(found)
        return really(handle, shared=shared)

    monkeypatch.setattr(private_files, "lock", late)
    with pytest.raises(Settled, match="kept"):
        discard(found)

    assert on_disk(tmp_path) == [8]


def test_another_process_that_only_looks_is_waited_for(tmp_path: Path) -> None:
    """`due` in a shell prompt lists the journals at any moment; that is not going on with one."""
    found = left(tmp_path)
    looking = os.open(found.path, os.O_RDONLY)
    assert private_files.lock(looking, shared=True)
    assert len(unfinished(tmp_path)) == 1

    taken = claim.claim(found, pause=lambda seconds: os.close(looking))
    taken.close()

    assert taken.found == found


@pytest.mark.parametrize("decide", [discard, go_on])
def test_a_record_that_was_written_before_a_kill_is_not_gone_on_with(
    tmp_path: Path, decide: Deciding
) -> None:
    """Killed between the record and the removal of the journal: all is kept, and it is said."""
    found = left(tmp_path)
    assert found.header is not None
    save_record(tmp_path, record_of(found.header, found.entries))

    with pytest.raises(Settled, match=r"This practice is kept already\."):
        decide(found)

    assert on_disk(tmp_path) == [8]
    assert unfinished(tmp_path) == []


def test_a_record_with_fewer_repetitions_gives_way(tmp_path: Path) -> None:
    """Version 0.1.0 could leave one beside a journal that holds more."""
    found = left(tmp_path, reps=17)
    assert found.header is not None
    save_record(tmp_path, record_of(found.header, found.entries[:8]))

    keep_as_is(found)

    assert on_disk(tmp_path) == [17]
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("decide", [keep_as_is, discard, look_again])
def test_a_vanished_folder_is_not_another_window(tmp_path: Path, decide: Deciding) -> None:
    """A disk that is away takes nothing; nothing is said to be kept."""
    found = left(tmp_path)
    shutil.rmtree(found.path.parent)

    with pytest.raises(FileNotFoundError):
        decide(found)


def test_a_link_is_left(tmp_path: Path) -> None:
    """It is not the program's."""
    found = left(tmp_path)
    target = tmp_path / "elsewhere"
    found.path.rename(target)
    found.path.symlink_to(target)

    with pytest.raises(Trouble, match="is a link"):
        discard(found)

    assert found.path.is_symlink()
    assert target.exists()
