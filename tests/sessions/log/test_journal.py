"""The running log loses nothing: on a cut, a full disk, a vanished folder, a slow private_files."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.engine.interface.commands import Finished
from sessions.log.entries import Header, NoteLine
from sessions.log.journal import Journal
from sessions.log.journal_format import line_of, read_journal
from sessions.log.record_files import read_record, records
from sessions.log.recovery import running, unfinished
from sessions.storage import private_files
from tests.patience import patience
from tests.sessions.log_samples import MORNING, header, kept_rep, whole, written


def _content(journal: Journal) -> bytes:
    return journal.path.read_bytes()


class TestWhileASessionRuns:
    """begin, add, finish."""

    def test_every_entry_is_in_the_file_when_add_returns(self, tmp_path: Path) -> None:
        """Killing the program after `add` loses nothing."""
        journal = Journal.begin(tmp_path, header())
        for n, entry in enumerate(whole(), start=1):
            journal.add(entry)

            assert len(read_journal(journal.path, _content(journal)).entries) == n
        journal.close()

    def test_finish_leaves_one_record_and_no_journal(self, tmp_path: Path) -> None:
        """The record holds what the journal held."""
        journal = Journal.begin(tmp_path, header())
        for entry in whole():
            journal.add(entry)
        expected = journal.record()

        path = written(journal)

        assert path == tmp_path / "sessions" / "2026" / "2026-11-21T08-30-00.toml"
        assert read_record(path) == expected
        assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]

    def test_two_sessions_of_the_same_second_both_stay(self, tmp_path: Path) -> None:
        """Neither journals nor records overwrite one another."""
        journals = [Journal.begin(tmp_path, header()) for _ in range(3)]
        paths = {written(journal) for journal in journals}

        assert len(paths) == 3
        assert len({read_record(path).id for path in paths}) == 3

    def test_without_an_ending_it_was_abandoned(self, tmp_path: Path) -> None:
        """A session that was cut off is never called finished."""
        journal = Journal.begin(tmp_path, header())
        journal.add(kept_rep(1))

        assert read_record(written(journal)).ended == "abandoned"

    def test_numbers_that_json_cannot_hold_cost_a_score_and_not_the_session(
        self, tmp_path: Path
    ) -> None:
        """A repetition with an infinite number is kept as not scored."""
        journal = Journal.begin(tmp_path, header())
        journal.add(kept_rep(1, affected=float("inf")))
        journal.add(kept_rep(2))
        journal.close()

        first, second = unfinished(tmp_path)[0].entries

        assert not getattr(first, "rep").scored  # noqa: B009
        assert second == kept_rep(2)

    def test_the_disk_is_asked_to_keep_it_and_add_never_waits(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk that takes its time holds up `close`, not the screen."""
        may_go, asked = threading.Event(), threading.Event()

        def slow(_handle: int) -> None:
            asked.set()
            may_go.wait(patience(2.5))

        journal = Journal.begin(tmp_path, header())
        monkeypatch.setattr(journal._sync, "_sync", slow)
        for n in range(1, 50):
            journal.add(kept_rep(n))

        assert asked.wait(patience(2.5))
        may_go.set()
        journal.close()
        assert len(unfinished(tmp_path)[0].entries) == 49


