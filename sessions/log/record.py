"""Structs of the session record (one TOML file per session): schema, field names and units.

Flat where it can be, so that a person can read it and a row of a table can be made from it. A key
that has no value is absent. Units stand in the names; millimetres
are from rest. Doses and thresholds are copies, so that an old record means what it meant.
"""

from datetime import datetime
from typing import Literal

import msgspec

from routines.counted import rounded
from routines.model import Pace, Seen
from routines.movements import LinkedPair, LinkedSide, Side, Stage, Watch
from sessions.camera.source_name import is_simulated
from sessions.engine.interface.commands import Ending, StepEnding
from sessions.readings import Confidence, Method, Reason, RestHalf
from sessions.reps.blink_depth import BlinkDepth
from sessions.reps.eye_gap import EyeGap
from sessions.reps.rep import Level, Rule

RECORD_SCHEMA = 1


class RepRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One repetition; see `reps.Rep` for the meaning of each number."""

    n: int
    at_s: float
    onset_s: float
    peak_s: float
    release_s: float | None = None
    scored: bool
    reason: Reason | None = None
    confidence: Confidence = "normal"
    method: Method = "composite"
    target_percent: float = 100.0
    hidden: bool = False
    """Whether it was done without seeing the meters."""
    affected_mm: float
    affected_seen: bool
    affected_percent: float | None = None
    affected_hold_s: float | None = None
    affected_rise_s: float | None = None
    affected_decay_percent: float = 0.0
    affected_jitter_mm: float = 0.0
    unaffected_mm: float
    unaffected_seen: bool
    unaffected_percent: float | None = None
    unaffected_hold_s: float | None = None
    unaffected_rise_s: float | None = None
    symmetry_percent: float | None = None
    lag_ms: float | None = None
    eye_narrowing_percent: float | None = None
    other_eye_narrowing_percent: float | None = None
    corner_mm: float | None = None
    other_corner_mm: float | None = None
    doubtful: tuple[str, ...] = ()
    """Measures whose numbers are not to be trusted here; see `sessions.readings.Reading`."""


class VerdictRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A caution or a stop, with its rule and its numbers."""

    rule: Rule
    level: Level
    at_s: float
    rep: int
    sentence: str = ""
    detail: dict[str, float | str] = {}


class UnseenRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A repetition the camera could not confirm."""

    at_s: float
    why: str


class SetRecord(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={"reps": "rep", "cautions": "caution", "stops": "stop"},
):
    """One set. A second go after a stop is a set of its own with the same number."""

    n: int
    retry: bool = False
    fingers: tuple[Watch, ...] = ()
    """Linked pairs that nobody watched: a finger rested on the part that was to stay quiet."""
    reps: tuple[RepRecord, ...] = ()
    unseen: tuple[UnseenRecord, ...] = ()
    cautions: tuple[VerdictRecord, ...] = ()
    stops: tuple[VerdictRecord, ...] = ()
    """What ended it; more than one when a guard and then the person spoke."""


class ReferenceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The gentle reference the repetitions were compared with."""

    affected_mm: float
    unaffected_mm: float
    origin: Literal["today", "usual", "therapist"]


class EyeGapRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What was left open of each eye in its gentle closures; an eye that was not read is absent."""

    affected: EyeGap | None = None
    unaffected: EyeGap | None = None

    def times(self, factor: float) -> "EyeGapRecord":
        """The same with millimetres multiplied; its words stay."""
        affected, unaffected = self.affected, self.unaffected
        return EyeGapRecord(
            affected=affected and affected.times(factor),
            unaffected=unaffected and unaffected.times(factor),
        )


class ExerciseRecord(msgspec.Struct, frozen=True, kw_only=True, rename={"sets": "set"}):
    """One exercise of the routine, done or not."""

    n: int
    """Its place in the routine, from 1."""
    id: str
    name: str
    measure: str | None = None
    seen: Seen = "guided"
    pace: Pace = "timed"
    assist: bool = False
    ended: StepEnding | Literal["not-reached"]
    why: str = ""
    effort_of_ten: int | None = None
    blind: tuple[str, ...] = ()
    """Why a guard could not work here."""
    dose: dict[str, float] = {}
    thresholds: dict[str, dict[str, float]] = {}
    reference: ReferenceRecord | None = None
    eye_gap: EyeGapRecord | None = None
    """Of gentle eye closures only."""
    sets: tuple[SetRecord, ...] = ()

    @property
    def reps(self) -> tuple[RepRecord, ...]:
        """The repetitions of all sets, in order."""
        return tuple(rep for each in self.sets for rep in each.reps)

    @property
    def stops(self) -> tuple[VerdictRecord, ...]:
        """The stops of all sets, in order."""
        return tuple(stop for each in self.sets for stop in each.stops)


class RoutineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Which routine it was; its doses stand with the exercises."""

    id: str
    name: str
    stage: Stage
    schema: int = 1
    source: str = ""


