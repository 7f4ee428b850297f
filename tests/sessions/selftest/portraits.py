"""One real face for the tests of this folder: the astronaut of scikit-image, seated as a camera
would show her."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sessions.camera.model_file import find_model
from sessions.selftest.seated_face import place_face
from sessions.selftest.warp import WarpedPortrait

FPS = 30.0


@cache
def model() -> Path:
    """The packaged landmark model."""
    return find_model()


@cache
def portrait() -> WarpedPortrait:
    """The seated astronaut; `picture` is 480x640x3 BGR."""
    from skimage import data

    astronaut = np.asarray(data.astronaut(), dtype=np.uint8)
    return place_face(np.ascontiguousarray(astronaut[:, :, ::-1]), model())[1]


def noisy(picture: NDArray[np.uint8], seed: int = 0) -> NDArray[np.uint8]:
    """The picture as another frame of a camera."""
    noise = np.random.default_rng(seed).normal(0.0, 2.0, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)