class TestWhenTheDiskMakesTrouble:
    """Said once, kept in memory, written later."""

    def test_a_full_disk_is_said_once_and_nothing_is_lost(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Half a line written is taken back; all comes when there is room again."""
        journal = Journal.begin(tmp_path, header())
        journal.add(kept_rep(1))
        write = os.write

        def half_then_full(handle: int, content: bytes) -> int:
            if len(content) > 100:
                return write(handle, content[: len(content) // 2])
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as full:
            full.setattr(os, "write", half_then_full)
            for n in (2, 3):
                journal.add(kept_rep(n))
                assert "No space left" in (journal.trouble or "")
            assert len(read_journal(journal.path, _content(journal)).entries) == 1
        journal.add(kept_rep(4))

        assert journal.trouble is None
        assert read_journal(journal.path, _content(journal)).entries == tuple(
            kept_rep(n) for n in (1, 2, 3, 4)
        )
        journal.close()

    def test_trouble_that_comes_back_is_said_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And is over each time when there is room."""
        journal = Journal.begin(tmp_path, header())

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        for n in (1, 3):
            with monkeypatch.context() as patch:
                patch.setattr(private_files, "write_all", full)
                journal.add(kept_rep(n))
                assert journal.trouble is not None
            journal.add(kept_rep(n + 1))
            assert journal.trouble is None
        journal.close()
        assert len(unfinished(tmp_path)[0].entries) == 4

    def test_a_data_folder_deleted_in_the_middle_is_made_again(self, tmp_path: Path) -> None:
        """Everything since the beginning is written anew."""
        data = tmp_path / "data"
        journal = Journal.begin(data, header())
        journal.add(kept_rep(1))
        shutil.rmtree(data)
        journal.add(kept_rep(2))

        found = read_journal(journal.path, _content(journal))
        assert found.header == journal.header
        assert found.entries == (kept_rep(1), kept_rep(2))
        assert running(data)
        journal.add(Finished(at_s=60.0, ended="finished"))
        assert len(read_record(written(journal)).exercises[0].reps) == 2

    def test_a_folder_that_cannot_be_made_gives_a_journal_in_memory(self, tmp_path: Path) -> None:
        """The session goes on, and is written when the folder can be made."""
        data = tmp_path / "data"
        data.write_text("a file in the way")
        journal = Journal.begin(data, header())
        assert journal.trouble is not None
        journal.add(kept_rep(1))
        data.unlink()
        journal.add(kept_rep(2))

        assert journal.trouble is None
        assert len(read_record(written(journal)).exercises[0].reps) == 2

    def test_a_record_that_cannot_be_written_leaves_the_journal(self, tmp_path: Path) -> None:
        """It is offered again at the next start."""
        (tmp_path / "sessions").write_text("a file in the way")
        journal = Journal.begin(tmp_path, header())
        for entry in whole():
            journal.add(entry)

        assert journal.finish() is None
        assert "All of it is kept" in (journal.trouble or "")

        assert unfinished(tmp_path)[0].over

    def test_a_disk_that_stays_full_to_the_end_is_not_called_harmless(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What reached the disk is offered again; the sentence does not promise the rest."""
        journal = Journal.begin(tmp_path, header())
        journal.add(kept_rep(1))

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(private_files, "write_all", full)
            journal.add(kept_rep(2))
            assert journal.trouble is not None
            assert journal.finish() is None
            assert "What had been written before is kept" in (journal.trouble or "")

        assert unfinished(tmp_path)[0].entries == (kept_rep(1),)

    @pytest.mark.parametrize("room", [0, 1])
    def test_a_disk_that_was_full_from_the_start_promises_nothing(
        self, room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing was written, or only which session it is; so nothing is called kept."""
        left = [room]
        write_all = private_files.write_all

        def full(handle: int, content: bytes) -> None:
            if not left[0]:
                raise OSError(28, "No space left on device")
            left[0] -= 1
            write_all(handle, content)

        monkeypatch.setattr(private_files, "write_all", full)
        journal = Journal.begin(tmp_path, header())
        journal.add(kept_rep(1))

        assert journal.finish() is None
        assert "nothing of this practice could be kept" in (journal.trouble or "")
        assert [found.entries for found in unfinished(tmp_path)] == [()] * room

    def test_a_disk_that_fails_to_keep_is_reported(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An error of fsync comes out at a later entry."""

        tried = threading.Event()

        def broken(_handle: int) -> None:
            tried.set()
            raise OSError(5, "Input/output error")

        journal = Journal.begin(tmp_path, header())
        monkeypatch.setattr(journal._sync, "_sync", broken)
        journal.add(kept_rep(1))
        assert tried.wait(patience(2.5))
        journal.close()

        journal.add(kept_rep(2))
        assert "Input/output" in (journal.trouble or "")
        journal.close()
        assert [found.entries for found in unfinished(tmp_path)] == [(kept_rep(1), kept_rep(2))]


class TestReadingBack:
    """Whatever became of the file."""

    def test_cut_at_every_byte_it_reads_to_the_last_whole_line(self, tmp_path: Path) -> None:
        """No cut raises, none loses a line before it, none invents one."""
        lines = [line_of(header(MORNING)), *(line_of(entry) for entry in whole()[:6])]
        content = b"".join(lines)
        for cut in range(len(content) + 1):
            found = read_journal(tmp_path, content[:cut])
            complete = content[:cut].count(b"\n")

            assert (found.header is not None) == (complete > 0)
            assert len(found.entries) == max(0, complete - 1)
            assert found.damaged_lines == 0

    @given(st.data())
    def test_a_flipped_byte_costs_its_own_line_only(self, data: st.DataObject) -> None:
        """The others are read, and the damage is counted."""
        entries = whole()[:6]
        lines = [line_of(header(MORNING)), *(line_of(entry) for entry in entries)]
        n = data.draw(st.integers(1, len(lines) - 1))
        at = data.draw(st.integers(0, len(lines[n]) - 2))
        value = data.draw(st.integers(1, 255))
        damaged = bytearray(lines[n])
        damaged[at] ^= value
        content = b"".join([*lines[:n], bytes(damaged), *lines[n + 1 :]])

        found = read_journal(Path("x"), content)

        assert found.damaged_lines >= 1
        assert list(found.entries) == [e for i, e in enumerate(entries, 1) if i != n]

    @given(st.binary(max_size=400))
    def test_anything_at_all_is_read_without_complaint(self, content: bytes) -> None:
        """Random bytes are no journal, and no reason to fall over."""
        assert read_journal(Path("x"), content).header is None

    def test_a_newer_journal_is_left_alone_and_said(self) -> None:
        """Its entries are not guessed at."""
        newer = msgspec.structs.replace(header(MORNING), schema=99)
        found = read_journal(Path("x"), line_of(newer) + line_of(kept_rep(1)))

        assert found.header is None
        assert found.entries == ()
        assert "newer version" in (found.problem or "")

    def test_text_with_every_character_survives(self, tmp_path: Path) -> None:
        """Newlines, escapes and emoji in a note do not break a line."""
        note = NoteLine(at_s=1.0, text="a\nb\x1b[31m\r\x00 \u2028 😀")
        journal = Journal.begin(tmp_path, header())
        journal.add(note)
        journal.close()

        assert unfinished(tmp_path)[0].entries == (note,)


def test_a_header_has_an_identity_of_its_own() -> None:
    """Two sessions are never taken for one."""
    assert header().id != header().id
    assert isinstance(header(), Header)


def test_a_disk_that_is_really_full_for_a_while(tmp_path: Path, checkout: Path) -> None:
    """A real process: told once, and every repetition is in the record."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.sessions.log.full_disk_child", str(tmp_path)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    (found,) = records(tmp_path)

    assert len(done.stdout.splitlines()) == 1
    assert done.stdout.startswith("5 Your practice log cannot be written just now")
    assert found.record is not None
    assert [rep.n for rep in found.record.exercises[0].reps] == list(range(1, 13))
