"""The report in sections of lines and tables, the same for text, HTML and PDF."""

from collections.abc import Sequence

from routines.counted import counted
from routines.language import _
from routines.language.lists import in_turn, listed
from routines.safe_text import harmless
from sessions.history.at_rest import PARTS, in_words
from sessions.history.clinician import NAMES, SCALES, changed
from sessions.report import linked
from sessions.report.contents import Report
from sessions.report.days import day, short_day
from sessions.report.doses import doses
from sessions.report.eye_closing import eye_closing
from sessions.report.movements import Movement, corner_mm, own_error
from sessions.report.one_look import TITLE, one_look
from sessions.report.section import MOST_ROWS, Section, cut, more
from sessions.report.then_and_now import then_and_now
from sessions.report.words import (
    HOW_MADE,
    IN_BRACKETS,
    KNOWN_ERROR,
    LOW_CONFIDENCE_LINE,
    NO_NOTE,
    RATING_LINE,
    REST_LINE,
    WITHOUT_BARS,
)


def title(report: Report) -> str:
    """The first line of the report."""
    return _("Practice report, {first} to {last}").format(
        first=day(report.first), last=day(report.last)
    )


def in_one_look(report: Report) -> Section:
    """Five lines, first in every form."""
    lines = tuple(f"{name}: {line}" for name, line in one_look(report))
    return Section(title=TITLE, lines=lines)


def practice(report: Report) -> Section:
    """How much was practised, in one line; the calendar is drawn beside it."""
    count = report.finished + report.stopped + report.abandoned
    done = (
        _(
            "{sessions}: {finished} finished, {stopped} stopped early (which is right), "
            "{abandoned} broken off. Practice on {days}, {minutes} in all."
        )
        if report.stopped
        else _(
            "{sessions}: {finished} finished, {stopped} stopped early, {abandoned} broken off. "
            "Practice on {days}, {minutes} in all."
        )
    ).format(
        sessions=counted(count, "session"),
        finished=report.finished,
        stopped=report.stopped,
        abandoned=report.abandoned,
        days=counted(report.days_practised, "day"),
        minutes=counted(round(report.minutes), "minute"),
    )
    lines = [done]
    if report.strength is not None:
        lines.append(
            _(
                "Practice strength {strength:.0f} of 100: share of days with practice, "
                "recent days counting more."
            ).format(strength=report.strength)
        )
    return Section(title=_("Practice"), lines=tuple(lines))


def about_sizes(report: Report) -> str:
    """What to know about the weekly sizes, where practice aims below the full one; or nothing."""
    return linked.FULL_SIZE_ONLY if report.known_linked and report.linked else ""


def movements(report: Report) -> Section:
    """Symmetry, lag, linked movement and what was seen, a row a movement."""
    return Section(
        title=_("Each movement, latest week with three sessions"),
        header=(
            _("Movement"),
            _("Weak side, mm"),
            _("Share of strong side"),
            _("Timing"),
            _("Linked movement"),
            _("Seen in"),
        ),
        rows=tuple(_movement(each) for each in report.movements),
        lines=_about_movements(report),
        wide=True,
    )


def _about_movements(report: Report) -> tuple[str, ...]:
    if not report.movements:
        return (_("Nothing was measured."),)
    low = any(each.low_confidence for each in report.movements)
    return (
        IN_BRACKETS,
        *((LOW_CONFIDENCE_LINE,) if low else ()),
        *_without_bars(report.movements),
        *((note,) if (note := about_sizes(report)) else ()),
    )


def _without_bars(movements: Sequence[Movement]) -> tuple[str, ...]:
    """What is done without looking, beside what is done with the bars in sight."""
    told = [
        f"{harmless(each.name, 40)} {each.kept_percent:.0f} %"
        for each in movements
        if each.kept_percent is not None
    ]
    return (WITHOUT_BARS.format(told=listed(told)),) if told else ()


def _movement(each: Movement) -> tuple[str, ...]:
    seen = _("{seen} of {sessions}").format(
        seen=each.sessions - each.sessions_unseen, sessions=each.sessions
    )
    if each.sessions and each.sessions_unseen == each.sessions:
        seen = _("no movement seen")
    return (
        harmless(each.name, 40) + (" *" if each.low_confidence else ""),
        linked.change_in_cell(each.affected, 1),
        each.share,
        each.lag,
        each.linked,
        seen,
    )


def at_rest(report: Report) -> Section:
    """The weak half beside the strong one at rest: the latest week, then the first."""
    rows = [
        (
            short_day(week.monday),
            *(in_words(week.found, part) for part in PARTS),
            "-" if week.rating is None else f"{week.rating:zg}",
        )
        for week in reversed(report.at_rest)
    ]
    ends = rows if len(rows) < 3 else [rows[0], rows[-1]]
    rated = any(week.rating is not None for week in report.at_rest)
    told = REST_LINE.format(mm=corner_mm(report.own_error))
    return Section(
        title=_("At rest, weak side beside the strong side"),
        header=(_("Week of"), _("Mouth corner"), _("Eye"), _("Brow"), _("Own rating"))[
            : 5 if rated else 4
        ],
        rows=tuple(row if rated else row[:4] for row in ends),
        lines=(told, *((RATING_LINE,) if rated else ())),
    )


