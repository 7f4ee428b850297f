"""The halves read by LiteRT in a fixed crop, beside MediaPipe's own reading, as a table.

    python -m tests.benchmarks.faces.crops PICTURE|FOLDER [...]

A PICTURE holds one real face, whose skin and lids are moved by known amounts. A FOLDER holds
rest.jpg, pictures of a rendered head that moves, and truth.json: per file the movement and the
millimetres of each half. One reader takes rest once and reads every scene in both ways. Two lines a
movement, over all faces.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import cv2
import numpy as np

from routines.movements import MeasureKey
from sessions.camera.model_file import find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestTaken
from sessions.readings import Reading
from sessions.scoring.arrays import Floats
from sessions.selftest.numbers import PerSide, halves, r2
from sessions.selftest.scenes import LEVELS
from sessions.selftest.seated_face import NOISE_GREY, Picture, SeatedFace

MOVEMENTS: tuple[MeasureKey, ...] = ("open-smile", "pucker", "eye-closure")
RENDERED: dict[str, MeasureKey] = {
    "closed-smile": "open-smile",
    "pucker": "pucker",
    "eye-closure": "eye-closure",
}
"""What a rendered movement is read by; both smiles are read at the same corners."""
REST_S = 0.5
SETTLE, READ = 2, 3
LEAST_MM, MOST_MM = 0.05, 1.0
"""A half that truly moved less, or more, than this tells the leak."""
HEAD = (
    "| movement | read by | R2: mean, worst | reads | leak: mean, worst | 1/4 as | 1/2 as | "
    "share wrong by |\n|" + "---|" * 8
)
WAYS = {"MediaPipe": False, "LiteRT, fixed crop": True}


class Scene(NamedTuple):
    """One movement of one face: what is true, and what was read in each of `WAYS`."""

    key: MeasureKey
    true: PerSide
    read: dict[str, PerSide]


class Numbers(NamedTuple):
    """Of one movement of one face, read in one way."""

    r2: float
    gain: float
    leak: float
    """Of the worst still half, percent of the half that moves."""
    quarter: float
    half: float
    share: float
    """Root mean square of what was read as a share of the same half's full movement, less the true
    one."""


Show = Callable[[Picture, int], list[Reading]]


def read_both(reader: FaceReader, show: Show, picture: Picture, key: MeasureKey) -> Any:
    """Millimetres by way; MediaPipe first, which has to find the face anew."""
    read: dict[str, PerSide] = {}
    for way, fixed in WAYS.items():
        reader.fixed_crop = fixed
        found = halves(show(picture, SETTLE + READ)[-READ:], key)
        if found is not None:
            read[way] = found
    reader.fixed_crop = False
    return read


def of_picture(path: Path) -> list[Scene]:
    """A real face."""
    reader = FaceReader(find_model())
    seated = SeatedFace(np.asarray(cv2.imread(str(path)), dtype=np.uint8), find_model(), reader)
    seated.rest(seconds=REST_S)
    scenes: list[Scene] = []
    for key in MOVEMENTS:
        for level in LEVELS:
            truth = seated.portrait.truth_mm
            true = PerSide(truth(key, "left", level.left), truth(key, "right", level.right))
            moved = seated.portrait.moved(key, level)
            scenes.append(Scene(key, true, read_both(reader, seated.show, moved, key)))
    seated.close()
    return scenes


def of_folder(folder: Path) -> list[Scene]:
    """A rendered head; nothing where its rest is refused."""
    random, n = np.random.default_rng(1), 0

    def show(picture: Picture, frames: int) -> list[Reading]:
        nonlocal n
        readings: list[Reading] = []
        for _ in range(frames):
            noisy = picture + random.normal(0.0, NOISE_GREY, picture.shape)
            readings.append(reader.read(np.clip(noisy, 0, 255).astype(np.uint8), n, n / 30))
            n += 1
        return readings

    def picture(name: str) -> Picture:
        return np.asarray(cv2.imread(str(folder / name)), dtype=np.uint8)

    with FaceReader(find_model()) as reader:
        reader.take_rest(REST_S)
        while reader.rest_result() is None:
            show(picture("rest.jpg"), 1)
        if not isinstance(reader.rest_result(), RestTaken):
            return []
        scenes: list[Scene] = []
        for row in json.loads((folder / "truth.json").read_text()):
            key = RENDERED.get(row["movement"])
            if key is not None:
                read = read_both(reader, show, picture(row["file"]), key)
                scenes.append(Scene(key, PerSide(row["left_mm"], row["right_mm"]), read))
    return scenes


def numbers_of(scenes: list[Scene], way: str) -> Numbers:
    """Of one movement of one face."""
    pairs = [(scene.read[way], scene.true) for scene in scenes if way in scene.read]
    m, t = np.array([read for read, _ in pairs]), np.array([true for _, true in pairs])
    full = t.max(axis=0)
    read_full = np.array([m[t[:, i] > 0.99 * full[i], i].mean() for i in (0, 1)])
    shares, true_shares = m / read_full, t / full
    leaks = [
        abs(read[still] / read[1 - still])
        for read, true in pairs
        for still in (0, 1)
        if true[still] < LEAST_MM and true[1 - still] > MOST_MM
    ]
    below = true_shares < 0.95
    return Numbers(
        r2([read for read, _ in pairs], [true for _, true in pairs]),
        float(m.ravel() @ t.ravel() / (t.ravel() @ t.ravel())),
        100 * max(leaks, default=0.0),
        _mean_at(shares, true_shares, 0.25),
        _mean_at(shares, true_shares, 0.5),
        float(np.sqrt(np.mean((shares - true_shares)[below] ** 2))),
    )


def table(faces: list[list[Scene]]) -> Iterable[str]:
    """Lines of Markdown from the scenes of each face."""
    yield HEAD
    for key in MOVEMENTS:
        for way in WAYS:
            one = defaultdict[str, list[float]](list)
            for scenes in faces:
                of_key = [scene for scene in scenes if scene.key == key]
                if of_key:
                    for name, value in numbers_of(of_key, way)._asdict().items():
                        one[name].append(value)
            yield (
                f"| {key} | {way} | {fmean(one['r2']):.3f}, {min(one['r2']):.3f} | "
                f"{min(one['gain']):.2f}-{max(one['gain']):.2f} | "
                f"{fmean(one['leak']):.0f} %, {max(one['leak']):.0f} % | {_span(one['quarter'])} | "
                f"{_span(one['half'])} | {fmean(one['share']):.3f} |"
            )


def _mean_at(shares: Floats, true: Floats, level: float) -> float:
    return float(shares[np.abs(true - level) < 0.02].mean())


def _span(values: list[float]) -> str:
    return f"{min(values):.2f}-{max(values):.2f}"


def main(faces: list[Path]) -> None:
    """Read every face and print the table."""
    read: list[list[Scene]] = []
    for face in faces:
        read.append(of_folder(face) if face.is_dir() else of_picture(face))
        print(".", end="", file=sys.stderr, flush=True)
    print("\n".join(table([scenes for scenes in read if scenes])))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
