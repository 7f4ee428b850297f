"""How the simulated patient looks to the measuring: numbers of each half, with their faults.

Given what the halves do at a moment, this adds what a camera would add: noise, slow drift,
blinks, talking, a head that turns away or leaves. All of it depends on the seed and the time
alone, never on how the time was cut.
"""

import math
import random
from functools import lru_cache
from operator import sub
from typing import Any, NamedTuple

from routines.movements import MEASURES, SIDES, TOO_COARSE, MeasureKey, Side
from sessions.readings import (
    SMILE_OUT,
    SMILE_UP,
    Confidence,
    FaceBox,
    Half,
    Method,
    Pose,
    Reading,
    Reason,
)
from sessions.simulator.face_outline import outline
from sessions.simulator.profile import Profile

FPS = 30
EYE_MM = 10.0
"""Lid aperture at rest (Laryngoscope 2013: 10.2 mm)."""
BLINK_S = 0.26
TALK_S = 1.5
TALK_MM = 2.5
SYLLABLES_PER_S = 4.0
TURNED_DEG = 25.0
TURN_S = 0.5
LOW_DEG, OUT_DEG = 6.0, 10.0
GHOST_MM_PER_DEG = 0.08
SMILE_NARROWS_PERCENT_PER_MM = 1.5
"""Where `other_links` of the profile does not say how far healthy eyes narrow in a smile."""
SLOW_S = (5.0, 14.0)
QUICK_S = (0.7, 2.5)
"""Periods of the drift of a head, and of the wobble of landmarks that are read from pictures."""

_DOUBTFUL: tuple[MeasureKey, ...] = tuple(key for key in MEASURES if key in TOO_COARSE)
_TABLE = 8191
_MANY = len(MEASURES)

_ALONG: dict[MeasureKey, dict[MeasureKey, float]] = {
    "open-smile": {"closed-smile": 1.0, "lip-corner-out": 0.8, "pucker": -0.6, "snarl": 0.2},
    "closed-smile": {"open-smile": 1.0, "lip-corner-out": 0.8, "pucker": -0.6, "snarl": 0.2},
    "lip-corner-out": {"open-smile": 0.6, "closed-smile": 0.6, "pucker": -0.9},
    "pucker": {"lip-corner-out": -0.9, "open-smile": -0.5, "closed-smile": -0.5},
    "brow-raise": {"frown": -0.3},
    "frown": {"brow-raise": -0.5},
    "snarl": {"open-smile": 0.15, "closed-smile": 0.15},
    "eye-closure": {},
    "lower-lip": {},
}
"""What each measure reads of the others' movements, per millimetre."""

_CORNER: dict[MeasureKey, tuple[float, float]] = {
    "open-smile": (SMILE_OUT, SMILE_UP),
    "closed-smile": (SMILE_OUT, SMILE_UP),
    "lip-corner-out": (0.95, 0.2),
    "pucker": (-0.9, 0.0),
}
_MOUTH = ("open-smile", "closed-smile", "lip-corner-out", "lower-lip")
_INDEX = {key: i for i, key in enumerate(MEASURES)}
_BROW, _EYE = _INDEX["brow-raise"], _INDEX["eye-closure"]
_SMILES = (_INDEX["open-smile"], _INDEX["closed-smile"])


class Doing(NamedTuple):
    """What one half does at a moment, millimetres; linked movement apart."""

    mm: float
    linked_eye_percent: float = 0.0
    linked_corner_mm: float = 0.0


