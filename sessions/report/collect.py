"""Everything a report says, worked out once from history, diary and totals. No layout here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import msgspec

from routines.counted import counted
from routines.errors import Trouble
from routines.movements import LinkedPair, LinkedSide, Side, Stage
from sessions.history.at_rest import RestWeek, weeks_at_rest
from sessions.history.clinician import Total, read_totals
from sessions.history.diary import DiaryLine, diary, unread_lines
from sessions.history.index import History, open_history
from sessions.history.linked_trends import LinkedTrend, linked_trends
from sessions.history.strength import Day, days, practice_strength
from sessions.history.summary import SessionSummary
from sessions.history.weeks import exercises_of, monday_of
from sessions.log.record import ExerciseRecord, SessionRecord
from sessions.log.record_files import FOLDER, RecordTrouble, read_record
from sessions.report.movements import Movement, movement_of
from sessions.report.words import question, stopped_by
from sessions.version import VERSION

DEFAULT_WEEKS = 8
MOST_WEEKS = 104


class SingleDay(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise in one session, for as long as there is no week to show."""

    on: date
    name: str
    affected_mm: float
    unaffected_mm: float


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of stop of one exercise."""

    exercise: str
    why: str
    times: int
    last: date
    sentence: str
    """As shown the last time, with its numbers."""


class SelfReport(msgspec.Struct, frozen=True, kw_only=True):
    """One question of the check-in or of the week: medians of the weeks, 0 to 10."""

    name: str
    weeks: tuple[tuple[date, float], ...]
    answers: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that the pages say."""

    made_on: date
    name: str = ""
    """Of the person, where one was given."""
    program: str = VERSION
    first: date
    """A Monday."""
    last: date
    weeks: int
    side: Side | None = None
    stage: Stage | None = None
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    """Those the person named, as in the latest session."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    simulated: bool = False
    routines: tuple[tuple[str, int], ...] = ()
    """Name and number of sessions, most practised first."""
    doses: tuple[tuple[str, str], ...] = ()
    """Of the latest session: exercise and dose in words."""
    doses_of: str = ""
    finished: int = 0
    stopped: int = 0
    abandoned: int = 0
    minutes: float = 0.0
    days_practised: int = 0
    strength: float | None = None
    calendar: dict[date, Day] = {}
    movements: tuple[Movement, ...] = ()
    linked: tuple[LinkedTrend, ...] = ()
    """Linked movement by pair; empty where it is not known and none was loud."""
    finger_sets: int = 0
    """Sets in which a finger rested on the part that was to stay quiet."""
    single_days: tuple[SingleDay, ...] = ()
    """Newest first; only where no week has a median yet."""
    at_rest: tuple[RestWeek, ...] = ()
    """Oldest first."""
    stops: tuple[Stopped, ...] = ()
    unscored: tuple[tuple[str, int], ...] = ()
    reps: int = 0
    self_reports: tuple[SelfReport, ...] = ()
    notes: tuple[DiaryLine, ...] = ()
    """The latest, newest first."""
    totals: tuple[Total, ...] = ()
    overrides: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()
    """What is not in these pages, and why."""

    @property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of every week of the window."""
        return tuple(self.first + timedelta(weeks=n) for n in range(self.weeks))


