"""Limits that hold from a process's first moment on."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.native.limits import MOST_PIXELS, memory_mb
from tests.patience import patience

resource = pytest.importorskip("resource")

_CORE = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
STARTS = {
    "program": f"from tui.cli import main; main(['--version']); {_CORE}",
    "camera process": f"""
import sys
import sessions.worker.main as worker
def stop():
    {_CORE}
    import os
    print(os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"], "cv2" in sys.modules)
    raise SystemExit
worker.take_wire = stop
worker.main()
""",
}


@pytest.mark.parametrize("which", STARTS)
def test_no_process_leaves_its_memory_in_a_file(which: str, checkout: Path) -> None:
    """A core file of the camera process would hold a face; and OpenCV is told its limit before
    it is loaded."""
    ran = subprocess.run(
        [sys.executable, "-c", STARTS[which]],
        cwd=checkout,
        preexec_fn=_allow_core_files,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=True,
    )

    assert "(0, 0)" in ran.stdout
    if which == "camera process":
        assert f"{MOST_PIXELS} False" in ran.stdout


def _allow_core_files() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def test_memory_is_told_in_megabytes() -> None:
    """A bare interpreter has ten, and a test run less than a few thousand."""
    before = memory_mb()
    held = b"x" * 200_000_000

    assert 5.0 < before < 5000.0
    assert memory_mb() >= len(held) / (1 << 20)


def test_the_memory_of_who_started_it_is_not_counted(checkout: Path) -> None:
    """The camera process is not refused its film because a large program started it."""
    told = "from sessions.native.limits import memory_mb; print(memory_mb())"
    starter = f"""
import subprocess, sys
held = b"x" * 250_000_000
print(subprocess.run([sys.executable, "-c", {told!r}], capture_output=True, text=True).stdout)
"""
    ran = subprocess.run(
        [sys.executable, "-c", starter],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=patience(20.0),
        check=True,
    )

    assert 5.0 < float(ran.stdout) < 150.0


GIVEN_BACK = """
import re, sys
from pathlib import Path
from sessions.native import limits

def held():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

if sys.argv[1] == "bounded":
    limits.bound_pictures()
picture = b"x" * (25 << 20)
del picture
smaller = b"x" * (8 << 20)
above = [b"x" * 100_000 for _ in range(20)]
before = held()
del smaller
print(before - held())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone keeps it")
@pytest.mark.parametrize(("how", "given_back"), [("bounded", True), ("as usual", False)])
def test_a_picture_that_is_done_with_is_given_back(
    how: str, given_back: bool, checkout: Path
) -> None:
    """Also after a 4K one, which would make glibc keep what follows."""
    line = [sys.executable, "-c", GIVEN_BACK, how]
    ran = subprocess.run(line, capture_output=True, text=True, timeout=patience(20.0), cwd=checkout)

    assert (int(ran.stdout) >= 7) is given_back, ran.stderr
