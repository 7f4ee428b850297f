"""What other packers make of an export, and what of another machine is not taken unasked."""

import time
import tomllib
import zipfile
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from routines.errors import Trouble
from sessions.exchange import members as bounds
from sessions.exchange.archive import ArchivePlaces, members
from sessions.exchange.archive_paths import Nowhere, place_of
from sessions.exchange.take_in import import_all, import_archive
from sessions.history.clinician import FILE_NAME as CLINICIAN
from sessions.history.clinician import read_totals
from sessions.history.diary import FILE_NAME as DIARY
from sessions.history.diary import DiaryLine, kept_lines
from sessions.log.record_files import record_files, records
from tests.sessions.log_samples import MORNING, many

TODAY = MORNING.date()
STEM = "2026-11-21T08-30-00"
RECORD = f"sessions/2026/{STEM}.toml"


@pytest.fixture
def new(tmp_path: Path) -> ArchivePlaces:
    """A machine where nothing is yet."""
    return ArchivePlaces(data=tmp_path / "new", config=tmp_path / "new-config")


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo("x")
            info.filename = name  # as it is: the constructor would mend what is tested here
            archive.writestr(info, content)
    return path


def _record(tmp_path: Path, seed: int = 1) -> bytes:
    (path,) = many(tmp_path / f"made-{seed}", 1, seed=seed)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (RECORD, RECORD),
        (f"all/{RECORD}", RECORD),
        (f"all/all/{RECORD}", RECORD),
        (f"./{RECORD}", RECORD),
        (f"2026/{STEM}.toml", RECORD),
        (f"{STEM}.toml", RECORD),
        (f"all\\sessions\\2026\\{STEM}.toml", RECORD),
        (f"my data/photos/{STEM}/rest.jpg", f"photos/{STEM}/rest.jpg"),
        (f"{STEM}/rest.jpg", f"photos/{STEM}/rest.jpg"),
        ("export/settings.toml", "settings.toml"),
        ("export/routines/own.toml", "routines/own.toml"),
        (f"__MACOSX/all/sessions/2026/._{STEM}.toml", Nowhere.IGNORED),
        ("all/.DS_Store", Nowhere.IGNORED),
        ("all/Thumbs.db", Nowhere.IGNORED),
        ("history.sqlite", Nowhere.IGNORED),
        ("all/logs/camera.log", Nowhere.IGNORED),
        ("cache/matplotlib/fontlist-v390.json", Nowhere.IGNORED),
        (f"journal/{STEM}.jsonl", Nowhere.UNFINISHED),
        ("routines/old/settings.toml", Nowhere.UNKNOWN),
        ("sessions/plan.toml", Nowhere.UNKNOWN),
        ("all/../settings.toml", Nowhere.UNKNOWN),
        ("..\\settings.toml", Nowhere.UNKNOWN),
        ("C:\\data\\settings.toml", Nowhere.UNKNOWN),
        ("//server/settings.toml", Nowhere.UNKNOWN),
        ("/settings.toml", Nowhere.UNKNOWN),
        ("a/" * 40 + "settings.toml", Nowhere.UNKNOWN),
        ("", Nowhere.UNKNOWN),
    ],
)
def test_a_name_leads_to_one_of_the_known_places(name: str, place: str | Nowhere) -> None:
    """Whatever stands around it, and never out of the data folder."""
    assert place_of(name) == place


@pytest.mark.parametrize("around", ["{}", "all/{}", "deep/all/{}", "all\\{}"])
def test_an_archive_packed_again_gives_what_the_first_gave(
    around: str, new: ArchivePlaces, tmp_path: Path
) -> None:
    """With the additions of a Mac, nothing refused."""
    content = _record(tmp_path)
    files = {
        around.format(RECORD): content,
        f"__MACOSX/{RECORD}": b"\0\5\x16\7",
        "all/.DS_Store": b"\0\0\0\1Bud1",
    }
    taken = import_archive(new, _zip(tmp_path / "x.zip", files), TODAY)

    assert (taken.sessions, taken.refused) == (1, [])
    assert (new.data / RECORD).read_bytes() == content


