"""The simulated patient: hears the cues of a session and moves as a person would.

It answers a cue after its reaction time, rises, holds, lets go, tires, overdoes it, moves along
elsewhere, looks away: as its profile says. Thirty readings a simulated second, in lockstep with
whoever asks; equal cues and equal seeds give equal readings, however the time was cut into
steps, as long as a cue is heard within `profile.reaction_s` of its time.

For trying a routine without a face, and for proving the guards; it is nobody in particular.
"""

import random
from collections.abc import Iterator, Sequence
from statistics import fmean, pstdev
from typing import NamedTuple

import msgspec

from routines.movements import SIDES, MeasureKey, Side, other_side
from sessions.messages import Heard, RestRefused, RestTaken
from sessions.readings import Half, Noise, Reading
from sessions.simulator.linked import link, other_link
from sessions.simulator.movement_curve import MovementCurve
from sessions.simulator.profile import GENTLE_MM, Profile, load_profile
from sessions.simulator.simulated_face import FPS, Doing, SimulatedFace
from sessions.simulator.simulated_rest import simulated_rest

__all__ = ["FPS", "Patient", "Profile", "load_profile"]

OWN_START_S = 0.6
"""At the own pace: from "when you are ready" to the movement, beyond the reaction."""
SAG_S = 3.0
SOFTER_S = 0.5
REST_PATIENCE_S = 8.0
BLINK_PERCENT = 12.0
LIDS_MEET_MM = 9.5
"""Lids cannot close further than shut."""
_DOWN = frozenset(
    {
        "release",
        "rest",
        "between",
        "release-step",
        "stopped",
        "relax",
        "paused",
        "resuming",
        "done",
    }
)


class Did(NamedTuple):
    """One repetition as it truly was, millimetres at its full size."""

    begin_s: float
    affected_mm: float
    unaffected_mm: float


