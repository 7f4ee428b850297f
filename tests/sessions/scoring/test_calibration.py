"""Rest as bytes: whole or refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.movements import MEASURES
from sessions.readings import Noise
from sessions.scoring.calibration import PATCH_SHAPE, SKIN_SHAPE, BadCalibration, Gain, Rest

NOISE = Noise(tuple(0.1 for _ in MEASURES), 1.0, 0.1)


def made_rest() -> Rest:
    """A rest with every part filled."""
    random = np.random.default_rng(2)
    return Rest(
        head=random.normal(size=(478, 3)),
        right=random.normal(size=(478, 2)),
        left=np.empty((0, 2)),
        rotation=np.eye(3),
        px_per_mm=1.4,
        size=1.0,
        patch=random.uniform(0, 255, PATCH_SHAPE),
        skin=random.normal(size=SKIN_SHAPE).astype(np.float32),
        sharpness=0.4,
        noise_left=NOISE,
        noise_right=NOISE,
        fixed_left=random.normal(size=(478, 2)),
        fixed_right=random.normal(size=(478, 2)),
        gain_left=Gain(1.1, 0.9),
    )


def test_a_rest_comes_back_as_it_went() -> None:
    """Every array and number survives the way to the parent and back."""
    rest = made_rest()

    back = Rest.from_bytes(rest.to_bytes())

    assert back.to_bytes() == rest.to_bytes()
    assert np.array_equal(back.head, rest.head)
    assert np.array_equal(back.skin, rest.skin)
    assert np.array_equal(back.fixed("left"), rest.fixed("left"))
    assert (back.gain("left"), back.gain("right")) == (Gain(1.1, 0.9), Gain())
    assert not back.has_composites
    assert not back.has_fixed


def test_a_rest_is_small() -> None:
    """It travels in one message: well under a hundred kilobytes, no whole picture among them."""
    assert len(made_rest().to_bytes()) < 100_000


@given(st.integers(0, 2000), st.binary(max_size=40))
def test_a_damaged_rest_is_refused_or_whole(at: int, scrap: bytes) -> None:
    """Cut or scribbled bytes give one plain error, never a strange array."""
    blob = made_rest().to_bytes()
    for damaged in (blob[:at], scrap, blob[:at] + scrap):
        with pytest.raises(BadCalibration):
            Rest.from_bytes(damaged)


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes of another program version are not guessed at."""
    blob = made_rest().to_bytes()
    monkeypatch.setattr("sessions.scoring.calibration.VERSION", 99)

    with pytest.raises(BadCalibration, match="version"):
        Rest.from_bytes(blob)
