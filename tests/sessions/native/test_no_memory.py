"""Where the system gives no memory, that is said, and nothing hangs."""

import errno
import os
import sys
from pathlib import Path

import cv2
import pytest

from routines.errors import Trouble
from sessions.camera.model_file import find_model
from sessions.camera.recording import read_recording
from sessions.native.no_memory import no_memory
from tests.sessions.selftest.portraits import at_rest

pytest.importorskip("resource")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems set no such limit")
ENOUGH_MB = 3000
"""Addresses, not memory in use: threads and the libraries reserve far more than they touch."""


def test_each_way_in_which_libraries_say_it() -> None:
    """Python, the loader behind an import, and the system."""
    mapped = "libopenblas.so: failed to map segment from shared object"
    for error in (
        MemoryError(),
        ImportError(mapped),
        OSError(mapped),
        OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
    ):
        assert no_memory(error), error


def test_an_error_that_led_to_another_is_heard() -> None:
    """NumPy raises an `ImportError` of its own from that of the loader."""
    outer = ImportError("Importing the numpy C-extensions failed.")
    outer.__cause__ = ImportError("failed to map segment from shared object")

    assert no_memory(outer)


def test_other_errors_are_not_called_so() -> None:
    """A missing library, a full disk, a bug, and two errors that name each other."""
    one, other = ValueError("no memory"), KeyError("x")
    one.__context__, other.__context__ = other, one
    for error in (
        None,
        ImportError("libGL.so.1: cannot open shared object file"),
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        one,
    ):
        assert not no_memory(error), error


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A face, as a file."""
    path = tmp_path / "rest.png"
    cv2.imwrite(str(path), at_rest())
    return path


def said_with(mb: int, picture: Path, log: Path) -> str | None:
    """What a camera process says that may use so many megabytes of addresses; None where it read
    the picture."""
    limited = (
        f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({mb}000000, {mb}000000)); "
        "from sessions.worker.main import main; main()"
    )
    command = (sys.executable, "-P", "-c", limited)
    try:
        list(read_recording([picture], model=find_model(), stills=True, log=log, command=command))
    except Trouble as trouble:
        return trouble.sentence
    return None


@on_linux
def test_a_camera_process_without_memory_says_so(picture: Path, tmp_path: Path) -> None:
    """The libraries cannot be mapped."""
    said = said_with(200, picture, tmp_path / "camera.log")

    assert said is not None
    assert "too little free memory" in said


@on_linux
@pytest.mark.long
def test_however_little_there_is_it_ends_with_a_sentence(picture: Path, tmp_path: Path) -> None:
    """From what Python alone needs up to enough: each mapping fails at one of the limits."""
    said = {mb: said_with(mb, picture, tmp_path / "camera.log") for mb in range(60, ENOUGH_MB, 60)}

    for mb, sentence in said.items():
        assert sentence is None or sentence.endswith((".", "doctor", "camera.log.")), (mb, sentence)
        assert sentence is None or "Traceback" not in sentence, mb
    assert said[max(said)] is None
