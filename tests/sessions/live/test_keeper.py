"""Keeping a session while the program is being ended."""

import asyncio
import threading
from pathlib import Path

import pytest

from routines.reading.library import find
from sessions.live.keeper import Keeping
from sessions.live.request import SessionRequest
from sessions.log import journal
from sessions.log.record import SessionRecord
from sessions.log.record_files import save_record
from tests.patience import patience


async def test_a_record_that_is_being_written_is_written_although_the_program_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal comes while the disk is slow: the record is kept, and no journal is left over."""
    writing, may_go_on = threading.Event(), threading.Event()

    def slowly(data: Path, record: SessionRecord) -> Path:
        writing.set()
        assert may_go_on.wait(patience(5.0))
        return save_record(data, record)

    monkeypatch.setattr(journal, "save_record", slowly)
    keeping = Keeping(
        SessionRequest(routine=find("daily-gentle"), side="left", data=tmp_path, source="sim")
    )
    keeping.begin()
    finishing = asyncio.create_task(keeping.finish(10.0, "", None))
    await asyncio.to_thread(writing.wait, patience(5.0))
    keeping.put_aside()
    still_its_own = keeping.record()
    may_go_on.set()
    path = await finishing

    assert still_its_own is not None
    assert path is not None
    assert path.is_file()
    assert list((tmp_path / "journal").iterdir()) == []
