"""One real face for the tests of this folder: the astronaut of scikit-image, seated as a camera
would show her."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from sessions.camera.model_file import find_model
from sessions.selftest.seated_face import place_face
from sessions.selftest.warp import WarpedPortrait
from tests.astronaut import astronaut

FPS = 30.0


@cache
def model() -> Path:
    """The packaged landmark model."""
    return find_model()


@cache
def portrait() -> WarpedPortrait:
    """The seated astronaut; `picture` is 480x640x3 BGR."""
    return place_face(astronaut(), model())[1]


def at_rest() -> NDArray[np.uint8]:
    """The picture of her at rest, BGR."""
    return portrait().picture


@cache
def at_rest_rgb() -> NDArray[np.uint8]:
    """The same as the models want it, RGB."""
    return np.ascontiguousarray(at_rest()[:, :, ::-1])


NOISES = 8
"""So many different frames of noise; drawing one takes longer than finding a face."""


@cache
def _noise(shape: tuple[int, ...], seed: int) -> NDArray[np.int16]:
    noise = np.random.default_rng(seed).standard_normal(shape, dtype=np.float32)
    return np.rint(2.0 * noise).astype(np.int16)


def noisy(picture: NDArray[np.uint8], seed: int = 0) -> NDArray[np.uint8]:
    """The picture as another frame of a camera."""
    noise = _noise(picture.shape, seed % NOISES)
    return np.asarray(cv2.add(picture, noise, dtype=cv2.CV_8U), dtype=np.uint8)
