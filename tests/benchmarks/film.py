"""A film of a real face made of one photo; it sways a little, so no frame is like the last."""

import math
from pathlib import Path

import cv2
import numpy as np


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
