"""A patch of skin tells light from a hand."""

import numpy as np

from sessions.scoring.patch_change import HAND, LIGHT, PatchWatch
from sessions.scoring.quality import Limit

X = np.linspace(-75, 75, 16)
Y = np.linspace(-75, 150, 24)


def made_head() -> np.ndarray:
    """An oval face with a mouth."""
    from sessions.scoring.landmarks import BROWS, FACE_OVAL

    head = np.zeros((478, 3))
    turn = np.linspace(0, 2 * np.pi, len(FACE_OVAL), endpoint=False)
    head[list(FACE_OVAL), 0] = 70 * np.sin(turn)
    head[list(FACE_OVAL), 1] = 30 - 100 * np.cos(turn)
    head[list(BROWS), 1] = -22
    head[[61, 291, 0, 17], 1] = (70, 70, 62, 80)
    return head


REST = 120.0 + 30.0 * np.random.default_rng(1).random((24, 16))
WATCH = PatchWatch(made_head(), X, Y, REST)


def beyond(limit: Limit, value: float) -> bool:
    """Whether a value that was good is bad now."""
    return limit.crossed(value, was=False)


def test_an_unchanged_face_shows_nothing() -> None:
    """Noise is neither light nor hand."""
    change = WATCH.compare(REST + np.random.default_rng(2).normal(0, 2, REST.shape))

    assert not beyond(HAND, change.residue)
    assert not beyond(LIGHT, change.slope)


def test_light_from_one_side_is_light_and_no_hand() -> None:
    """A slope over the whole face is taken for light."""
    change = WATCH.compare(REST * np.exp(X / 100)[None, :])

    assert beyond(LIGHT, change.slope)
    assert not beyond(HAND, change.residue)


def test_a_dark_thing_on_a_cheek_is_a_hand_and_no_light() -> None:
    """A few blocks that change by themselves are something in front of the face."""
    patch = REST.copy()
    patch[9:13, 1:5] *= 0.4
    change = WATCH.compare(patch)

    assert beyond(HAND, change.residue)
    assert not beyond(LIGHT, change.slope)


def test_what_mouth_and_eyes_do_is_not_looked_at() -> None:
    """Teeth and lids are expression."""
    patch = REST.copy()
    at_mouth = (np.abs(X)[None, :] < 30) & (np.abs(Y - 70)[:, None] < 10)
    at_eyes = np.broadcast_to((np.abs(Y + 5) < 15)[:, None], patch.shape)
    patch[at_mouth | at_eyes] = 10.0

    assert WATCH.compare(patch).residue < 0.01
