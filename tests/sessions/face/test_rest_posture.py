"""Shut eyes and an open mouth are no rest; a portrait that smiles is one."""

from collections.abc import Iterator

import numpy as np
import pytest

from sessions.face.face_reader import FaceReader
from sessions.face.rest_posture import OPEN_MOUTH_SHARE, SHUT_SHARE, mouth_open, opening
from sessions.messages import NotRest, RestRefused, RestTaken
from sessions.scoring.landmarks import INNER_LIPS, LID_PAIRS, OUTER_CANTHUS
from tests.sessions.selftest.portraits import model, noisy, portrait


def test_a_face_that_looks_and_smiles_is_far_from_either() -> None:
    """The astronaut's eyes are open and her teeth show."""
    points = portrait().points

    assert opening(points) > 2 * SHUT_SHARE
    assert not mouth_open(points)


def test_one_open_eye_is_enough() -> None:
    """The other may be taped, or never open."""
    points = portrait().points.copy()
    for side in ("left", "right"):
        assert opening(points) > SHUT_SHARE
        for upper, lower in LID_PAIRS[side]:
            points[upper] = points[lower]

    assert opening(points) < SHUT_SHARE


def test_lips_far_apart_are_an_open_mouth() -> None:
    """Whatever the size of the face."""
    points = portrait().points.copy()
    canthi = np.linalg.norm(points[OUTER_CANTHUS["left"], :2] - points[OUTER_CANTHUS["right"], :2])
    upper, lower = INNER_LIPS
    points[lower, :2] = points[upper, :2]
    points[lower, 1] += 1.1 * OPEN_MOUTH_SHARE * canthi

    assert mouth_open(points)
    assert mouth_open(3.0 * points)


@pytest.fixture(scope="module")
def reader() -> Iterator[FaceReader]:
    """One that forgets each rest with the next."""
    with FaceReader(model(), stills=True) as reader:
        yield reader


@pytest.mark.parametrize(("posture", "seconds"), [("eyes-shut", 0.0), ("mouth-open", 0.1)])
def test_rest_is_refused_with_what_is_wrong(
    reader: FaceReader, monkeypatch: pytest.MonkeyPatch, posture: NotRest, seconds: float
) -> None:
    """And taken as soon as it is not; a blink changes nothing."""
    wrong = True
    monkeypatch.setattr(
        "sessions.face.rest_taking.opening",
        lambda _: 0.05 if wrong and posture == "eyes-shut" else 0.3,
    )
    monkeypatch.setattr(
        "sessions.face.face_reader.mouth_open", lambda _: wrong and posture == "mouth-open"
    )
    reader.take_rest(seconds)
    for n in range(6):
        reader.read(noisy(portrait().picture, n), n, n / 30.0)
        assert not isinstance(reader.rest_result(), RestTaken)
    assert reader.finish_rest() == RestRefused(reason=posture)

    wrong = False
    reader.take_rest(seconds)
    for n in range(6, 10):
        if reader.rest_result() is None:
            reader.read(noisy(portrait().picture, n), n, n / 30.0)
    assert isinstance(reader.rest_result(), RestTaken)