class MeasuredRecord(msgspec.Struct, frozen=True, kw_only=True):
    """How the numbers were made."""

    how: str = ""
    mediapipe: str = ""
    model_sha256: str = ""
    wire: int = 0
    width: int = 0
    height: int = 0
    fps: float = 0.0
    network_banned: bool | None = None
    eye_full_percent: float | None = None
    """What a full closure of the better eye read before; both eyes were measured by it."""
    mm_per_px: float | None = None
    iris_mm_per_px: float | None = None
    """What the same rest would have been by landmarks of the irises alone. Records without it were
    measured so."""
    rest_noise_mm: dict[str, dict[str, float]] = {}
    """Jitter of single frames at rest: `affected` and `unaffected`, by measure."""

    @property
    def size(self) -> float | None:
        """Of the face, times its size by the irises alone; None where that was its size."""
        if not self.mm_per_px or not self.iris_mm_per_px:
            return None
        return self.mm_per_px / self.iris_mm_per_px


class AtRestRecord(msgspec.Struct, frozen=True, kw_only=True):
    """How the halves compared at the first rest of the session; see `sessions.readings.AtRest`."""

    affected: RestHalf
    unaffected: RestHalf
    clear_from: RestHalf
    sure: bool = True

    @property
    def difference(self) -> RestHalf:
        """Affected minus unaffected: negative where the affected half lies lower, or its eye is
        open less."""
        return RestHalf.each(lambda part: self.affected.of(part) - self.unaffected.of(part))

    def times(self, factor: float) -> "AtRestRecord":
        """The same with its heights multiplied; what counts as a clear difference stays."""

        def scaled(half: RestHalf) -> RestHalf:
            return RestHalf.each(lambda part: rounded(factor * half.of(part), 3))

        return msgspec.structs.replace(
            self, affected=scaled(self.affected), unaffected=scaled(self.unaffected)
        )


class NoteRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A line the person wrote."""

    at_s: float
    text: str


class PauseRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A pause; without `seconds` the session ended in it."""

    at_s: float
    why: str
    seconds: float | None = None


class SessionRecord(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={"exercises": "exercise", "notes": "note", "pauses": "pause"},
):
    """One run of a routine."""

    schema: int = RECORD_SCHEMA
    id: str
    ended: Ending
    why: str = ""
    started: datetime
    seconds: float
    """Length without the time between an interruption and going on."""
    interrupted: tuple[datetime, ...] = ()
    """When it went on after the program had ended in the middle."""
    side: Side
    """The affected side, the person's own left or right."""
    stage: Stage
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    """The pairs it was known of; none listed means every watched pair."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    """On which half each of them shows; the affected one where nothing is said."""
    by_clock: bool = False
    source: str
    speed: float = 1.0
    overrides: tuple[str, ...] = ()
    program: str
    python: str = ""
    routine: RoutineRecord
    measured: MeasuredRecord = MeasuredRecord()
    at_rest: AtRestRecord | None = None
    blinks: BlinkDepth | None = None
    """Natural ones, in the pauses between repetitions."""
    check_in: dict[str, bool | int | float | str] = {}
    notes: tuple[NoteRecord, ...] = ()
    pauses: tuple[PauseRecord, ...] = ()
    exercises: tuple[ExerciseRecord, ...] = ()

    @property
    def simulated(self) -> bool:
        """Whether the patient was the simulated one."""
        return is_simulated(self.source)

    @property
    def repetitions(self) -> int:
        """How many repetitions are in it, scored or not."""
        return sum(len(each.reps) for each in self.exercises)