def collect(data: Path, today: date, weeks: int = DEFAULT_WEEKS, name: str = "") -> Report:
    """Work out the report of the last `weeks` weeks, the one of `today` included.

    Raises Trouble for a number of weeks that makes no sense or files that cannot be read.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise Trouble(f"--weeks goes from 1 to {MOST_WEEKS}.")
    history = open_history(data)
    history.need_all()
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    window = [s for s in history.summaries if first <= s.started.date() <= today]
    side = window[-1].side if window else None
    ours = [s for s in window if s.side == side]
    report = Report(
        made_on=today,
        name=name,
        first=first,
        last=today,
        weeks=weeks,
        totals=read_totals(data),
        left_out=tuple(_left_out(history, len(window) - len(ours), unread_lines(data))),
    )
    if not ours:
        lines = _within(diary(data, []), first, today)
        return msgspec.structs.replace(
            report, notes=_notes(lines), self_reports=tuple(_self_reports(lines))
        )
    latest = _latest(data, history, ours)
    lines = _within(diary(data, ours), first, today)
    moved = tuple(movement_of(ours, exercise) for exercise in exercises_of(ours))
    weekly = any(week.median is not None for each in moved for week in each.affected.weeks)
    reps = sum(s.reps for s in ours)
    return msgspec.structs.replace(
        report,
        side=side,
        stage=ours[-1].stage,
        known_linked=ours[-1].known_linked,
        linked_pairs=latest.linked_pairs if latest else (),
        linked_sides=latest.linked_sides if latest else {},
        simulated=ours[-1].simulated,
        routines=tuple(Counter(s.routine_name for s in ours).most_common()),
        doses=tuple((e.name, dose_in_words(e)) for e in latest.exercises) if latest else (),
        doses_of=f"{latest.routine.name}, {latest.started:%Y-%m-%d}" if latest else "",
        finished=sum(s.ended == "finished" for s in ours),
        stopped=sum(s.ended == "stopped" for s in ours),
        abandoned=sum(s.ended == "abandoned" for s in ours),
        minutes=sum(s.seconds for s in ours if s.practised) / 60,
        days_practised=sum(day.sessions > 0 for day in days(ours).values()),
        strength=practice_strength([s for s in history.summaries if s.side == side], today),
        calendar=days(ours),
        movements=moved,
        linked=_linked(ours),
        finger_sets=sum(e.finger_sets for s in ours for e in s.exercises),
        single_days=() if weekly else tuple(_single_days(ours)),
        at_rest=tuple(weeks_at_rest(ours)),
        stops=tuple(_stops(ours)),
        unscored=tuple(_unscored(ours)),
        reps=reps,
        self_reports=tuple(_self_reports(lines)),
        notes=_notes(lines),
        overrides=tuple(Counter(o for s in ours for o in s.overrides).most_common()),
    )


def _linked(sessions: Sequence[SessionSummary]) -> tuple[LinkedTrend, ...]:
    found = tuple(linked_trends(sessions))
    known = any(session.known_linked for session in sessions)
    return found if known or any(each.loud for each in found) else ()


def dose_in_words(exercise: ExerciseRecord) -> str:
    """For example "1 x 5, hold 3 s", or "60 s" for what is only timed."""
    dose = exercise.dose
    if "reps" not in dose:
        return f"{dose.get('for_s', 0):g} s"
    words = f"{dose.get('sets', 1):g} x {dose['reps']:g}, hold {dose.get('hold_s', 0):g}\u00a0s"
    return words + (", at own pace" if exercise.pace == "self" else "")


def _left_out(history: History, other_side: int, diary_lines: str) -> list[str]:
    said = [diary_lines.removesuffix(".")] if diary_lines else list[str]()
    if history.simulated_left_out:
        said.append(f"{counted(history.simulated_left_out, 'session')} of the simulated patient")
    if other_side:
        said.append(f"{counted(other_side, 'session')} with the other side as the weak one")
    for problem in history.problems:
        unreadable = "" if problem in history.copies else "a file that cannot be read: "
        said.append(unreadable + problem.removesuffix("."))
    return said


def _latest(data: Path, history: History, ours: Sequence[SessionSummary]) -> SessionRecord | None:
    path = next(s.path for s in reversed(history.sessions) if s.summary is ours[-1])
    try:
        return read_record(data / FOLDER / path)
    except RecordTrouble:
        return None


def _single_days(sessions: Sequence[SessionSummary]) -> list[SingleDay]:
    return [
        SingleDay(
            on=session.started.date(),
            name=exercise.name,
            affected_mm=exercise.affected_mm,
            unaffected_mm=exercise.unaffected_mm,
        )
        for session in reversed(sessions)
        for exercise in session.exercises
        if exercise.affected_mm is not None and exercise.unaffected_mm is not None
    ]


def _stops(sessions: Sequence[SessionSummary]) -> list[Stopped]:
    found: dict[tuple[str, str], Stopped] = {}
    for session in sessions:
        for stop in session.stops:
            key = (stop.exercise, stopped_by(stop))
            before = found.get(key)
            found[key] = Stopped(
                exercise=key[0],
                why=key[1],
                times=before.times + 1 if before else 1,
                last=session.started.date(),
                sentence=stop.sentence,
            )
    return sorted(found.values(), key=lambda stop: -stop.times)


def _unscored(sessions: Sequence[SessionSummary]) -> list[tuple[str, int]]:
    why: Counter[str] = Counter()
    for session in sessions:
        for exercise in session.exercises:
            for reason, times in exercise.unscored.items():
                why[reason.replace("-", " ")] += times
            why["no movement seen, or by the clock"] += exercise.unseen
            why["low confidence: shown, not counted"] += exercise.low_confidence
    return [(reason, times) for reason, times in why.most_common() if times]


def _self_reports(lines: Sequence[DiaryLine]) -> list[SelfReport]:
    """Check-ins first, then weekly questions, each in the order they were first answered."""
    answers: dict[tuple[str, str], dict[date, list[float]]] = {}
    for kind in ("check-in", "weekly"):
        for line in lines:
            for key, answer in line.answers.items() if line.kind == kind else ():
                if isinstance(answer, int | float) and not isinstance(answer, bool):
                    weeks = answers.setdefault((kind, key), {})
                    weeks.setdefault(monday_of(line.when.date()), []).append(float(answer))
    return [
        SelfReport(
            name=question(kind, key),
            weeks=tuple((monday, median(said)) for monday, said in sorted(weeks.items())),
            answers=sum(map(len, weeks.values())),
        )
        for (kind, key), weeks in answers.items()
    ]


def _within(lines: Sequence[DiaryLine], first: date, last: date) -> list[DiaryLine]:
    return [line for line in lines if first <= line.when.date() <= last]


def _notes(lines: Sequence[DiaryLine]) -> tuple[DiaryLine, ...]:
    return tuple(line for line in reversed(lines) if line.text)
