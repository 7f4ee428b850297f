"""The columns of the CSV export: one row a repetition, each column with its unit and meaning."""

from collections.abc import Iterator

import msgspec

from routines.counted import rounded
from sessions.history.at_rest import PARTS, RATING
from sessions.history.linked_sets import is_loud
from sessions.log.record import RepRecord, SessionRecord

Cell = str | int | float | bool | None

COLUMNS: dict[str, str] = {
    "session_id": "tells sessions apart, also across machines",
    "started": "local date and time with offset, ISO 8601",
    "ended": "of the session: finished, stopped or abandoned",
    "routine_id": "routine practised",
    "stage": "flaccid, paretic or synkinetic",
    "side": "affected side, the person's own left or right",
    "source": "camera, recording or simulated patient",
    "program": "version that recorded it",
    "exercise_n": "place of the exercise in the routine, from 1",
    "exercise_id": "exercise",
    "exercise_name": "its name at the time",
    "measure": "what was measured",
    "reference_affected_mm": "gentle reference, affected half, mm",
    "reference_unaffected_mm": "gentle reference, unaffected half, mm",
    "set_n": "set, from 1",
    "retry": "true for the second, smaller go after a stop",
    "n": "repetition of the exercise, from 1",
    "at_s": "when it was confirmed, s on the session's clock",
    "onset_s": "first half began to move, s of the source's time",
    "peak_s": "largest, s",
    "release_s": "back at rest, s; empty if still open at the end",
    "scored": "true or false",
    "reason": "why it was not scored",
    "confidence": "normal or low; low never enters a median",
    "method": "composite, or landmarks where no composite was found",
    "target_percent": "size asked for, % of reference",
    "affected_mm": "excursion from rest, median over the hold, signed, mm",
    "affected_seen": "whether that is movement rather than noise",
    "affected_percent": "of own gentle reference, %",
    "affected_hold_s": "time at own plateau, s",
    "affected_rise_s": "onset to peak, s",
    "affected_decay_percent": "sag within the hold, %",
    "affected_jitter_mm": "restlessness in the hold, mm",
    "unaffected_mm": "as affected_mm, other half, mm",
    "unaffected_seen": "as affected_seen, other half",
    "unaffected_percent": "as affected_percent, other half, %",
    "unaffected_hold_s": "as affected_hold_s, other half, s",
    "unaffected_rise_s": "as affected_rise_s, other half, s",
    "symmetry_percent": "affected over unaffected excursion, %, known to about 20 points",
    "lag_ms": "affected onset minus unaffected onset, ms",
    "eye_narrowing_percent": "affected eye, % of own rest aperture",
    "other_eye_narrowing_percent": "unaffected eye, %",
    "corner_mm": "affected mouth corner moving along, mm",
    "other_corner_mm": "unaffected mouth corner moving along, mm",
    "cautions": "rules that cautioned in this repetition, with + between",
    "stop": "rules that ended the set in this repetition, with + between",
    "at_rest_corner_mm": "affected mouth corner above the unaffected, first rest, known to 1 mm",
    "at_rest_eye_mm": "affected eye open wider than the unaffected, mm; trust its sign only",
    "at_rest_brow_mm": "affected brow above the unaffected, mm; trust its sign only",
    "at_rest_sure": "false where the head was turned: trust the signs only",
    "rest_uneven": "own rating before a weekly record, 0 not uneven at rest to 10 very",
    "eye_open_percent": "affected eye kept open, % of own rest aperture: 100 less the narrowing",
    "linked_loud": "whether the watched part was at or over its caution; empty where not sure",
    "linked_finger": "linked pairs not judged, as a finger rested on the quiet part, + between",
    "doubtful": "measures not to be trusted in this repetition, with spaces between",
    "hidden": "true where the bars were not shown, so that it was done by feel",
    "eye_gap_mm": "left open of the affected eye in the gentle closures of this exercise, mm",
    "eye_gap_low_mm": "90 % range of that, lower end, mm",
    "eye_gap_high_mm": "90 % range of that, upper end, mm",
}
"""Column to meaning, in the order of the file."""

_LATER = {"doubtful", "hidden"}
"""Columns at the end, which older exports do not have."""
_REP = tuple(f.name for f in msgspec.structs.fields(RepRecord) if f.name not in _LATER)


def rows(record: SessionRecord) -> Iterator[list[Cell]]:
    """The rows of one session, cells in the order of `COLUMNS`."""
    about: list[Cell] = [
        record.id,
        record.started.isoformat(),
        record.ended,
        record.routine.id,
        record.stage,
        record.side,
        record.source,
        record.program,
    ]
    rest = record.at_rest
    resting: list[Cell] = [
        *(rounded(rest.difference.of(part), 3) if rest else None for part in PARTS),
        rest.sure if rest else None,
        record.check_in.get(RATING),
    ]
    for exercise in record.exercises:
        reference = exercise.reference
        what: list[Cell] = [
            exercise.n,
            exercise.id,
            exercise.name,
            exercise.measure,
            reference.affected_mm if reference else None,
            reference.unaffected_mm if reference else None,
        ]
        gap = None if exercise.eye_gap is None else exercise.eye_gap.affected
        gaps: list[Cell] = [None] * 3 if gap is None else [gap.mm, gap.low_mm, gap.high_mm]
        for each in exercise.sets:
            for rep in each.reps:
                narrowing = rep.eye_narrowing_percent
                yield [
                    *about,
                    *what,
                    each.n,
                    each.retry,
                    *(getattr(rep, name) for name in _REP),
                    "+".join(v.rule for v in each.cautions if v.rep == rep.n),
                    "+".join(v.rule for v in each.stops if v.rep == rep.n),
                    *resting,
                    None if narrowing is None else rounded(100.0 - narrowing, 3),
                    is_loud(exercise, each, rep),
                    "+".join(each.fingers),
                    " ".join(rep.doubtful),
                    rep.hidden,
                    *gaps,
                ]
