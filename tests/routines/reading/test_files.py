"""Text is read in one way, whoever saved it; what is no text is refused at once, and named."""

import os
from pathlib import Path

import pytest

from routines.errors import Trouble
from routines.reading.files import (
    MOST_BYTES,
    NotText,
    read_text,
    regular_bytes,
    text_if_there,
    text_of,
)

WORDS = 'name = "Lächeln – Zoë"\nside = "left"\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_way_an_editor_saves_is_text(tmp_path: Path, encoding: str, line_end: str) -> None:
    """With or without a byte order mark, with any line ends; the text is the same."""
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    path = tmp_path / "a.toml"
    path.write_bytes((mark + WORDS.replace("\n", line_end)).encode(encoding))

    assert read_text(path) == WORDS


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"PK\x03\x04rest", "a Word or office document"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word document"),
        (b"{\\rtf1\\ansi schema = 1}", "a rich text"),
        (b"%PDF-1.7", "a PDF document"),
        ("side = 'é'".encode("latin-1"), "not plain text"),
        ("side".encode("utf-16-le"), "NUL"),
        (b"\xff\xfeA", "not plain text"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, named: str) -> None:
    """With what to do: save it as plain text."""
    (tmp_path / "a.toml").write_bytes(content)

    with pytest.raises(NotText, match=named):
        text_of(content)
    with pytest.raises(Trouble, match=r"a\.toml cannot be used.*save it as"):
        read_text(tmp_path / "a.toml")


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path, kind: str, linked: bool) -> None:
    """Also behind a link; nothing waits for somebody to write, or reads without end."""
    path = tmp_path / "pipe"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path = Path("/dev/zero")
    if linked or kind == "device":
        (tmp_path / "a.toml").symlink_to(path)
        path = tmp_path / "a.toml"

    with pytest.raises(Trouble, match="a pipe or a device, not a file"):
        read_text(path)


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    """Settings may lie elsewhere and be linked to."""
    (tmp_path / "own.toml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "a.toml").symlink_to(tmp_path / "own.toml")

    assert read_text(tmp_path / "a.toml") == WORDS


def test_size_is_bounded_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of terabytes is refused without being opened."""
    path = tmp_path / "a.toml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    def opened(*_: object) -> int:
        raise AssertionError("it was opened")

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(OSError, match="larger than 1 MB"):
        regular_bytes(path)
    with pytest.raises(Trouble, match="larger than 1 MB"):
        read_text(path)


def test_a_file_without_a_size_is_bounded_too() -> None:
    """Files under /proc say that they are empty."""
    with pytest.raises(OSError, match="larger than"):
        regular_bytes(Path("/proc/self/status"), 10)


def test_missing_is_none_and_a_folder_is_not(tmp_path: Path) -> None:
    """Only what is not there at all is nothing."""
    assert text_if_there(tmp_path / "a.toml") is None
    with pytest.raises(Trouble, match="There is no file"):
        read_text(tmp_path / "a.toml")
    with pytest.raises(Trouble, match="is a folder"):
        text_if_there(tmp_path)
