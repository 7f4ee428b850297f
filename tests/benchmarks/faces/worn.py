"""What is read of a brow and an eye under glasses and hair that lie still, as a table.

    python -m tests.benchmarks.faces.worn FOLDER

FOLDER is that of `tests.benchmarks.rest_pose`; heads that look straight ahead are read. The scenes
are drawn on rest and on every movement at the same place. One line for each head and scene: R2 and
gain of brow and eye, and where one was doubtful in any picture. Of photographs
`tests.benchmarks.kitchen` tells how far each is off.
"""

import sys
from pathlib import Path

import numpy as np

from routines.movements import MeasureKey
from sessions.camera.model_file import find_model
from sessions.face.landmarker import Landmarker
from sessions.messages import RestRefused
from sessions.scoring.arrays import Floats
from tests.benchmarks.faces.skins import STRAIGHT
from tests.benchmarks.made.kitchen_scenes import SCENES, Scene
from tests.benchmarks.rest_pose import measured, picture_in

SHOWN: tuple[MeasureKey, ...] = ("brow-raise", "eye-closure")
OVER_BROWS = ("nothing", "glasses that reflect", "rims on the brows", "hair over the left brow",
              "a fringe over both brows")  # fmt: skip


def points_in(path: Path) -> Floats:
    """The 478 landmarks of the face in a picture, px."""
    with Landmarker(find_model(), stills=True) as finder:
        face = finder.find(np.ascontiguousarray(picture_in(path)[:, :, ::-1]))
    if face is None:
        raise SystemExit(f"No face in {path}.")
    return face.points


def cells(folder: Path, scene: Scene) -> str:
    """The numbers of one head that wears it."""
    points = points_in(folder / "rest.jpg")
    found = measured(folder, lambda path: scene.alter(picture_in(path), points))
    if isinstance(found, RestRefused):
        return f"refused: {found.reason} | "
    read = [found[key] for key in SHOWN]
    told = [", doubtful" if one.doubtful else "" for one in read]
    return " | ".join(f"{o.r2:.3f}, {o.gain:.2f}{t}" for o, t in zip(read, told, strict=True))


def main(stills: Path) -> None:
    """Read every straight head in each scene and print the table."""
    print(f"| worn | head | {', R2 and gain | '.join(SHOWN)}, R2 and gain |")
    print("|---" * (2 + len(SHOWN)) + "|")
    for scene in SCENES:
        if scene.name in OVER_BROWS:
            for folder in sorted(stills.glob(f"*{STRAIGHT}")):
                name = folder.name.removesuffix(STRAIGHT).replace("_", ", ")
                print(f"| {scene.name} | {name} | {cells(folder, scene)} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
