"""Scored frames a second and processor time, against bare landmarker loops, interleaved.

    python -m tests.benchmarks.scoring_speed VIDEO [FRAMES]

The bare loop is one landmarker of one face in video mode with the head's pose. Both work on the
same decoded frames, a stretch of each in turn, so that a busy machine slows both. Budgets: at
least 0.45 of the bare loop's frames a second, at most 1.15 times the processor time of three.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.camera.face_reader import FaceReader
from sessions.camera.landmarker import Landmarker
from sessions.camera.model import find_model

Floats = NDArray[np.float64]

STRETCH = 20
LEAST_RATE = 0.45
MOST_TIME = 1.15


def frames_of(video: Path, most: int) -> list[NDArray[np.uint8]]:
    """The first frames, BGR."""
    capture = cv2.VideoCapture(str(video))
    found: list[NDArray[np.uint8]] = []
    while len(found) < most:
        there, picture = capture.read()
        if not there:
            break
        found.append(np.asarray(picture, dtype=np.uint8))
    return found


def timed(work: Callable[[NDArray[np.uint8]], object], frames: list[NDArray[np.uint8]]) -> Floats:
    """Wall and processor seconds for all frames."""
    wall, cpu = time.perf_counter(), time.process_time()
    for frame in frames:
        work(frame)
    return np.array([time.perf_counter() - wall, time.process_time() - cpu])


def main(video: Path, most: int) -> int:
    """Print both ratios; 1 when a budget is broken."""
    frames = frames_of(video, most)
    model = find_model()
    with FaceReader(model) as reader, Landmarker(model) as bare:
        reader.take_rest(1.0)
        n = 0
        while not reader.calibrated and n < len(frames):
            reader.read(frames[n], n, n / 30.0)
            n += 1
        if not reader.calibrated:
            print("no rest in these frames")
            return 1

        def find(frame: NDArray[np.uint8]) -> None:
            bare.find(np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB), dtype=np.uint8))

        def measure(frame: NDArray[np.uint8]) -> None:
            reader.read(frame, 0, 0.0)

        timed(find, frames[:STRETCH])
        ours, theirs = np.zeros(2), np.zeros(2)
        for begin in range(n, len(frames) - STRETCH, STRETCH):
            stretch = frames[begin : begin + STRETCH]
            theirs += timed(find, stretch)
            ours += timed(measure, stretch)
    rate, cpu = float(theirs[0] / ours[0]), float(ours[1] / (3 * theirs[1]))
    print(f"scored frames a second over a bare loop's: {rate:.2f} (at least {LEAST_RATE})")
    print(f"processor time over three bare loops':     {cpu:.2f} (at most {MOST_TIME})")
    return int(rate < LEAST_RATE or cpu > MOST_TIME)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 400))
