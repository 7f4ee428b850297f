"""Pictures no camera should send, given to the real reader of faces."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sessions.camera.model_file import find_model
from sessions.face.face_reader import FaceReader
from sessions.worker.sources.pictures import regular
from tests.astronaut import astronaut

ODD: dict[str, Callable[[], NDArray[Any]]] = {
    "no rows": lambda: np.zeros((0, 640, 3), np.uint8),
    "nothing": lambda: np.zeros((0, 0), np.uint8),
    "one dot": lambda: np.zeros((1, 1, 3), np.uint8),
    "a line": lambda: np.full((1, 5000, 3), 200, np.uint8),
    "4K": lambda: np.full((2160, 3840, 3), 90, np.uint8),
    "grey": lambda: np.full((480, 640), 128, np.uint8),
    "sixteen bits": lambda: np.full((480, 640, 3), 40000, np.uint16),
    "not a number": lambda: np.full((480, 640, 3), np.nan, np.float32),
    "infinite": lambda: np.full((480, 640, 3), np.inf, np.float64),
    "seven channels": lambda: np.zeros((48, 64, 7), np.uint8),
    "five dimensions": lambda: np.zeros((2, 2, 2, 2, 2), np.uint8),
}


@pytest.fixture(scope="module")
def reader() -> Iterator[FaceReader]:
    """One reader for all of them: what one leaves behind, the next would find."""
    reader = FaceReader(find_model(None))
    yield reader
    reader.close()


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_picture_is_not_scored_and_spoils_nothing(reader: FaceReader, kind: str) -> None:
    """A reason, soon; and the face after it is found as if nothing had been."""
    odd = ODD[kind]()
    for picture in (odd, regular(odd)):
        if picture is not None:
            assert reader.read(picture, 0, 0.0).reason is not None
    found = reader.read(astronaut(), 1, 1 / 30)

    assert found.reason != "no-face"
    assert found.pose is not None
