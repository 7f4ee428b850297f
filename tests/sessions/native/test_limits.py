"""Limits that hold from a process's first moment on."""

import subprocess
import sys
from pathlib import Path

import pytest

from sessions.native.limits import MOST_PIXELS, memory_mb

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
        timeout=60,
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
held = b"x" * 600_000_000
print(subprocess.run([sys.executable, "-c", {told!r}], capture_output=True, text=True).stdout)
"""
    ran = subprocess.run(
        [sys.executable, "-c", starter],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert 5.0 < float(ran.stdout) < 200.0
