"""Two hundred damaged recordings and pictures, each read by the real worker to the end or to a
sentence, in bounded time and memory. The reader of faces is a fake one: decoding is what is
tried here. The everyday suite tries forty in one process (`test_sources`)."""

import resource
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from routines.errors import Trouble
from sessions.camera.recording import read_recording
from sessions.messages import Ended, Hello
from tests.faults.watching import HERE

FILES = 200
MOST_S = 15.0
MOST_MB = 400.0
KINDS = (("a.avi", "MJPG"), ("a.mp4", "mp4v"), ("a.webm", "VP80"), ("a.mkv", "FFV1"))


def _good(folder: Path) -> list[Path]:
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 255, (120, 160, 3), dtype=np.uint8) for _ in range(10)]
    paths: list[Path] = []
    for name, code in KINDS:
        paths.append(folder / name)
        writer = cv2.VideoWriter(str(paths[-1]), cv2.VideoWriter.fourcc(*code), 30.0, (160, 120))
        for picture in pictures:
            writer.write(picture)
        writer.release()
    for name in ("a.png", "a.jpg", "a.tiff", "a.webp", "a.bmp"):
        paths.append(folder / name)
        cv2.imwrite(str(paths[-1]), pictures[0])
    return paths


def _damaged(data: bytes, rng: np.random.Generator) -> bytes:
    bad = bytearray(data)
    where = int(rng.integers(3))
    low, high = ((0, min(300, len(bad))), (len(bad) - 300, len(bad)), (0, len(bad)))[where]
    for _ in range(int(rng.integers(1, 80))):
        bad[int(rng.integers(max(low, 0), high))] = int(rng.integers(256))
    if rng.random() < 0.3:
        del bad[int(rng.integers(1, len(bad))) :]
    if rng.random() < 0.2:
        at = int(rng.integers(len(bad)))
        bad[at:at] = rng.bytes(int(rng.integers(1, 5000)))
    return bytes(bad)


@pytest.mark.long
def test_two_hundred_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    """Never a crash, a hang, memory without bound, or any other error."""
    good = _good(tmp_path)
    rng = np.random.default_rng(2026)
    command = [sys.executable, str(HERE / "faulty_worker.py"), "none"]
    ends = {"read": 0, "refused": 0}
    kinds: set[str] = set()
    slowest = 0.0
    for number in range(FILES):
        whole = good[number % len(good)]
        bad = tmp_path / f"bad{whole.suffix}"
        bad.write_bytes(_damaged(whole.read_bytes(), rng))
        began = time.monotonic()
        try:
            messages = list(read_recording([bad], model="", neutral=(0.0, 0.2), command=command))
        except Trouble as trouble:
            kinds.add(trouble.kind)
            ends["refused"] += 1
        else:
            assert isinstance(messages[0], Hello)
            assert isinstance(messages[-1], Ended)
            ends["read"] += 1
        slowest = max(slowest, time.monotonic() - began)
    largest_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    assert sum(ends.values()) == FILES
    assert min(ends.values()) > 20
    assert kinds == {"video"}
    assert slowest < MOST_S
    assert largest_mb < MOST_MB
