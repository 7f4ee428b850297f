"""One session in a few numbers: what the index keeps, and all that trends are made from.

Repetitions scored with normal confidence enter the medians: of sizes those asked for at full size,
of linked movement all of them, because where it is known the size asked for is smaller. The others
are counted. Everything here can be worked out again from the record.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from statistics import median, stdev

import msgspec

from routines.counted import rounded
from routines.movements import TOO_COARSE, Side, Stage
from sessions.engine.interface.commands import Ending
from sessions.history.linked_sets import LinkedSet, linked_sets
from sessions.log.record import (
    AtRestRecord,
    ExerciseRecord,
    EyeGapRecord,
    RepRecord,
    RoutineRecord,
    SessionRecord,
)
from sessions.reps.blink_depth import BlinkDepth

FEWEST_REPS = 4
"""Fewer repetitions say nothing about their scatter."""


class StopSummary(msgspec.Struct, frozen=True, array_like=True):
    """One stop: the exercise, the guard's rule (or "self" with the feeling), its sentence."""

    exercise: str
    rule: str
    sign: str
    sentence: str


class ExerciseSummary(msgspec.Struct, frozen=True, array_like=True):
    """One exercise of one session. Medians are None where no repetition counted."""

    id: str
    name: str
    measure: str | None
    ended: str
    sets: int
    reps: int
    """Repetitions confirmed by movement."""
    counted: int
    """Of these, how many the medians of sizes are made from."""
    unseen: int
    unscored: dict[str, int]
    """Repetitions not scored, by reason."""
    low_confidence: int
    affected_mm: float | None
    unaffected_mm: float | None
    symmetry_percent: float | None
    lag_ms: float | None
    eye_narrowing_percent: float | None
    corner_mm: float | None
    cautions: int
    effort_of_ten: int | None
    seconds_guided: float
    affected_seen: bool | None
    """Whether at least half of the counted repetitions were movement on the affected half."""
    affected_spread_mm: float | None = None
    unaffected_spread_mm: float | None = None
    """Standard deviation from repetition to repetition; None where too few counted, or where
    the exercise was stopped: tiring and overdoing are no scatter."""
    linked: tuple[LinkedSet, ...] = ()
    """What its sets say of the pair that is watched."""
    finger_sets: int = 0
    """Sets in which a finger rested on the part that was to stay quiet, so that none was read."""
    asked_reps: int = 0
    """Repetitions of the dose, all sets together; 0 where the exercise is timed."""
    shown_mm: float | None = None
    """Of `affected_mm`, the repetitions with the meters in sight; None where none was hidden."""
    hidden_mm: float | None = None
    """And those done without; None where there were none."""
    eye_gap: EyeGapRecord | None = None
    """What gentle closures left open of each eye."""

    def times(self, factor: float) -> "ExerciseSummary":
        """The same with its millimetres multiplied."""
        known = {name: getattr(self, name) for name in _MILLIMETRES}
        changed = {name: mm and rounded(factor * mm, 3) for name, mm in known.items()}
        gap = self.eye_gap and self.eye_gap.times(factor)
        return msgspec.structs.replace(self, **changed, eye_gap=gap)

    @property
    def done_reps(self) -> int:
        """Repetitions that were paced to their end, seen by the camera or not."""
        return self.reps + self.unseen

    @property
    def kept_percent(self) -> float | None:
        """Size without the meters, percent of the size with them: what was learned. None where the
        affected half hardly moved."""
        if not self.affected_seen or self.hidden_mm is None or not self.shown_mm:
            return None
        return 100.0 * self.hidden_mm / self.shown_mm

    @property
    def eye_open_percent(self) -> float | None:
        """Opening of the affected eye kept at the size asked for, percent of rest."""
        return _median(each.eye_open_percent for each in self.linked)

    @property
    def eye_gap_mm(self) -> float | None:
        """What was left open of the affected eye; None where nobody knows how it reads shut."""
        gap = None if self.eye_gap is None else self.eye_gap.affected
        return gap.mm if gap is not None and gap.calibrated else None

    @property
    def quiet_percent(self) -> float | None:
        """The largest size at which a whole set was quiet, percent of own gentle size; 0 where no
        set was, None where the pair was not read."""
        quiet = (each.target_percent for each in self.linked if each.quiet)
        return max(quiet, default=0.0) if self.linked else None


_MILLIMETRES = tuple(name for name in ExerciseSummary.__struct_fields__ if name.endswith("_mm"))


