"""What is read of rendered heads whose rest and movement are both in one pose, as a table.

    python -m tests.benchmarks.rest_pose FOLDER

FOLDER holds HEAD_SKIN_yawY_pitchP/ with rest.jpg, a picture a movement and strength, and
truth.json: per file the movement and the millimetres of each half. A positive pitch is that of a
face seen from below. One line for each movement and pose, over all heads: R2 and gain from the
worst head to the best, leak as the mean of all heads and halves and that of the worst head, and
how often the movement was doubtful.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import cv2
import numpy as np

from routines.movements import MeasureKey
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestRefused
from sessions.readings import Reading
from sessions.selftest.numbers import PerSide, r2

NAME = re.compile(r"(?P<head>[^_]+)_[^_]+_(?P<pose>yaw-?\d+_pitch-?\d+)\Z")
STILL_MM, MOVING_MM = 0.05, 1.0
"""A half that truly moved less, or more, than this tells the leak."""
HEAD = ("| movement | rest at | R2 | gain | leak, mean (worst head) | doubtful |", "|---" * 6 + "|")


class Found(NamedTuple):
    """One movement of one head in one pose."""

    r2: float
    gain: float
    leak: float
    """Mean size over both halves, percent of the half that moves."""
    doubtful: bool


Pair = tuple[PerSide, PerSide]
"""What was read and what was true, mm."""


def found_in(pairs: list[Pair], *, doubtful: bool) -> Found:
    """The numbers of one movement."""
    read, true = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    m, t = np.ravel(read), np.ravel(true)
    leaks = [
        abs(r[still] / r[1 - still])
        for r, known in pairs
        for still in (0, 1)
        if abs(known[still]) < STILL_MM and known[1 - still] > MOVING_MM
    ]
    return Found(r2(read, true), float(m @ t) / float(t @ t), 100 * fmean(leaks), doubtful)


def picture_in(path: Path) -> np.ndarray:
    """The picture in a file."""
    return np.asarray(cv2.imread(str(path)))


def measured(
    folder: Path, picture: Callable[[Path], np.ndarray] = picture_in
) -> dict[MeasureKey, Found] | RestRefused:
    """Every movement of one head in one pose, or why its rest was refused."""
    truth: list[dict[str, Any]] = json.loads((folder / "truth.json").read_text())
    pairs: dict[MeasureKey, list[Pair]] = defaultdict(list)
    doubted: set[MeasureKey] = set()
    with FaceReader(find_model(), find_iris_model(), stills=True) as reader:
        reader.take_rest(0.0)
        reader.read(picture(folder / "rest.jpg"), 0, 0.0)
        rest = reader.rest_result() or reader.finish_rest()
        if isinstance(rest, RestRefused):
            return rest
        for n, row in enumerate(truth, 1):
            one = reader.read(picture(folder / row["file"]), n, float(n))
            pair = _pair(one, row)
            if pair is not None:
                pairs[row["movement"]].append(pair)
                doubted.update(one.doubtful)
    return {key: found_in(each, doubtful=key in doubted) for key, each in pairs.items()}


def _pair(one: Reading, row: dict[str, Any]) -> Pair | None:
    if one.left is None or one.right is None:
        return None
    key: MeasureKey = row["movement"]
    read = PerSide(one.left.measure(key), one.right.measure(key))
    return read, PerSide(row["left_mm"], row["right_mm"])


def table(found: dict[str, dict[str, dict[MeasureKey, Found] | RestRefused]]) -> Iterable[str]:
    """Lines of Markdown from pose to head to movement."""
    yield from HEAD
    movements = dict.fromkeys(
        key
        for heads in found.values()
        for each in heads.values()
        if isinstance(each, dict)
        for key in each
    )
    for key in movements:
        for pose, heads in found.items():
            read = [e[key] for e in heads.values() if isinstance(e, dict) and key in e]
            if read:
                yield f"| {key} | {pose} | {_numbers(read)} |"
    for pose, heads in found.items():
        refused = [each for each in heads.values() if isinstance(each, RestRefused)]
        if refused:
            why = ", ".join(sorted({str(each.turned or each.reason) for each in refused}))
            yield f"| all | {pose} | refused: {len(refused)} of {len(heads)} ({why}) | | | |"


def _numbers(read: list[Found]) -> str:
    leak = f"{fmean(f.leak for f in read):.0f} % ({max(f.leak for f in read):.0f} %)"
    told = sum(f.doubtful for f in read)
    return (
        f"{_span(f.r2 for f in read)} | {_span(f.gain for f in read)} | {leak} | "
        f"{f'{told} of {len(read)}' if told else '-'}"
    )


def _span(values: Iterable[float]) -> str:
    low, *_, high = sorted([*values] * 2)
    return f"{low:.2f}" if low == high else f"{low:.2f}-{high:.2f}"


def main(stills: Path) -> None:
    """Measure every folder and print the table."""
    found: dict[str, dict[str, dict[MeasureKey, Found] | RestRefused]] = defaultdict(dict)
    for folder in sorted(stills.iterdir()):
        name = NAME.match(folder.name)
        if name is not None:
            pose = name["pose"].replace("yaw", "yaw ").replace("_pitch", ", pitch ")
            found[pose][name["head"]] = measured(folder)
            print(".", end="", file=sys.stderr, flush=True)
    print("\n".join(table(dict(sorted(found.items())))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
