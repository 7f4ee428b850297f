"""`doctor --prove`: what a practice tries and writes is seen, and what should not be is found."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.native.network_ban import MACHINES
from tests.patience import patience
from tui import cli
from tui.setup import proving
from tui.setup.proving import judge
from tui.setup.watch import Note, read_notes

Out = pytest.CaptureFixture[str]
QUIET = [
    *(Note(process, "process", "") for process in (1, 2)),
    *(Note(process, "core", "0") for process in (1, 2)),
    *(Note(process, "banned", "yes") for process in (1, 2)),
    Note(2, "self-test", "family 2"),
    Note(1, "program", sys.executable),
    Note(1, "write", os.devnull),
]
"""Two processes of which nothing is to be said."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """What a practice left: one private file."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "one.toml").write_text("schema = 1\n", encoding="utf-8")
    (folder / "one.toml").chmod(0o600)
    return folder


def states(notes: list[Note], data: Path, posix: bool = True) -> dict[str, tuple[str, str]]:
    """The findings by their subject."""
    return {each.subject: (each.state, each.found) for each in judge(notes, data, posix)}


def test_a_whole_practice_is_proved_private(own_home: Path, capsys: Out) -> None:
    """The real program, its worker and the model; nothing of it stays, nothing is in the home."""
    assert cli.main(["doctor", "--prove"]) == 0
    said = capsys.readouterr().out

    assert "ok      Watch       4 processes" in said
    assert "0 calls tried" in said
    assert "files 0600, folders 0700" in said
    assert "  0600 data/sessions/" in said
    assert "All that was seen is private." in said
    assert list(own_home.iterdir()) == []


def test_a_practice_that_cannot_run_proves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """As with a package that cannot be loaded: 3, and why."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert cli.main(["doctor", "--prove"]) == 3
    said = capsys.readouterr().out
    assert "failed  Practice    `run` could not be run: " in said
    assert "Not all is as it should be" in said


def test_where_nothing_is_wrong_all_is_ok(data: Path) -> None:
    """Each subject once, the ban in words."""
    found = states(QUIET, data)

    assert {state for state, _ in found.values()} == {"ok"}
    assert set(found) == {"Watch", "Internet", "Files", "Elsewhere", "Pictures", "Core files"}
    assert "refuses internet sockets to every process" in found["Internet"][1]


@pytest.mark.parametrize(
    ("note", "subject", "told"),
    [
        (Note(2, "network", "socket.connect ('10.0.0.9', 80)"), "Internet", "10.0.0.9"),
        (Note(2, "socket", "family 2"), "Internet", "1 call: family 2"),
        (Note(1, "write", "/tmp/other"), "Elsewhere", "/tmp/other"),
        (Note(1, "core", "-1"), "Core files", "could have written one"),
    ],
)
def test_what_should_not_be_is_found(note: Note, subject: str, told: str, data: Path) -> None:
    """It alone is marked."""
    found = states([*QUIET, note], data)

    assert [each for each, (state, _) in found.items() if state != "ok"] == [subject]
    assert found[subject][0] == "failed"
    assert told in found[subject][1]


def test_files_are_looked_at_themselves(data: Path) -> None:
    """Rights of files and folders, how each begins, and what it is called."""
    (data / "open").mkdir(mode=0o755)
    (data / "open" / "core.77").write_bytes(b"\xff\xd8\xff\xe0 a photo")
    (data / "open" / "core.77").chmod(0o644)
    found = states(QUIET, data)

    assert found["Files"] == ("failed", "others may read: data/open/core.77, data/open")
    assert found["Pictures"] == ("failed", "begin like a picture: data/open/core.77")
    assert found["Core files"] == ("failed", "written: data/open/core.77")


def test_what_a_system_cannot_prove_is_said(data: Path) -> None:
    """No ban, no rights, no limit for core files, a program of another kind: notes, no failure."""
    other = [note for note in QUIET if note.kind not in ("banned", "core")]
    other += [Note(1, "banned", ""), Note(1, "core", ""), Note(1, "program", "/usr/bin/aplay")]
    found = states(other, data, posix=False)

    noted = {subject for subject, (state, _) in found.items() if state == "note"}
    assert noted == {"Watch", "Internet", "Files", "Core files"}
    assert "cannot refuse them" in found["Internet"][1]
    assert "/usr/bin/aplay" in found["Watch"][1]
    assert states(QUIET[:1], data)["Watch"][0] == "failed"


TRIES = """
import os, socket, sys
from tui.setup.watch import begin
begin(sys.argv[1])
from sessions.native.network_ban import internet_refused
refused = internet_refused()
a, b = socket.socketpair()
with open("made", "w"): pass
with open("made"): pass
os.rename("made", "moved")
try: socket.getaddrinfo("127.0.0.1", 80)
except OSError: pass
try: socket.create_connection(("192.0.2.1", 80), timeout=0.01)
except OSError: pass
print(refused)
"""
"""192.0.2.1 is an address for documents alone (RFC 5737)."""


def test_a_process_that_tries_is_seen(tmp_path: Path, checkout: Path) -> None:
    """Internet sockets, look-ups and files; not its own test, local sockets, or reading."""
    log = tmp_path / "notes"
    ran = subprocess.run(
        [sys.executable, "-c", TRIES, str(log)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )
    notes = read_notes(log)

    assert ran.returncode == 0, ran.stderr
    assert [n.what for n in notes if n.kind == "write"] == [
        str(tmp_path / "made"),
        str(tmp_path / "moved"),
    ]
    tried = [n.what for n in notes if n.kind in ("network", "socket")]
    assert "192.0.2.1" in tried[0]
    assert tried[1] == f"family {int(socket.AF_INET)}"
    assert not any("127.0.0.1" in what for what in tried)
    assert sum(n.kind == "self-test" for n in notes) >= 2
    if sys.platform == "linux" and os.uname().machine in MACHINES:
        assert ran.stdout == "True\n"


def test_the_grey_picture_is_a_picture(tmp_path: Path) -> None:
    """Its own check would find it."""
    (tmp_path / "x").write_bytes(proving.grey_picture(8, 4))

    assert states(QUIET, tmp_path)["Pictures"][0] == "failed"