def test_folders_and_several_files_come_in_together(new: ArchivePlaces, tmp_path: Path) -> None:
    """A data folder itself; links are not followed; one bad file does not keep the others out."""
    (path,) = many(tmp_path / "folder", 1)
    (tmp_path / "secret.toml").write_text("schema = 1\n")
    (tmp_path / "folder" / "plan.toml").symlink_to(tmp_path / "secret.toml")
    (tmp_path / "x.csv").write_text("a,b\r\n")
    single = tmp_path / f"{STEM}.toml"
    single.write_bytes(_record(tmp_path, seed=8))

    taken = import_all(new, [tmp_path / "x.csv", tmp_path / "folder", single], TODAY)

    assert taken.sessions == 2
    assert len(taken.refused) == 1
    assert "spreadsheets" in taken.refused[0]
    assert not (new.data / "plan.toml").exists()
    again = import_all(new, [tmp_path / "folder", path], TODAY)
    assert (again.sessions, again.known, again.nothing) == (0, 2, False)


def test_a_copy_in_an_archive_is_named_and_not_taken(new: ArchivePlaces, tmp_path: Path) -> None:
    """Whichever comes first; one that holds another session is a session."""
    content, other = _record(tmp_path), _record(tmp_path, seed=9)
    copy = f"{STEM} (Laptop's conflicted copy 2026-11-28).toml"
    files = {
        f"sessions/2026/{copy}": content,
        f"sessions/2026/{STEM}.sync-conflict-20261128-230000-ABCDEFG.toml": other,
        RECORD: content,
    }
    taken = import_archive(new, _zip(tmp_path / "x.zip", files), TODAY)

    assert (taken.sessions, taken.refused) == (2, [])
    assert taken.left_out == [f"{copy}: a copy of {STEM}.toml, not counted"]
    assert [path.name for path in record_files(new.data)] == [f"{STEM}-2.toml", f"{STEM}.toml"]
    assert len([each for each in records(new.data) if each.record]) == 2


SETTINGS = b"""schema = 1
side = "left"
photos = true
photos_asked = true
clips = true
source = "http://anna:secret@10.0.0.7/cam"
mirrored = true
routine_folders = ["/mnt/usb"]

[keymap]
"session.stop" = "z"
"""


def test_consent_and_what_belongs_to_a_machine_stay_behind(
    new: ArchivePlaces, tmp_path: Path
) -> None:
    """Listed, without the camera's password."""
    taken = import_archive(new, _zip(tmp_path / "x.zip", {"settings.toml": SETTINGS}), TODAY)

    kept = tomllib.loads((new.config / "settings.toml").read_text())
    assert kept == {"schema": 1, "side": "left"}
    assert len(taken.left_out) == 4
    assert all("secret" not in sentence for sentence in taken.left_out)


def test_what_is_asked_for_is_taken_and_consent_is_not(new: ArchivePlaces, tmp_path: Path) -> None:
    """By no flag."""
    take = ("camera", "routines", "keymap", "photos", "clips")
    taken = import_archive(
        new, _zip(tmp_path / "x.zip", {"settings.toml": SETTINGS}), TODAY, take=take
    )

    kept = tomllib.loads((new.config / "settings.toml").read_text())
    assert set(kept) == {"schema", "side", "source", "mirrored", "routine_folders", "keymap"}
    assert len(taken.left_out) == 1


@pytest.mark.parametrize(
    "content", [b"schema = 99\n", b"schema = ", b"\xff\xfe\0", b"schema = 1\n"]
)
def test_a_plan_that_would_lock_the_person_out_is_left_out(
    content: bytes, new: ArchivePlaces, tmp_path: Path
) -> None:
    """With the reader's own words; the rest comes in."""
    files = {"plan.toml": content, RECORD: _record(tmp_path)}
    taken = import_archive(new, _zip(tmp_path / "x.zip", files), TODAY)

    assert taken.sessions == 1
    assert [line.startswith("plan.toml: ") for line in taken.refused] == [True]
    assert not (new.data / "plan.toml").exists()


