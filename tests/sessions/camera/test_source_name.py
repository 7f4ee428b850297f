"""What is typed after --source is taken apart the same way everywhere."""

from pathlib import Path

import pytest

from sessions.camera.source_name import (
    parse,
    parse_file,
    shown,
    without_password,
    without_passwords,
)


@pytest.mark.parametrize(
    ("text", "kind", "which"),
    [
        ("camera", "camera", ""),
        ("camera:1", "camera", "1"),
        ("camera:USB Camera: HD", "camera", "USB Camera: HD"),
        ("sim", "sim", "steady"),
        ("sim:tiring", "sim", "tiring"),
        ("sim:./mine.toml", "sim", "./mine.toml"),
        ("http://127.0.0.1:8080/video", "url", "http://127.0.0.1:8080/video"),
        ("https://cam.example/x.mjpg", "url", "https://cam.example/x.mjpg"),
        ("face_%03d.png", "sequence", "face_%03d.png"),
        ("./camera", "file", "./camera"),
        ("C:\\films\\set.mp4", "file", "C:\\films\\set.mp4"),
        ("my clip: one.mp4", "file", "my clip: one.mp4"),
        ("", "file", ""),
    ],
)
def test_every_kind_of_source_is_told_apart(text: str, kind: str, which: str) -> None:
    """Files may hold colons; a file called camera can be written ./camera."""
    assert parse(text) == (kind, which)


def test_a_file_that_exists_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A percent sign is no number pattern then; `camera` is the camera except where only files
    make sense."""
    monkeypatch.chdir(tmp_path)
    for name in ("smile%20day%201.mp4", "camera", "sim:tiring"):
        (tmp_path / name).touch()
        assert parse_file(name) == ("file", name)
    assert parse("smile%20day%201.mp4") == ("file", "smile%20day%201.mp4")
    assert parse("smile%20day%202.mp4").kind == "sequence"
    assert (parse("camera").kind, parse("sim:tiring").kind) == ("camera", "sim")
    for odd in ("a\0b%d", "a" * 5000 + "%d", "http://[::1"):
        assert parse_file(odd) == parse(odd)


def test_names_from_outside_cannot_steer_a_terminal() -> None:
    """Escapes, line ends and undecodable bytes are shown as question marks."""
    assert shown("a\x1b[2Jb\nc\x9bd\udcff.mp4") == r"a\x1b[2Jb c\x9bd\udcff.mp4"
    assert shown("Übung 1 – lächeln.mp4") == "Übung 1 – lächeln.mp4"


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("http://anna:se?c#r/e@t@cam.example:8080/video", "http://cam.example:8080/video"),
        ("rtsp://anna@10.0.0.7/live", "rtsp://10.0.0.7/live"),
        ("HTTP://10.0.0.7/video?user=anna&pwd=secret", "HTTP://10.0.0.7/video"),
        ("rtsp://10.0.0.7:554/user=anna&password=secret&channel=1.sdp", "rtsp://10.0.0.7:554"),
        ("rtmp://anna:secret@10.0.0.7/x", "rtmp://10.0.0.7/x"),
        ("http://[::1]/video", "http://[::1]/video"),
        ("camera:USB@home", "camera:USB@home"),
        ("sim:/home/a@b/mine.toml", "sim:/home/a@b/mine.toml"),
        ("C:\\films\\a=b@c.mp4", "C:\\films\\a=b@c.mp4"),
        ("a=1@2.mp4", "a=1@2.mp4"),
    ],
)
def test_of_an_address_only_what_names_the_camera_is_kept(source: str, kept: str) -> None:
    """Neither user nor password, wherever they stand in it; other sources stay as they are."""
    assert without_password(source) == kept
    assert without_password(kept) == kept
    assert shown(source) == kept


def test_a_login_is_taken_out_of_any_text() -> None:
    """Also from an address that was taken for a path."""
    said = "ValueError: rtmp:/anna:secret@host/x and http://b:c@d, a@b.c"

    assert without_passwords(said) == "ValueError: rtmp:/host/x and http://d, a@b.c"
    assert shown(Path("rtmp://anna:secret@host/x")) == "rtmp:/host/x"
