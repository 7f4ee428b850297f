"""Which camera is meant, and what is said when there is none like it."""

from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.camera.devices import CameraDevice, cameras, choose

TWO = (CameraDevice(0, "Integrated Webcam"), CameraDevice(2, "USB Camera HD"))


def _node(folder: Path, number: int, name: str, index: str = "0") -> None:
    node = folder / f"video{number}"
    node.mkdir()
    (node / "name").write_text(f"{name}\n")
    (node / "index").write_text(f"{index}\n")


def test_cameras_are_listed_once_each_in_order(tmp_path: Path) -> None:
    """One camera has several video nodes; the second carries no pictures."""
    _node(tmp_path, 10, "USB Camera HD")
    _node(tmp_path, 1, "Integrated Webcam", index="1")
    _node(tmp_path, 0, "Integrated Webcam")
    (tmp_path / "videonotes").mkdir()

    assert cameras(tmp_path) == (
        CameraDevice(0, "Integrated Webcam"),
        CameraDevice(10, "USB Camera HD"),
    )


def test_a_machine_without_cameras_lists_none(tmp_path: Path) -> None:
    """The kernel's folder may be missing altogether."""
    assert cameras(tmp_path / "nothing") == ()


@pytest.mark.parametrize(
    ("which", "number"), [("", 0), ("0", 0), ("2", 2), ("usb", 2), ("Webcam", 0)]
)
def test_a_camera_is_chosen_by_number_or_part_of_its_name(which: str, number: int) -> None:
    """Case does not matter; nothing means the first."""
    assert choose(which, TWO).number == number


@pytest.mark.parametrize("which", ["1", "7", "logi"])
def test_a_missing_camera_names_those_there_are(which: str) -> None:
    """The person can choose again from the sentence alone."""
    with pytest.raises(Trouble, match=r"camera:0 \(Integrated Webcam\), camera:2") as caught:
        choose(which, TWO)

    assert caught.value.kind == "camera"


def test_no_camera_at_all_offers_the_simulated_patient() -> None:
    """The first thing a newcomer without a camera reads."""
    with pytest.raises(Trouble, match="--source sim"):
        choose("", ())


def test_where_cameras_have_no_names_numbers_do() -> None:
    """Other systems list nothing: a number is taken at its word, a name is refused."""
    assert choose("3", None) == CameraDevice(3, "")
    assert choose("", None) == CameraDevice(0, "")
    with pytest.raises(Trouble, match="Use a number"):
        choose("usb", None)
