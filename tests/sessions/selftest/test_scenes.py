"""The selftest's table from a reader whose gain, leak and error in a turned head are known.

How well the real reader does is held by `test_main.py` beside this file, and with `-m long`.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from msgspec.structs import replace

from routines.movements import LOW_CONFIDENCE, MEASURES, SIDES, MeasureKey
from sessions.messages import RestTaken
from sessions.readings import Half, Pose, Reading
from sessions.selftest import scenes
from sessions.selftest.numbers import PerSide
from sessions.selftest.results import Resting, SelfTest
from sessions.selftest.seated_face import READ, SETTLE, Picture, SeatedFace
from sessions.selftest.warp import WarpedPortrait
from tests.sessions.made_reps import REST
from tests.sessions.selftest.portraits import model, portrait

GAIN = 0.8
LEAK = 0.05
"""Of what the other half read."""
BY_YAW = 0.02
"""A degree of yaw makes the left half read so much more, mm."""
LIT_MM = 0.3
"""Light from the side makes it read so much less."""
RESTING = Resting(tested=1, turned_deg=4.0, rms_mm=0.1, most_mm=0.1)
"""Of `test_resting`."""


class Shown(NamedTuple):
    """What a picture truly shows."""

    key: MeasureKey = "open-smile"
    shares: PerSide = PerSide(0.0, 0.0)
    yaw_deg: float = 0.0
    lit: bool = False


class Remembering(WarpedPortrait):
    """The portrait; what every picture shows is remembered, not drawn."""

    def __init__(self) -> None:
        super().__init__(portrait().picture, portrait().points)
        self._pictures: list[tuple[Picture, Shown]] = [(self.picture, Shown())]

    def shown(self, picture: Picture) -> Shown:
        """In this very picture."""
        return next(what for one, what in self._pictures if one is picture)

    def moved(self, key: MeasureKey, shares: PerSide) -> Picture:
        """A movement."""
        return self._of(Shown(key, shares))

    def turned(self, pose: Pose, picture: Picture | None = None) -> Picture:
        """The same with the head turned."""
        before = Shown() if picture is None else self.shown(picture)
        return self._of(before._replace(yaw_deg=pose.yaw_deg))

    def lit(self, strength: float) -> Picture:
        """A lamp on one side."""
        return self._of(Shown(lit=True))

    def _of(self, what: Shown) -> Picture:
        made = np.zeros((1, 1, 3), dtype=np.uint8)
        self._pictures.append((made, what))
        return made


class Seated(SeatedFace):
    """Reads what a picture shows with a known gain and known errors, once it has settled."""

    def __init__(self, leak: float) -> None:
        self.picture = portrait().picture
        self.portrait = self._remembering = Remembering()
        self._leak = leak
        self._last: Picture = self.picture
        self._seen = 0
        self.closed = False

    def rest(self, picture: Picture | None = None, seconds: float = 1.0) -> RestTaken:
        """At once."""
        return replace(REST, end_s=REST.begin_s + seconds)

    def show(self, picture: Picture, frames: int) -> list[Reading]:
        """Frames before the trackers have followed read something else altogether."""
        self._seen = self._seen if picture is self._last else 0
        self._last = picture
        readings: list[Reading] = []
        for _ in range(frames):
            self._seen += 1
            readings.append(self._reading(self._remembering.shown(picture)))
        return readings

    def close(self) -> None:
        """Noted."""
        self.closed = True

    def _reading(self, shown: Shown) -> Reading:
        true = {s: self.portrait.truth_mm(shown.key, s, shown.shares.of(s)) for s in SIDES}
        still = shown == Shown()
        late = 0.0 if still or self._seen > SETTLE else 50.0
        left = GAIN * (true["left"] + self._leak * true["right"]) + late
        right = GAIN * (true["right"] + self._leak * true["left"]) + late
        left += BY_YAW * abs(shown.yaw_deg) - LIT_MM * shown.lit
        return Reading(
            n=0,
            t_s=0.0,
            left=_half(shown.key, left),
            right=_half(shown.key, right),
            light_changed=shown.lit,
        )


def _half(key: MeasureKey, mm: float) -> Half:
    """Of all movements only this one."""
    values = tuple(mm * (each == key) for each in MEASURES)
    return Half(mm=values, narrowing_percent=0.0, corner_out_mm=0.0, corner_up_mm=0.0)


def table(monkeypatch: pytest.MonkeyPatch, leak: float = 0.0) -> SelfTest:
    """The whole of it."""
    seated = Seated(leak)

    def sit(_picture: Picture, _model: Path) -> Seated:
        return seated

    monkeypatch.setattr(scenes, "SeatedFace", sit)
    monkeypatch.setattr(scenes, "resting", lambda _seated: RESTING)
    found = scenes.measure(portrait().picture, "made", model())
    assert seated.closed
    return found


def test_of_each_movement_gain_and_parts_are_what_the_reader_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exactly, with the head held still and with it moving."""
    found = table(monkeypatch)

    assert [row.measure for row in found.rows] == list(scenes.TESTED)
    for row in found.rows:
        key = row.measure
        assert row.full_mm == max(portrait().truth_mm(key, side, 1.0) for side in SIDES)
        assert (row.gain, row.gain_together) == pytest.approx((GAIN, GAIN))
        assert (row.quarter, row.half) == pytest.approx((0.25, 0.5))
        assert row.leak_percent == pytest.approx(0.0)
        assert row.r2 == pytest.approx(1.0)
        assert row.jitter_mm == 0.0
        assert row.low_confidence == (key in LOW_CONFIDENCE)
        assert (row.moving_r2 is not None) == (key in scenes.WITH_HEAD)
        assert row.moving_r2 is None or 0.98 < row.moving_r2 < 1.0
    assert found.resting is RESTING


def test_what_leaks_to_the_other_half_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In percent of what moved; a weak half then seems stronger, and the truth explains less."""
    for row in table(monkeypatch, LEAK).rows:
        assert row.leak_percent == pytest.approx(100 * LEAK)
        assert row.gain == pytest.approx(GAIN)
        assert row.quarter > 0.26
        assert 0.9 < row.r2 < 0.9999


def test_a_turned_head_and_other_light_are_told_in_millimetres(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of the movement that is read; nobody is refused here."""
    found = table(monkeypatch)
    smile = found.rows[0]

    assert smile.measure == "open-smile"
    assert (smile.turn_5_mm, smile.turn_10_mm) == pytest.approx((5 * BY_YAW, 10 * BY_YAW))
    assert smile.moving_still_mm is not None
    assert 0.0 < smile.moving_still_mm < 10 * BY_YAW
    assert found.light_noticed
    assert found.light_mm == pytest.approx(LIT_MM)
    head = found.moving
    assert head.frames == READ * (scenes.POSES + len(scenes.WITH_HEAD) * len(scenes.LEVELS))
    assert (head.refused_turned, head.refused_otherwise) == (0, 0)


class Away(Seated):
    """A reader that refuses every frame."""

    def settled(self, picture: Picture) -> list[Reading]:
        """As if turned away."""
        return [Reading(n=0, t_s=0.0, reason="head-turned")] * READ


def test_frames_turned_too_far_are_counted() -> None:
    """A head that turns beyond what is scored leaves no number, and says why."""
    head = scenes.MovingHead(Away(0.0))

    assert head.still_mm("open-smile") is None
    assert head.r2("open-smile") is None
    assert head.told().frames == READ * (scenes.POSES + len(scenes.LEVELS))
    assert head.told().refused_turned == head.told().frames
