"""A whole session of the real program: nothing leaves the machine, nothing pictured stays on it.

Every Python process of the session reports the network calls it attempts, and the kernel refuses
internet sockets to all of them. What the native libraries do is refused by the kernel in the
camera process anyway (see `test_network_ban`); that they do not even try was measured with strace
on the release that is pinned.
"""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from sessions.care.settings_file import FILE_NAME, save_settings
from tests.astronaut import astronaut
from tests.patience import patience
from tests.tui.people import ANSWERED

WATCH = '''
"""Writes down every network call of this process, and lets the kernel refuse it."""
import os, sys
_calls = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
          "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendmsg"}
_path = os.environ["WATCHED_CALLS"]
def _hook(event, args):
    if event in _calls:
        with open(_path, "a") as calls:
            calls.write(f"{event} {args[1:]!r}\\n")
sys.addaudithook(_hook)
with open(_path, "a") as calls:
    calls.write(f"process {os.getpid()}\\n")
sys.path.insert(0, os.environ["WATCHED_CHECKOUT"])
from sessions.native.network_ban import forbid_internet
forbid_internet()
'''

PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"RIFF",
    b"\x93NUMPY",
    b"\x00\x00\x00 ftyp",
)
"""How files begin that hold pictures, films or arrays of them."""

ROUTINE = """
schema = 1
id = "one-smile"
name = "One smile"
stage = "paretic"

[dose]
rise_s = 1
hold_s = 0.5
release_s = 1

[[exercise]]
do = "closed-smile"
reps = 1
"""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A face that keeps still, long enough for its rest on a busy machine; few pictures a second,
    as each is measured."""
    # Low in the picture, where this head, tilted back a little, faces the camera.
    enlarge = np.array([[1.7, 0.0, -62.0], [0.0, 1.7, 166.0]], dtype=np.float32)
    picture = cv2.warpAffine(astronaut(), enlarge, (640, 480), borderMode=cv2.BORDER_REPLICATE)
    path = tmp_path / "still.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 7, (640, 480))
    for _ in range(112):
        writer.write(picture)
    writer.release()
    return path


def watch(checkout: Path, tmp_path: Path) -> tuple[dict[str, str], Path]:
    """The environment in which a process is watched, and the file with what was watched."""
    hook, calls = tmp_path / "hook", tmp_path / "calls"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(WATCH)
    watched = {
        "PYTHONPATH": str(hook),
        "WATCHED_CALLS": str(calls),
        "WATCHED_CHECKOUT": str(checkout),
    }
    return {**os.environ, **watched}, calls


def practise(checkout: Path, tmp_path: Path, *words: str) -> tuple[Path, list[str]]:
    """Run a session under watch and umask 000; its data folder and what was watched."""
    environment, calls = watch(checkout, tmp_path)
    data = tmp_path / "data"
    save_settings(ANSWERED, data / FILE_NAME)
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "run", *words, "--plain", "--no-sound"],
        cwd=checkout,
        env={**environment, "SLOWSMILE_DATA_DIR": str(data)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience(40.0),
        umask=0,
    )
    assert ran.returncode == 0, ran.stderr
    return data, calls.read_text().splitlines()


def check(data: Path, calls: list[str]) -> None:
    """Two processes or more were watched, none called out, and what was written is private."""
    processes = {line for line in calls if line.startswith("process ")}
    assert len(processes) >= 2
    assert [line for line in calls if line not in processes] == []
    written = [path for path in data.rglob("*") if path.is_file()]
    assert any(path.suffix == ".toml" and "sessions" in path.parts for path in written)
    for path in written:
        assert not path.read_bytes().startswith(PICTURES), path
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    for folder in (data, *(path for path in data.rglob("*") if path.is_dir())):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_simulated_session_is_private(checkout: Path, tmp_path: Path) -> None:
    """To its summary, with the simulated patient."""
    routine = tmp_path / "one.toml"
    routine.write_text(ROUTINE)
    check(*practise(checkout, tmp_path, str(routine), "--source", "sim", "--speed", "30"))


@pytest.mark.long
def test_filmed_session_is_private(checkout: Path, tmp_path: Path, film: Path) -> None:
    """With the landmark model at work on a film of a face.

    Always: the same camera process, watched in the same way, in `test_whole_face.py`.
    """
    routine = tmp_path / "one.toml"
    routine.write_text(ROUTINE)
    words = (str(routine), "--side", "left", "--source", str(film))
    data, calls = practise(checkout, tmp_path, *words)

    check(data, calls)
    (record,) = (data / "sessions").rglob("*.toml")
    assert "mm_per_px" in record.read_text()
    assert json.dumps(str(film))[1:-1] not in (data / "logs" / "camera.log").read_text()
