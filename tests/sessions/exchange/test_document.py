"""The JSON document follows its published schema and reads back equal."""

import json
from datetime import date
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.exchange.document import (
    DOCUMENT_SCHEMA,
    document,
    document_schema,
    document_text,
    read_document,
)
from sessions.history.clinician import Total, add_total
from sessions.history.diary import DiaryLine, add_line
from tests.sessions.log_samples import MORNING, many

GOLDEN = Path(__file__).with_name("export.schema.json")


def test_the_schema_is_the_one_published() -> None:
    """A change here is a change for everyone who reads exports: raise the schema number if it
    breaks them, then write the new file with `slowsmile export --schema`."""
    assert document_schema() + "\n" == GOLDEN.read_text()


def test_everything_is_read_back(tmp_path: Path) -> None:
    """Sessions, diary, totals; bad files are named."""
    paths = many(tmp_path, 3)
    paths[0].write_text("schema = 9")
    add_line(tmp_path, DiaryLine(when=MORNING, kind="note", text="\x1b[31m\u202e'x'"))
    add_total(tmp_path, Total(scale="saq", on=date(2026, 5, 1), value=60), MORNING.date())
    given = document(tmp_path, MORNING)
    text = "".join(document_text(given))

    assert len(given.sessions) == 2
    assert len(given.unreadable) == 1
    assert text.isascii()
    assert "\x1b" not in text
    assert read_document(text.encode()) == given


def test_it_holds_what_its_schema_names(tmp_path: Path) -> None:
    """Required keys are there, in every session."""
    many(tmp_path, 1)
    tables = json.loads("".join(document_text(document(tmp_path, MORNING))))
    definitions = json.loads(document_schema())["$defs"]

    assert set(definitions["Document"]["required"]) <= set(tables)
    assert set(definitions["SessionRecord"]["required"]) <= set(tables["sessions"][0])
    assert set(tables["sessions"][0]) <= set(definitions["SessionRecord"]["properties"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{}", "not an export"),
        (b"{", "not an export"),
        (b'{"schema": "x"}', "not an export"),
        (b'{"schema": 1, "kind": "other"}', "not an export"),
        (b'{"schema": %d}' % (DOCUMENT_SCHEMA + 1), "newer version"),
        (b"[" * 100_000, "not an export"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    """Never a traceback."""
    with pytest.raises(Trouble, match=words):
        read_document(content)
