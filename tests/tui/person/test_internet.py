"""The process with the screen gives up the internet, unless the pictures come over it."""

import subprocess
import sys
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.native import network_ban
from tests.patience import patience
from tui.person import internet


@pytest.fixture
def banned(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Filled by each ban in place of the kernel's, which would bind the tests too."""
    bans: list[bool] = []
    monkeypatch.setattr(internet, "forbid_internet", lambda: bans.append(True) or True)
    return bans


@pytest.mark.parametrize(
    ("named", "kept", "given_up"),
    [
        ([None, None], None, True),
        (["sim", None], 'source = "rtsp://camera/1"', True),
        ([None, True], 'source = "camera:1"', True),
        (["rtsp://camera/1", None], 'source = "camera:1"', False),
        ([None, "http://camera/video"], None, False),
        ([None, None], 'source = "http://camera/video"', False),
        ([None, None], "source = 3", True),
        ([None, None], "no TOML", True),
    ],
)
def test_only_a_network_camera_keeps_the_way_open(
    banned: list[bool], tmp_path: Path, named: list[object], kept: str | None, given_up: bool
) -> None:
    """The command line says more than the settings; settings that are wrong ask for nothing."""
    if kept is not None:
        (tmp_path / "settings.toml").write_text(kept, encoding="utf-8")

    assert internet.give_up_internet(named, tmp_path) is given_up
    assert bool(banned) is given_up


RUN = """
import sys
import tui.commands.doctor as command
from sessions.native.network_ban import internet_refused
command.run = lambda args: print(internet_refused()) or 0
from tui.cli import main
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the ban")
@pytest.mark.parametrize(
    ("words", "refused"), [(["doctor"], "True"), (["doctor", "--camera", "rtsp://c/1"], "False")]
)
def test_a_process_of_its_own_is_bound(
    tmp_path: Path, checkout: Path, words: list[str], refused: str
) -> None:
    """By the kernel, before the command begins."""
    ran = subprocess.run(
        [sys.executable, "-c", RUN, "--data-dir", str(tmp_path), *words],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(20.0),
    )

    assert ran.stdout.split() == [refused], ran.stderr


def test_a_line_obeyed_inside_another_program_binds_nothing(
    banned: list[bool], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as a test."""
    from tui.cli import main

    main(["--data-dir", str(tmp_path), "due"])

    assert banned == []


def test_a_network_camera_chosen_later_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing answers there, but that is not the reason."""
    monkeypatch.setattr(network_ban, "internet_refused", lambda: True)
    with pytest.raises(Trouble, match="End it, and start it again"):
        network_ban.need_internet()
    monkeypatch.setattr(network_ban, "internet_refused", lambda: False)
    network_ban.need_internet()