def linked_movement(report: Report) -> Section:
    """Each linked pair over the weeks; those that are neither known nor were loud in one line."""
    shown, left_out = linked.worth_showing(report)
    return Section(
        title=_("Linked movement"),
        header=linked.header(shown) if shown else (),
        rows=linked.rows(shown),
        lines=(*linked.never_loud(left_out), *linked.with_fingers(report.finger_sets), *linked.HOW),
        wide=True,
    )


def single_days(report: Report) -> Section:
    """Session by session, for as long as no week has three of them."""
    rows = [
        (
            day(each.on),
            harmless(each.name, 40),
            f"{each.affected_mm:z.1f}",
            f"{each.unaffected_mm:z.1f}",
        )
        for each in report.single_days
    ]
    return Section(
        title=_("Single sessions, millimetres"),
        header=(_("Day"), _("Movement"), _("Weak side"), _("Strong side")) if rows else (),
        rows=cut(rows, 15),
        lines=(_("No week has three sessions yet. Single days differ by chance; compare weeks."),),
    )


def stops(report: Report) -> Section:
    """Sets that ended early, with reasons."""
    rows = [
        (harmless(s.exercise, 40), s.why, f"{s.times}x", harmless(s.sentence, 160))
        for s in report.stops
    ]
    return Section(
        title=_("Ended early"),
        header=(_("Exercise"), _("Because"), _("Times"), _("Last time it said")) if rows else (),
        rows=cut(rows),
        lines=() if rows else (_("No exercise ended early."),),
    )


def self_report(report: Report) -> Section:
    """Check-in answers and weekly questions as medians of the weeks."""
    rows = [
        (
            s.name,
            " ".join(f"{value:zg}" for _, value in s.weeks[-12:]),
            str(s.answers),
        )
        for s in report.self_reports
    ]
    return Section(
        title=_("In the person's own words"),
        header=(_("0 to 10"), _("By week, oldest first"), _("Answers")) if rows else (),
        rows=cut(rows, 14),
        lines=() if rows else (_("No check-in was answered."),),
    )


def latest_notes(report: Report) -> Section:
    """Questions for the visit, then the latest notes."""
    asked = [_("To ask: {text}").format(text=harmless(each.text, 160)) for each in report.questions]
    noted = [f"{short_day(each.when.date())}: {harmless(each.text, 160)}" for each in report.notes]
    lines = (*more(asked, 4), *more(noted, 4))
    return Section(title=_("Notes, the latest first"), lines=lines or (NO_NOTE,))


def not_scored(report: Report) -> Section:
    """What the camera could not judge, and why."""
    lines: list[str] = []
    if report.reps:
        reps = counted(report.reps, "repetition")
        lines.append(_("{reps} confirmed by movement.").format(reps=reps))
    why = [f"{reason} {times}" for reason, times in report.unscored]
    if why:
        lines.append(_("Not scored: {more}.").format(more=in_turn(more(why, MOST_ROWS))))
    else:
        lines.append(_("All of them scored.") if report.reps else _("Nothing to score."))
    return Section(title=_("Not scored, and why"), lines=tuple(lines))


def totals(report: Report) -> Section:
    """What a clinician counted; left out when nothing was typed in."""
    rows = [
        (
            NAMES[scale],
            in_turn(
                _("{value:zg} on {day}").format(value=t.value, day=day(t.on)) for t in ours[-4:]
            ),
            changed(report.totals, scale),
        )
        for scale in SCALES
        if (ours := [t for t in report.totals if t.scale == scale])
    ]
    return Section(
        title=_("Totals given by a clinician"),
        header=(_("Scale"), _("Values"), _("Change")) if rows else (),
        rows=tuple(rows),
        lines=() if rows else (_("None typed in."),),
    )


def small_print(report: Report) -> Section:
    """How the numbers are made, their known error, and what is not in here."""
    left_out = [_("Left out: {line}.").format(line=harmless(each, 200)) for each in report.left_out]
    return Section(
        title=_("How the numbers are made, and how wrong they may be"),
        lines=(*HOW_MADE, *KNOWN_ERROR, *own_error(report.own_error), *more(left_out, 4)),
    )


def after_charts(report: Report) -> list[Section]:
    """All sections that follow the calendar and the trends."""
    if report.side:
        apart = not report.compared  # two dates side by side hold these numbers already
        along = (linked_movement,) if apart and (report.linked or report.finger_sets) else ()
        eyes = (eye_closing,) if apart and (report.eye_weeks or report.blinks) else ()
        resting = (at_rest,) if apart and report.at_rest else ()
        parts = (
            *((then_and_now,) if report.compared else ()),
            *((doses,) if report.doses else ()),
            *((movements,) if apart else ()),
            *along,
            *eyes,
            *resting,
            stops,
            totals,
            self_report,
            latest_notes,
            not_scored,
            small_print,
        )
    else:
        said = report.self_reports or report.notes or report.questions
        parts = (totals, *((self_report, latest_notes) if said else ()), small_print)
    return [part(report) for part in parts]
