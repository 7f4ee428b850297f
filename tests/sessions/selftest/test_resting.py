"""What the selftest says of mouth corners at rest, from a reader whose error is known.

How well the real reader does on a real face is held by `tests/sessions/face/test_rest_symmetry.py`.
"""

import numpy as np
import pytest

from routines.errors import Trouble
from sessions.messages import RestTaken
from sessions.readings import CLEAR_FROM, SMILE_UP, AtRest, Noise, RestHalf
from sessions.selftest.numbers import PerSide
from sessions.selftest.resting import SHARES, resting
from sessions.selftest.seated_face import Picture, SeatedFace
from sessions.selftest.warp import WarpedPortrait
from tests.sessions.selftest.portraits import portrait

OWN_MM = 1.7
"""The difference of the face itself."""
QUIET = Noise(mm=(0.1,) * 9, narrowing_percent=1.0, corner_mm=0.1)


class Seated(SeatedFace):
    """Reads the truth of a picture, known by its identity, plus an error that grows by itself."""

    def __init__(self, *errors: float | None) -> None:
        self.picture = portrait().picture
        self.portrait = _Remembering()
        self._errors = list(errors)

    def rest(self, picture: Picture | None = None, seconds: float = 1.0) -> RestTaken:
        """None for an error is a rest refused."""
        assert isinstance(self.portrait, _Remembering)
        error = self._errors.pop(0)
        if error is None:
            raise Trouble("The face in the picture cannot be rest.", "video")
        half = RestHalf(brow_mm=20.0, eye_mm=10.0, corner_mm=-60.0)
        corner_mm = -60.0 + OWN_MM + self.portrait.true_mm(picture) + error
        left = RestHalf(brow_mm=20.0, eye_mm=10.0, corner_mm=corner_mm)
        read = AtRest(left=left, right=half, clear_from=CLEAR_FROM, sure=True)
        return RestTaken(
            calibration=b"",
            begin_s=0.0,
            end_s=seconds,
            short=True,
            left=QUIET,
            right=QUIET,
            mm_per_px=0.6,
            at_rest=read,
        )


class _Remembering(WarpedPortrait):
    """The portrait; the corner of its latest movement is what every later picture shows."""

    def __init__(self) -> None:
        super().__init__(portrait().picture, portrait().points)
        self._latest = PerSide(0.0, 0.0)

    def moved(self, key: str, shares: PerSide) -> Picture:
        """Remembered, not drawn."""
        self._latest = shares
        return np.zeros((1, 1, 3), dtype=np.uint8)

    def turned(self, pose: object, picture: Picture | None = None) -> Picture:
        """Not drawn."""
        return np.zeros((1, 1, 3), dtype=np.uint8)

    def true_mm(self, picture: Picture | None) -> float:
        """How much higher the left corner truly is than before."""
        if picture is portrait().picture:
            return 0.0
        left = self.truth_mm("open-smile", "left", self._latest.left)
        right = self.truth_mm("open-smile", "right", self._latest.right)
        return SMILE_UP * (left - right)


def test_the_error_is_that_of_the_change() -> None:
    """Whatever difference the face itself has; the largest error and the mean square."""
    tested = 2 * len(SHARES) + 4
    found = resting(Seated(0.0, *[0.3] * (tested - 1), -0.8))

    assert found is not None
    assert found.tested == tested
    assert found.most_mm == pytest.approx(0.8)
    assert found.rms_mm == pytest.approx((((tested - 1) * 0.3**2 + 0.8**2) / tested) ** 0.5)


def test_a_rest_that_is_refused_leaves_it_untested() -> None:
    """Which is said; nothing is made of the others."""
    assert resting(Seated(0.0, 0.1, None)) is None
