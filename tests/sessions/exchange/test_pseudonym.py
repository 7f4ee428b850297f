"""Under a made-up name: numbers stay, what tells who it is goes."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from sessions.exchange.document import document, document_text, read_document
from sessions.exchange.pseudonym import nameless, nameless_document, pseudonym
from sessions.history.diary import DiaryLine, add_line
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, many, whole

SECRET = "Ana of Harbour Street"


@pytest.mark.parametrize("typed", ["P017", "p-1", "x_2", "7"])
def test_a_made_up_name_is_taken(typed: str) -> None:
    """Letters, digits, two signs."""
    assert pseudonym(typed, SECRET) == typed


@pytest.mark.parametrize("typed", ["", "../P1", "P 1", "=P1", "é", "P" * 21, "-P", "ana", "ANA"])
def test_what_is_none_is_refused(typed: str) -> None:
    """Paths, formulas, and the person's own name, in whatever case."""
    with pytest.raises(Trouble, match="made-up name"):
        pseudonym(typed, SECRET)


def test_a_record_keeps_its_numbers_and_no_names() -> None:
    """Camera, routine of the person's own, notes, typed answers."""
    record = record_of(header(MORNING, f"camera:{SECRET}"), whole())
    record = replace(record, routine=replace(record.routine, source=f"/home/{SECRET}/x.toml"))
    bare = nameless(record, notes=False)
    kept = nameless(record, notes=True)

    assert bare.source == "camera"
    assert (bare.routine.id, bare.routine.source) == ("own", "own")
    assert bare.notes == ()
    assert bare.check_in == {"tightness": 3, "pain": 0}
    assert [rep for e in bare.exercises for rep in e.reps] == [
        rep for e in record.exercises for rep in e.reps
    ]
    assert kept.notes == record.notes
    assert kept.check_in == record.check_in


def test_nothing_typed_is_left_in_a_document(tmp_path: Path) -> None:
    """It reads back, and says under which name it was made."""
    many(tmp_path, 2, source=f"camera:{SECRET}")
    add_line(tmp_path, DiaryLine(when=MORNING, kind="note", text=SECRET))
    add_line(tmp_path, DiaryLine(when=MORNING, kind="weekly", answers={"eye": 3}, text=SECRET))
    add_line(tmp_path, DiaryLine(when=MORNING, kind="eye", answers={"gap": "gap"}))
    given = nameless_document(document(tmp_path, MORNING), "P017", notes=False)
    text = "".join(document_text(given))

    assert SECRET not in text
    assert "tight in the morning" not in text
    assert json.loads(text)["person"] == "P017"
    assert [line.answers for line in read_document(text.encode()).diary] == [
        {"eye": 3},
        {"gap": "gap"},
    ]
