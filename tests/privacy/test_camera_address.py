"""User and password of a network camera's address are used and never kept, shown or given away."""

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import msgspec

from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.exchange.archive import ArchivePlaces, write_archive
from sessions.exchange.document import document, document_text
from sessions.exchange.tables import write_csv
from sessions.history.index import open_history
from sessions.live.keeper import Keeping
from sessions.live.request import SessionRequest
from sessions.log.record_builder import record_of
from sessions.log.record_files import read_record, record_text, save_record
from sessions.log.recovery import unfinished
from tests.sessions.log_samples import header, plan, whole
from tui.person.paths import find_places
from tui.person.person import Person
from tui.practice.request_for import resumed
from tui.presenters.settings import rows, typed_source, typed_text

ADDRESS = "http://anna:opensesame@127.0.0.1:8080/video?pwd=opensesame"
KEPT = "http://127.0.0.1:8080/video"


def _holds_it(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*") if path.is_file() and b"opensesame" in path.read_bytes()
    ]


def test_a_journal_keeps_the_camera_and_not_the_password(tmp_path: Path) -> None:
    """Whatever is killed when, nothing that was typed lies about."""
    request = SessionRequest(routine=plan().routine, side="left", data=tmp_path, source=ADDRESS)
    keeping = Keeping(request)
    keeping.begin()
    record = keeping.record()
    keeping.put_aside()

    assert keeping.trouble == ""
    assert record is not None
    assert record.source == KEPT
    assert _holds_it(tmp_path) == []
    (found,) = unfinished(tmp_path)
    assert found.header is not None
    assert found.header.source == KEPT


def test_an_interrupted_session_goes_on_with_the_password_of_the_settings(tmp_path: Path) -> None:
    """The settings may know the login of the camera that the journal names, and of no other."""
    request = SessionRequest(routine=plan().routine, side="left", data=tmp_path, source=ADDRESS)
    keeping = Keeping(request)
    keeping.begin()
    keeping.put_aside()
    (found,) = unfinished(tmp_path)
    used: list[str] = []
    for source in (ADDRESS, "http://a:b@10.0.0.9/video"):
        save_settings(Settings(side="left", source=source), tmp_path / FILE_NAME)
        person = Person(find_places(str(tmp_path)), keymap_complaint=lambda _: "")
        used.append(resumed(person, found).source)

    assert used == [ADDRESS, KEPT]


def test_a_record_of_an_older_version_is_read_and_given_away_without_it(tmp_path: Path) -> None:
    """Record, history, JSON, CSV and archive; also from the settings in the archive."""
    (tmp_path / "settings.toml").write_text(f'schema = 1\nsource = "{ADDRESS}"\nside = "left"\n')
    path = save_record(tmp_path, record_of(header(source=KEPT), whole()))
    path.write_text(path.read_text().replace(KEPT, ADDRESS))
    record = read_record(path)
    out, table = io.BytesIO(), io.StringIO()
    write_archive(ArchivePlaces(data=tmp_path, config=tmp_path), out)
    write_csv([record], table)
    made = datetime.now().astimezone()
    said = [
        record_text(record),
        table.getvalue(),
        "".join(document_text(document(tmp_path, made))),
        json.dumps(msgspec.to_builtins(open_history(tmp_path).summaries)),
    ]
    with zipfile.ZipFile(out) as archive:
        said += [archive.read(name).decode() for name in archive.namelist()]

    assert len(said) == 6
    assert [text for text in said if "opensesame" in text or "anna" in text] == []
    assert all(KEPT in text for text in said)
    assert b"opensesame" not in (tmp_path / "history.sqlite").read_bytes()


def test_the_settings_show_the_camera_and_keep_the_password() -> None:
    """The field shows no login; unchanged it loses none, and what is typed anew counts."""
    settings = Settings(source=ADDRESS)
    shown = next(row.value for row in rows(settings) if row.id == "source")

    assert shown == typed_text(settings, "source") == KEPT
    assert typed_source(settings, KEPT) == settings
    assert typed_source(settings, "camera:1").source == "camera:1"
    assert typed_source(settings, "").source == Settings().source
