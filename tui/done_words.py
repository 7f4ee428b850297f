"""What was done, in kind words: the lines of a summary, for the screen and for plain mode. Pure.

Says what was not scored and why, and why a set ended. Never a grade, never a comparison.
"""

from collections import Counter

from sessions.readings import Reason
from sessions.session_record import ExerciseRecord, SessionRecord
from tui import words


def done_lines(record: SessionRecord) -> list[str]:
    """One line for each exercise that was begun, with what belongs to it indented below."""
    lines: list[str] = []
    for exercise in record.exercises:
        lines += _exercise_lines(exercise)
    return lines or [words.SUMMARY_NOTHING]


def _exercise_lines(exercise: ExerciseRecord) -> list[str]:
    if exercise.ended == "not-reached":
        return []
    if exercise.ended in {"skipped", "left-out"} and not exercise.sets:
        return [words.SUMMARY_SKIPPED.format(name=exercise.name)]
    if exercise.measure is None:
        return [words.SUMMARY_GUIDED.format(name=exercise.name)]
    unseen = sum(len(each.unseen) for each in exercise.sets)
    by_clock = unseen if exercise.blind else 0
    done = len(exercise.reps) + by_clock
    planned = round(exercise.dose.get("sets", 1) * exercise.dose.get("reps", done))
    lines = [words.SUMMARY_REPS.format(name=exercise.name, done=done, planned=planned)]
    unscored: list[Reason] = [r.reason for r in exercise.reps if not r.scored and r.reason]
    for reason, count in Counter(unscored).items():
        why = words.WHY_NOT_SCORED[reason]
        lines.append("   " + words.SUMMARY_UNSCORED.format(count=count, why=why))
    if unseen > by_clock:
        lines.append("   " + words.SUMMARY_UNSEEN.format(count=unseen - by_clock))
    if exercise.stops:
        sentence = exercise.stops[0].sentence
        lines.append("   " + words.SUMMARY_STOP.format(sentence=sentence))
    if any(each.retry for each in exercise.sets):
        lines.append("   " + words.SUMMARY_RETRY)
    return lines


def ended_by_pain(record: SessionRecord) -> bool:
    """Whether pain ended it: then nothing more is asked."""
    stops = (stop for exercise in record.exercises for stop in exercise.stops)
    return any(stop.detail.get("sign") == "pain" for stop in stops)
