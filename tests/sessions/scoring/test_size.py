"""The size of a face from its irises and the distance of its pupils."""

import numpy as np
import pytest

from sessions.scoring.arrays import Floats
from sessions.scoring.landmarks import IRIS_MM, IRIS_WIDTHS, PUPILS
from sessions.scoring.size import (
    BY_LANDMARKS,
    BY_MODEL,
    IRIS_SPREAD,
    LANDMARKS_WIDE,
    PUPILS_MM,
    PUPILS_SPREAD,
    size_by_landmarks,
    size_of,
)


def eyes(iris: float = IRIS_MM * LANDMARKS_WIDE, pupils: float = PUPILS_MM) -> Floats:
    """Landmarks of which only the irises are laid out, a unit a millimetre."""
    points = np.zeros((478, 3))
    for middle, ends, x in zip(
        PUPILS, IRIS_WIDTHS.values(), (pupils / 2, -pupils / 2), strict=True
    ):
        points[middle, 0] = x
        points[list(ends), 0] = (x - iris / 2, x + iris / 2)
    return points


def test_an_average_adult_is_as_large_as_the_average() -> None:
    """By the iris model; landmarks read an iris too wide, which the unit does not know."""
    assert size_of(IRIS_MM, PUPILS_MM) == pytest.approx(1.0)
    assert size_by_landmarks(eyes()) == pytest.approx(LANDMARKS_WIDE)


@pytest.mark.parametrize("scale", [0.3, 7.0])
def test_scale_and_shift_of_the_picture_change_nothing(scale: float) -> None:
    """A face further away is as large."""
    face = eyes(iris=12.9, pupils=60.0)

    assert size_by_landmarks(scale * face + (310.0, -20.0, 5.0)) == pytest.approx(
        size_by_landmarks(face)
    )


def test_a_head_turned_aside_keeps_the_distance_of_its_pupils() -> None:
    """Landmarks have a depth; the irises are round."""
    face, turn = eyes(), np.radians(10.0)
    turned = face.copy()
    middles = [turned[middle] for middle in PUPILS]
    for middle, ends in zip(PUPILS, IRIS_WIDTHS.values(), strict=True):
        x = face[middle, 0]
        gone = np.array([x * np.cos(turn) - x, 0.0, x * np.sin(turn)])
        turned[[middle, *ends]] += gone

    assert abs(middles[0][2]) > 5.0
    assert size_by_landmarks(turned) == pytest.approx(size_by_landmarks(face))


@pytest.mark.parametrize("errors", [BY_MODEL, BY_LANDMARKS])
def test_what_lies_between_is_nearer_to_the_iris(errors: tuple[float, float]) -> None:
    """Irises vary less among adults than the distance of pupils does."""
    wide_iris = size_of(1.1 * IRIS_MM, PUPILS_MM, errors)
    wide_pupils = size_of(IRIS_MM, 1.1 * PUPILS_MM, errors)

    assert 1 / 1.1 < wide_iris < wide_pupils < 1.0
    assert wide_iris * wide_pupils == pytest.approx(1 / 1.1)


@pytest.mark.parametrize("errors", [BY_MODEL, BY_LANDMARKS])
def test_both_together_are_nearer_than_each_alone(errors: tuple[float, float]) -> None:
    """Adults drawn as they are published, read with the errors that are stated."""
    drawn = np.random.default_rng(3).normal(size=(4, 4000))
    iris = np.exp(np.hypot(IRIS_SPREAD, errors[0]) * drawn[0])
    pupils = np.exp(np.hypot(PUPILS_SPREAD, errors[1]) * drawn[1])
    both = [
        size_of(IRIS_MM * one, PUPILS_MM * other, errors)
        for one, other in zip(iris, pupils, strict=True)
    ]

    assert np.std(np.log(both)) < 0.9 * min(np.std(np.log(iris)), np.std(np.log(pupils)))
