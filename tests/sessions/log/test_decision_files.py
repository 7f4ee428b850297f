"""Decisions beside the record: made from the journal, found by the session, told where damaged."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from sessions.decisions.columns import Damaged
from sessions.decisions.kept_decisions import NOTHING_MORE, chunk_of
from sessions.decisions.rerun import rerun
from sessions.engine.interface.commands import KeptRep
from sessions.log.decision_files import (
    DecisionTrouble,
    adopt_decisions,
    decision_file,
    decision_files,
    decisions_of,
    read_decisions,
)
from sessions.log.entries import Entry, Header, HeardEvents, NoteLine, Resumed
from sessions.log.journal import Journal
from sessions.simulator.profile import load_profile
from tests.sessions.decisions.heard import HeardSession
from tests.sessions.log_samples import MORNING, plan, step

_PLAN = plan(step("open-smile", reps=2))
_HEADER = Header(started=MORNING, plan=_PLAN, source="sim:steady", id="feed")


@cache
def _told() -> HeardSession:
    """What a practice kept."""
    return HeardSession(_PLAN, load_profile("steady"))


def _entries() -> list[Entry]:
    """As a conductor keeps them: what was heard before what was decided on it."""
    kept = list(_told().decisions.stretches[0].kept)
    heard = HeardEvents(at_s=0.0, events=chunk_of(_told().noted))
    return [heard, *kept, NoteLine(at_s=1.0, text="Tired today.")]


def _kept(data: Path) -> Path:
    journal = Journal.begin(data, _HEADER)
    for entry in _entries():
        journal.add(entry)
    path = journal.finish()
    assert path is not None
    return path


def test_they_are_kept_by_the_records_name_and_are_private(tmp_path: Path) -> None:
    """Small, without the person's own words, and decided the same again."""
    record = _kept(tmp_path)
    file = decision_file(tmp_path, record.stem)
    assert decision_files(tmp_path) == [file]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_size < 10_000
    decisions = read_decisions(tmp_path, record.stem, "feed")
    assert decisions is not None
    assert rerun(decisions).identical
    assert b"Tired" not in repr(decisions).encode()


def test_an_interruption_makes_two_stretches() -> None:
    """Each is gone through from where the one before had come to."""
    kept = list(_told().decisions.stretches[0].kept)
    first_rep = next(n for n, each in enumerate(kept) if isinstance(each, KeptRep))
    going_on = msgspec.structs.replace(_PLAN, kept=tuple(kept[: first_rep + 1]))
    rest = HeardSession(going_on, load_profile("steady"))
    entries: list[Entry] = [
        HeardEvents(at_s=0.0, events=chunk_of(_told().noted)),
        *kept[: first_rep + 1],
        Resumed(at_s=0.0, now=MORNING),
        HeardEvents(at_s=0.0, events=chunk_of(rest.noted)),
        *rest.decisions.stretches[0].kept,
    ]
    decisions = decisions_of(_HEADER, entries)
    assert decisions is not None
    assert len(decisions.stretches) == 2
    assert rerun(decisions).identical


@pytest.mark.parametrize("lost", [NOTHING_MORE, b"no columns"])
def test_where_a_part_is_lost_nothing_is_kept(lost: bytes) -> None:
    """Half of a session would be decided otherwise."""
    assert decisions_of(_HEADER, [*_entries(), HeardEvents(at_s=9.0, events=lost)]) is None


def test_what_is_missing_damaged_or_anothers_is_told(tmp_path: Path) -> None:
    """Each in its own words."""
    record = _kept(tmp_path)
    assert read_decisions(tmp_path, "2026-01-01T00-00-00", "feed") is None
    with pytest.raises(DecisionTrouble, match="another session"):
        read_decisions(tmp_path, record.stem, "dead")
    file = decision_file(tmp_path, record.stem)
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(DecisionTrouble, match="cut off"):
        read_decisions(tmp_path, record.stem, "feed")
    file.unlink()
    file.symlink_to(tmp_path)
    with pytest.raises(DecisionTrouble):
        read_decisions(tmp_path, record.stem, "feed")


def test_they_are_taken_in_only_beside_their_record(tmp_path: Path) -> None:
    """By the session, whatever the file was called where it came from."""
    record = _kept(tmp_path)
    content = decision_file(tmp_path, record.stem).read_bytes()
    there = tmp_path / "there"
    assert adopt_decisions(there, content, {"feed": "2026-11-21T08-30-00-2"})
    assert [path.name for path in decision_files(there)] == ["2026-11-21T08-30-00-2.xz"]
    assert not adopt_decisions(there, content, {"feed": "2026-11-21T08-30-00-2"})
    with pytest.raises(Damaged, match="not here"):
        adopt_decisions(there, content, {})