class SessionSummary(msgspec.Struct, frozen=True, array_like=True):
    """One session."""

    id: str
    started: datetime
    ended: Ending
    why: str
    seconds: float
    side: Side
    stage: Stage
    routine_id: str
    routine_name: str
    source: str
    simulated: bool
    known_linked: bool
    exercises: tuple[ExerciseSummary, ...]
    stops: tuple[StopSummary, ...]
    check_in: dict[str, bool | int | float | str]
    notes: tuple[str, ...]
    overrides: tuple[str, ...]
    at_rest: AtRestRecord | None = None
    eye_full_percent: float | None = None
    """As in `MeasuredRecord`."""
    blinks: BlinkDepth | None = None
    """Natural ones, in the pauses."""
    built_in: bool = False
    """Whether the routine came with the program."""
    size: float | None = None
    """What the face was found to be, times its size by landmarks of the irises alone, by which
    sessions were measured where this is None (see `sessions.scoring.size`)."""

    def in_size(self, size: float) -> "SessionSummary":
        """The same with millimetres as of a face of this size. What was told and decided on its
        day stays."""
        factor = size / (self.size or 1.0)
        if factor == 1.0 or self.simulated:
            return self
        return msgspec.structs.replace(
            self,
            size=size,
            exercises=tuple(each.times(factor) for each in self.exercises),
            at_rest=self.at_rest and self.at_rest.times(factor),
        )

    @property
    def reps(self) -> int:
        """Repetitions confirmed by movement."""
        return sum(each.reps for each in self.exercises)

    @property
    def hid_meters(self) -> bool:
        """Whether some of it was done without seeing the meters."""
        return any(each.hidden_mm is not None for each in self.exercises)

    @property
    def practised(self) -> bool:
        """Whether anything was done: finished and stopped sessions alike, begun ones if so."""
        return self.ended != "abandoned" or any(
            each.reps or each.ended == "done" for each in self.exercises
        )


def summarise(record: SessionRecord) -> SessionSummary:
    """The summary of one record."""
    return SessionSummary(
        id=record.id,
        started=record.started,
        ended=record.ended,
        why=record.why,
        seconds=record.seconds,
        side=record.side,
        stage=record.stage,
        routine_id=record.routine.id,
        routine_name=record.routine.name,
        source=record.source,
        simulated=record.simulated,
        known_linked=record.known_linked,
        exercises=tuple(summary_of(each) for each in record.exercises),
        stops=tuple(
            StopSummary(each.name, stop.rule, str(stop.detail.get("sign", "")), stop.sentence)
            for each in record.exercises
            for stop in each.stops
        ),
        check_in=record.check_in,
        notes=tuple(note.text for note in record.notes),
        overrides=record.overrides,
        at_rest=record.at_rest,
        eye_full_percent=record.measured.eye_full_percent,
        blinks=record.blinks,
        built_in=is_built_in(record.routine),
        size=record.measured.size,
    )


def is_built_in(routine: RoutineRecord) -> bool:
    """Whether it came with the program."""
    return routine.source == "library"


def counts(rep: RepRecord) -> bool:
    """Whether a repetition may enter a median of sizes."""
    return _sure(rep) and rep.target_percent == 100.0


def _sure(rep: RepRecord) -> bool:
    return rep.scored and rep.confidence == "normal"


def summary_of(record: ExerciseRecord) -> ExerciseSummary:
    """The summary of one exercise."""
    reps = record.reps
    coarse = record.measure in TOO_COARSE
    counted = [] if coarse else [rep for rep in reps if counts(rep)]
    sure = [rep for rep in reps if _sure(rep)]
    seen = sum(rep.affected_seen for rep in counted)
    hidden = [rep for rep in counted if rep.hidden]
    return ExerciseSummary(
        id=record.id,
        name=record.name,
        measure=record.measure,
        ended=record.ended,
        sets=len(record.sets),
        reps=len(reps),
        counted=len(counted),
        unseen=sum(len(each.unseen) for each in record.sets),
        unscored=dict(Counter(rep.reason or "too few frames" for rep in reps if not rep.scored)),
        low_confidence=sum(rep.scored and rep.confidence == "low" for rep in reps),
        affected_mm=_median(rep.affected_mm for rep in counted),
        unaffected_mm=_median(rep.unaffected_mm for rep in counted),
        symmetry_percent=_median(rep.symmetry_percent for rep in counted),
        lag_ms=_median(rep.lag_ms for rep in counted),
        eye_narrowing_percent=_median(
            rep.eye_narrowing_percent for rep in sure if "eye-closure" not in rep.doubtful
        ),
        corner_mm=_median(rep.corner_mm for rep in sure if "open-smile" not in rep.doubtful),
        cautions=sum(c.rule != "self" for each in record.sets for c in each.cautions),
        effort_of_ten=record.effort_of_ten,
        seconds_guided=record.dose.get("for_s", 0.0) if record.ended == "done" else 0.0,
        affected_seen=2 * seen >= len(counted) if counted else None,
        affected_spread_mm=_spread(record, [rep.affected_mm for rep in counted]),
        unaffected_spread_mm=_spread(record, [rep.unaffected_mm for rep in counted]),
        linked=tuple(linked_sets(record)),
        finger_sets=sum(bool(each.fingers) for each in record.sets),
        asked_reps=round(record.dose.get("sets", 1) * record.dose.get("reps", 0)),
        shown_mm=_median(rep.affected_mm for rep in counted if hidden and not rep.hidden),
        hidden_mm=_median(rep.affected_mm for rep in hidden),
        eye_gap=record.eye_gap,
    )


def _spread(record: ExerciseRecord, values: list[float]) -> float | None:
    if record.ended != "done" or len(values) < FEWEST_REPS:
        return None
    return round(stdev(values), 3)


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return rounded(median(known), 3) if known else None
