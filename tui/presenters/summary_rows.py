"""The summary in one line an exercise: its name, how much was done, how large or how it went. Pure.

What does not fit here is said in full by `tui.practice.summary_words.done_lines`.
"""

from collections.abc import Sequence

import msgspec

from routines.counted import counted
from routines.language.cells import cells, padded
from sessions.history.eye_gaps import weak_eye_in_words
from sessions.history.own_error import OwnError
from sessions.history.summary import summary_of
from sessions.log.record import ExerciseRecord, SessionRecord
from tui.practice.summary_words import NAMED, begun_and_left_out, counted_of
from tui.texts import summary as words
from tui.widgets.glyphs import shortened

GAP = 2
"""Columns between two parts of a line."""


class SummaryRow(msgspec.Struct, frozen=True):
    """One exercise."""

    name: str
    done: str
    went: str = ""


def summary_rows(record: SessionRecord, own: OwnError | None = None) -> list[SummaryRow]:
    """Every exercise that was begun, in order; then what was left out, named or counted. `own` is
    the error of measuring this face, where it is known."""
    begun, left = begun_and_left_out(record)
    rows = [_row(exercise, own) for exercise in begun]
    if len(left) > NAMED:
        return [*rows, SummaryRow(words.OTHERS.format(count=len(left)), words.OUT)]
    return [*rows, *(SummaryRow(name, words.OUT) for name in left)]


def in_columns(rows: Sequence[SummaryRow], width: int) -> list[str]:
    """The rows as lines of at most `width` columns; a name that is too long ends in an ellipsis."""
    if not rows:
        return []
    done = max(cells(row.done) for row in rows)
    went = max(cells(row.went) for row in rows)
    room = max(8, width - done - went - 2 * GAP)
    name = min(room, max(cells(row.name) for row in rows))
    gap = " " * GAP
    return [
        gap.join(
            (padded(shortened(row.name, name), name), padded(row.done, done), row.went)
        ).rstrip()
        for row in rows
    ]


def _row(exercise: ExerciseRecord, own: OwnError | None) -> SummaryRow:
    found = counted_of(exercise)
    if exercise.measure is None or found.all_by_clock:
        done = words.DONE if exercise.ended == "done" else words.BEGUN
        return SummaryRow(exercise.name, done, words.WENT_BY_CLOCK)
    done = words.DONE_OF.format(done=found.done, planned=found.planned)
    return SummaryRow(exercise.name, done, _went(exercise, own))


def _went(exercise: ExerciseRecord, own: OwnError | None) -> str:
    """The one thing to know of it: first why it ended, then what was not read, then the size."""
    found, summary = counted_of(exercise), summary_of(exercise)
    unscored = sum(summary.unscored.values())
    if exercise.stops and found.done < found.planned:
        stop = exercise.stops[0]
        sign = str(stop.detail.get("sign", ""))
        return words.WENT_SIGN.get(sign, words.WENT_RULE[stop.rule])
    if not found.done and found.unseen:
        return words.WENT_STILL
    if exercise.stops or any(each.retry for each in exercise.sets):
        return words.WENT_AGAIN
    if found.linked:
        return words.WENT_LINKED.format(times=counted(found.linked, "time"))
    if unscored:
        return words.WENT_UNSCORED.format(count=unscored)
    if found.by_clock:
        return words.WENT_PART_BY_CLOCK.format(count=found.by_clock)
    if found.smallest < 100.0:
        return words.WENT_SMALLER
    if weak_eye_in_words(exercise, own) and summary.eye_gap_mm is not None:
        return words.WENT_GAP.format(mm=f"{summary.eye_gap_mm:z.1f}")
    if found.unread or summary.affected_mm is None or not summary.affected_seen:
        return ""
    return words.WENT_SIZE.format(mm=f"{summary.affected_mm:z.1f}")
