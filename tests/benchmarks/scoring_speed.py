"""Scored frames a second and processor time, against bare landmarker loops, interleaved.

    python -m tests.benchmarks.scoring_speed VIDEO [FRAMES [EXERCISE]]

With an exercise, what a practice of it reads: the second model of the eyes, and the skin of brows
and nose, only where it uses them, the eyes in turns; else all of it in each frame, as of a
recording. The bare loop is one landmarker of one face in video mode (see `bare_loop`). Both work on
the same decoded frames, a stretch of each in turn, so that a busy machine slows both; ours looks
ahead as the worker does with recordings, and a stretch is over when its last frame is told.
Budgets: at least 0.75 of the bare loop's frames a second, at most 0.75 of the processor time of
three.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the worker, before numpy is loaded

import cv2
import numpy as np

from routines.catalogue import exercises
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.live.eyes_wanted import used_by
from sessions.messages import RestTaken
from sessions.scoring.arrays import Floats
from sessions.worker.pipeline import Pipeline
from sessions.worker.recorded import AHEAD, read_as_in_practice
from sessions.worker.sources.source import BGR, Frame
from tests.benchmarks.bare_loop import landmarker

STRETCH = 60
LEAST_RATE = 0.75
MOST_TIME = 0.75


def frames_of(video: Path, most: int) -> list[BGR]:
    """The first frames, BGR."""
    capture = cv2.VideoCapture(str(video))
    found: list[BGR] = []
    while len(found) < most:
        there, picture = capture.read()
        if not there:
            break
        found.append(np.asarray(picture, dtype=np.uint8))
    return found


class Bare:
    """What anybody would write first."""

    def __init__(self, model: Path) -> None:
        from mediapipe import Image, ImageFormat

        self._finder = landmarker(str(model))
        self._image, self._rgb = Image, ImageFormat.SRGB
        self._ms = 0

    def find(self, frames: list[BGR]) -> None:
        """Look at all frames."""
        for frame in frames:
            self._ms += 33
            rgb = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
            self._finder.detect_for_video(self._image(image_format=self._rgb, data=rgb), self._ms)


class Ours:
    """Measures frames as the worker does."""

    def __init__(self, reader: FaceReader, ahead: Pipeline) -> None:
        self._reader, self._ahead = reader, ahead
        self.n = self.scored = 0

    def measure(self, frames: list[BGR]) -> None:
        """Measure all frames, to the last."""
        left = iter(frames)

        def take() -> Frame | None:
            picture = next(left, None)
            self.n += picture is not None
            return None if picture is None else Frame(self.n, self.n / 30.0, picture)

        for _ in range(AHEAD):
            self._ahead.begin(take)
        while (done := self._ahead.finish(then=take)) is not None:
            self.scored += done.reading.left is not None

    def take_rest(self, frames: list[BGR]) -> int:
        """How many frames it took; all of them where there is no rest."""
        self._reader.take_rest(1.0)
        while self._reader.rest_result() is None and self.n < len(frames):
            self.measure([frames[self.n]])
        return self.n


def timed(work: Callable[[list[BGR]], None], frames: list[BGR]) -> Floats:
    """Wall and processor seconds for all frames."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(frames)
    return np.array([time.perf_counter() - wall, time.process_time() - cpu])


def main(video: Path, most: int = 400, exercise: str | None = None) -> int:
    """Print both ratios; 1 when a budget is broken."""
    frames = frames_of(video, most)
    model = find_model()
    with FaceReader(model, find_iris_model()) as reader, Pipeline(reader) as ahead:
        bare, ours = Bare(model), Ours(reader, ahead)
        first = ours.take_rest(frames)
        if not isinstance(reader.rest_result(), RestTaken):
            print("no rest in these frames")
            return 1
        if exercise is not None:
            read_as_in_practice(reader, used_by(exercises()[exercise]))
        for work in (bare.find, ours.measure):
            work(frames[first : first + STRETCH])
        if len(frames) - first < STRETCH:
            print(f"no {STRETCH} frames after the rest, which ended with frame {first}")
            return 1
        ours.scored = measured = 0
        spent, theirs = np.zeros(2), np.zeros(2)
        for begin in range(first, len(frames) - STRETCH + 1, STRETCH):
            stretch = frames[begin : begin + STRETCH]
            theirs += timed(bare.find, stretch)
            spent += timed(ours.measure, stretch)
            measured += STRETCH
    rate, cpu = float(theirs[0] / spent[0]), float(spent[1] / (3 * theirs[1]))
    print(f"scored frames a second over a bare loop's: {rate:.2f} (at least {LEAST_RATE})")
    print(f"processor time over three bare loops':     {cpu:.2f} (at most {MOST_TIME})")
    print(f"frames scored:                             {ours.scored / measured:.0%}")
    return int(rate < LEAST_RATE or cpu > MOST_TIME)


if __name__ == "__main__":
    video, most, exercise = (*sys.argv[1:], *(None,) * 2)[:3]
    raise SystemExit(main(Path(video or ""), int(most or 400), exercise))