class Patient:
    """One simulated person in front of a simulated camera."""

    def __init__(self, profile: Profile, side: Side | None = None, seed: int = 1) -> None:
        self.profile = profile
        self.affected: Side = side or profile.side
        self.did: list[Did] = []
        """Every repetition so far, as it truly was: for proofs, never for the session."""
        self._seed = seed * 1009 + profile.seed
        self._face = SimulatedFace(profile, self._seed)
        self._n = 0
        self._coming: list[tuple[float, Heard]] = []
        self._measure: MeasureKey = "open-smile"
        self._exercise = ""
        self._curves: dict[Side, MovementCurve] = {side: MovementCurve() for side in SIDES}
        self._heard = 0
        self._rep = 0
        self._rep_of_set = 0
        self._goal = 1.0
        self._aims = (0.0, 0.0)
        self._hand = False
        self._rest_from: float | None = None
        self._rest_for = 1.0
        self._rest_frames: list[Reading] = []
        self._rest_known = False

    # What it is told

    def take_rest(self, at_s: float, seconds: float) -> None:
        """Measure rest from `seconds` of good frames after `at_s`."""
        self._rest_from, self._rest_for = at_s, max(seconds, 0.3)
        self._rest_frames = []
        self._rest_known = False
        self._face.forget_rest()

    def step(
        self, until_s: float, heard: Sequence[Heard] = ()
    ) -> Iterator[Reading | RestTaken | RestRefused]:
        """Every reading before `until_s`, having heard these cues."""
        for cue in heard:
            self._heard += 1
            late = random.Random(f"{self._seed} {self._heard}").gauss(0.0, 0.15)
            reaction = max(0.2, self.profile.reaction_s * (1.0 + late))
            self._coming.append((cue.at_s + reaction, cue))
        self._coming.sort(key=lambda item: item[0])
        while self._n / FPS < until_s - 1e-9:
            t_s = self._n / FPS
            while self._coming and self._coming[0][0] <= t_s:
                self._answer(*self._coming.pop(0))
            reading = self._look(t_s)
            self._n += 1
            yield reading if self._rest_known else _bare(reading)
            if self._rest_from is not None and t_s >= self._rest_from:
                rest = self._rest_or_not(reading)
                if rest is not None:
                    yield rest

    # What it does

    def _answer(self, at_s: float, cue: Heard) -> None:
        if cue.hint:
            self._soften(at_s)
            return
        self._goal = cue.target_percent / 100.0
        if cue.measure is not None and (cue.exercise or cue.measure) != self._exercise:
            self._measure = cue.measure
            self._exercise = cue.exercise or cue.measure
            self._rep = self._rep_of_set = 0
        match cue.phase:
            case "ready":
                self._rep_of_set = 0
            case "rise":
                self._begin_rep(at_s)
            case "your-pace":
                self._own_pace(at_s + OWN_START_S)
            case "assist":
                self._hand = True
                self._begin_rep(at_s)
            case "fingers-off":
                self._hand = False
                self._go(at_s, self.profile.keep * self._aims[0], self._aims[1], 0.6)
            case phase if phase in _DOWN:
                self._hand = False
                self._go(at_s, 0.0, 0.0, self.profile.release_s)
            case _:
                pass

    def _sizes(self) -> tuple[float, float]:
        """What the affected and the unaffected half will do in the repetition that begins."""
        profile = self.profile
        chance = random.Random(f"{self._seed} rep {self._exercise} {self._rep} {self._rep_of_set}")
        gentle = profile.gentle_mm.get(self._measure, GENTLE_MM[self._measure]) * self._goal
        gentle *= chance.gauss(1.0, profile.rep_spread)
        strength = profile.strengths.get(self._measure, profile.strength)
        lost = max(0, self._rep - profile.loss_from_rep + 1)
        affected = gentle * strength * (1.0 - profile.loss_per_rep) ** lost
        gained = max(0, self._rep_of_set - profile.overdrive_from_rep + 1)
        extra = min(profile.overdrive_most, profile.overdrive_per_rep * gained)
        return affected * chance.gauss(1.0, 0.5 * profile.rep_spread), gentle * (1.0 + extra)

    def _begin_rep(self, at_s: float) -> None:
        self._rep += 1
        self._rep_of_set += 1
        self._aims = self._sizes()
        self.did.append(Did(at_s, *self._aims))
        self._go(at_s, *self._aims, self.profile.rise_s)
        self._sag()

    def _own_pace(self, at_s: float) -> None:
        self._begin_rep(at_s)
        sagging = self._rep >= self.profile.sag_from_rep and self.profile.hold_sag > 0.0
        for side in (self.affected, other_side(self.affected)):
            curve = self._curves[side]
            if not (sagging and side == self.affected):
                curve.stay(self.profile.own_hold_s)
            curve.then(0.0, self.profile.release_s)

    def _go(self, at_s: float, affected: float, unaffected: float, seconds: float) -> None:
        late = self.profile.lag_ms / 1000.0
        slower = self.profile.slower if affected > 0.0 else 1.0
        self._curves[self.affected].go(at_s + late, affected, seconds * slower)
        self._curves[other_side(self.affected)].go(at_s, unaffected, seconds)

    def _sag(self) -> None:
        profile = self.profile
        if profile.hold_sag > 0.0 and self._rep >= profile.sag_from_rep:
            curve = self._curves[self.affected]
            curve.then(self._aims[0] * (1.0 - profile.hold_sag), SAG_S)

    def _soften(self, at_s: float) -> None:
        """Give up part of the excess after a hint."""
        gentle = GENTLE_MM[self._measure]
        gentle = self.profile.gentle_mm.get(self._measure, gentle) * self._goal
        excess = self._aims[1] - gentle
        if self.profile.obeys > 0.0 and excess > 0.0:
            softer = gentle + excess * (1.0 - self.profile.obeys)
            self._curves[other_side(self.affected)].go(at_s, softer, SOFTER_S)

    # How it looks

    def _look(self, t_s: float) -> Reading:
        profile = self.profile
        affected = self._curves[self.affected].at(t_s)
        unaffected = self._curves[other_side(self.affected)].at(t_s)
        gentle = profile.gentle_mm.get(self._measure, GENTLE_MM[self._measure])
        drive = min(1.5, unaffected / gentle) if gentle > 0.0 else 0.0
        if self._measure == "eye-closure":
            affected, unaffected = min(affected, LIDS_MEET_MM), min(unaffected, LIDS_MEET_MM)
        eye, corner = link(profile, self._measure, drive, self._rep)
        other_eye, other_corner = other_link(profile, self._measure, drive)
        if affected > 0.5 and profile.tremor_mm > 0.0:
            affected += profile.tremor_mm * _wave(self._n)
        doing = {
            self.affected: Doing(affected, eye + other_eye, corner + other_corner),
            other_side(self.affected): Doing(unaffected, other_eye, other_corner),
        }
        return self._face.reading(
            self._n, self._measure, doing["left"], doing["right"], hand=self._hand
        )

    def _rest_or_not(self, reading: Reading) -> RestTaken | RestRefused | None:
        began = self._rest_from
        if began is None:
            return None
        if reading.reason is None and reading.confidence == "normal" and _eyes_open(reading):
            self._rest_frames.append(reading)
        frames = self._rest_frames
        if len(frames) >= self._rest_for * FPS:
            return self._know_rest(frames)
        if reading.t_s - began > REST_PATIENCE_S:
            self._rest_from = None
            return RestRefused(reason=reading.reason or "moving")
        return None

    def _know_rest(self, frames: list[Reading]) -> RestTaken:
        self._rest_from, self._rest_known = None, True
        left = [f.left for f in frames if f.left is not None]
        right = [f.right for f in frames if f.right is not None]
        self._face.know_rest(_mean(left), _mean(right))
        return RestTaken(
            calibration=b"simulated",
            begin_s=frames[0].t_s,
            end_s=frames[-1].t_s,
            short=self._rest_for < 1.0,
            left=_noise(left),
            right=_noise(right),
            mm_per_px=0.59,
            at_rest=simulated_rest(self.profile, self.affected),
        )


def _wave(n: int) -> float:
    """A triangle wave of about six swings a second: cheap, and a tremor has no nobler shape."""
    phase = (n * 0.21) % 1.0
    return 4.0 * abs(phase - 0.5) - 1.0


def _eyes_open(reading: Reading) -> bool:
    """Whether neither lid is on its way down: a blink is no part of rest."""
    halves = [half for half in (reading.left, reading.right) if half is not None]
    return all(half.narrowing_percent < BLINK_PERCENT for half in halves)


def _bare(reading: Reading) -> Reading:
    """The same reading as it is while rest is not known."""
    return msgspec.structs.replace(reading, left=None, right=None)


def _columns(halves: list[Half]) -> list[list[float]]:
    rows = [(*h.mm, h.narrowing_percent, h.corner_out_mm, h.corner_up_mm) for h in halves]
    return [list(column) for column in zip(*rows, strict=True)]


def _mean(halves: list[Half]) -> Half:
    means = [fmean(column) for column in _columns(halves)]
    return Half(tuple(means[:-3]), *means[-3:])


def _noise(halves: list[Half]) -> Noise:
    spreads = [pstdev(column) for column in _columns(halves)]
    corner = (spreads[-2] ** 2 + spreads[-1] ** 2) ** 0.5
    return Noise(tuple(spreads[:-3]), spreads[-3], corner)
