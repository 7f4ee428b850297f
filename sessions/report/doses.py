"""The dose of each exercise: as planned last, and what of it was done. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median

from routines.language import _
from routines.safe_text import harmless
from sessions.history.summary import ExerciseSummary, SessionSummary
from sessions.history.weeks import monday_of
from sessions.log.record import ExerciseRecord, SessionRecord
from sessions.report.contents import DoseDone, Report
from sessions.report.section import Section, cut


def dose_in_words(exercise: ExerciseRecord) -> str:
    """For example "1 x 5, hold 3 s", or "60 s" for what is only timed."""
    dose = exercise.dose
    if "reps" not in dose:
        return f"{dose.get('for_s', 0):g} s"
    words = (
        _("{sets:g} x {reps:g}, hold {hold:g}\u00a0s, at own pace")
        if exercise.pace == "self"
        else _("{sets:g} x {reps:g}, hold {hold:g}\u00a0s")
    )
    return words.format(sets=dose.get("sets", 1), reps=dose["reps"], hold=dose.get("hold_s", 0))


def doses_done(
    sessions: Sequence[SessionSummary], latest: SessionRecord | None
) -> tuple[DoseDone, ...]:
    """A line an exercise; what the program or the person left out counts as planned too."""
    now = {e.id: dose_in_words(e) for e in latest.exercises} if latest else dict[str, str]()
    planned: dict[str, list[ExerciseSummary]] = {exercise_id: [] for exercise_id in now}
    for session in sessions:
        for exercise in session.exercises:
            planned.setdefault(exercise.id, []).append(exercise)
    return tuple(
        DoseDone(
            name=ours[-1].name,
            dose=now.get(exercise_id, _("not in the latest practice")),
            asked=sum(e.asked_reps for e in ours),
            done=sum(min(e.done_reps, e.asked_reps) for e in ours),
            sessions=len(ours),
            whole=sum(e.ended == "done" for e in ours),
        )
        for exercise_id, ours in planned.items()
        if ours
    )


def weekly_efforts(sessions: Sequence[SessionSummary]) -> tuple[tuple[date, float], ...]:
    """Median of the effort felt, week by week, oldest first; weeks without an answer left out."""
    weeks: dict[date, list[float]] = defaultdict(list)
    for session in sessions:
        felt = [e.effort_of_ten for e in session.exercises if e.effort_of_ten is not None]
        weeks[monday_of(session.started.date())] += map(float, felt)
    return tuple((monday, median(felt)) for monday, felt in sorted(weeks.items()) if felt)


def doses(report: Report) -> Section:
    """What was planned, what of it was done, and how hard it felt."""
    rows = [
        (
            harmless(each.name, 40),
            each.dose,
            _("{done} of {asked}").format(done=each.done, asked=each.asked) if each.asked else "-",
            _("{whole} of {sessions}").format(whole=each.whole, sessions=each.sessions),
        )
        for each in report.doses
    ]
    efforts = " ".join(f"{felt:zg}" for _monday, felt in report.efforts[-12:])
    felt = (
        (
            _("Effort felt, 0 to 10, weekly medians, oldest first: {efforts}.").format(
                efforts=efforts
            ),
        )
        if efforts
        else ()
    )
    return Section(
        title=_("Dose, planned and done"),
        header=(_("Exercise"), _("Now"), _("Repetitions done"), _("Whole exercises"))
        if rows
        else (),
        rows=cut(rows, 9),
        lines=felt,
    )