def test_settings_the_reader_refuses_are_left_out(new: ArchivePlaces, tmp_path: Path) -> None:
    """The reader is handed what would be kept."""
    seen: list[str] = []

    def refuse(text: str) -> None:
        seen.append(text)
        raise Trouble("key `side` is up, expected left or right.")

    path = _zip(tmp_path / "x.zip", {"settings.toml": b'side = "up"\nclips = true\n'})
    taken = import_archive(new, path, TODAY, check_settings=refuse)

    assert seen == ['side = "up"\n']
    assert taken.refused == ["settings.toml: key `side` is up, expected left or right."]
    assert not new.config.exists()


def test_a_broken_stand_in_for_a_library_routine_is_left_out(
    new: ArchivePlaces, tmp_path: Path
) -> None:
    """It would take the place of the one that works."""
    path = _zip(tmp_path / "x.zip", {"routines/daily-gentle.toml": b"schema = 1\n"})
    taken = import_archive(new, path, TODAY)

    assert len(taken.refused) == 1
    assert list(members(new)) == []


def test_forty_thousand_diary_lines_come_in_at_once(new: ArchivePlaces, tmp_path: Path) -> None:
    """One write; a second time nothing is new. In 0.1.0 it took more than a minute."""
    lines = [
        DiaryLine(when=MORNING + timedelta(minutes=n), kind="note", text=f"n {n}")
        for n in range(40_000)
    ]
    content = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    path = _zip(tmp_path / "x.zip", {DIARY: content})
    began = time.process_time()
    taken = import_archive(new, path, TODAY)
    again = import_archive(new, path, TODAY)

    assert time.process_time() - began <= 10.0
    assert (taken.diary_lines, again.diary_lines, again.same) == (40_000, 0, 40_000)
    assert kept_lines(new.data) == lines


def test_what_is_too_large_counts_in_the_total(
    new: ArchivePlaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each costs the reading of its bound, though none is taken."""
    monkeypatch.setattr(bounds, "MOST_BYTES", 1000)
    monkeypatch.setattr(bounds, "MOST_TOGETHER", 2500)
    files = {f"routines/{n}.toml": b"#" * 5000 for n in range(3)}
    with pytest.raises(Trouble, match="larger than any export"):
        import_archive(new, _zip(tmp_path / "x.zip", files), TODAY)


def test_a_key_of_the_totals_that_is_not_known_is_said(new: ArchivePlaces, tmp_path: Path) -> None:
    """With the reader's words; then none of the file comes in."""
    content = b'mood = 3\n[[total]]\nscale = "saq"\non = 2026-05-01\nvalue = 60.0\nby = "Dr. B"\n'
    taken = import_archive(new, _zip(tmp_path / "x.zip", {CLINICIAN: content}), TODAY)

    assert taken.totals == 0
    assert read_totals(new.data) == ()
    (refused,) = taken.refused
    assert "mood" in refused


def test_a_diary_line_that_cannot_be_read_is_named(new: ArchivePlaces, tmp_path: Path) -> None:
    """The others come in; a diary of broken lines only is not passed over either."""
    good = b'{"when":"2026-11-21T08:30:00+01:00","kind":"note","text":"%d"}'
    cut = b'{"when":"2026-11-21T08:30:00+01:00","kind":"note","text":"secon'
    lines = [good % 1, cut, b"", good % 2, b"\xff\xfe", *[b"{"] * 5]
    taken = import_archive(new, _zip(tmp_path / "x.zip", {DIARY: b"\n".join(lines)}), TODAY)
    assert taken.diary_lines == 2
    assert taken.refused == ["diary.jsonl: cannot be read in line 2, 5, 6, 7, 8 and 2 more."]

    taken = import_archive(new, _zip(tmp_path / "y.zip", {DIARY: cut}), TODAY)
    assert taken.nothing
    assert taken.refused == ["diary.jsonl: cannot be read in line 1."]
