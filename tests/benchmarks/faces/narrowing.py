"""How far the narrowing of an eye is off while mouth or brow move, as a table.

    python -m tests.benchmarks.faces.narrowing FOLDER

FOLDER is that of `tests.benchmarks.rest_pose`. One line a movement, over all heads and poses: eyes,
in how many the witnesses disagreed, and of the others root mean square and mean of what was read
too much, in points of the opening at rest; then how many of these were wrong by more than GOAL.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from routines.movements import SIDES, MeasureKey
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestRefused
from tests.benchmarks.rest_pose import picture_in

FULL_PERCENT: dict[MeasureKey, float] = {"closed-smile": 24.5, "brow-raise": -5.5}
"""By how much the renderer narrows the eye of a half that makes the full movement; a part of it
narrows by that part."""
GOAL = 4.0
HEAD = (
    "| movement | eyes | witnesses disagree | off, rms | bias | off by more than 4 points |",
    "|---" * 6 + "|",
)


class Eye(NamedTuple):
    """One eye in one picture."""

    movement: MeasureKey
    off: float
    """Read less true, points."""
    doubtful: bool


def eyes_in(folder: Path) -> Iterator[Eye]:
    """Both eyes in every picture of these movements; none where the rest is refused."""
    truth: list[dict[str, Any]] = json.loads((folder / "truth.json").read_text())
    with FaceReader(find_model(), find_iris_model(), stills=True) as reader:
        reader.take_rest(0.0)
        reader.read(picture_in(folder / "rest.jpg"), 0, 0.0)
        rest = reader.rest_result() or reader.finish_rest()
        if isinstance(rest, RestRefused):
            return
        for key, full_percent in FULL_PERCENT.items():
            rows = [row for row in truth if row["movement"] == key]
            full_mm = max(row[f"{side}_mm"] for row in rows for side in SIDES)
            for n, row in enumerate(rows, 1):
                one = reader.read(picture_in(folder / row["file"]), n, float(n))
                for side in SIDES:
                    half = one.half(side)
                    if half is not None:
                        true = full_percent * row[f"{side}_mm"] / full_mm
                        off = half.narrowing_percent - true
                        yield Eye(key, off, "eye-closure" in one.doubtful)


def line(key: MeasureKey, eyes: list[Eye]) -> str:
    """Cells of the table."""
    off = np.array([eye.off for eye in eyes if not eye.doubtful])
    return (
        f"| {key} | {len(eyes)} | {sum(eye.doubtful for eye in eyes)} "
        f"| {np.sqrt(np.mean(off**2)):.1f} | {off.mean():+.1f} | {int(np.sum(abs(off) > GOAL))} |"
    )


def main(stills: Path) -> None:
    """Read every folder and print the table."""
    folders = [each for each in sorted(stills.iterdir()) if (each / "truth.json").exists()]
    eyes = [eye for folder in folders for eye in eyes_in(folder)]
    print("\n".join(HEAD))
    for key in FULL_PERCENT:
        print(line(key, [eye for eye in eyes if eye.movement == key]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
