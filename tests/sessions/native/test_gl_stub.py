"""Stand-ins for graphics libraries: right in form, loaded only where the real ones are missing."""

import ctypes
import errno
import mmap
import os
import platform
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.native import elf_stub, gl_stub
from tests.patience import patience

NAMES = ["eglBindAPI", "eglInitialize", "eglTerminate"]


def test_a_written_library_can_be_loaded_and_called(tmp_path: Path) -> None:
    """Every function is found by its name and returns 0; others are not there."""
    file = tmp_path / "libstandin.so"
    file.write_bytes(elf_stub.write_library("libstandin.so.1", NAMES, platform.machine()))

    library = ctypes.CDLL(str(file))

    assert [library[name](1, 2) for name in NAMES] == [0, 0, 0]
    assert not hasattr(library, "eglOther")


def test_no_names_is_a_library_too(tmp_path: Path) -> None:
    """A release that wants nothing of a library still has to find it."""
    file = tmp_path / "libempty.so"
    file.write_bytes(elf_stub.write_library("libempty.so.1", [], platform.machine()))

    assert ctypes.CDLL(str(file))


@pytest.mark.parametrize(("machine", "number"), [("x86_64", 62), ("aarch64", 183)])
def test_both_machines_get_their_own_kind(machine: str, number: int) -> None:
    """The header names the machine, and the stack is not executable."""
    library = elf_stub.write_library("libEGL.so.1", NAMES, machine)
    headers = [struct.unpack_from("<II", library, 64 + 56 * n) for n in range(4)]

    assert library[:7] == b"\x7fELF\x02\x01\x01"
    assert struct.unpack_from("<H", library, 18) == (number,)
    assert (0x6474E551, 6) in headers


def test_the_native_library_wants_both() -> None:
    """What MediaPipe's library expects is read from the file itself."""
    path = gl_stub.native_library()
    assert path is not None
    names = elf_stub.undefined_names(path.read_bytes())

    assert sum(name.startswith("egl") for name in names) > 10
    assert sum(name.startswith("gl") for name in names) > 50


def test_real_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both are installed nothing is written."""
    monkeypatch.setattr(gl_stub, "loadable", lambda _name: True)
    monkeypatch.setattr(gl_stub, "write_library", None)

    assert gl_stub.ensure_gl() == []


@pytest.mark.parametrize("memory", [True, False])
def test_missing_libraries_are_stood_in_for(memory: bool, checkout: Path, tmp_path: Path) -> None:
    """Both come under the name the loader asks for, from memory or a file that is gone again."""
    script = (
        "import ctypes, os, sys\n"
        "from sessions.native import gl_stub\n"
        "def refuse(*_): raise OSError('no memory files here')\n"
        "if sys.argv[1] == 'False': os.memfd_create = refuse\n"
        "gl_stub.LIBRARIES = {'libnoEGL.so.1': 'egl', 'libnoGLES.so.2': 'gl'}\n"
        "print(*gl_stub.ensure_gl())\n"
        "print(ctypes.CDLL('libnoEGL.so.1').eglInitialize(0))\n"
        "print(ctypes.CDLL('libnoGLES.so.2').glGenBuffers(0))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(memory)],
        capture_output=True,
        text=True,
        cwd=checkout,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        timeout=patience(20.0),
    )

    assert ran.stdout.split() == ["libnoEGL.so.1", "libnoGLES.so.2", "0", "0"], ran.stderr
    assert list(tmp_path.glob("*.so")) == []


def test_where_nothing_helps_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked-down machine is told what to install."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("not permitted")

    monkeypatch.setattr(gl_stub, "loadable", lambda _name: False)
    monkeypatch.setattr(os, "memfd_create", refuse)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)

    with pytest.raises(Trouble, match="sudo apt-get install libegl1 libgles2") as caught:
        gl_stub.ensure_gl()
    assert caught.value.kind == "model"


@pytest.mark.parametrize("number", [errno.ENOMEM, errno.EIO, errno.EACCES])
def test_a_library_that_cannot_be_mapped_is_said(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence with what to do, as where stand-ins cannot be loaded."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(gl_stub, "loadable", lambda _name: False)
    monkeypatch.setattr(mmap, "mmap", refuse)

    with pytest.raises(Trouble, match=os.strerror(number)):
        gl_stub.ensure_gl()
