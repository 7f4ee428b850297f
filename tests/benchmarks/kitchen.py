"""What a kitchen costs: real faces moved by known amounts, under light, cloth, hair and company.

    python -m tests.benchmarks.kitchen [PICTURE|VIDEO ...] [--save FOLDER]

Without a picture the astronaut of the tests is taken; of a video its frame 20. Each half by itself
smiles and raises its brow, three sizes each; the same pictures are read with and without the scene
of `kitchen_scenes`. A line a face and scene: how many of the 12 were scored (of these with low
confidence), what was said of the others, and how far smile and brow of either half are from what
was read without the scene, worst in mm, over scored frames.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from routines.movements import SIDES, MeasureKey
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestRefused
from sessions.readings import Reading
from sessions.selftest.numbers import PerSide
from sessions.selftest.seated_face import place_face
from sessions.selftest.warp import WarpedPortrait
from tests.benchmarks.made.kitchen_scenes import SCENES, Picture, Scene

KEYS: tuple[MeasureKey, MeasureKey] = ("open-smile", "brow-raise")
SHARES = (PerSide(1.0, 0.0), PerSide(0.0, 1.0), PerSide(0.5, 1.0))
SEATED = "nothing"


class Seen(NamedTuple):
    """Readings of one face in one scene, in the order of `moves`."""

    rest: str
    """Empty, or why rest was refused."""
    readings: list[Reading]


def moves(portrait: WarpedPortrait) -> list[Picture]:
    """The movements of one face."""
    return [portrait.moved(key, share) for key in KEYS for share in SHARES]


def watched(face: WarpedPortrait, moved: list[Picture], scene: Scene, save: Path | None) -> Seen:
    """The face in the scene: rest, then each movement."""
    if scene.on_skin:
        dressed = WarpedPortrait(scene.alter(face.picture, face.points), face.points)
        rest, pictures = dressed.picture, moves(dressed)
    else:
        rest = scene.alter(face.picture, face.points) if scene.at_rest else face.picture
        pictures = [scene.alter(each, face.points) for each in moved]
    if save is not None:
        name = scene.name.replace(" ", "-").replace("'", "")
        cv2.imwrite(str(save / f"{name}.png"), np.hstack([rest, pictures[0]]))
    with FaceReader(find_model(), find_iris_model(), stills=True) as reader:
        reader.take_rest(0.0)
        reader.read(rest, 0, 0.0)
        refused = reader.rest_result() or reader.finish_rest()
        if isinstance(refused, RestRefused):
            return Seen(str(refused.turned or refused.reason), [])
        return Seen("", [reader.read(each, n, float(n)) for n, each in enumerate(pictures, 1)])


def line(scene: Scene, seen: Seen, plain: Seen) -> str:
    """A row of the table."""
    if seen.rest:
        return f"| {scene.name} | rest refused: {seen.rest} | | |"
    scored = [each for each in seen.readings if each.reason is None]
    low = sum(each.confidence == "low" or each.light_changed for each in scored)
    said = Counter(each.reason for each in seen.readings if each.reason is not None)
    why = ", ".join(f"{reason} {count}" for reason, count in said.most_common())
    counts = f"{len(scored)} of {len(seen.readings)}" + (f", {low} low" if low else "")
    doubt = sorted({key for each in scored for key in each.doubtful})
    told = "; ".join(
        part for part in (why, f"doubtful: {' '.join(doubt)}" if doubt else "") if part
    )
    return f"| {scene.name} | {counts} | {told} | {_errors(seen, plain)} |"


def _errors(seen: Seen, plain: Seen) -> str:
    """Worst and root-mean-square distance from what was read without the scene, mm."""
    half = len(SHARES)
    told: list[str] = []
    for i, key in enumerate(KEYS):
        rows = slice(i * half, (i + 1) * half)
        away = [
            one.measure(key) - same.measure(key)
            for now, was in zip(seen.readings[rows], plain.readings[rows], strict=True)
            for side in SIDES
            if (one := now.half(side)) is not None and (same := was.half(side)) is not None
        ]
        worst = f"{max(map(abs, away)):.1f}" if away else "-"
        told.append(f"{key} {worst} mm")
    return ", ".join(told)


def _picture(name: str) -> Picture:
    if name == "astronaut":
        from skimage import data

        return np.ascontiguousarray(np.asarray(data.astronaut(), dtype=np.uint8)[:, :, ::-1])
    picture = cv2.imread(name)
    if picture is None:
        film = cv2.VideoCapture(name)
        film.set(cv2.CAP_PROP_POS_FRAMES, 20)
        picture = film.read()[1]
    return np.asarray(picture, dtype=np.uint8)


def main(names: list[str], save: Path | None) -> None:
    """Print a table for each picture."""
    for name in names:
        face = place_face(_picture(name), find_model())[1]
        moved = moves(face)
        plain = watched(face, moved, SCENES[0], None)
        print(f"\n{Path(name).stem}\n\n| scene | scored | said | worst from unaltered |")
        print("|---|---|---|---|", flush=True)
        for scene in SCENES[1:]:
            print(line(scene, watched(face, moved, scene, save), plain), flush=True)


if __name__ == "__main__":
    asked = sys.argv[1:]
    folder = Path(asked.pop(asked.index("--save") + 1)) if "--save" in asked else None
    main([each for each in asked if each != "--save"] or ["astronaut"], folder)
