"""The report in sections of lines and tables, the same for text, HTML and PDF."""

import msgspec

from routines.counted import counted
from routines.safe_text import harmless
from sessions.history.at_rest import PARTS, in_words
from sessions.history.clinician import NAMES, SCALES, changed
from sessions.history.weeks import Change
from sessions.report import linked
from sessions.report.collect import Report
from sessions.report.days import day, short_day
from sessions.report.movements import Movement
from sessions.report.words import HOW_MADE, KNOWN_ERROR, REST_LINES

MOST_ROWS = 8
"""Of a table; the rest is counted. A page that takes a minute to read is short."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading with lines, a table, or both. Every text is harmless to show."""

    title: str
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def title(report: Report) -> str:
    """The first line of the report."""
    return f"Practice report, {day(report.first)} to {day(report.last)}"


def who(report: Report) -> Section:
    """Side, stage, routine and doses."""
    if report.side is None:
        return Section(title="Who and what", lines=("No session in these weeks.",))
    lines = [f"For: {harmless(report.name, 60)}."] if report.name else []
    along = f", with known linked movement{linked.named(report.linked_pairs, report.linked_sides)}"
    lines += [
        f"Weak side: the person's own {report.side}. Stage: {report.stage}"
        + (f"{along}." if report.known_linked else "."),
        "Practised: "
        + "; ".join(f"{harmless(name, 60)} ({times}x)" for name, times in report.routines)
        + ".",
    ]
    if report.simulated:
        lines.insert(0, "SIMULATED PATIENT: these numbers are nobody's.")
    if report.doses:
        doses = "; ".join(f"{harmless(n, 60)} {dose}" for n, dose in report.doses)
        lines.append(f"Doses ({harmless(report.doses_of, 80)}): {doses}.")
    if report.overrides:
        said = "; ".join(f"{harmless(what, 120)} ({times}x)" for what, times in report.overrides)
        lines.append(f"Gone past by choice: {said}.")
    return Section(title="Who and what", lines=tuple(lines))


def practice(report: Report) -> Section:
    """How much was practised, in one line; the calendar is drawn beside it."""
    count = report.finished + report.stopped + report.abandoned
    done = (
        f"{counted(count, 'session')}: {report.finished} finished, {report.stopped} stopped early"
        f"{' (which is right)' if report.stopped else ''}, {report.abandoned} broken off. "
        f"Practice on {counted(report.days_practised, 'day')}, "
        f"{counted(round(report.minutes), 'minute')} in all."
    )
    lines = [done]
    if report.strength is not None:
        lines.append(
            f"Practice strength {report.strength:.0f} of 100: share of days with practice, "
            "recent days counting more."
        )
    return Section(title="Practice", lines=tuple(lines))


def change_in_words(change: Change | None) -> str:
    """What may be said about a trend in millimetres."""
    if change is None:
        return "too few weeks to compare"
    basis = "own error" if change.own else "default limit"
    return f"{change.verdict} ({change.by:+z.1f} mm; can tell {change.detectable:.1f} mm, {basis})"


def about_sizes(report: Report) -> str:
    """What to know about the weekly sizes, where practice aims below the full one; or nothing."""
    return linked.FULL_SIZE_ONLY if report.known_linked and report.linked else ""


def movements(report: Report) -> Section:
    """Symmetry, lag, linked movement and what was seen, a row a movement."""
    return Section(
        title="Each movement, latest week with three sessions",
        header=("Movement", "Share of strong side", "Timing", "Linked movement", "Movement seen"),
        rows=tuple(_movement(each) for each in report.movements),
        lines=() if report.movements else ("Nothing was measured.",),
    )


def _movement(each: Movement) -> tuple[str, ...]:
    seen = f"{each.sessions - each.sessions_unseen} of {counted(each.sessions, 'session')}"
    if each.sessions and each.sessions_unseen == each.sessions:
        seen = "no movement seen"
    return (
        harmless(each.name, 40) + (" (low confidence)" if each.low_confidence else ""),
        each.share,
        each.lag,
        each.linked,
        seen,
    )


def at_rest(report: Report) -> Section:
    """The weak half beside the strong one at rest, the latest week first; left out where no rest
    was read."""
    rows = [
        (
            short_day(week.monday),
            *(in_words(week.found, part) for part in PARTS),
            "-" if week.rating is None else f"{week.rating:zg}",
        )
        for week in reversed(report.at_rest)
    ]
    return Section(
        title="At rest, weak side beside the strong side",
        header=("Week of", "Mouth corner", "Eye", "Brow", "Own rating"),
        rows=_cut(rows, 4),
        lines=REST_LINES,
    )


