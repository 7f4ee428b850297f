"""Import checks everything, overwrites nothing, and stays inside the data folder."""

import os
import random
import shlex
import shutil
import stat
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from routines.errors import Trouble
from routines.plan import default_plan
from routines.writing import plan_text
from sessions.exchange import members
from sessions.exchange import members as module
from sessions.exchange.archive import ArchivePlaces, write_archive
from sessions.exchange.archive import members as archived
from sessions.exchange.document import document, document_text
from sessions.exchange.take_in import import_archive
from sessions.history.clinician import Total, add_total, read_totals
from sessions.history.diary import FILE_NAME as DIARY
from sessions.history.diary import DiaryLine, add_line, kept_lines
from sessions.history.own_error import MovementError, OwnError, keep_own_error, read_own_error
from sessions.log.record_files import record_files, records
from sessions.storage.listing import Unreadable
from tests.sessions.log_samples import MORNING, many

TODAY = MORNING.date()


OWN = OwnError(
    on=TODAY,
    movement=(MovementError(measure="snarl", full_mm=3.5, quarter=0.2, half=0.5),),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> ArchivePlaces:
    """A machine with three sessions and everything else; it is only read."""
    folder = tmp_path_factory.mktemp("filled")
    places = ArchivePlaces(data=folder / "old", config=folder / "old-config")
    many(places.data, 3)
    add_line(places.data, DiaryLine(when=MORNING, kind="weekly", answers={"eating": 3}))
    add_total(places.data, Total(scale="saq", on=date(2026, 5, 1), value=60), TODAY)
    for path in (
        places.data / "routines" / "own.toml",
        places.config / "settings.toml",
        places.data / "history.sqlite",
        places.data / "journal" / "x.jsonl",
        places.data / "cache" / "x",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("schema = 1\n")
    (places.data / "plan.toml").write_text(plan_text(default_plan("paretic", TODAY)))
    keep_own_error(places.data, OWN)
    return places


@pytest.fixture
def old(filled: ArchivePlaces, tmp_path: Path) -> ArchivePlaces:
    """The same, one's own."""
    places = ArchivePlaces(data=tmp_path / "old", config=tmp_path / "old-config")
    shutil.copytree(filled.data, places.data)
    shutil.copytree(filled.config, places.config)
    return places


@pytest.fixture(scope="module")
def whole(filled: ArchivePlaces, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its archive."""
    return _archive(filled, tmp_path_factory.mktemp("whole") / "x.zip").read_bytes()


@pytest.fixture
def new(tmp_path: Path) -> ArchivePlaces:
    """Another machine, where nothing is yet."""
    return ArchivePlaces(data=tmp_path / "new", config=tmp_path / "new-config")


def _archive(places: ArchivePlaces, path: Path) -> Path:
    with path.open("wb") as file:
        write_archive(places, file)
    return path


def _zip_of(path: Path, *files: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return path


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_move_to_another_machine_brings_everything(
    old: ArchivePlaces, new: ArchivePlaces, tmp_path: Path
) -> None:
    """To the byte; caches, index and journals stay behind."""
    path = _archive(old, tmp_path / "x.zip")
    taken = import_archive(new, path, TODAY)

    assert (taken.sessions, taken.diary_lines, taken.totals) == (3, 1, 1)
    assert taken.refused == []
    assert {name for name, _ in archived(new)} == {name for name, _ in archived(old)}
    for name, there in archived(new):
        if name not in (DIARY, "clinician.toml"):
            assert there.read_bytes() == old.path_of(name).read_bytes()
        assert there.stat().st_mode & 0o777 == 0o600
    assert kept_lines(new.data) == kept_lines(old.data)
    assert read_totals(new.data) == read_totals(old.data)


def test_twice_is_the_same_as_once(old: ArchivePlaces, new: ArchivePlaces, tmp_path: Path) -> None:
    """Nothing is doubled."""
    path = _archive(old, tmp_path / "x.zip")
    import_archive(new, path, TODAY)
    before = _tree(new.data)
    again = import_archive(new, path, TODAY)

    assert (again.sessions, again.known, again.diary_lines, again.totals) == (0, 3, 0, 0)
    assert _tree(new.data) == before


def test_what_is_here_is_never_overwritten(
    old: ArchivePlaces, new: ArchivePlaces, tmp_path: Path
) -> None:
    """Another session of the same second, other settings, another total of that day."""
    mine = many(new.data, 3, seed=99)
    (new.config).mkdir()
    (new.config / "settings.toml").write_text("mine = 1\n")
    add_total(new.data, Total(scale="saq", on=date(2026, 5, 1), value=99), TODAY)
    before = {path: path.read_bytes() for path in mine}

    taken = import_archive(new, _archive(old, tmp_path / "x.zip"), TODAY)

    assert taken.sessions == 3
    assert taken.conflicts == ["settings.toml"]
    assert {path: path.read_bytes() for path in mine} == before
    assert len(record_files(new.data)) == 6
    assert (new.config / "settings.toml").read_text() == "mine = 1\n"
    assert [t.value for t in read_totals(new.data)] == [99]


def test_a_json_document_and_a_single_record_are_taken_in(
    old: ArchivePlaces, new: ArchivePlaces, tmp_path: Path
) -> None:
    """The same sessions, by their ids."""
    path = tmp_path / "x.json"
    path.write_text("".join(document_text(document(old.data, MORNING))))
    single = record_files(old.data)[0]

    assert import_archive(new, single, TODAY).sessions == 1
    taken = import_archive(new, path, TODAY)
    assert read_own_error(new.data) == OWN
    assert (taken.sessions, taken.known) == (2, 1)
    old_ids = {each.record.id for each in records(old.data) if each.record}
    assert {each.record.id for each in records(new.data) if each.record} == old_ids


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml",
        "sessions/2026/../../evil.toml",
        "/etc/evil.toml",
        "C:\\evil.toml",
        "sessions\\2026\\evil.toml",
        "sessions/2026/evil.sh",
        "sessions/20266/evil.toml",
        "evil.toml",
        "journal/evil.jsonl",
        "sessions/2026/" + "x" * 200 + ".toml",
        "settings.toml\n",
        "sessions/2026/é\x1b[31m.toml",
    ],
)
def test_a_name_that_has_no_place_here_is_refused(
    new: ArchivePlaces, tmp_path: Path, name: str
) -> None:
    """Nothing is written, inside or outside."""
    before = set(tmp_path.rglob("*"))
    path = _zip_of(tmp_path / "x.zip", (name, b"schema = 1\n"))
    taken = import_archive(new, path, TODAY)

    assert len(taken.refused) == 1
    assert "\x1b" not in taken.refused[0]
    assert set(tmp_path.rglob("*")) - before == {path}


def test_a_link_in_an_archive_is_refused(new: ArchivePlaces, tmp_path: Path) -> None:
    """Whatever it points to."""
    path = tmp_path / "x.zip"
    link = zipfile.ZipInfo("plan.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert "no place" in import_archive(new, path, TODAY).refused[0]
    assert not (new.data / "plan.toml").exists()


def test_a_bomb_is_not_unpacked(
    new: ArchivePlaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large files, many together, many at all."""
    big = _zip_of(tmp_path / "x.zip", ("plan.toml", b"#" * (module.MOST_BYTES + 1)))
    assert "too large" in import_archive(new, big, TODAY).refused[0]

    monkeypatch.setattr(module, "MOST_TOGETHER", 1500)
    names = [f"routines/{n}.toml" for n in range(3)]
    several = _zip_of(tmp_path / "y.zip", *((name, b"#" * 1000) for name in names))
    with pytest.raises(Trouble, match="larger than any export"):
        import_archive(new, several, TODAY)
    monkeypatch.setattr(module, "MOST_FILES", 2)
    with pytest.raises(Trouble, match="more than 2 files"):
        import_archive(new, several, TODAY)


def test_newer_and_damaged_records_are_named_and_the_others_taken(
    old: ArchivePlaces, new: ArchivePlaces, tmp_path: Path
) -> None:
    """One bad file does not keep the others out."""
    first, second, third = record_files(old.data)
    first.write_text(first.read_text().replace("schema = 1", "schema = 2", 1))
    second.write_bytes(second.read_bytes()[:500])
    taken = import_archive(new, _archive(old, tmp_path / "x.zip"), TODAY)

    assert taken.sessions == 1
    assert [third.name] == [path.name for path in record_files(new.data)]
    assert len(taken.refused) == 2
    assert any("newer version" in line for line in taken.refused)


@pytest.mark.parametrize(
    "seed", [*range(20), *(pytest.param(n, marks=pytest.mark.long) for n in range(20, 60))]
)
def test_a_damaged_archive_is_a_sentence_or_a_partial_success(
    whole: bytes, new: ArchivePlaces, tmp_path: Path, seed: int
) -> None:
    """Cut or scratched anywhere: never a traceback, what was taken is whole."""
    chance = random.Random(seed)
    content = bytearray(whole)
    if seed % 3 == 0:
        del content[chance.randrange(len(content)) :]
    for _ in range(chance.randint(1, 20)):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    path = tmp_path / "damaged.zip"
    path.write_bytes(content)
    said = ""
    try:
        import_archive(new, path, TODAY)
    except Trouble as trouble:
        said = trouble.sentence

    assert len(said.splitlines()) <= 1
    assert all(each.problem is None for each in records(new.data))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"a,b\r\n", "spreadsheets"),
        ("x.toml", b"id = 'routine'", "no export"),
        (
            "r.toml",
            b"schema = 1\nid = 'r'\nstage = 'paretic'\n[[exercise]]\ndo = 'pucker'",
            "is a routine",
        ),
        ("x.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "no export"),
        ("x", b"", "no export"),
        ("x.json", b'{"a": 1}', "not an export"),
    ],
)
def test_what_is_no_export_is_refused(
    new: ArchivePlaces, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """With what to do instead."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Trouble, match=words):
        import_archive(new, path, TODAY)


def test_a_routine_is_named_as_it_can_be_typed(new: ArchivePlaces, tmp_path: Path) -> None:
    """With its folder, and in quotation marks where the shell would take it apart."""
    path = tmp_path / "my {set}.toml"
    path.write_text("schema = 1\nid = 'r'\nstage = 'paretic'\n[[exercise]]\ndo = 'pucker'")
    with pytest.raises(Trouble) as caught:
        import_archive(new, path, TODAY)

    assert shlex.split(caught.value.sentence.partition(" run ")[2]) == [str(path)]


def test_a_missing_file_is_said(new: ArchivePlaces, tmp_path: Path) -> None:
    """By name."""
    with pytest.raises(Trouble, match=r"nowhere\.zip"):
        import_archive(new, tmp_path / "nowhere.zip", TODAY)


def test_no_advice_is_given_to_change_the_rights_of_a_folder_of_others(
    new: ArchivePlaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody may name the root of the disk, and chown would be followed."""

    def closed(root: Path, *inside: str) -> list[os.DirEntry[str]]:
        raise Unreadable(root, root / "theirs", PermissionError(13, "Permission denied"))

    monkeypatch.setattr(members, "entries", closed)
    with pytest.raises(Trouble, match="theirs cannot be read") as caught:
        import_archive(new, tmp_path, TODAY)

    assert "sudo" not in caught.value.sentence


def test_an_archive_of_nothing_is_an_archive(tmp_path: Path) -> None:
    """Empty and whole."""
    out = BytesIO()

    assert write_archive(ArchivePlaces(data=tmp_path / "a", config=tmp_path / "b"), out) == 0
    assert zipfile.ZipFile(out).namelist() == []
