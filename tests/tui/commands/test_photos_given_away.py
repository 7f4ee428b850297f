"""Photos and clips leave the data folder only where that was ticked, each time anew."""

import re
import sys
import zipfile
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from sessions.pictures.clips import clip_albums, delete_clips
from sessions.pictures.photos import delete_photos, photo_albums
from sessions.report import html
from sessions.report.contents import Report
from sessions.report.photos import PhotoPair
from tests.sessions.clip_samples import clip_album
from tests.sessions.log_samples import many
from tests.sessions.photo_samples import FIRST, album
from tui.cli import main


@pytest.fixture
def data(own_home: Path) -> Path:
    """The data folder of the test, with sessions and photos."""
    many(own_home / "slowsmile", 3)
    album(own_home / "slowsmile")
    return own_home / "slowsmile"


@pytest.fixture(autouse=True)
def letters_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without a font of their own: to cut two takes longer than all the rest of a page."""
    monkeypatch.setattr(html, "font_faces", lambda _letters: "")


def test_a_report_has_photos_only_if_ticked(data: Path, tmp_path: Path) -> None:
    """The first and the latest of each expression, inside the page; nothing is fetched."""
    plain, ticked = tmp_path / "plain.html", tmp_path / "ticked.html"
    assert main(["report", "-o", str(plain)]) == 0
    assert main(["report", "--photos", "-o", str(ticked)]) == 0
    page = ticked.read_text()
    shown = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)

    assert "data:image" not in plain.read_text()
    assert "img-src" not in plain.read_text()
    assert "default-src 'none'" in page
    assert len(shown) == 5
    first = (data / "photos" / FIRST / "rest.jpg").read_bytes()
    assert b64decode(shown[0]) == first
    assert "At rest, 2026-03-02" in page


def test_a_pdf_is_given_photos_only_if_ticked(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the words on clips. A whole one is made in `tests/sessions/report/test_pdf.py`, where
    matplotlib is loaded anyhow."""
    given: list[tuple[Sequence[PhotoPair], str]] = []

    def report_pdf(
        report: Report, paper: str, photos: Sequence[PhotoPair] = (), clips: str = ""
    ) -> bytes:
        given.append((photos, clips))
        return b"%PDF"

    monkeypatch.setitem(sys.modules, "sessions.report.pdf", SimpleNamespace(report_pdf=report_pdf))
    clip_album(data)
    for flags in ([], ["--photos"]):
        assert main(["report", *flags, "-o", str(tmp_path / "r.pdf")]) == 0

    (none, silent), (pairs, clips) = given
    assert (list(none), silent) == ([], "")
    assert sum(len(pair.photos) for pair in pairs) == 5
    assert "short clips of 2 weekly records" in clips


def test_text_holds_no_photos(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said, not passed over."""
    assert main(["report", "--photos"]) == 2
    assert "-o FILE.pdf" in capsys.readouterr().err
    assert main(["export", "--photos", "--format", "csv"]) == 2
    assert "--format zip" in capsys.readouterr().err


def test_an_archive_has_photos_only_if_ticked_and_is_taken_in(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other machine has the same photos afterwards, and a false one is refused."""
    plain, ticked = tmp_path / "plain.zip", tmp_path / "ticked.zip"
    assert main(["export", "-o", str(plain)]) == 0
    assert main(["export", "--photos", "-o", str(ticked)]) == 0
    with zipfile.ZipFile(plain) as archive:
        assert [name for name in archive.namelist() if "photos" in name] == []
    with zipfile.ZipFile(ticked, "a") as archive:
        archive.writestr(f"photos/{FIRST}/frown.jpg", b"#!/bin/sh")
        archive.writestr(f"photos/{FIRST}/../../x.jpg", b"\xff\xd8\xff")
    new = tmp_path / "new"
    assert main(["import", str(ticked), "--data-dir", str(new)]) == 0

    assert [each.name for each in photo_albums(new)] == [each.name for each in photo_albums(data)]
    assert sorted(photo_albums(new)[0].files) == ["open-smile", "rest"]
    assert not list(tmp_path.rglob("x.jpg"))
    assert "no photo of this program" in capsys.readouterr().err


def test_a_report_says_of_clips_that_there_are_some_and_only_if_ticked(
    data: Path, tmp_path: Path
) -> None:
    """A line beside the photos, or alone; never a film."""
    clip_album(data)
    plain, ticked = tmp_path / "p.html", tmp_path / "t.html"
    assert main(["report", "-o", str(plain)]) == 0
    assert main(["report", "--photos", "-o", str(ticked)]) == 0
    assert "clips" not in plain.read_text()
    assert "short clips of 2 weekly records (2026-03-02 to 2026-11-14)" in ticked.read_text()
    assert "video" not in ticked.read_text()

    delete_photos(data)
    assert main(["report", "--photos", "-o", str(ticked)]) == 0
    assert "short clips of 2 weekly records" in ticked.read_text()
    assert "data:image" not in ticked.read_text()


def test_an_archive_has_clips_only_if_ticked_and_is_taken_in(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The photos' flag is not theirs; a file that is no clip of ours is refused."""
    clip_album(data)
    photos, both = tmp_path / "photos.zip", tmp_path / "both.zip"
    assert main(["export", "--clips", "--format", "json"]) == 2
    assert main(["export", "--photos", "-o", str(photos)]) == 0
    assert main(["export", "--photos", "--clips", "-o", str(both)]) == 0
    with zipfile.ZipFile(photos) as archive:
        assert [name for name in archive.namelist() if name.endswith(".avi")] == []
    with zipfile.ZipFile(both, "a") as archive:
        archive.writestr(f"photos/{FIRST}/frown.avi", b"RIFF" + bytes(4000))
    new = tmp_path / "new"
    assert main(["import", str(both), "--data-dir", str(new)]) == 0

    ours, theirs = clip_albums(data), clip_albums(new)
    assert [[*each.files] for each in theirs] == [[*each.files] for each in ours]
    for mine, other in zip(ours, theirs, strict=True):
        for name, path in mine.files.items():
            assert other.files[name].read_bytes() == path.read_bytes()
            assert other.files[name].stat().st_mode & 0o777 == 0o600
    assert "no clip of this program" in capsys.readouterr().err
    assert main(["import", str(both), "--data-dir", str(new)]) == 0


def test_history_lists_the_files(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On stdout, a line each; nothing there is said, not passed over."""
    clip_album(data)
    assert main(["history", "--photos"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert [line for line in lines if not Path(line.split("  ")[-1].strip()).is_file()] == []

    delete_photos(data)
    delete_clips(data)
    assert main(["history", "--photos"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "no progress photos and no clips" in shown.err
