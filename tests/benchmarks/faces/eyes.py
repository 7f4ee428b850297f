"""How an eye that closes is read, with and without the second witness, as a table.

    python -m tests.benchmarks.faces.eyes PICTURE [PICTURE ...]

Each PICTURE holds one face. Its lids are slid down by known amounts, each eye by itself, frontal
and with the head at random poses; a still face is turned too. Two lines a picture: lid points and
lid skin alone, then the iris model as well. Last, what reading both eyes with it costs. Of heads
rendered with known movement `tests.benchmarks.rest_pose` prints the same numbers.
"""

import sys
import time
from pathlib import Path

import cv2
import numpy as np

from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.eye_reader import CROP_PX, IrisNetwork
from sessions.face.face_reader import FaceReader
from sessions.readings import Pose, Reading
from sessions.selftest.numbers import PerSide, halves, r2, ratio, rms
from sessions.selftest.scenes import FARTHEST, LEVELS
from sessions.selftest.seated_face import SEED, Picture, SeatedFace

POSES = 8
RUNS = 200
HEAD = (
    "| face | iris model | R2 | reads | 1/4 as | 1/2 as | leak | R2, moving | turned | doubtful |",
    "|---" * 10 + "|",
)
KEY = "eye-closure"


class Eyes:
    """One face whose lids are moved, read by one kind of reader."""

    def __init__(self, picture: Picture, iris_model: Path | None) -> None:
        """Raises `Trouble` where the face cannot be rest."""
        self._seated = SeatedFace(picture, find_model(), FaceReader(find_model(), iris_model))
        self._random = np.random.default_rng(SEED)
        self._seated.rest()
        self._doubted = self._scored = 0

    def line(self) -> str:
        """The numbers, as cells of a table."""
        frontal = {level: self._pair(self._closed(level)) for level in LEVELS}
        moving = {level: self._pair(self._turned(self._closed(level))) for level in LEVELS}
        still = [self._pair(self._turned(self._seated.picture)) for _ in range(POSES)]
        read = {level: pair for level, pair in frontal.items() if pair is not None}
        left, right = read[PerSide(1.0, 0.0)], read[PerSide(0.0, 1.0)]
        true = {level: self._truth(level) for level in LEVELS}
        full = true[PerSide(1.0, 1.0)]
        leak = max(abs(left.right / left.left), abs(right.left / right.right))
        turned = [(pair, true[level]) for level, pair in moving.items() if pair is not None]
        cells = (
            f"{r2(list(read.values()), [true[level] for level in read]):.3f}",
            f"{(left.left / full.left + right.right / full.right) / 2:.2f}",
            f"{ratio(read, 0.25):.2f}",
            f"{ratio(read, 0.5):.2f}",
            f"{100 * leak:.0f} %",
            f"{r2([pair for pair, _ in turned], [known for _, known in turned]):.3f}",
            f"{rms([pair for pair in still if pair is not None]):.2f} mm",
            f"{self._doubted} of {self._scored}",
        )
        return " | ".join(cells)

    def close(self) -> None:
        """Let go of the reader."""
        self._seated.close()

    def _closed(self, level: PerSide) -> Picture:
        return self._seated.portrait.moved(KEY, level)

    def _truth(self, level: PerSide) -> PerSide:
        truth = self._seated.portrait.truth_mm
        return PerSide(truth(KEY, "left", level.left), truth(KEY, "right", level.right))

    def _turned(self, picture: Picture) -> Picture:
        far = np.array([FARTHEST.yaw_deg, FARTHEST.pitch_deg, FARTHEST.roll_deg])
        pose = Pose(*(self._random.uniform(-1.0, 1.0, 3) * far).tolist())
        return self._seated.portrait.turned(pose, picture)

    def _pair(self, picture: Picture) -> PerSide | None:
        readings: list[Reading] = self._seated.settled(picture)
        scored = [one for one in readings if one.left is not None]
        self._scored += len(scored)
        self._doubted += sum(KEY in one.doubtful for one in scored)
        return halves(readings, KEY)


def cost_ms(model: Path) -> float:
    """Processor milliseconds of the network for both eyes of a frame."""
    network = IrisNetwork(model)
    eye = np.full((CROP_PX, CROP_PX, 3), 128, dtype=np.uint8)
    began = time.process_time()
    for _ in range(2 * RUNS):
        network.gap_px(eye)
    return 1000 * (time.process_time() - began) / RUNS


def main(pictures: list[Path]) -> None:
    """Read every picture in both ways and print the table."""
    iris_model = find_iris_model()
    if iris_model is None:
        raise SystemExit("The iris model is not installed.")
    print("\n".join(HEAD))
    for path in pictures:
        picture = np.asarray(cv2.imread(str(path)), dtype=np.uint8)
        for name, model in (("no", None), ("yes", iris_model)):
            eyes = Eyes(picture, model)
            print(f"| {path.stem} | {name} | {eyes.line()} |", flush=True)
            eyes.close()
    print(f"\nBoth eyes of a frame: {cost_ms(iris_model):.1f} ms of processor time.")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
