"""A face with linked movement for the trust report: readings as the engine gets them, and truth.

Lighter than the simulated patient, so that thousands of sets take a minute, and harsher to what
moves along: lids and mouth corners carry noise of single frames, the sway of a head, a drift of
the rest, blinks and moments with the head turned. The sizes of these faults are drawn in
`linked_sets`.

It answers the engine's cues after a reaction time; a movement rises and falls along the curves of
the simulator. What truly moves along follows the movement, and is kept for each repetition.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import fmean, pstdev
from typing import NamedTuple

from routines.movements import MEASURES, SIDES, MeasureKey, Side, Watch, is_eye_pair
from sessions.engine.interface.commands import Cue
from sessions.messages import RestTaken
from sessions.readings import SMILE_OUT, SMILE_UP, Half, Noise, Pose, Reading
from sessions.simulator.movement_curve import MovementCurve
from tests.benchmarks.made.linked_camera import HEAD, LIDS, NOISE, SHARED, TABLE_FPS, Camera

EYE_MM = 10.0
"""Lid aperture at rest."""
BLINK_S = 0.1, 0.4
LOW_DEG, OUT_DEG = 6.0, 10.0
TURN_DEG, TURN_S = 9.0, 1.5
LEAST_NOISE = 1.0, 0.05
"""Points and mm: the least own noise that a rest is given."""
_EYE = MEASURES.index("eye-closure")
_DOWN = frozenset({"release", "rest", "between", "release-step", "stopped", "done", "paused"})


class Seen(NamedTuple):
    """One half in one frame."""

    mm: float
    lids: float
    """Narrowing, points."""
    corner: float
    """Pull of the mouth corner, mm."""


@dataclass(frozen=True)
class Person:
    """Who practises, and what moves along in each repetition."""

    pair: Watch
    measure: MeasureKey
    side: Side
    gentle_mm: tuple[float, float]
    """Own gentle size, affected and other."""
    linked: tuple[float, ...]
    """The number that is judged, at the size asked for in each repetition: points or mm."""
    healthy: float
    """What moves along on the other side at full size, points or mm."""
    power: float = 1.0
    """How the link grows with the movement: under 1 it is there at once, over 1 late."""
    spread: float = 0.04
    """Standard deviation of the size from repetition to repetition."""
    reaction_s: float = 0.45
    rise_s: float = 1.4
    blinks_per_min: float = 12.0
    weak_blink: float = 0.8
    """How far the affected lid comes down in a blink."""


@dataclass
class TrueRep:
    """One repetition as it truly was."""

    begin_s: float
    linked: float
    """At its largest."""
    over_s: float | None = None
    """First moment at or over the caution."""


@dataclass
class LinkedFace:
    """The person before the camera. `next` gives frame after frame."""

    person: Person
    camera: Camera
    caution: float
    seed: str
    reps: list[TrueRep] = field(default_factory=list[TrueRep])
    blinks: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    """Begin and end of each blink, seconds."""

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        self._chance = chance
        self._n = 0
        self._curve = MovementCurve()
        self._coming: list[tuple[float, Cue]] = []
        self._size = 1.0
        self._before = 0.0, 0.0
        """The last frame's time, and what truly moved along then."""
        self._noise_from = chance.randrange(len(NOISE))
        self._head_from = [chance.randrange(len(HEAD)) for _ in range(5)]
        self._lids_from = [chance.randrange(len(LIDS)) for _ in range(2)]
        self.blink = self._next(0.0, self.person.blinks_per_min, chance.uniform(*BLINK_S))
        self._turn = self._next(0.0, self.camera.turns_per_min, TURN_S)
        self._rest_from: float | None = None
        self._rest: list[tuple[Seen, Seen]] = []
        self._zero: tuple[Seen, Seen] | None = None
        self._index = MEASURES.index(self.person.measure)

    def _next(self, t_s: float, per_min: float, seconds: float) -> tuple[float, float]:
        if per_min <= 0.0:
            return math.inf, math.inf
        begin_s = t_s + 0.5 + self._chance.expovariate(per_min / 60.0)
        return begin_s, begin_s + seconds

    # What it is told

    def hear(self, cue: Cue) -> None:
        """A cue; it is answered after the reaction time."""
        late = self.person.reaction_s * max(0.5, self._chance.gauss(1.0, 0.15))
        self._coming.append((cue.at_s + late, cue))

    def take_rest(self, at_s: float) -> None:
        """Rest is to be measured from now on."""
        self._rest_from, self._rest, self._zero = at_s, [], None

    # What is seen of it

    def next(self) -> tuple[Reading, RestTaken | None]:
        """The next frame, and the rest that became known with it."""
        t_s = self._n / self.camera.fps
        while self._coming and self._coming[0][0] <= t_s:
            self._answer(*self._coming.pop(0))
        pose = self._pose(t_s)
        shut = self._shut(t_s)
        raw = self._raw(t_s, shut)
        taken = self._take(t_s, raw, shut)
        self._n += 1
        turned = abs(pose.yaw_deg)
        halves = None if self._zero is None or turned > OUT_DEG else self._halves(raw)
        reading = Reading(
            n=self._n,
            t_s=t_s,
            reason="head-turned" if turned > OUT_DEG else None,
            confidence="low" if turned > LOW_DEG else "normal",
            pose=pose,
            left=None if halves is None else halves["left"],
            right=None if halves is None else halves["right"],
            fps=self.camera.fps,
        )
        return reading, taken

    def _answer(self, at_s: float, cue: Cue) -> None:
        if cue.phase == "rise":
            n = len(self.reps)
            linked = self.person.linked[min(n, len(self.person.linked) - 1)]
            self._size = cue.target_percent / 100.0 * self._chance.gauss(1.0, self.person.spread)
            self.reps.append(TrueRep(at_s, linked))
            self._curve.go(at_s, self._size, self.person.rise_s)
        elif cue.phase in _DOWN:
            self._curve.go(at_s, 0.0, self.person.rise_s)

    def linked_at(self, share: float) -> float:
        """What truly moves along at this share of the full size."""
        if not self.reps or share <= 0.0:
            return 0.0
        return self.reps[-1].linked * (share / self._size) ** self.person.power

    def _shut(self, t_s: float) -> float:
        begin_s, end_s = self.blink
        if t_s >= end_s:
            self.blinks.append(self.blink)
            per_min = self.person.blinks_per_min
            self.blink = self._next(t_s, per_min, self._chance.uniform(*BLINK_S))
            return 0.0
        if t_s < begin_s:
            return 0.0
        return 1.0 - abs(2.0 * (t_s - begin_s) / (end_s - begin_s) - 1.0) ** 2

    def _pose(self, t_s: float) -> Pose:
        yaw = HEAD[(self._head_from[0] + round(t_s * TABLE_FPS)) % len(HEAD)]
        begin_s, end_s = self._turn
        if t_s >= end_s:
            self._turn = self._next(t_s, self.camera.turns_per_min, TURN_S)
        elif t_s >= begin_s:
            yaw += TURN_DEG * math.sin(math.pi * (t_s - begin_s) / TURN_S)
        return Pose(yaw, 0.0, 0.0)

    def _raw(self, t_s: float, shut: float) -> tuple[Seen, Seen]:
        """Movement in mm, narrowing in points and pull of the corner in mm, affected half first."""
        person, camera = self.person, self.camera
        share = self._curve.at(t_s)
        linked = self.linked_at(share)
        before_s, before = self._before
        self._before = t_s, linked
        if self.reps and self.reps[-1].over_s is None and linked >= self.caution > before:
            part = (self.caution - before) / (linked - before)
            self.reps[-1].over_s = before_s + part * (t_s - before_s)
        eye = is_eye_pair(person.pair)
        along = person.healthy * max(0.0, share)
        difference = person.pair in ("smile-eye", "brow-corner")
        own = linked + (along if difference else 0.0)
        at = (self._noise_from + 6 * self._n) % (len(NOISE) - 6)
        noise = NOISE[at : at + 6]
        now = round(t_s * TABLE_FPS)
        both, *heads = [HEAD[(begin + now) % len(HEAD)] for begin in self._head_from]
        lidding = [LIDS[(begin + now) % len(LIDS)] for begin in self._lids_from]
        minutes = t_s / 60.0
        closing = person.measure == "eye-closure"
        size = max(0.0, share)
        halves: list[Seen] = []
        for i, amount in ((0, own), (1, along)):
            mm = person.gentle_mm[i] * size
            mm += camera.noise_mm * noise[i] + camera.sway_mm * heads[i]
            lids = camera.noise_points * noise[2 + i] + camera.sway_points * lidding[i]
            lids += camera.drift_points_per_min * minutes
            lids += 100.0 * shut * (person.weak_blink if i == 0 else 1.0)
            corner = camera.noise_mm * noise[4 + i] + camera.drift_mm_per_min * minutes
            corner += camera.sway_mm * SHARED * (both + heads[2 + i])
            if closing:
                lids += 100.0 * mm / EYE_MM
            if eye:
                lids += amount
            else:
                corner += amount
            halves.append(Seen(mm, min(lids, 100.0), corner))
        return halves[0], halves[1]

    def _take(self, t_s: float, raw: tuple[Seen, Seen], shut: float) -> RestTaken | None:
        begin_s = self._rest_from
        if begin_s is None:
            return None
        if shut == 0.0:
            self._rest.append(raw)
        if t_s - begin_s < 1.0 or len(self._rest) < 4:
            return None
        self._rest_from = None
        rests = [[one[i] for one in self._rest] for i in (0, 1)]
        self._zero = _each(rests[0], fmean), _each(rests[1], fmean)
        noises = {
            side: _own_noise(_each(rest, pstdev))
            for side, rest in zip(self._sides, rests, strict=True)
        }
        return RestTaken(
            calibration=b"",
            begin_s=begin_s,
            end_s=t_s,
            short=False,
            left=noises["left"],
            right=noises["right"],
            mm_per_px=0.5,
        )

    @property
    def _sides(self) -> tuple[Side, Side]:
        """Affected first."""
        own = self.person.side
        return own, SIDES[1 - SIDES.index(own)]

    def _halves(self, raw: tuple[Seen, Seen]) -> dict[Side, Half]:
        assert self._zero is not None
        found: dict[Side, Half] = {}
        for side, now, zero in zip(self._sides, raw, self._zero, strict=True):
            lids, corner = now.lids - zero.lids, now.corner - zero.corner
            values = [0.0] * len(MEASURES)
            values[self._index] = now.mm - zero.mm
            values[_EYE] = EYE_MM * lids / 100.0
            found[side] = Half(tuple(values), lids, SMILE_OUT * corner, SMILE_UP * corner)
        return found


def _each(seen: Sequence[Seen], what: Callable[[list[float]], float]) -> Seen:
    return Seen(*(what(list(column)) for column in zip(*seen, strict=True)))


def _own_noise(spread: Seen) -> Noise:
    mm = max(LEAST_NOISE[1], spread.mm)
    corner = max(LEAST_NOISE[1], spread.corner)
    return Noise((mm,) * len(MEASURES), max(LEAST_NOISE[0], spread.lids), corner)
