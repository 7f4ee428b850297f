"""The diary: what was said in sessions and outside them, in order and searchable."""

from datetime import timedelta
from pathlib import Path

from sessions.history.diary import FILE_NAME, DiaryLine, add_line, diary, search
from sessions.history.index import open_history
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from tests.sessions.log_samples import MORNING, header, whole

WEEKLY = DiaryLine(
    when=MORNING + timedelta(days=1), kind="weekly", answers={"eating": 4}, text="Soup again"
)


def test_sessions_and_other_days_stand_in_one_order(tmp_path: Path) -> None:
    """Check-in, note, weekly answers."""
    add_line(tmp_path, WEEKLY)
    save_record(tmp_path, record_of(header(), whole()))

    lines = diary(tmp_path, open_history(tmp_path).summaries)

    assert [line.kind for line in lines] == ["check-in", "note", "weekly"]
    assert lines[0].words == "tightness 3, pain 0, note slept well"
    assert lines[2] == WEEKLY


def test_every_word_must_be_found_in_any_case(tmp_path: Path) -> None:
    """Keys and texts are both searched."""
    lines = [WEEKLY, DiaryLine(when=MORNING, kind="note", text="tight jaw")]

    assert search(lines, "SOUP eating") == [WEEKLY]
    assert search(lines, "soup jaw") == []
    assert search(lines, "") == lines


def test_a_damaged_line_costs_itself_only(tmp_path: Path) -> None:
    """The others are read, and the file is private."""
    add_line(tmp_path, WEEKLY)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes() + b'{"when": 3}\n\xff\xff\n')
    add_line(tmp_path, WEEKLY)

    assert diary(tmp_path, []) == [WEEKLY, WEEKLY]
    assert path.stat().st_mode & 0o777 == 0o600
