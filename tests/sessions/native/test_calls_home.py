"""Nothing in the camera process tries to reach the internet, even where it could not."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.patience import patience

WATCHED = """
import platform, socket
from sessions.native import network_ban

KILL = 0x80000000  # the kernel ends the process at the first try, whatever it says about errors
network_ban._REFUSE = KILL
network_ban._install(network_ban.MACHINES[platform.machine()])
"""
MEASURE = """
import cv2
from sessions.face.landmarker import FaceCounter, Landmarker
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.eye_reader import CROP_PX, IrisNetwork
from sessions.face.sparing.mesh_network import CROP_PX as FACE_PX, MeshNetwork
from tests.astronaut import astronaut

picture = cv2.cvtColor(astronaut(), cv2.COLOR_BGR2RGB)
counter = FaceCounter(find_model())
with Landmarker(find_model()) as landmarker:
    found = [landmarker.find(picture) is not None for _ in range(40)]
eyes = IrisNetwork(find_iris_model())
seen = [eyes.gap_px(picture[:CROP_PX, :CROP_PX]) is not None for _ in range(20)]
mesh = MeshNetwork(find_model())
crop = cv2.resize(picture[15:210, 125:320], (FACE_PX, FACE_PX))  # the face fills two thirds
read = [mesh.points(crop) is not None for _ in range(20)]
print(sum(found), len(counter.boxes(picture)), sum(seen), sum(read))
counter.close()
"""


def watched(script: str, checkout: Path) -> "subprocess.CompletedProcess[str]":
    """Run `script` in a process that does not survive asking for an internet socket."""
    return subprocess.run(
        [sys.executable, "-c", WATCHED + script],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(40.0),
    )


def test_measuring_a_face_calls_nobody(checkout: Path) -> None:
    """MediaPipe finds a face forty times, LiteRT reads an eye and a face twenty times; both end in
    good order, and neither ever asks for a socket."""
    ran = watched(MEASURE, checkout)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == ["40", "1", "20", "20"]


def test_the_watch_sees_a_call(checkout: Path) -> None:
    """The same watch ends a process that looks up a name."""
    ran = watched("socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)", checkout)

    assert ran.returncode == -signal.SIGSYS
