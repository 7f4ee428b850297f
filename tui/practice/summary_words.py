"""What was done, in kind words: the lines of a summary, for the screen and for plain mode. Pure.

Says what was not scored and why, and why a set ended. Never a grade, never a comparison.
"""

from collections import Counter

import msgspec

from routines.counted import counted
from routines.movements import Side, other_side, side_name
from routines.stages import WEEKLY_LOOK
from sessions.engine.interface.commands import Ending
from sessions.engine.texts import RAN_BY_THE_CLOCK
from sessions.guards.brief import brief
from sessions.history.at_rest import sentences
from sessions.history.eye_gaps import weak_eye_in_words
from sessions.history.own_error import OwnError
from sessions.history.summary import counts, summary_of
from sessions.log.record import ExerciseRecord, SessionRecord, VerdictRecord
from sessions.pictures.photo_director import ROUTINE as WEEKLY_RECORD
from sessions.readings import Reason
from sessions.reps.rep import Verdict
from tui.texts import eye as eye_words
from tui.texts import practice as words
from tui.texts import summary as words_summary

NAMED = 2
"""Exercises that were left out and are named."""


def done_lines(record: SessionRecord, own: OwnError | None = None) -> list[str]:
    """One line for each exercise that was begun, with what belongs to it indented below. `own` is
    the error of measuring this face, where it is known.

    What was left out is named where it is one or two, and counted where it is more: what was
    not done needs no list.
    """
    if record.routine.id == WEEKLY_LOOK:
        return look_lines(record)
    begun, left = begun_and_left_out(record)
    lines = [line for exercise in begun for line in _exercise_lines(exercise, record.side, own)]
    if len(left) > NAMED:
        lines.append(words_summary.LEFT_OUT.format(count=len(left)))
    else:
        lines += [words_summary.SKIPPED.format(name=name) for name in left]
    return [*(lines or [words_summary.NOTHING]), *_blink_lines(record), *_rest_lines(record)]


def begun_and_left_out(record: SessionRecord) -> tuple[list[ExerciseRecord], list[str]]:
    """What was begun, in order, and the names of what was left out. What was not reached is in
    neither."""
    begun: list[ExerciseRecord] = []
    left: list[str] = []
    for exercise in record.exercises:
        if exercise.ended in {"skipped", "left-out"} and not exercise.sets:
            left.append(exercise.name)
        elif exercise.ended != "not-reached":
            begun.append(exercise)
    return begun, left


def _blink_lines(record: SessionRecord) -> list[str]:
    """How far each lid came down in natural blinks, where that was seen."""
    seen = record.blinks
    if seen is None or not seen.unaffected_at_least_percent:
        return []
    lids = {
        record.side: seen.affected_at_least_percent,
        other_side(record.side): seen.unaffected_at_least_percent,
    }
    said = [
        (eye_words.BLINK_LID if percent else eye_words.BLINK_LID_UNSURE).format(
            side=side_name(side), percent=percent
        )
        for side, percent in lids.items()
    ]
    return [eye_words.SUMMARY_BLINKS.format(blinks=seen.blinks, lids=", ".join(said))]


def _rest_lines(record: SessionRecord) -> list[str]:
    """How the halves compare at rest, of a weekly record only."""
    said = sentences(record) if record.routine.id == WEEKLY_RECORD else []
    return [words_summary.REST, *(f"   {line}" for line in said)] if said else []


