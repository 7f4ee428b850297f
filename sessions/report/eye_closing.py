"""What the report says of an eye that may stay open: what the camera saw, what the person said."""

from datetime import timedelta

from routines.language import _
from routines.safe_text import harmless
from sessions.history.eye_gaps import EyeWeek, in_words
from sessions.report.contents import Report
from sessions.report.days import short_day
from sessions.report.linked import change_in_short
from sessions.report.section import Section
from sessions.report.words import EYE_GAP_LINE, EYE_GAPS

CHANGE = _("Weak eye, weeks with three sessions: {change}.")
BLINKS = _(
    "Natural blinks in the pauses, latest: weak lid {weak} % of the way or more, strong lid "
    "{strong} % or more ({blinks} blinks). Lower bounds; speed is not read."
)


def eye_closing(report: Report) -> Section:
    """The gap left in gentle closures: the latest week, then the first, with the own answers."""
    weeks = report.eye_weeks
    ends = [weeks[-1], weeks[0]] if len(weeks) > 1 else list(weeks)
    said = any(_own(report, week) != "-" for week in ends)
    rows = [
        (
            short_day(week.monday),
            in_words(week.found.affected),
            in_words(week.found.unaffected),
            _own(report, week),
        )
        for week in ends
    ]
    found = report.eye_trend
    lines = list[str]()
    if found is not None and found.change is not None:
        lines.append(CHANGE.format(change=change_in_short(found, 1)))
    if report.blinks is not None:
        lines.append(
            BLINKS.format(
                weak=report.blinks.affected_at_least_percent,
                strong=report.blinks.unaffected_at_least_percent,
                blinks=report.blinks.blinks,
            )
        )
    return Section(
        title=_("Eyes in gentle closures, as the camera saw them"),
        header=(_("Week of"), _("Weak eye"), _("Strong eye"), _("Own answer"))[: 4 if said else 3],
        rows=tuple(row if said else row[:3] for row in rows),
        lines=(*lines, EYE_GAP_LINE),
        wide=True,
    )


def _own(report: Report, week: EyeWeek) -> str:
    """The latest own answer of that week."""
    end = week.monday + timedelta(days=7)
    gaps = [gap for day, gap in report.eye_gaps if week.monday <= day < end]
    return EYE_GAPS.get(gaps[-1], harmless(gaps[-1], 20)) if gaps else "-"
