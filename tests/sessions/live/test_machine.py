"""What a machine could do last time, and whether it runs on its battery."""

from pathlib import Path

import pytest

from sessions.live.machine import FILE_NAME, MOST_MACHINES, MachineLoad
from sessions.live.power import on_battery
from sessions.storage.file_patterns import kind_in_cache


def test_a_change_is_remembered_for_this_machine_alone(tmp_path: Path) -> None:
    """The same folder may be used on another one."""
    load = MachineLoad(tmp_path / "cache", "old laptop")
    for each in ("every-frame", "every-second", "eight-a-second"):
        load.note(each)

    assert MachineLoad(tmp_path / "cache", "old laptop").read() == "eight-a-second"
    assert MachineLoad(tmp_path / "cache", "new one").read() == "every-frame"
    path = tmp_path / "cache" / FILE_NAME
    assert path.stat().st_mode & 0o777 == 0o600
    assert kind_in_cache(FILE_NAME) == "caches"


def test_where_a_session_begins_says_nothing_new(tmp_path: Path) -> None:
    """On battery it begins lower; that is not what the machine can do."""
    MachineLoad(tmp_path, "laptop").note("in-turns")

    assert not (tmp_path / FILE_NAME).exists()


def test_of_many_machines_the_oldest_is_forgotten(tmp_path: Path) -> None:
    """The file stays small."""
    for n in range(MOST_MACHINES + 1):
        load = MachineLoad(tmp_path, f"machine {n}")
        load.note("every-frame")
        load.note("in-turns")

    assert MachineLoad(tmp_path, "machine 0").read() == "every-frame"
    assert MachineLoad(tmp_path, "machine 1").read() == "in-turns"


@pytest.mark.parametrize("content", ["", "[]", '{"laptop": "backwards"}', "\x00"])
def test_a_damaged_file_is_as_none(tmp_path: Path, content: str) -> None:
    """It may be deleted at any time, and is written anew."""
    (tmp_path / FILE_NAME).write_text(content)
    load = MachineLoad(tmp_path, "laptop")
    assert load.read() == "every-frame"
    load.note("every-frame")
    load.note("in-turns")

    assert load.read() == "in-turns"


def test_a_folder_that_takes_nothing_costs_nothing(tmp_path: Path) -> None:
    """Neither does none at all."""
    (tmp_path / "cache").write_text("a file")
    for load in (MachineLoad(tmp_path / "cache", "laptop"), MachineLoad(None)):
        load.note("every-frame")
        load.note("in-turns")
        assert load.read() == "every-frame"


def supply(folder: Path, name: str, **told: str) -> None:
    """One supply, as the kernel lists it."""
    (folder / name).mkdir(parents=True)
    for key, value in told.items():
        (folder / name / key).write_text(f"{value}\n")


@pytest.mark.parametrize(
    ("mains", "status", "scope", "battery"),
    [
        ("0", "Discharging", "System", True),
        ("1", "Charging", "System", False),
        ("1", "Discharging", "System", False),
        ("0", "Full", "System", False),
        ("0", "Discharging", "Device", False),
    ],
)
def test_a_battery_is_told_by_the_kernel(
    tmp_path: Path, mains: str, status: str, scope: str, battery: bool
) -> None:
    """Mains count more; the battery of a mouse does not."""
    supply(tmp_path, "AC", type="Mains", online=mains)
    supply(tmp_path, "BAT0", type="Battery", status=status, scope=scope)

    assert on_battery("linux", tmp_path) is battery


def test_where_nothing_is_told_it_is_no_battery(tmp_path: Path) -> None:
    """A desktop, a container, another system."""
    assert not on_battery("linux", tmp_path)
    assert not on_battery("linux", tmp_path / "none")
    assert not on_battery("darwin", tmp_path)
    assert not on_battery("win32", tmp_path)
