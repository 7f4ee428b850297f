"""The size of a face at rest, by what could be read of its eyes."""

import numpy as np
import pytest

from sessions.face.eye_reader import Irises
from sessions.face.landmarker import Face
from sessions.face.rest_head import size_at_rest
from sessions.scoring.size import size_by_landmarks, size_of
from tests.sessions.selftest.portraits import portrait


def faces() -> list[Face]:
    """The seated face, nearer and nearer."""
    return [Face(nearer * portrait().points, np.eye(3), 500.0) for nearer in (1.0, 1.02, 1.04)]


def test_the_second_model_decides_by_its_median() -> None:
    """One frame that is misread changes little."""
    read = [Irises(11.0, 58.0), Irises(11.1, 58.2), Irises(19.0, 30.0), None, Irises(11.2, 58.4)]

    assert size_at_rest(faces(), read) == pytest.approx(size_of(11.15, 58.1))


@pytest.mark.parametrize("read", [[], [None, None]])
def test_without_it_the_landmarks_do(read: list[Irises | None]) -> None:
    """However near the camera is."""
    assert size_at_rest(faces(), read) == pytest.approx(size_by_landmarks(portrait().points))
