"""What the doctor says of this machine, and of a broken one."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from sessions.camera import checkup
from sessions.camera.checkup import examine_in_child
from tests.patience import patience
from tui import cli
from tui.commands import doctor
from tui.setup import looking

look_once, examine_once = cache(looking.look), cache(examine_in_child)
"""What the two children find on this machine: they are started once for all tests here."""


@pytest.fixture(autouse=True)
def children_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each child is started by the first `doctor` only."""
    monkeypatch.setattr(doctor, "look", look_once)
    monkeypatch.setattr(checkup, "examine_in_child", examine_once)


def test_a_sound_machine_is_called_so_and_nothing_is_changed(
    capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    """Versions, the checked model, the ban and the data folder are named; exit 0.

    The doctor writes no file and makes no folder, nor do its children.
    """
    look_once.cache_clear()
    examine_once.cache_clear()
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out

    for part in (
        "mediapipe",
        "64184e229b26",
        "by a second model too",
        "Internet",
        "can start",
        str(own_home / "slowsmile"),
    ):
        assert part in said
    assert "missing" not in said
    assert list(own_home.iterdir()) == []


def test_a_missing_model_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What every session needs and is not there is marked, with what to do."""
    assert cli.main(["doctor", "--model", str(tmp_path / "none.task")]) == 3
    said = capsys.readouterr().out

    assert "missing Model" in said
    assert "--model PATH" in said


def test_without_the_second_model_of_the_eyes_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note: measuring goes on as it was."""
    monkeypatch.setattr(doctor, "find_iris_model", lambda: None)

    assert cli.main(["doctor"]) == 0
    assert re.search(r"note +Eyes +read without the second model", capsys.readouterr().out)


def test_records_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where recorded sessions live, and how many there are."""
    folder = tmp_path / "d" / "sessions" / "2026"
    folder.mkdir(parents=True)
    (folder / "2026-11-21T08-30-00.toml").write_text("schema = 1\n")

    cli.main(["doctor", "--data-dir", str(tmp_path / "d")])

    assert f"{tmp_path / 'd' / 'sessions'}, 1 kept" in capsys.readouterr().out


def test_no_camera_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without a camera can still run the simulated patient."""
    monkeypatch.setattr(doctor, "cameras", lambda: ())

    assert cli.main(["doctor"]) == 0
    assert "note    Camera      none found" in capsys.readouterr().out


def test_a_closed_camera_says_how_to_open_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commonest trouble with cameras on Linux is permission."""
    monkeypatch.setattr(doctor, "cameras", lambda: ((97, "USB Camera"),))

    assert cli.main(["doctor"]) == 0
    assert "camera:97 USB Camera" in (said := capsys.readouterr().out)
    assert "video" in said


def test_damaged_settings_are_named(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where to begin when something is odd: file and key stand there."""
    folder = own_home / "slowsmile"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("colour = 1\n")

    assert cli.main(["doctor"]) == 3
    assert "colour" in capsys.readouterr().out


def test_what_shadows_a_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A foreign numpy before the installed one is not "ok", though the installed one is whole."""
    (tmp_path / "numpy").mkdir()
    foreign = tmp_path / "numpy" / "__init__.py"
    foreign.touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def look_with_path() -> list[looking.PackageFinding]:
        with monkeypatch.context() as patched:  # as this process would have begun with it
            patched.setattr(sys, "path", [str(tmp_path), *sys.path])
            return looking.look()

    monkeypatch.setattr(doctor, "look", look_with_path)

    assert cli.main(["doctor"]) == 3
    said = capsys.readouterr().out
    assert f"missing NumPy       {foreign} is loaded in place of" in said
    assert "take that folder out of PYTHONPATH" in said


def test_it_runs_where_no_package_can_be_loaded(checkout: Path, tmp_path: Path) -> None:
    """As on a disk mounted with noexec: each package is named with the reason, no traceback."""
    names = ("cv2", "mediapipe", "msgspec", "numpy", "platformdirs", "textual", "tomli_w")
    for name in names:
        (tmp_path / f"{name}.py").write_text("raise ImportError('failed to map segment')")
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "doctor"],
        capture_output=True,
        text=True,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        timeout=patience(40.0),
    )

    assert (ran.returncode, ran.stderr) == (3, "")
    assert ran.stdout.count("is loaded in place of") == len(names)
    assert "missing Settings    cannot be looked at: failed to map segment" in ran.stdout


def test_a_package_that_ends_its_process_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A library may crash; doctor tells so, and what came before it is kept."""
    (tmp_path / "deadly.py").write_text("import os; os._exit(9)")
    monkeypatch.syspath_prepend(str(tmp_path))
    own = f"looking.own_folders = lambda: [{str(tmp_path)!r}, *own()]"
    known = "looking.LOOKED_AT = {'NumPy': ('numpy', ['numpy']), 'Deadly': ('deadly', ['deadly'])}"
    monkeypatch.setattr(looking, "LOOKED_AT", {"NumPy": ("numpy", ()), "Deadly": ("deadly", ())})
    monkeypatch.setattr(
        looking,
        "IN_CHILD",
        "import sys; sys.path.insert(0, sys.argv[1]); from tui.setup import looking; "
        f"sys.path.insert(0, {str(tmp_path)!r}); "
        f"own = looking.own_folders; {own}; {known}; looking.look_at_all()",
    )
    numpy, deadly = looking.look()

    assert numpy.usable
    assert (deadly.subject, deadly.usable) == ("Deadly", False)
    assert "exit code 9" in deadly.found


def test_the_switch_for_other_wheels_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Where somebody looks whose set-up was refused."""
    with pytest.raises(SystemExit):
        cli.main(["doctor", "--help"])

    assert "SLOWSMILE_OTHER_WHEELS=1" in capsys.readouterr().out


def test_a_full_disk_is_not_called_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not a byte could be kept there."""
    full = SimpleNamespace(free=0)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: full)
    assert cli.main(["doctor", "--data-dir", str(tmp_path / "d")]) != 0
    shown = capsys.readouterr().out

    assert "the disk is full, nothing can be kept" in shown
    assert "What every session needs is here" not in shown
