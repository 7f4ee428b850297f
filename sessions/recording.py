"""Turns a journal's header and entries into a session record. Pure: no files, no clock."""

import platform
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from routines.model import Step
from routines.movements import MEASURES, other_side
from sessions.commands import (
    Finished,
    KeptBlind,
    KeptPause,
    KeptReference,
    KeptRep,
    KeptRest,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.entries import CheckIn, Effort, Entry, Header, Measured, NoteLine, Resumed
from sessions.readings import WIRE_VERSION, Noise
from sessions.reps import Verdict
from sessions.session_record import (
    ExerciseRecord,
    MeasuredRecord,
    NoteRecord,
    PauseRecord,
    ReferenceRecord,
    RepRecord,
    RoutineRecord,
    SessionRecord,
    SetRecord,
    UnseenRecord,
    VerdictRecord,
    is_simulated,
)

HOW = (
    "Each half of the face mirrored into a whole face and read by itself, as millimetres from "
    "this session's rest, scaled by an iris of 11.7 mm; plain landmarks where a repetition says "
    "method = landmarks."
)
SIMULATED = "Made up by the simulated patient; nothing was measured."
BY_CLOCK = "By the clock; nothing was measured."
CUT_OFF = "The program ended before the session did."

_T = TypeVar("_T")


def record_of(header: Header, entries: Sequence[Entry]) -> SessionRecord:
    """The record of a session with these entries; without a `Finished` it was abandoned."""
    plan = header.plan
    finished = next((e for e in reversed(entries) if isinstance(e, Finished)), None)
    check_in = [*([header.check_in] if header.check_in else []), *_of(CheckIn, entries)]
    return SessionRecord(
        id=header.id,
        ended=finished.ended if finished else "abandoned",
        why=finished.why if finished else CUT_OFF,
        started=header.started,
        seconds=_round(_length(header, entries)),
        interrupted=tuple(e.now for e in _of(Resumed, entries)),
        side=plan.side,
        stage=plan.routine.stage,
        known_linked=plan.known_linked,
        by_clock=plan.by_clock,
        source=header.source,
        speed=header.speed,
        overrides=header.overrides,
        program=header.program,
        python=platform.python_version(),
        routine=RoutineRecord(
            id=plan.routine.id,
            name=plan.routine.name,
            stage=plan.routine.stage,
            schema=plan.routine.schema,
            source=plan.routine.source,
        ),
        measured=_measured(header, entries),
        check_in={key: value for each in check_in for key, value in each.answers.items()},
        notes=tuple(NoteRecord(at_s=_round(e.at_s), text=e.text) for e in _of(NoteLine, entries)),
        pauses=tuple(_pauses(entries)),
        exercises=tuple(
            _exercise(n, step, [e for e in entries if getattr(e, "step", None) == n])
            for n, step in enumerate(plan.routine.steps)
        ),
    )


def _of(kind: type[_T], entries: Iterable[object]) -> list[_T]:
    return [entry for entry in entries if isinstance(entry, kind)]


def _length(header: Header, entries: Sequence[Entry]) -> float:
    total, began, last = 0.0, header.began_at_s, header.began_at_s
    for entry in entries:
        if isinstance(entry, Resumed):
            total += last - began
            began = last = entry.at_s
        else:
            last = max(last, entry.at_s)
    return total + last - began


def _pauses(entries: Sequence[Entry]) -> Iterable[PauseRecord]:
    open_one: KeptPause | None = None
    for entry in [*entries, None]:
        ends = entry is None or isinstance(entry, KeptPause | Resumed)
        if open_one is not None and ends:
            over = isinstance(entry, KeptPause)
            seconds = _round(entry.at_s - open_one.at_s) if over else None
            yield PauseRecord(at_s=_round(open_one.at_s), why=open_one.why, seconds=seconds)
            open_one = None
        if isinstance(entry, KeptPause) and entry.why:
            open_one = entry


def _measured(header: Header, entries: Sequence[Entry]) -> MeasuredRecord:
    said = _of(Measured, entries)
    rests = _of(KeptRest, entries)
    if not said and not rests:
        return MeasuredRecord(how=BY_CLOCK)
    noise: dict[str, dict[str, float]] = {}
    if rests:
        side = header.plan.side
        halves = {"left": rests[-1].left, "right": rests[-1].right}
        noise["affected"] = _noise(halves[side])
        noise["unaffected"] = _noise(halves[other_side(side)])
    worker = said[-1] if said else None
    return MeasuredRecord(
        how=SIMULATED if is_simulated(header.source) else HOW,
        mediapipe=worker.mediapipe if worker else "",
        model_sha256=worker.model_sha256 if worker else "",
        wire=WIRE_VERSION,
        width=worker.width if worker else 0,
        height=worker.height if worker else 0,
        fps=_round(worker.fps) if worker else 0.0,
        network_banned=worker.network_banned if worker else None,
        mm_per_px=round(rests[-1].mm_per_px, 5) if rests else None,
        rest_noise_mm=noise,
    )


def _noise(noise: Noise) -> dict[str, float]:
    return {key: _round(mm) for key, mm in zip(MEASURES, noise.mm, strict=False)}


def _exercise(n: int, step: Step, entries: list[Entry]) -> ExerciseRecord:
    ends = _of(KeptStepEnd, entries)
    effort = _of(Effort, entries)
    references = _of(KeptReference, entries)
    exercise = step.exercise
    return ExerciseRecord(
        n=n + 1,
        id=exercise.id,
        name=exercise.name,
        measure=exercise.measure,
        seen=exercise.seen,
        pace=step.pace,
        assist=step.assist,
        ended=ends[-1].ended if ends else "not-reached",
        why=ends[-1].why if ends else step.skipped or "",
        effort_of_ten=effort[-1].of_ten if effort else None,
        blind=tuple(dict.fromkeys(e.why for e in _of(KeptBlind, entries))),
        dose=_dose(step),
        thresholds=msgspec.to_builtins(step.thresholds) if step.scored else {},
        reference=_reference(references[-1]) if references else None,
        sets=tuple(_sets(entries)),
    )


def _dose(step: Step) -> dict[str, float]:
    doses: dict[str, float] = msgspec.to_builtins(step.dose)
    if step.scored:
        return {key: value for key, value in doses.items() if key != "for_s"}
    return {"for_s": doses["for_s"], "between_s": doses["between_s"]}


def _reference(kept: KeptReference) -> ReferenceRecord:
    return ReferenceRecord(
        affected_mm=_round(kept.affected_mm),
        unaffected_mm=_round(kept.unaffected_mm),
        origin=kept.origin,
    )


class _Set:
    """A set being filled."""

    def __init__(self, n: int, retry: bool) -> None:
        self.n = n
        self.retry = retry
        self.reps: list[RepRecord] = []
        self.unseen: list[UnseenRecord] = []
        self.cautions: list[VerdictRecord] = []
        self.stops: list[VerdictRecord] = []

    def judge(self, kept: KeptVerdict) -> None:
        verdict = _verdict(kept.at_s, kept.verdict)
        if verdict.level != "stop":
            self.cautions.append(verdict)
            return
        if self.stops and self.stops[-1].rule == verdict.rule == "self":
            self.stops.pop()  # stopped by a key first, and the reason named on the card
        self.stops.append(verdict)

    def done(self) -> SetRecord:
        return SetRecord(
            n=self.n,
            retry=self.retry,
            reps=tuple(self.reps),
            unseen=tuple(self.unseen),
            cautions=tuple(self.cautions),
            stops=tuple(self.stops),
        )


def _sets(entries: list[Entry]) -> Iterable[SetRecord]:
    sets: list[_Set] = []
    for entry in entries:
        if not isinstance(entry, KeptRep | KeptUnseen | KeptVerdict):
            continue
        here = sets[-1] if sets else None
        again = here is not None and here.n == entry.set and bool(here.stops)
        stop_only = isinstance(entry, KeptVerdict) and entry.verdict.level == "stop"
        if here is None or here.n != entry.set or (again and not stop_only):
            here = _Set(entry.set, retry=again)
            sets.append(here)
        match entry:
            case KeptRep():
                here.reps.append(_rep(entry))
            case KeptUnseen():
                here.unseen.append(UnseenRecord(at_s=_round(entry.at_s), why=entry.why))
            case KeptVerdict():
                here.judge(entry)
    return [each.done() for each in sets]


def _verdict(at_s: float, verdict: Verdict) -> VerdictRecord:
    return VerdictRecord(
        rule=verdict.rule,
        level=verdict.level,
        at_s=_round(at_s),
        rep=verdict.rep,
        sentence=verdict.sentence,
        detail={
            key: value if isinstance(value, str) else _round(value)
            for key, value in verdict.detail.items()
        },
    )


def _rep(kept: KeptRep) -> RepRecord:
    rep, affected, unaffected, linked = (
        kept.rep,
        kept.rep.affected,
        kept.rep.unaffected,
        kept.rep.linked,
    )
    return RepRecord(
        n=rep.n,
        at_s=_round(kept.at_s),
        onset_s=_round(rep.onset_s),
        peak_s=_round(rep.peak_s),
        release_s=_maybe(rep.release_s),
        scored=rep.scored,
        reason=rep.reason,
        confidence=rep.confidence,
        method=rep.method,
        target_percent=kept.target_percent,
        affected_mm=_round(affected.excursion_mm),
        affected_seen=affected.seen,
        affected_percent=_maybe(affected.percent_of_reference),
        affected_hold_s=_maybe(affected.hold_s),
        affected_rise_s=_maybe(affected.rise_s),
        affected_decay_percent=_round(affected.decay_percent),
        affected_jitter_mm=_round(affected.jitter_mm),
        unaffected_mm=_round(unaffected.excursion_mm),
        unaffected_seen=unaffected.seen,
        unaffected_percent=_maybe(unaffected.percent_of_reference),
        unaffected_hold_s=_maybe(unaffected.hold_s),
        unaffected_rise_s=_maybe(unaffected.rise_s),
        symmetry_percent=_maybe(rep.symmetry_percent),
        lag_ms=_maybe(rep.lag_ms),
        eye_narrowing_percent=_maybe(linked.eye_narrowing_percent),
        other_eye_narrowing_percent=_maybe(linked.other_eye_narrowing_percent),
        corner_mm=_maybe(linked.corner_mm),
        other_corner_mm=_maybe(linked.other_corner_mm),
    )


def _round(value: float) -> float:
    return round(value, 3)


def _maybe(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
