"""A film of a real face made of one photo; it sways a little, so no frame is like the last."""

import math
from pathlib import Path

import cv2
import numpy as np

SMILE_STEPS = 20
STILL_S = 20.0
"""So long nobody smiles: until the slowest machine that scores has taken rest, which would take a
smile that is held still for one."""


def write_film(path: Path, seconds: float) -> Path:
    """640x480 at 30 frames a second. Needs scikit-image, for its photo."""
    from skimage.data import astronaut

    photo = cv2.cvtColor(astronaut(), cv2.COLOR_RGB2BGR)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, (640, 480))
    for n in range(round(30 * seconds)):
        sway = 2.0 * math.sin(n / 20)
        # Low in the picture, where this head, tilted back a little, faces the camera.
        place = np.array([[1.7, 0.0, -62.0 + sway], [0.0, 1.7, 166.0]], dtype=np.float32)
        writer.write(cv2.warpAffine(photo, place, (640, 480), borderMode=cv2.BORDER_REPLICATE))
    writer.release()
    return path


def smiling_film(path: Path, seconds: float, model: Path) -> Path:
    """The same photo, after `STILL_S` smiling gently every six seconds: both halves moved by known
    amounts."""
    from skimage.data import astronaut

    from sessions.selftest.numbers import PerSide
    from sessions.selftest.seated_face import place_face

    photo = cv2.cvtColor(astronaut(), cv2.COLOR_RGB2BGR)
    rest, portrait = place_face(photo, model)
    steps = [k / SMILE_STEPS for k in range(SMILE_STEPS + 1)]
    smiles = [portrait.moved("open-smile", PerSide(s, s)) if s else rest for s in steps]
    size = (rest.shape[1], rest.shape[0])
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, size)
    for n in range(round(30 * seconds)):
        at_s = (n / 30 - 2.0) % 6.0
        moves = n > 30 * STILL_S
        share = min(1.0, at_s / 1.2, max(0.0, (4.2 - at_s) / 1.2)) if moves else 0.0
        writer.write(smiles[round(share * SMILE_STEPS)])
    writer.release()
    return path


def seconds_of(film: Path) -> float:
    """How long a film is, as its container says."""
    source = cv2.VideoCapture(str(film))
    return source.get(cv2.CAP_PROP_FRAME_COUNT) / (source.get(cv2.CAP_PROP_FPS) or 30.0)


def repeated(film: Path, path: Path, seconds: float) -> Path:
    """A film again and again, until it is so long."""
    source = cv2.VideoCapture(str(film))
    fps = source.get(cv2.CAP_PROP_FPS) or 30.0
    size = (
        round(source.get(cv2.CAP_PROP_FRAME_WIDTH)),
        round(source.get(cv2.CAP_PROP_FRAME_HEIGHT)),
    )
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, size)
    for _ in range(round(fps * seconds)):
        there, frame = source.read()
        if not there:
            source.set(cv2.CAP_PROP_POS_FRAMES, 0)
            there, frame = source.read()
        assert there, f"{film} cannot be read"
        writer.write(frame)
    writer.release()
    return path
