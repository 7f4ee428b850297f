"""Every file of the data folder may have been saved by another system's editor."""

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routines.errors import Trouble
from routines.plan import default_plan
from routines.writing import plan_text
from sessions.care.day_plan import load_plan
from sessions.care.therapist_file import Sitting, read_sitting, write_sitting
from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.document import document, document_text, read_document
from sessions.exchange.take_in import import_archive
from sessions.history.clinician import Total, add_total, read_totals
from sessions.history.diary import DiaryLine, add_line, kept_lines
from sessions.log.record_builder import record_of
from sessions.log.record_files import parse_record, record_text, records, save_record
from sessions.simulator.profile import FOLDER, load_profile
from tests.sessions.log_samples import header, whole

TODAY = datetime.date(2026, 11, 21)
NOW = datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC)
SITTING = Sitting(by="Zoë Weber", on=TODAY, side="left")
TOTAL = Total(scale="saq", on=TODAY, value=60.0)
LINE = DiaryLine(when=NOW, kind="note", text="Müde – but well.")
SAVED: dict[str, Callable[[str], bytes]] = {
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
}
as_others_save = pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
Save = Callable[[str], bytes]


def again(path: Path, save: Save) -> None:
    """Save `path` as another editor would."""
    path.write_bytes(save(path.read_text(encoding="utf-8")))


@as_others_save
def test_plan_sitting_totals_and_profile(tmp_path: Path, save: Save) -> None:
    """What is read is what was written."""
    plan = default_plan("paretic", TODAY)
    (tmp_path / "plan.toml").write_bytes(save(plan_text(plan)))
    write_sitting(tmp_path, SITTING)
    again(tmp_path / "therapist.toml", save)
    add_total(tmp_path, TOTAL, TODAY)
    again(tmp_path / "clinician.toml", save)
    text = (FOLDER / "steady.toml").read_text(encoding="utf-8")
    (tmp_path / "own.toml").write_bytes(save(text))

    assert load_plan(tmp_path, TODAY) == plan
    assert read_sitting(tmp_path) == SITTING
    assert read_totals(tmp_path) == (TOTAL,)
    assert load_profile(str(tmp_path / "own.toml")) == load_profile("steady")


@as_others_save
def test_records_and_exports(tmp_path: Path, save: Save) -> None:
    """A record edited by hand, and a JSON document that went through an editor."""
    record = record_of(header(), whole())
    exported = "".join(document_text(document(tmp_path, NOW)))

    assert parse_record(Path("x.toml"), save(record_text(record))) == record
    assert read_document(save(exported)).made == NOW


@as_others_save
def test_the_diary_goes_on_after_an_editor(tmp_path: Path, save: Save) -> None:
    """Lines that are added later stand behind those that were saved otherwise."""
    add_line(tmp_path, LINE)
    again(tmp_path / "diary.jsonl", save)
    assert kept_lines(tmp_path) == [LINE]

    add_line(tmp_path, LINE)
    assert kept_lines(tmp_path) == [LINE, LINE]


def test_a_diary_without_its_last_line_end_loses_no_line(tmp_path: Path) -> None:
    """Editors leave it out; the next line begins anew all the same."""
    add_line(tmp_path, LINE)
    path = tmp_path / "diary.jsonl"
    path.write_bytes(path.read_bytes().rstrip())
    add_line(tmp_path, LINE)

    assert kept_lines(tmp_path) == [LINE, LINE]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("plan.toml", lambda data: load_plan(data, TODAY)),
        ("therapist.toml", read_sitting),
        ("clinician.toml", read_totals),
        ("own.toml", lambda data: load_profile(str(data / "own.toml"))),
    ],
)
def test_pipes_and_documents_are_refused_with_their_name(
    tmp_path: Path, name: str, read: Callable[[Path], Any]
) -> None:
    """At once, and in the same words for each."""
    os.mkfifo(tmp_path / name)
    with pytest.raises(Trouble, match=f"{name}.*a pipe or a device"):
        read(tmp_path)

    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(b"{\\rtf1 schema}")
    with pytest.raises(Trouble, match=f"{name}.*rich text"):
        read(tmp_path)


def test_a_pipe_in_place_of_the_diary_does_not_hang(tmp_path: Path) -> None:
    """Neither reading nor adding waits for it, and it is not taken for an empty diary."""
    os.mkfifo(tmp_path / "diary.jsonl")

    with pytest.raises(Trouble, match="a pipe or a device"):
        kept_lines(tmp_path)
    with pytest.raises(OSError, match="a pipe or a device"):
        add_line(tmp_path, LINE)


def test_pipes_among_records_and_imports_are_named(tmp_path: Path) -> None:
    """The other records are read, and nothing hangs."""
    kept = save_record(tmp_path, record_of(header(), whole()))
    os.mkfifo(kept.with_name("2027-01-01T08-00-00.toml"))
    good, bad = records(tmp_path)

    assert good.record is not None
    assert "a pipe or a device" in (bad.problem or "")
    places = ArchivePlaces(data=tmp_path, config=tmp_path)
    for path in (kept.with_name("2027-01-01T08-00-00.toml"), Path("/dev/zero")):
        with pytest.raises(Trouble, match="a pipe or a device"):
            import_archive(places, path, TODAY)


@as_others_save
def test_an_export_that_went_through_an_editor_is_taken_in(tmp_path: Path, save: Save) -> None:
    """Whatever stands before its first brace."""
    save_record(tmp_path / "from", record_of(header(), whole()))
    path = tmp_path / "all.json"
    path.write_bytes(save("".join(document_text(document(tmp_path / "from", NOW)))))
    places = ArchivePlaces(data=tmp_path / "to", config=tmp_path / "to")

    assert import_archive(places, path, TODAY).sessions == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "totl = []",
            'line 1: totl: expected one of the keys schema, total. Did you mean "total"?',
        ),
        (
            "[[total]]\nscale = 'saq'\non = 2026-01-01\nvalue = 50\nvalu = 3",
            "line 5: total 1, valu: expected one of the keys scale, on, value.",
        ),
        ("[[total]]\nscale = 'sqa'", 'Did you mean "saq"?'),
    ],
)
def test_a_slip_in_the_clinicians_totals_is_said(tmp_path: Path, text: str, said: str) -> None:
    """A key that is not known is never passed over."""
    (tmp_path / "clinician.toml").write_text(text, encoding="utf-8")

    with pytest.raises(Trouble) as caught:
        read_totals(tmp_path)
    assert said in caught.value.sentence


def test_totals_and_sittings_of_a_newer_version_keep_what_is_not_known(tmp_path: Path) -> None:
    """A total that is added, and a new sitting, leave the rest of the file in place."""
    (tmp_path / "clinician.toml").write_text("schema = 3\nunit = 'x'\n", encoding="utf-8")
    (tmp_path / "therapist.toml").write_text(
        "schema = 3\nby = 'W'\non = 2026-01-01\nside = 'left'\ngaze = 2\n", encoding="utf-8"
    )
    add_total(tmp_path, TOTAL, TODAY)
    write_sitting(tmp_path, SITTING)

    for name, kept in (("clinician.toml", "unit = "), ("therapist.toml", "gaze = 2")):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert kept in text
        assert "schema = 3" in text
    assert read_totals(tmp_path) == (TOTAL,)
    assert read_sitting(tmp_path) == Sitting(by="Zoë Weber", on=TODAY, side="left", schema=1)