class SimulatedFace:
    """The looks of one patient. `measure` is the movement being done."""

    def __init__(self, profile: Profile, seed: int) -> None:
        self._profile = profile
        self._noise, state = _noise(seed, profile.noise_mm)
        rng = random.Random()
        rng.setstate(state)
        self._phases = [rng.uniform(0.0, math.tau) for _ in range(4)]
        self._speeds = [
            math.tau / rng.uniform(*period) for period in (*2 * (SLOW_S,), *2 * (QUICK_S,))
        ]
        spreads = (profile.drift_mm, profile.drift_mm, profile.wobble_mm, profile.wobble_mm)
        drift: dict[Side, list[tuple[float, ...]]] = {
            side: [tuple(rng.gauss(0.0, spread) for spread in spreads) for _ in MEASURES]
            for side in SIDES
        }
        self._makes = {
            (side, key): _made_of(key, drift[side]) for side in SIDES for key in MEASURES
        }
        """By side and movement: of each measure its share of the movement and of the waves."""
        self._fallback_phase = rng.uniform(0.0, 20.0)
        self._blinks = rng
        self._blink_s = self._after_blink(0.0)
        self._rest: dict[Side, Half | None] = {"left": None, "right": None}
        said = "smile-eye" in profile.other_links
        self._smile_narrows = 0.0 if said else SMILE_NARROWS_PERCENT_PER_MM

    def know_rest(self, left: Half, right: Half) -> None:
        """Measure from here on: what the halves read at rest."""
        self._rest = {"left": left, "right": right}

    def forget_rest(self) -> None:
        """Measure from nothing, as before rest was known."""
        self._rest = {"left": None, "right": None}

    def _after_blink(self, t_s: float) -> float:
        per_min = self._profile.blinks_per_min
        if per_min <= 0.0:
            return math.inf
        return t_s + 0.6 + self._blinks.expovariate(per_min / 60.0)

    def _blink(self, t_s: float) -> float:
        """How far the lids are shut by a blink, 0 to 1."""
        if t_s < self._blink_s:
            return 0.0
        share = (t_s - self._blink_s) / BLINK_S
        if share >= 1.0:
            self._blink_s = self._after_blink(t_s)
            return 0.0
        return 1.0 - abs(2.0 * share - 1.0)

    def reading(
        self, n: int, measure: MeasureKey, left: Doing, right: Doing, *, hand: bool
    ) -> Reading:
        """Frame `n` of the patient doing this."""
        profile = self._profile
        t_s = n / FPS
        waves = [math.sin(s * t_s + p) for s, p in zip(self._speeds, self._phases, strict=True)]
        turned = _share_away(t_s, profile.looks_away_every_s, profile.looks_away_for_s)
        pose = Pose(
            round(profile.pose_drift_deg * waves[0] + TURNED_DEG * turned, 2),
            round(profile.pose_drift_deg * waves[1], 2),
            round(0.5 * profile.pose_drift_deg * (waves[0] + waves[1]), 2),
        )
        blink = self._blink(t_s)
        reason = self._reason(t_s, pose, hand)
        if reason == "no-face":
            return Reading(n=n, t_s=t_s, reason=reason)
        talk = 0.0
        if _share_away(t_s, profile.talks_every_s, TALK_S) > 0.0:
            talk = TALK_MM * max(0.0, math.sin(math.tau * SYLLABLES_PER_S * t_s))
        ghost = GHOST_MM_PER_DEG * TURNED_DEG * turned
        at = (n * 167) % _TABLE
        halves: dict[Side, Half] = {
            "left": self._half("left", measure, left, waves, blink, talk, ghost, at),
            "right": self._half("right", measure, right, waves, blink, talk, -ghost, at + 12),
        }
        known = reason is None
        shift = 0.004 * waves[1]
        return Reading(
            n=n,
            t_s=t_s,
            reason=reason,
            confidence=self._confidence(pose),
            doubtful=_DOUBTFUL if known else (),
            method=self._method(t_s),
            pose=pose,
            face=FaceBox(0.5 + shift, 0.5, 0.38, 0.55),
            left=halves["left"] if known else None,
            right=halves["right"] if known else None,
            outline=outline({side: _drawn(half, blink) for side, half in halves.items()}, shift),
            fps=float(FPS),
        )

    def _reason(self, t_s: float, pose: Pose, hand: bool) -> Reason | None:
        profile = self._profile
        if _share_away(t_s, profile.leaves_every_s, profile.leaves_for_s) > 0.0:
            return "no-face"
        if abs(pose.yaw_deg) > OUT_DEG:
            return "head-turned"
        return "hand" if hand else None

    @staticmethod
    def _confidence(pose: Pose) -> Confidence:
        return "low" if abs(pose.yaw_deg) > LOW_DEG else "normal"

    def _method(self, t_s: float) -> Method:
        share = self._profile.fallback
        if share > 0.0 and (t_s + self._fallback_phase) % 20.0 < 20.0 * share:
            return "landmarks"
        return "composite"

    def _half(
        self,
        side: Side,
        measure: MeasureKey,
        doing: Doing,
        waves: list[float],
        blink: float,
        talk: float,
        ghost: float,
        at: int,
    ) -> Half:
        rest = self._rest[side]
        level = doing.mm
        first, second, third, fourth = waves
        noise = self._noise
        noises = noise[at : at + _MANY]
        values = [
            share * level + a * first + b * second + c * third + d * fourth + e
            for (share, a, b, c, d), e in zip(self._makes[side, measure], noises, strict=True)
        ]
        out, up = _CORNER.get(measure, (0.0, 0.0))
        out, up = level * out, level * up
        narrowing = doing.linked_eye_percent + 100.0 * blink
        if measure in ("open-smile", "closed-smile"):
            narrowing += self._smile_narrows * level
        if measure == "eye-closure":
            narrowing += 100.0 * level / EYE_MM
            values[_EYE] -= level
        values[_EYE] += EYE_MM * min(narrowing, 97.0) / 100.0
        if doing.linked_corner_mm:
            out += SMILE_OUT * doing.linked_corner_mm
            up += SMILE_UP * doing.linked_corner_mm
            for i in _SMILES:
                values[i] += doing.linked_corner_mm
        if talk or ghost:
            for key in _MOUTH:
                values[_INDEX[key]] += talk + ghost
        narrowing = min(100.0, narrowing + 8.0 * noise[at + 9])
        out += noise[at + 10]
        up += noise[at + 11]
        if rest is not None:
            values = list(map(sub, values, rest.mm))
            narrowing -= rest.narrowing_percent
            out -= rest.corner_out_mm
            up -= rest.corner_up_mm
        return Half(tuple(values), narrowing, out, up)


@lru_cache(maxsize=8)
def _noise(seed: int, spread_mm: float) -> tuple[tuple[float, ...], tuple[Any, ...]]:
    """Noise for every frame, and where the chance that made it has got to."""
    rng = random.Random(f"face {seed}")
    noise = tuple(rng.gauss(0.0, spread_mm) for _ in range(_TABLE + 2 * 12))
    return noise, rng.getstate()


def _made_of(key: MeasureKey, drift: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    along: dict[MeasureKey, float] = {**_ALONG[key], key: 1.0}
    return [(along.get(m, 0.0), *waves) for m, waves in zip(MEASURES, drift, strict=True)]


def _drawn(half: Half, blink: float) -> tuple[float, float, float, float]:
    lid = EYE_MM * max(min(half.narrowing_percent / 100.0, 1.0), blink)
    return half.mm[_BROW], lid, half.corner_out_mm, half.corner_up_mm


def _share_away(t_s: float, every_s: float, for_s: float) -> float:
    """How far something recurring is under way, 0 to 1, with soft edges. Never before `every_s`."""
    if every_s <= 0.0 or t_s < every_s:
        return 0.0
    into = t_s % every_s
    if into >= for_s:
        return 0.0
    return min(1.0, into / TURN_S, (for_s - into) / TURN_S)
