"""A starter to click, on pretended systems and in pretended homes."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from routines.errors import Trouble
from tests.patience import patience
from tui.cli import main
from tui.commands import shortcut
from tui.setup.starter import (
    MARK,
    Start,
    System,
    desktop_folder,
    start_here,
    starters,
    system_here,
)

Out = pytest.CaptureFixture[str]
ODD = "A b$c`d\"e\\f%g'h é;&"
"""A folder name with everything that the kinds of quoting care about."""


@pytest.fixture
def desktop(own_home: Path) -> Path:
    """A home with a desktop."""
    (own_home / "Desktop").mkdir()
    return own_home / "Desktop"


def pretend(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command believe that it runs there."""
    monkeypatch.setattr(shortcut, "system_here", lambda: system)


def exec_words(entry: str) -> list[str]:
    """The words of Exec, read as the Desktop Entry Specification has it."""
    (value,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
    line = value.replace("\\\\", "\\")  # the only escape of a string that occurs
    words = re.findall(r'"((?:[^"\\`$]|\\["`$\\])*)"(?: |$)', line)
    assert " ".join(f'"{word}"' for word in words) == line
    plain = [re.sub(r"\\(.)", r"\1", word) for word in words]
    assert all("%" not in word.replace("%%", "") for word in plain)
    return [word.replace("%%", "%") for word in plain]


def test_each_system_has_its_kind() -> None:
    """Everything that is neither Windows nor macOS follows the XDG specifications."""
    found = [system_here(name) for name in ("linux", "freebsd14", "darwin", "win32")]

    assert found == ["xdg", "xdg", "mac", "windows"]


def test_a_desktop_entry_is_written_and_removed(
    desktop: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """In the menu and on the desktop, private, runnable there; written again it stays one."""
    pretend("xdg", monkeypatch)
    menu = own_home / ".local/share/applications/slowsmile.desktop"
    assert main(["shortcut"]) == 0
    assert main(["shortcut"]) == 0

    assert capsys.readouterr().out.count(f"Written: {menu}\n") == 2
    entry = menu.read_text(encoding="utf-8")
    assert entry.startswith("[Desktop Entry]\n")
    assert "\nTerminal=true\n" in entry
    words = exec_words(entry)
    assert words[4:] == [*start_here().words, "--data-dir", str(own_home / "slowsmile")]
    assert words[4] == sys.executable
    assert menu.stat().st_mode & 0o777 == 0o600
    assert (desktop / "slowsmile.desktop").stat().st_mode & 0o777 == 0o700

    assert main(["shortcut", "--remove"]) == 0
    assert capsys.readouterr().out.count("Removed: ") == 2
    assert not menu.exists()
    assert list(desktop.iterdir()) == []
    assert main(["shortcut", "--remove"]) == 0
    assert "no shortcut" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_what_is_somebody_elses_stays(
    kind: str, desktop: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """A file without the mark, a link even to one of ours, a folder: all stay."""
    pretend("xdg", monkeypatch)
    theirs = desktop / "slowsmile.desktop"
    ours = own_home / "elsewhere"
    ours.write_text(f"# {MARK}\n", encoding="utf-8")
    if kind == "file":
        theirs.write_text("mine", encoding="utf-8")
    elif kind == "link":
        theirs.symlink_to(ours)
    else:
        theirs.mkdir()
    before = theirs.lstat()

    assert main(["shortcut"]) == 2
    assert main(["shortcut", "--remove"]) == 2
    assert capsys.readouterr().err.count(f"{theirs} was not made by this command") == 2
    assert theirs.lstat()[:7] == before[:7]
    assert ours.read_text(encoding="utf-8") == f"# {MARK}\n"
    assert not (own_home / ".local").exists()


def test_the_desktop_is_the_one_that_is_named(desktop: Path, own_home: Path) -> None:
    """By `user-dirs.dirs`; the home folder itself, or a folder that is not there, is none."""
    (own_home / ".config").mkdir()
    named = own_home / ".config" / "user-dirs.dirs"
    (own_home / "Büro").mkdir()
    answers = {
        "": desktop,
        'XDG_DESKTOP_DIR="$HOME/Büro"': own_home / "Büro",
        f'XDG_DESKTOP_DIR="{own_home}/Büro"': own_home / "Büro",
        'XDG_DESKTOP_DIR="$HOME/"': None,
        'XDG_DESKTOP_DIR="$HOME/gone"': None,
        'XDG_DESKTOP_DIR="Büro"': None,
    }
    for text, folder in answers.items():
        named.write_text(f"# made by hand\n{text}\n", encoding="utf-8")
        assert desktop_folder(own_home, {"XDG_CONFIG_HOME": "relative"}) == folder


def stub(folder: Path) -> Path:
    """A program with an odd name that tells folder and words, and fails."""
    folder.mkdir()
    path = folder / ODD
    path.write_text('#!/bin/sh\npwd\nprintf "<%s>\\n" "$@"\nexit 3\n', encoding="utf-8")
    path.chmod(0o700)
    return path


def test_what_an_odd_entry_runs(tmp_path: Path) -> None:
    """Every word arrives as it was, and a failed start waits for Enter."""
    program = stub(tmp_path / ODD)
    start = Start((str(program), "-m", ODD), program.parent)
    (menu,) = starters("xdg", start, tmp_path / "nobody", {})
    entry = menu.content.decode()
    (folder,) = re.findall(r"^Path=(.*)$", entry, re.MULTILINE)
    words = exec_words(entry)
    ran = subprocess.run(
        words,
        cwd=folder.replace("\\\\", "\\"),
        input="\n",
        capture_output=True,
        text=True,
        timeout=patience(20.0),
    )

    assert words[0] == "/bin/sh"
    assert ran.stdout.splitlines() == [
        str(program.parent),
        "<-m>",
        f"<{ODD}>",
        "",
        "Press Enter to close this window.",
    ]


def test_what_a_command_of_macos_runs(tmp_path: Path) -> None:
    """A script that changes to the folder and becomes the program."""
    program = stub(tmp_path / ODD)
    start = Start((str(program), "-m", ODD), program.parent)
    (found,) = starters("mac", start, tmp_path, {})
    script = tmp_path / "slowsmile.command"
    script.write_bytes(found.content)
    ran = subprocess.run(
        ["/bin/sh", script], capture_output=True, text=True, timeout=patience(20.0)
    )

    assert found.path == tmp_path / "Desktop" / "slowsmile.command"
    assert found.executable
    assert found.content.startswith(b"#!/bin/sh\n")
    assert shlex.split(script.read_text().splitlines()[-1])[1:] == list(start.words)
    assert ran.returncode == 3
    assert ran.stdout.splitlines() == [str(program.parent), "<-m>", f"<{ODD}>"]


def test_a_batch_file_is_quoted_for_windows(tmp_path: Path) -> None:
    """CRLF, UTF-8 before the first name, percent signs doubled, the desktop of OneDrive."""
    (tmp_path / "cloud" / "Desktop").mkdir(parents=True)
    start = Start(("C:\\Program Files\\100% é\\python.exe", "-m", "tui", "--data-dir", "D:\\"))
    cloud = {"OneDrive": str(tmp_path / "cloud")}
    (plain,) = starters("windows", start, tmp_path, {})
    (found,) = starters("windows", start, tmp_path, cloud)
    lines = found.content.decode().split("\r\n")

    assert plain.path == tmp_path / "Desktop" / "slowsmile.cmd"
    assert found.path == tmp_path / "cloud" / "Desktop" / "slowsmile.cmd"
    assert lines.index("chcp 65001 >nul") < lines.index(
        '"C:\\Program Files\\100%% é\\python.exe" "-m" "tui" "--data-dir" "D:\\\\"'
    )
    assert lines[-2:] == ["if errorlevel 1 pause", ""]
    assert "cd /d" not in found.content.decode()


@pytest.mark.parametrize("system", ["xdg", "mac", "windows"])
def test_a_name_that_could_steer_the_file_is_refused(system: System, tmp_path: Path) -> None:
    """A line break in a folder's name would begin a line of its own."""
    with pytest.raises(Trouble, match="cannot name"):
        starters(system, Start(("python", "a\nb")), tmp_path, {})
    with pytest.raises(Trouble, match="cannot name"):
        starters(system, Start(("python",), Path("a\udcffb")), tmp_path, {})