def look_lines(record: SessionRecord) -> list[str]:
    """What a weekly look saw move, in words; a look counts nothing and misses nothing."""
    reps = ((each.name, rep) for each in record.exercises for rep in each.reps)
    moved = [name for name, rep in reps if counts(rep) and rep.affected_seen]
    if not any(each.reps or each.ended == "done" for each in record.exercises):
        return [words_summary.NOTHING]
    if moved:
        return [words_summary.LOOK_MOVED, *(f"   {name}" for name in dict.fromkeys(moved))]
    return [words_summary.LOOK_STILL]


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the repetitions of one exercise."""

    done: int
    """With a movement of the weak side, or not scored."""
    planned: int
    unseen: int
    """Without a movement of the weak side that the camera could see."""
    by_clock: int
    unread: int
    """Done, and their size is not to be trusted."""
    smallest: float
    """Percent of the own size that was asked for at least."""
    linked: int
    """Cautions of linked movement."""
    scored: bool
    """Whether the camera judged any of it."""

    @property
    def all_by_clock(self) -> bool:
        """Whether nothing but the clock led it."""
        return bool(self.by_clock) and not self.scored and not self.unseen


def counted_of(exercise: ExerciseRecord) -> Counted:
    """Count one exercise."""
    reps = exercise.reps
    by_clock = sum(u.why == RAN_BY_THE_CLOCK for each in exercise.sets for u in each.unseen)
    unread = [r for r in reps if r.scored and exercise.measure in r.doubtful]
    still = sum(r.scored and not r.affected_seen for r in reps if r not in unread)
    done = len(reps) - still
    return Counted(
        done=done,
        planned=round(exercise.dose.get("sets", 1) * exercise.dose.get("reps", done)),
        unseen=still + sum(len(each.unseen) for each in exercise.sets) - by_clock,
        by_clock=by_clock,
        unread=len(unread),
        smallest=min((rep.target_percent for rep in reps), default=100.0),
        linked=_with_caution(exercise, "synkinesis"),
        scored=bool(reps),
    )


def _with_caution(exercise: ExerciseRecord, rule: str) -> int:
    """Repetitions with a caution by this rule; a rule may have spoken twice in one of them."""
    return sum(len({c.rep for c in each.cautions if c.rule == rule}) for each in exercise.sets)


def _exercise_lines(exercise: ExerciseRecord, side: Side, own: OwnError | None) -> list[str]:
    found = counted_of(exercise)
    done, planned, by_clock = found.done, found.planned, found.by_clock
    if exercise.measure is None or found.all_by_clock:
        whole = exercise.ended == "done"
        said = words_summary.GUIDED if whole else words_summary.GUIDED_PART
        return [said.format(name=exercise.name)]
    lines = [words_summary.REPS.format(name=exercise.name, done=done, planned=planned)]
    untouched = not (exercise.reps or found.unseen or by_clock) and _by_own_word(exercise)
    if untouched:
        lines = [words_summary.STOPPED_BEFORE.format(name=exercise.name)]
    if not done and found.unseen:
        lines = [words_summary.STILL.format(name=exercise.name, side=side_name(side))]
    unscored: list[Reason] = [r.reason for r in exercise.reps if not r.scored and r.reason]
    for reason, count in Counter(unscored).items():
        why = words.WHY_NOT_SCORED[reason]
        lines.append("   " + words_summary.UNSCORED.format(count=count, why=why))
    if found.unread:
        lines.append("   " + words_summary.DOUBTFUL.format(count=found.unread))
    if done and found.unseen:
        lines.append("   " + words_summary.UNSEEN.format(count=found.unseen, side=side_name(side)))
    if by_clock:
        lines.append("   " + words_summary.BY_CLOCK.format(count=by_clock))
    gap = weak_eye_in_words(exercise, own)
    if gap:
        lines.append("   " + eye_words.SUMMARY_EYE_GAP.format(side=side_name(side), gap=gap))
    kept = summary_of(exercise).kept_percent
    if kept is not None:
        lines.append("   " + words_summary.HIDDEN.format(percent=round(kept)))
    if found.linked:
        lines.append("   " + words_summary.LINKED.format(count=found.linked))
    if not exercise.stops:  # else the stop says more of it
        for rule, said in words_summary.CAUTIONS.items():
            if count := _with_caution(exercise, rule):
                lines.append("   " + said.format(count=count))
    if any(each.fingers for each in exercise.sets):
        lines.append("   " + words_summary.FINGER)
    if exercise.stops and not untouched:
        stop = exercise.stops[0]
        if done < planned:
            lines.append("   " + words_summary.STOP.format(sentence=stop.sentence))
        else:
            lines.append("   " + words_summary.STOP_BETWEEN.format(sentence=_in_between(stop)))
    if any(each.retry for each in exercise.sets) and not _by_own_word(exercise):
        lines.append("   " + words_summary.RETRY)
    if done and found.smallest < 100.0:
        lines.append("   " + words_summary.SMALLER.format(percent=round(found.smallest)))
    return lines


def _in_between(stop: VerdictRecord) -> str:
    """A stop after which the set was gone on with: without that the set ends there."""
    if stop.rule != "overcompensation":
        return stop.sentence
    return brief(
        Verdict(
            rule=stop.rule,
            level=stop.level,
            t_s=stop.at_s,
            rep=stop.rep,
            detail=stop.detail,
            sentence=stop.sentence,
        )
    )


def _by_own_word(exercise: ExerciseRecord) -> bool:
    """Whether the person ended it, and not because of pain."""
    stops = exercise.stops
    return bool(stops) and all(s.rule == "self" and s.detail.get("sign") != "pain" for s in stops)


def title_of(ended: Ending, trouble: str) -> str:
    """How it ended, and whether what was done is on the disk; `trouble` is what keeps it off."""
    if trouble:
        return words_summary.NOT_YET.format(begins=words_summary.ENDED[ended])
    return words_summary.TITLE[ended]


def ended_by_pain(record: SessionRecord) -> bool:
    """Whether pain ended it: then nothing more is asked."""
    stops = (stop for exercise in record.exercises for stop in exercise.stops)
    return any(stop.detail.get("sign") == "pain" for stop in stops)


def saved_words(record: SessionRecord | None) -> str:
    """What is kept when the practice is ended now."""
    kept = () if record is None else record.exercises
    reps = sum(r.affected_seen or not r.scored for each in kept for r in each.reps)
    return (
        words.QUIT_SAVED.format(what=counted(reps, "gentle movement"))
        if reps
        else words.QUIT_NOTHING
    )