def linked_movement(report: Report) -> Section:
    """Each linked pair over the weeks."""
    return Section(
        title="Linked movement",
        header=linked.header(report.linked) if report.linked else (),
        rows=linked.rows(report.linked),
        lines=(*linked.with_fingers(report.finger_sets), *linked.HOW),
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
        title="Single sessions, millimetres",
        header=("Day", "Movement", "Weak side", "Strong side") if rows else (),
        rows=_cut(rows, 15),
        lines=("No week has three sessions yet. Single days differ by chance; compare weeks.",),
    )


def stops(report: Report) -> Section:
    """Sets that ended early, with reasons."""
    rows = [
        (harmless(s.exercise, 40), s.why, f"{s.times}x", harmless(s.sentence, 160))
        for s in report.stops
    ]
    return Section(
        title="Ended early",
        header=("Exercise", "Because", "Times", "Last time it said") if rows else (),
        rows=_cut(rows),
        lines=() if rows else ("No exercise ended early.",),
    )


def self_report(report: Report) -> Section:
    """Check-in answers as medians of the weeks, and the last notes."""
    rows = [
        (
            s.name,
            " ".join(f"{value:zg}" for _, value in s.weeks[-12:]),
            counted(s.answers, "answer"),
        )
        for s in report.self_reports
    ]
    notes = [f"{day(n.when.date())}: {harmless(n.text, 160)}" for n in report.notes]
    return Section(
        title="In the person's own words",
        header=("0 to 10", "Weekly medians, oldest first", "") if rows else (),
        rows=_cut(rows, 14),
        lines=_more(notes, 5) if notes or rows else ("No check-in and no note.",),
    )


def not_scored(report: Report) -> Section:
    """What the camera could not judge, and why."""
    rows = [(why, str(times)) for why, times in report.unscored]
    lines = [f"{counted(report.reps, 'repetition')} confirmed by movement."] if report.reps else []
    if not rows:
        lines.append("All of them scored." if report.reps else "Nothing to score.")
    return Section(
        title="Not scored, and why",
        header=("Reason", "Repetitions") if rows else (),
        rows=_cut(rows),
        lines=tuple(lines),
    )


def totals(report: Report) -> Section:
    """What a clinician counted; left out when nothing was typed in."""
    rows = [
        (
            NAMES[scale],
            "; ".join(f"{t.value:zg} on {day(t.on)}" for t in ours[-4:]),
            changed(report.totals, scale),
        )
        for scale in SCALES
        if (ours := [t for t in report.totals if t.scale == scale])
    ]
    return Section(
        title="Totals given by a clinician",
        header=("Scale", "Values", "Change") if rows else (),
        rows=tuple(rows),
        lines=() if rows else ("None typed in.",),
    )


def small_print(report: Report) -> Section:
    """How the numbers are made, their known error, and what is not in here."""
    left_out = [f"Left out: {harmless(line, 200)}." for line in report.left_out]
    return Section(
        title="How the numbers are made, and how wrong they may be",
        lines=(*HOW_MADE, *KNOWN_ERROR, *_more(left_out, 4)),
    )


def after_charts(report: Report) -> list[Section]:
    """All sections that follow the calendar and the trends."""
    if report.side:
        along = (linked_movement,) if report.linked or report.finger_sets else ()
        resting = (at_rest,) if report.at_rest else ()
        parts = (movements, *along, *resting, stops, not_scored, totals, self_report, small_print)
    elif report.self_reports or report.notes:
        parts = (totals, self_report, small_print)
    else:
        parts = (totals, small_print)
    return [part(report) for part in parts]


def _cut(rows: list[tuple[str, ...]], most: int = MOST_ROWS) -> tuple[tuple[str, ...], ...]:
    if len(rows) <= most:
        return tuple(rows)
    blank = ("",) * (len(rows[0]) - 1)
    return (*rows[:most], (f"and {len(rows) - most} more", *blank))


def _more(lines: list[str], most: int) -> tuple[str, ...]:
    extra = [f"and {len(lines) - most} more"] if len(lines) > most else []
    return tuple(lines[:most] + extra)
