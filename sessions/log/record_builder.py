"""Turns a journal's header and entries into a session record. Pure: no files, no clock."""

import platform
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from routines.language import _
from routines.model import Step
from routines.movements import MEASURES, Side, Watch, other_side
from routines.reading.drafts import keys_of
from sessions.camera.source_name import is_simulated, without_password
from sessions.engine.interface.commands import (
    Finished,
    KeptBlind,
    KeptPause,
    KeptReference,
    KeptRest,
    KeptStepEnd,
)
from sessions.log.entries import Blinks, CheckIn, Effort, Entry, Header, Measured, NoteLine, Resumed
from sessions.log.eye_gaps import GENTLE, eye_gaps
from sessions.log.record import (
    AtRestRecord,
    ExerciseRecord,
    EyeGapRecord,
    MeasuredRecord,
    NoteRecord,
    PauseRecord,
    ReferenceRecord,
    RoutineRecord,
    SessionRecord,
)
from sessions.log.record_sets import rounded, sets_of
from sessions.messages import WIRE_VERSION
from sessions.readings import AtRest, Noise, RestHalf

HOW = (
    "Each half of the face mirrored into a whole face and read by itself, as millimetres from "
    "this session's rest, scaled by the irises (11.7 mm) and the distance of the pupils (62.3 mm); "
    "plain landmarks where a repetition says method = landmarks."
)
SIMULATED = "Made up by the simulated patient; nothing was measured."
BY_CLOCK = "By the clock; nothing was measured."
CUT_OFF = _("The program ended before the session did.")

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
        seconds=rounded(_length(header, entries)),
        interrupted=tuple(e.now for e in _of(Resumed, entries)),
        side=plan.side,
        stage=plan.routine.stage,
        known_linked=plan.known_linked,
        linked_pairs=plan.linked_pairs,
        linked_sides=plan.linked_sides,
        by_clock=plan.by_clock,
        source=without_password(header.source),
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
        at_rest=_at_rest(plan.side, _of(KeptRest, entries)),
        blinks=next((e.found for e in reversed(_of(Blinks, entries))), None),
        check_in={key: value for each in check_in for key, value in each.answers.items()},
        notes=tuple(NoteRecord(at_s=rounded(e.at_s), text=e.text) for e in _of(NoteLine, entries)),
        pauses=tuple(_pauses(entries)),
        exercises=tuple(
            _exercise(
                n,
                step,
                [e for e in entries if getattr(e, "step", None) == n],
                plan.fingers(step),
                _eye_gap(n, step, plan.side, entries),
            )
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
            seconds = rounded(entry.at_s - open_one.at_s) if over else None
            yield PauseRecord(at_s=rounded(open_one.at_s), why=open_one.why, seconds=seconds)
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
    record = MeasuredRecord(
        how=SIMULATED if is_simulated(header.source) else HOW,
        wire=WIRE_VERSION,
        mm_per_px=round(rests[-1].mm_per_px, 5) if rests else None,
        iris_mm_per_px=_iris_mm_per_px(rests[-1]) if rests else None,
        rest_noise_mm=noise,
    )
    if not said:
        return record
    worker = said[-1]
    return msgspec.structs.replace(
        record,
        mediapipe=worker.mediapipe,
        model_sha256=worker.model_sha256,
        width=worker.width,
        height=worker.height,
        fps=rounded(worker.fps),
        network_banned=worker.network_banned,
        eye_full_percent=worker.eye_full_percent,
    )


def _at_rest(side: Side, rests: Sequence[KeptRest]) -> AtRestRecord | None:
    """Of the first rest, before anything was practised."""
    found: AtRest | None = next((e.at_rest for e in rests if e.at_rest is not None), None)
    if found is None:
        return None
    return AtRestRecord(
        affected=_rounded_half(found.half(side)),
        unaffected=_rounded_half(found.half(other_side(side))),
        clear_from=_rounded_half(found.clear_from),
        sure=found.sure,
    )


def _rounded_half(half: RestHalf) -> RestHalf:
    return RestHalf.each(lambda part: rounded(half.of(part)))


def _iris_mm_per_px(rest: KeptRest) -> float | None:
    return None if rest.iris_mm_per_px is None else round(rest.iris_mm_per_px, 5)


def _noise(noise: Noise) -> dict[str, float]:
    return {key: rounded(mm) for key, mm in zip(MEASURES, noise.mm, strict=False)}


def _eye_gap(n: int, step: Step, side: Side, entries: Sequence[Entry]) -> EyeGapRecord | None:
    if step.exercise.id != GENTLE:
        return None
    said = _of(Measured, entries)
    calibrated = bool(said) and said[-1].eye_full_percent is not None
    return eye_gaps(entries, n, side, calibrated=calibrated)


def _exercise(
    n: int,
    step: Step,
    entries: list[Entry],
    fingers: tuple[Watch, ...],
    eye_gap: EyeGapRecord | None,
) -> ExerciseRecord:
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
        eye_gap=eye_gap,
        sets=tuple(sets_of(entries, fingers)),
    )


def _dose(step: Step) -> dict[str, float]:
    doses: dict[str, float] = msgspec.to_builtins(step.dose)
    return {key: doses[key] for key in keys_of(step.exercise)}


def _reference(kept: KeptReference) -> ReferenceRecord:
    return ReferenceRecord(
        affected_mm=rounded(kept.affected_mm),
        unaffected_mm=rounded(kept.unaffected_mm),
        origin=kept.origin,
    )
