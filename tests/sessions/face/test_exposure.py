"""A dim face is brightened by one factor, from its rest on."""

import numpy as np
import pytest

from sessions.face.exposure import DIM, MOST, WANTED, Exposure
from sessions.face.face_reader import FaceReader
from sessions.messages import RestTaken
from sessions.scoring.calibration import Rest
from sessions.selftest.numbers import PerSide
from tests.sessions.selftest.portraits import model, portrait

PICTURE = np.full((4, 4, 3), 40, np.uint8)


def test_a_face_in_ordinary_light_is_left_as_it_is() -> None:
    """The very same picture is handed on."""
    exposure = Exposure()

    assert not exposure.suit(DIM)
    assert exposure.applied(PICTURE) is PICTURE


@pytest.mark.parametrize(("brightness", "factor"), [(0.2, WANTED / 0.2), (0.01, MOST), (0.0, MOST)])
def test_a_dim_one_is_brought_to_ordinary_light_within_a_limit(
    brightness: float, factor: float
) -> None:
    """Beyond the limit there is more noise than face."""
    exposure = Exposure()

    assert exposure.suit(brightness)
    assert exposure.factor == pytest.approx(factor)
    assert int(exposure.applied(PICTURE)[0, 0, 0]) == pytest.approx(40 * factor, abs=1)


def test_a_flicker_changes_nothing() -> None:
    """Only clearly other light does."""
    exposure = Exposure()
    exposure.suit(0.10)

    assert not exposure.suit(0.11)
    assert exposure.suit(0.20)
    assert exposure.suit(0.60)
    assert exposure.factor == 1.0


def test_a_dim_smile_reads_as_in_full_light() -> None:
    """A fifth of the light, from rest on and in a worker that was given that rest."""
    face = portrait()
    smile = face.moved("open-smile", PerSide(1.0, 0.0))

    with FaceReader(model(), stills=True) as reader:
        bright, _ = _left_smile(reader, face.picture, smile, 1.0)
        dim, rest = _left_smile(reader, face.picture, smile, 0.2)

    assert Rest.from_bytes(rest.calibration).exposure > 2.0
    assert dim == pytest.approx(bright, abs=0.1 * bright)
    with FaceReader(model(), stills=True) as other:
        other.restore(rest.calibration)
        again = other.read(_darker(smile, 0.2), 0, 0.0)
        assert again.left is not None
        assert again.left.measure("open-smile") == pytest.approx(dim, abs=0.1)


def _darker(picture: np.ndarray, light: float) -> np.ndarray:
    return np.round(picture * light).astype(np.uint8)


def _left_smile(
    reader: FaceReader, rest: np.ndarray, smile: np.ndarray, light: float
) -> tuple[float, RestTaken]:
    reader.take_rest(0.0)
    reader.read(_darker(rest, light), 0, 0.0)
    taken = reader.rest_result()
    assert isinstance(taken, RestTaken), taken
    reading = reader.read(_darker(smile, light), 1, 1.0)
    assert reading.left is not None, reading.reason
    return reading.left.measure("open-smile"), taken
