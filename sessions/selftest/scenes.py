"""What the selftest shows a reader, scene by scene, and the table that comes of it.

First the head held still and one movement after the other, each half at several strengths; then
the same with the head at random poses, a new one for every scene.
"""

import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from routines.errors import Trouble
from routines.language import _
from routines.movements import LOW_CONFIDENCE, SIDES, MeasureKey
from sessions.readings import Pose, Reading
from sessions.reps.smallest_movement import smallest_mm
from sessions.selftest.numbers import PerSide, difference, halves, jitter, r2, ratio, rms
from sessions.selftest.resting import resting
from sessions.selftest.results import MeasureRow, Moving, SelfTest
from sessions.selftest.seated_face import SEED, SETTLE, Picture, SeatedFace

TESTED: tuple[MeasureKey, ...] = (
    "open-smile",
    "brow-raise",
    "eye-closure",
    "pucker",
    "lower-lip",
    "snarl",
    "frown",
)
"""The other smile and the outward corner read the same corners."""
WITH_HEAD: tuple[MeasureKey, ...] = ("open-smile", "brow-raise", "eye-closure")
"""Tested with the head moving too, and in other light: those that are not low confidence."""
LEVELS = tuple(
    PerSide(left, right)
    for left, right in (
        (0.0, 1.0), (1.0, 0.0), (1.0, 0.25), (0.25, 1.0), (1.0, 0.5), (0.5, 1.0), (1.0, 1.0),
        (0.25, 0.25), (0.5, 0.5),
    )
)  # fmt: skip
"""Strength of each half."""
FARTHEST = Pose(yaw_deg=10.0, pitch_deg=8.0, roll_deg=8.0)
"""Every random pose lies within, any as likely as another."""
POSES = 16
"""Of a still face."""
STILL_FRAMES = 90
LIGHT = 0.5


def measure(picture: Picture, name: str, model: Path) -> SelfTest:
    """The whole table for the face in `picture` (HxWx3 uint8 BGR). Raises `Trouble`."""
    began = time.monotonic()
    seated = SeatedFace(picture, model)
    try:
        seated.rest()
        still = seated.show(seated.picture, STILL_FRAMES)
        portrait = seated.portrait
        turned = {
            degrees: _settled(
                seated, (portrait.turned(Pose(sign * degrees, 0.0, 0.0)) for sign in (-1.0, 1.0))
            )
            for degrees in (5.0, 10.0)
        }
        lit = seated.settled(portrait.lit(LIGHT))
        seated.show(seated.picture, SETTLE)
        head = MovingHead(seated)
        rows = tuple(_row(seated, head, key, still, turned[5.0], turned[10.0]) for key in TESTED)
        told = head.told()
        return SelfTest(
            picture=name,
            rows=rows,
            moving=told,
            resting=resting(seated),
            light_noticed=any(one.light_changed or one.reason is not None for one in lit),
            light_mm=max(difference(lit, key) or 0.0 for key in WITH_HEAD),
            seconds=time.monotonic() - began,
        )
    finally:
        seated.close()


class MovingHead:
    """The scenes with the head at random poses, and how many of their frames were refused."""

    def __init__(self, seated: SeatedFace) -> None:
        """A still face at `POSES` poses is read at once, for all movements."""
        self._seated = seated
        self._random = np.random.default_rng(SEED)
        self._read: list[Reading] = []
        self._still = [self._turned(seated.picture) for _ in range(POSES)]

    def still_mm(self, key: MeasureKey) -> float | None:
        """What the still face reads, root mean square, mm; None where nothing was scored."""
        pairs = [pair for scene in self._still if (pair := halves(scene, key)) is not None]
        return rms(pairs) if pairs else None

    def r2(self, key: MeasureKey) -> float | None:
        """Read against true, each of `LEVELS` at a pose of its own; None where most frames were
        refused."""
        portrait = self._seated.portrait
        read: list[PerSide] = []
        true: list[PerSide] = []
        for level in LEVELS:
            found = halves(self._turned(portrait.moved(key, level)), key)
            if found is not None:
                read.append(found)
                true.append(_truth(self._seated, key, level))
        return r2(read, true) if len(read) > len(LEVELS) / 2 else None

    def told(self) -> Moving:
        """What was shown so far."""
        reasons = [one.reason for one in self._read if one.left is None or one.right is None]
        turned = reasons.count("head-turned")
        return Moving(
            yaw_deg=FARTHEST.yaw_deg,
            pitch_deg=FARTHEST.pitch_deg,
            roll_deg=FARTHEST.roll_deg,
            frames=len(self._read),
            refused_turned=turned,
            refused_otherwise=len(reasons) - turned,
        )

    def _turned(self, picture: Picture) -> list[Reading]:
        yaw, pitch, roll = self._random.uniform(-1.0, 1.0, 3)
        pose = Pose(yaw * FARTHEST.yaw_deg, pitch * FARTHEST.pitch_deg, roll * FARTHEST.roll_deg)
        readings = self._seated.settled(self._seated.portrait.turned(pose, picture))
        self._read.extend(readings)
        return readings


def _row(
    seated: SeatedFace,
    head: MovingHead,
    key: MeasureKey,
    still: list[Reading],
    turned_5: list[list[Reading]],
    turned_10: list[list[Reading]],
) -> MeasureRow:
    seated.show(seated.picture, SETTLE)
    true: dict[PerSide, PerSide] = {}
    read: dict[PerSide, PerSide] = {}
    for level in LEVELS:
        found = halves(seated.settled(seated.portrait.moved(key, level)), key)
        if found is not None:
            read[level] = found
            true[level] = _truth(seated, key, level)
    if len(read) < len(LEVELS):
        raise Trouble(_("The face was lost while it moved. Try another picture."), "video")
    left, right, both = PerSide(1.0, 0.0), PerSide(0.0, 1.0), PerSide(1.0, 1.0)
    gains = (read[left].left / true[left].left, read[right].right / true[right].right)
    leaks = (read[left].right / read[left].left, read[right].left / read[right].right)
    together = [r / t for r, t in zip(read[both], true[both], strict=True)]
    own_jitter = jitter(still, key)
    tens = [difference(readings, key) for readings in turned_10]
    return MeasureRow(
        measure=key,
        low_confidence=key in LOW_CONFIDENCE,
        full_mm=max(true[both]),
        gain=float(np.mean(gains)),
        gain_together=float(np.mean(together)),
        leak_percent=100.0 * max(leaks, key=abs),
        quarter=ratio(read, 0.25),
        half=ratio(read, 0.5),
        r2=r2(list(read.values()), list(true.values())),
        jitter_mm=own_jitter,
        smallest_mm=smallest_mm(key, own_jitter),
        turn_5_mm=max(difference(readings, key) or 0.0 for readings in turned_5),
        turn_10_mm=None if None in tens else max(ten for ten in tens if ten is not None),
        moving_r2=head.r2(key) if key in WITH_HEAD else None,
        moving_still_mm=head.still_mm(key),
    )


def _truth(seated: SeatedFace, key: MeasureKey, level: PerSide) -> PerSide:
    return PerSide(*(seated.portrait.truth_mm(key, side, level.of(side)) for side in SIDES))


def _settled(seated: SeatedFace, pictures: Iterable[Picture]) -> list[list[Reading]]:
    return [seated.settled(picture) for picture in pictures]
