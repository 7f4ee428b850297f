"""What was begun is found again: after a kill, in another window, twice, damaged."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from routines.errors import Trouble
from sessions.engine.interface.commands import KeptRep
from sessions.engine.resume_point import position_after
from sessions.log.journal import Journal
from sessions.log.record_files import read_record, records
from sessions.log.recovery import discard, keep_as_is, running, unfinished
from tests.sessions.log_samples import MORNING, header, kept_rep, whole, written

REPOSITORY = Path(__file__).parents[3]


def _left(data: Path, reps: int = 3) -> Journal:
    journal = Journal.begin(data, header())
    for entry in whole()[:2]:
        journal.add(entry)
    for n in range(1, reps + 1):
        journal.add(kept_rep(n))
    journal.close()
    return journal


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    """An empty or missing folder is no trouble."""
    assert unfinished(tmp_path / "nowhere") == []
    assert not running(tmp_path / "nowhere")


def test_a_running_session_is_not_offered(tmp_path: Path) -> None:
    """A second instance can say so."""
    journal = Journal.begin(tmp_path, header())

    assert unfinished(tmp_path) == []
    assert running(tmp_path)
    journal.close()
    assert len(unfinished(tmp_path)) == 1
    assert not running(tmp_path)


def test_the_plan_goes_on_at_the_same_repetition(tmp_path: Path) -> None:
    """The engine gets back what it had kept."""
    _left(tmp_path, reps=3)
    found = unfinished(tmp_path)[0]

    assert found.worth_asking
    assert found.plan is not None
    position = position_after(found.plan.kept)
    assert (position.step, position.set, position.done) == (0, 1, 3)


def test_a_resumed_session_becomes_one_record(tmp_path: Path) -> None:
    """Both parts are in it, the time between is not."""
    _left(tmp_path, reps=3)
    journal = Journal.resume(unfinished(tmp_path)[0], 5000.0, MORNING + timedelta(hours=1))
    assert unfinished(tmp_path) == []
    for entry in whole()[-2:]:
        journal.add(msgspec.structs.replace(entry, at_s=5060.0))

    record = read_record(written(journal))

    assert len(record.exercises[0].reps) == 3
    assert record.ended == "finished"
    assert record.interrupted == (MORNING + timedelta(hours=1),)
    assert record.seconds == 36 + 60


def test_a_torn_last_line_is_cut_away_before_going_on(tmp_path: Path) -> None:
    """What follows it can be read."""
    journal = _left(tmp_path, reps=2)
    with journal.path.open("ab") as file:
        file.write(b'deadbeef {"type":"Kept')
    resumed = Journal.resume(unfinished(tmp_path)[0], 0.0, MORNING)
    resumed.add(kept_rep(3))
    resumed.close()

    found = unfinished(tmp_path)[0]

    assert found.damaged_lines == 0
    assert [e.rep.n for e in found.entries if isinstance(e, KeptRep)] == [1, 2, 3]


def test_a_journal_whose_folder_vanished_is_written_anew_when_it_is_resumed(
    tmp_path: Path,
) -> None:
    """All that had been read of it, and what comes after: a disk may have been away."""
    _left(tmp_path)
    found = unfinished(tmp_path)[0]
    shutil.rmtree(found.path.parent)

    resumed = Journal.resume(found, 0.0, MORNING)
    resumed.add(kept_rep(4))
    resumed.close()

    assert resumed.trouble is None
    (again,) = unfinished(tmp_path)
    assert again.path == found.path
    assert [e.rep.n for e in again.entries if isinstance(e, KeptRep)] == [1, 2, 3, 4]


def test_a_journal_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    """The session goes on from memory."""
    data = tmp_path / "data"
    _left(data)
    found = unfinished(data)[0]
    shutil.rmtree(data)
    data.write_text("a file in the way")

    resumed = Journal.resume(found, 0.0, MORNING)

    assert "cannot be written just now" in (resumed.trouble or "")
    assert len(resumed.record().exercises[0].reps) == 3


def test_kept_as_it_is_it_counts_as_abandoned(tmp_path: Path) -> None:
    """What was done stays, and the journal is gone."""
    _left(tmp_path)
    path = keep_as_is(unfinished(tmp_path)[0])

    record = read_record(path)
    assert record.ended == "abandoned"
    assert record.exercises[0].ended == "not-reached"
    assert len(record.exercises[0].reps) == 3
    assert unfinished(tmp_path) == []


def test_a_session_whose_record_was_written_already_is_not_doubled(tmp_path: Path) -> None:
    """Killed between record and journal, it is known by its id."""
    journal = Journal.begin(tmp_path, header())
    for entry in whole():
        journal.add(entry)
    content = journal.path.read_bytes()
    path = written(journal)
    journal.path.write_bytes(content)
    found = unfinished(tmp_path)[0]

    assert found.over
    assert not found.worth_asking
    assert keep_as_is(found) == path
    assert len(list(records(tmp_path))) == 1


def test_discarding_takes_the_journal_only(tmp_path: Path) -> None:
    """Nothing else is touched."""
    Journal.begin(tmp_path, header()).finish()
    _left(tmp_path)
    discard(unfinished(tmp_path)[0])

    assert unfinished(tmp_path) == []
    assert len(list(records(tmp_path))) == 1


def test_an_unreadable_journal_is_shown_and_not_kept(tmp_path: Path) -> None:
    """It can be discarded, not turned into a record."""
    journal = _left(tmp_path)
    journal.path.write_bytes(b"\x00" * 300)
    found = unfinished(tmp_path)[0]

    assert found.problem is not None
    with pytest.raises(Trouble, match="cannot be kept"):
        keep_as_is(found)
    discard(found)
    assert unfinished(tmp_path) == []


def _killed_at_random(data: Path, seed: int) -> dict[str, list[int]]:
    """Let a child practise, kill it, and return the repetitions it had said were kept, by id."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.sessions.log.log_child", str(data)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(random.Random(seed).randint(1, 130))]
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    kept: dict[str, list[int]] = defaultdict(list)
    for line in "".join([*said, rest]).split("\n")[:-1]:
        word, name, *n = line.split()
        kept[name].extend(map(int, n))
        if word == "done":
            assert kept[name] == list(range(1, 41))
    return kept


def _check_after_kill(data: Path, kept: dict[str, list[int]]) -> None:
    offered = {found.header.id: found for found in unfinished(data) if found.header}
    for found in offered.values():
        assert found.damaged_lines == 0
        assert found.plan is not None
        done = [e.rep.n for e in found.kept if isinstance(e, KeptRep)]
        assert done == list(range(1, len(done) + 1))
        if done:
            assert position_after(found.plan.kept).done == len(done)
        keep_as_is(found)
    listed = list(records(data))
    assert [each.problem for each in listed if each.problem] == []
    by_id = {each.record.id: each.record for each in listed if each.record}
    assert len(by_id) == len(listed)
    for name, reps in kept.items():
        recorded = [rep.n for rep in by_id[name].exercises[0].reps]
        assert recorded[: len(reps)] == reps
    assert not running(data)


@pytest.mark.parametrize("seed", range(8))
def test_a_kill_at_any_instant_loses_no_repetition(tmp_path: Path, seed: int) -> None:
    """SIGKILL of a real process: every file parses, every kept repetition is there, once."""
    _check_after_kill(tmp_path, _killed_at_random(tmp_path, seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_two_hundred_kills_lose_no_repetition(tmp_path: Path, seed: int) -> None:
    """The same, two hundred times."""
    _check_after_kill(tmp_path, _killed_at_random(tmp_path, seed))
