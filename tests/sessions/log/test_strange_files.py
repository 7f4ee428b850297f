"""Files that are well formed and say strange things: whatever is accepted can be shown."""

import json
import random
import tomllib
import zlib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.exchange.columns import rows
from sessions.exchange.document import document, document_text, read_document
from sessions.exchange.tables import cell_text
from sessions.history.index import open_history
from sessions.log.journal_format import line_of, read_journal
from sessions.log.record_builder import record_of
from sessions.log.record_files import parse_record, record_text, records
from sessions.report.collect import collect
from sessions.report.html import report_html
from sessions.report.text import report_text
from tests.sessions.log_samples import MORNING, header, kept_rep, many, stop, whole

STRANGE: list[Any] = [
    None,
    True,
    0,
    -1,
    10**9,
    2**70,
    -1e300,
    5e-324,
    "",
    "\x1b[2J",
    "../../x",
    "=1+1",
    [],
    {},
    "left",
    "finished",
    "\ud7ff\u202e",
    datetime(1970, 1, 1, tzinfo=UTC),
]


@pytest.fixture(autouse=True)
def no_fonts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting the font of a page takes a second; nasty letters in it are in `report/test_pages.py`,
    and the long test here has its fonts."""
    if request.node.get_closest_marker("long") is None:
        monkeypatch.setattr("sessions.report.html.font_faces", lambda letters: "")


def _spoil(tables: Any, chance: random.Random) -> None:
    """Put something strange somewhere in nested tables."""
    here = tables
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(here[key], dict | list) and chance.random() < 0.9:
            here = here[key]
            continue
        here[key] = chance.choice(STRANGE)
        return


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_none(v) for v in value if v is not None]
    return value


def _read_strange_journal(seed: int) -> None:
    chance = random.Random(seed)
    lines: list[bytes] = []
    for item in [header(MORNING), *whole(), stop(5)]:
        tables = json.loads(line_of(item)[9:])
        for _ in range(chance.choice((0, 0, 1, 3))):
            _spoil(tables, chance)
        body = json.dumps(tables, default=str).encode()
        lines.append(b"%08x %s\n" % (zlib.crc32(body), body))
    found = read_journal(Path("x"), b"".join(lines))
    if found.header is None:
        assert found.problem
        return
    record = record_of(found.header, found.entries)

    assert parse_record(Path("x"), record_text(record).encode()).id == record.id


def _show_strange_records(seed: int) -> None:
    chance = random.Random(seed)
    record = record_of(header(), [*whole(), kept_rep(6), stop(6)])
    with TemporaryDirectory() as folder:
        data = Path(folder)
        (path,) = many(data, 1)
        for n in range(3):
            tables = tomllib.loads(record_text(record))
            for _ in range(chance.randint(1, 4)):
                _spoil(tables, chance)
            text = tomli_w.dumps(_without_none(tables))
            path.with_name(f"strange-{n}.toml").write_text(text)
        history = open_history(data)
        report = collect(data, MORNING.date())
        page, text = report_html(report), report_text(report)
        out = document(data, MORNING)
        table = [cell_text(c) for f in records(data) if f.record for r in rows(f.record) for c in r]

        assert len(history.sessions) + len(history.problems) == 4
        assert read_document("".join(document_text(out)).encode()) == out
        assert not any("\x1b" in shown for shown in (page, text, *table))


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_a_strange_journal_is_read_and_made_into_a_record(seed: int) -> None:
    """Lines with a right checksum and odd contents: kept or passed over, never a crash."""
    _read_strange_journal(seed)


@settings(max_examples=12)
@given(st.integers(0, 10**9))
def test_a_strange_record_is_refused_or_can_be_shown_everywhere(seed: int) -> None:
    """History, report, table and document take whatever the reader takes."""
    _show_strange_records(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20_000, 20_500))
def test_five_hundred_strange_journals_and_records(seed: int) -> None:
    """The same two, once for each number."""
    _read_strange_journal(seed)
    _show_strange_records(seed)
