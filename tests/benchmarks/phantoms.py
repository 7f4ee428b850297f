"""Repetitions counted in films in which nobody does an exercise, as a table.

    python -m tests.benchmarks.phantoms [PICTURE ...]

Each PICTURE holds one face (the photograph of the tests, where none is named), of which films are
made: a still one without and with a camera's noise, 34 s of talk, and two wide yawns, with open
eyes and with eyes that shut and brows that rise. Each film is read once, as `replay` does, and
analysed as a set of every exercise in `EXERCISES`. A line for each picture and film: what was
counted. None should be.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from routines.catalogue import exercises
from routines.movements import SIDES
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import FromWorker, RestTaken
from sessions.replay import analyse
from sessions.selftest.seated_face import place_face
from tests.benchmarks.made.mouth_films import FPS, Actor, Picture, noisy, still, talk, yawns

EXERCISES = (
    "closed-smile", "open-smile", "pucker", "lower-lip", "brow-raise", "eye-closure", "frown",
    "snarl",
)  # fmt: skip
STILL_S, TALK_S, YAWNS_S = 6.0, 34.0, 22.0
REST_S = 1.0


def films(actor: Actor, seed: int) -> Iterator[tuple[str, Iterator[Picture]]]:
    """Each by its name; `seed` draws what is said."""
    yield "still, no noise", map(actor.picture, still(STILL_S))
    yield "still", noisy(map(actor.picture, still(STILL_S)))
    yield "talk", noisy(map(actor.picture, talk(TALK_S, seed=seed)))
    yield "yawns", noisy(map(actor.picture, yawns(YAWNS_S, shuts_eyes=False)))
    yield "yawns, eyes shut", noisy(map(actor.picture, yawns(YAWNS_S, shuts_eyes=True)))


def read(film: Iterator[Picture]) -> list[FromWorker]:
    """Its rest and every reading after it. Raises `SystemExit` where rest is refused."""
    messages: list[FromWorker] = []
    with FaceReader(find_model(), find_iris_model()) as reader:
        reader.take_rest(REST_S)
        for n, picture in enumerate(film):
            reading = reader.read(picture, n, n / FPS)
            if messages:
                messages.append(reading)
            elif isinstance(rest := reader.rest_result(), RestTaken):
                messages.append(rest)
            elif rest is not None:
                raise SystemExit(f"No rest: {rest.reason}")
    return messages


def counted(messages: list[FromWorker]) -> dict[str, int]:
    """Repetitions of each exercise that has any, with either side as the affected one."""
    found = {
        name: max(len(analyse(messages, exercises()[name], side)["reps"]) for side in SIDES)
        for name in EXERCISES
    }
    return {name: n for name, n in found.items() if n}


def main(pictures: list[Path]) -> None:
    """Read every film and print the table."""
    faces = {path.stem: np.asarray(cv2.imread(str(path)), dtype=np.uint8) for path in pictures}
    if not faces:
        from skimage import data

        faces["photograph of the tests"] = np.ascontiguousarray(data.astronaut()[:, :, ::-1])
    print("| face | film | frames scored | repetitions |\n|---|---|---|---|")
    for seed, (face, picture) in enumerate(faces.items(), 1):
        actor = Actor(place_face(picture, find_model())[1])
        for name, film in films(actor, seed):
            messages = read(film)
            scored = sum(getattr(one, "left", None) is not None for one in messages[1:])
            said = ", ".join(f"{each} {n}" for each, n in counted(messages).items()) or "0"
            print(f"| {face} | {name} | {scored} of {len(messages) - 1} | {said} |", flush=True)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
