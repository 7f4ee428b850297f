"""A kept session is shown by the names of now; what a person called something stays."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.language import choice
from routines.reading.library import library_name
from sessions.history.names import named_record, namer
from sessions.history.summary import summarise
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import header, whole


@pytest.fixture
def languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is another one, so that a record may be of it."""
    (tmp_path / "de.po").write_text("", encoding="utf-8")
    monkeypatch.setattr(choice, "FOLDER", tmp_path)


@pytest.fixture
def old() -> SessionRecord:
    """A session of a German day."""
    kept = record_of(header(), whole())
    (first, *others) = kept.exercises
    return replace(
        kept,
        routine=replace(kept.routine, id="daily-gentle", name="Sanft", source="library"),
        exercises=(replace(first, name="Mit offenem Mund"), *others),
    )


@pytest.mark.usefixtures("languages")
def test_what_is_built_in_is_looked_up_by_its_id(old: SessionRecord) -> None:
    """The routine, its exercises, and the exercises that were stopped."""
    summary, shown = namer()(summarise(old)), named_record(old)
    known = exercises()

    assert summary.routine_name == shown.routine.name == library_name("daily-gentle")
    assert [each.name for each in summary.exercises] == [
        known[each.id].name for each in old.exercises
    ]
    assert shown.exercises[0].name == known[old.exercises[0].id].name
    assert "Mit offenem Mund" not in {stop.exercise for stop in summary.stops}


@pytest.mark.usefixtures("languages")
def test_what_a_person_called_a_routine_stays(old: SessionRecord) -> None:
    """Though it has the id of a built-in one."""
    own = replace(old, routine=replace(old.routine, source="/home/ana/daily-gentle.toml"))

    assert namer()(summarise(own)).routine_name == "Sanft"
    assert named_record(own).routine.name == "Sanft"


def test_nothing_is_looked_up_where_there_is_only_english(old: SessionRecord) -> None:
    """Each kept name is English then."""
    assert namer()(summarise(old)) == summarise(old)
    assert named_record(old) == old
