"""Works a report out of history, diary and totals, once for all its forms. No layout here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from sessions.history.at_rest import weeks_at_rest
from sessions.history.clinician import read_totals
from sessions.history.diary import DiaryLine, diary, unread_lines
from sessions.history.eye_gaps import eye_trend, eye_weeks
from sessions.history.index import History, open_history
from sessions.history.linked_trends import LinkedTrend, linked_trends
from sessions.history.names import named_record
from sessions.history.own_error import OwnError, own_error_if_readable
from sessions.history.strength import days, practice_strength
from sessions.history.summary import SessionSummary
from sessions.history.weeks import exercises_of, monday_of
from sessions.log.record import SessionRecord
from sessions.log.record_files import FOLDER, RecordTrouble, read_record
from sessions.report.about import About
from sessions.report.contents import Report, SingleDay, Stopped
from sessions.report.doses import doses_done, weekly_efforts
from sessions.report.movements import movement_of
from sessions.report.said import eye_gaps, notes, questions, self_reports
from sessions.report.words import UNSCORED, stopped_by

DEFAULT_WEEKS = 8
MOST_WEEKS = 104


def collect(
    data: Path,
    today: date,
    weeks: int = DEFAULT_WEEKS,
    about: About | None = None,
    *,
    between: tuple[date, date] | None = None,
) -> Report:
    """Work out the report of the last `weeks` weeks, the one of `today` included.

    `between` names the first and the last day instead: the weeks that hold them are then compared.
    Raises Trouble for weeks that make no sense or files that cannot be read.
    """
    first, last = _window(today, weeks, between)
    about = about or About()
    history = open_history(data)
    history.need_all()
    window = [s for s in history.summaries if first <= s.started.date() <= last]
    side = window[-1].side if window else None
    ours = [s for s in window if s.side == side]
    lines = _within(diary(data, ours), first, last)
    own, unusable = own_error_if_readable(data)
    report = Report(
        made_on=today,
        about=about,
        first=first,
        last=last,
        weeks=(monday_of(last) - first).days // 7 + 1,
        compared=between is not None,
        stage=about.stage,
        known_linked=about.known_linked,
        linked_pairs=about.linked_pairs,
        linked_sides=about.linked_sides,
        totals=read_totals(data),
        own_error=own,
        self_reports=tuple(self_reports(lines)),
        eye_gaps=eye_gaps(lines),
        questions=questions(lines),
        notes=notes(lines),
        left_out=tuple(_left_out(history, len(window) - len(ours), (unread_lines(data), unusable))),
    )
    if not ours:
        return report
    latest = _latest(data, history, ours)
    if about.stage is None:
        report = _as_recorded(report, ours[-1], latest)
    moved = tuple(movement_of(ours, exercise, own) for exercise in exercises_of(ours))
    weekly = any(week.median is not None for each in moved for week in each.affected.weeks)
    begun = min(s.started.date() for s in history.summaries if s.side == side)
    return msgspec.structs.replace(
        report,
        side=side,
        simulated=ours[-1].simulated,
        routines=tuple(Counter(s.routine_name for s in ours).most_common()),
        doses=doses_done(ours, latest),
        efforts=weekly_efforts(ours),
        finished=sum(s.ended == "finished" for s in ours),
        stopped=sum(s.ended == "stopped" for s in ours),
        abandoned=sum(s.ended == "abandoned" for s in ours),
        minutes=sum(s.seconds for s in ours if s.practised) / 60,
        days_practised=sum(day.sessions > 0 for day in days(ours).values()),
        since=max(first, begun),
        strength=practice_strength([s for s in history.summaries if s.side == side], last),
        calendar=days(ours),
        movements=moved,
        linked=_linked(ours, own, known=report.known_linked),
        finger_sets=sum(e.finger_sets for s in ours for e in s.exercises),
        single_days=() if weekly else tuple(_single_days(ours)),
        at_rest=tuple(weeks_at_rest(ours, own)),
        eye_weeks=tuple(eye_weeks(ours, report.own_error)),
        eye_trend=eye_trend(ours, report.own_error),
        blinks=next((s.blinks for s in reversed(ours) if s.blinks is not None), None),
        stops=tuple(_stops(ours)),
        unscored=tuple(_unscored(ours)),
        reps=sum(s.reps for s in ours),
        overrides=tuple(Counter(o for s in ours for o in s.overrides).most_common()),
    )


def _window(today: date, weeks: int, between: tuple[date, date] | None) -> tuple[date, date]:
    """A Monday, and the last day."""
    if between is None:
        if not 1 <= weeks <= MOST_WEEKS:
            raise Trouble(_("--weeks goes from 1 to {most_weeks}.").format(most_weeks=MOST_WEEKS))
        return monday_of(today) - timedelta(weeks=weeks - 1), today
    first, last = monday_of(between[0]), min(between[1], today)
    if first >= monday_of(last):
        raise Trouble(
            _(
                "{between} and {last} are not two weeks that can be compared. "
                "The first has to lie at least a week before the second."
            ).format(between=between[0], last=last)
        )
    if (monday_of(last) - first).days // 7 >= MOST_WEEKS:
        raise Trouble(_("A report spans {most_weeks} weeks at most.").format(most_weeks=MOST_WEEKS))
    return first, last


def _as_recorded(report: Report, latest: SessionSummary, record: SessionRecord | None) -> Report:
    """Stage and linked movement as they were at the latest practice, for want of newer answers."""
    return msgspec.structs.replace(
        report,
        stage=latest.stage,
        known_linked=latest.known_linked,
        linked_pairs=record.linked_pairs if record else (),
        linked_sides=record.linked_sides if record else {},
    )


def _linked(
    sessions: Sequence[SessionSummary], own: OwnError | None, *, known: bool
) -> tuple[LinkedTrend, ...]:
    """Where it is known, now or in any session, or was loud."""
    found = tuple(linked_trends(sessions, own))
    known = known or any(session.known_linked for session in sessions)
    return found if known or any(each.loud for each in found) else ()


def _left_out(history: History, other_side: int, unusable: Sequence[str]) -> list[str]:
    said = [sentence.removesuffix(".") for sentence in unusable if sentence]
    if history.simulated_left_out:
        said.append(
            _("{sessions} of the simulated patient").format(
                sessions=counted(history.simulated_left_out, "session")
            )
        )
    if other_side:
        said.append(
            _("{sessions} with the other side as the weak one").format(
                sessions=counted(other_side, "session")
            )
        )
    for problem in history.problems:
        what = problem.removesuffix(".")
        if problem not in history.copies:
            what = _("a file that cannot be read: {problem}").format(problem=what)
        said.append(what)
    return said


def _latest(data: Path, history: History, ours: Sequence[SessionSummary]) -> SessionRecord | None:
    path = next(s.path for s in reversed(history.sessions) if s.summary is ours[-1])
    try:
        return named_record(read_record(data / FOLDER / path))
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
                why[UNSCORED.get(reason, reason)] += times
            why[_("no movement seen, or by the clock")] += exercise.unseen
            why[_("low confidence: shown, not counted")] += exercise.low_confidence
    return [(reason, times) for reason, times in why.most_common() if times]


def _within(lines: Sequence[DiaryLine], first: date, last: date) -> list[DiaryLine]:
    return [line for line in lines if first <= line.when.date() <= last]
