"""The first lines of every report: what a visit is about, in five lines with their numbers.

Nothing here is a grade. A change is named only where the trends name one (`history.weeks`).
"""

from collections import Counter
from collections.abc import Iterable

from routines.counted import counted
from routines.language import _
from routines.safe_text import harmless
from sessions.history.weeks import Trend
from sessions.report.about import slots_in_week
from sessions.report.contents import Report, SelfReport, Stopped
from sessions.report.days import day, short_day
from sessions.report.linked import clear_changes, worth_showing
from sessions.report.words import EYE_GAPS, VERDICTS

TITLE = _("In one look")
MOST_CHANGES = 3
MOST_QUESTIONS = 3
CHECKED = {"pain": _("pain"), "tightness": _("tight"), "eye_dryness": _("eye dry or sore")}
NOT_ASKED = _("not asked in these weeks.")
FIRST_ANSWER = _("The eye does not close all the way (first answer).")


def one_look(report: Report) -> tuple[tuple[str, str], ...]:
    """Five pairs of a name and a line."""
    return (
        (_("Practice"), _practice(report)),
        (_("Clear changes"), _changes(report)),
        (_("Ended early"), _ended(report)),
        (_("Pain, tight, eye"), _felt(report)),
        (_("Questions"), _questions(report)),
    )


def _practice(report: Report) -> str:
    if not report.practices:
        return _("none in these weeks.") + _plan(report)
    said = _("{days_practised} of {days}, ").format(
        days_practised=report.days_practised, days=counted(report.days, "day")
    )
    said += counted(report.practices, "time")
    if report.days >= 7:
        said += _(", {number} a week").format(number=_number(7 * report.practices / report.days))
    return f"{said}.{_plan(report)}"


def _plan(report: Report) -> str:
    plan = report.about.plan
    if plan is None:
        return ""
    by = _(" by {by}").format(by=harmless(plan.by, 30)) if plan.by else ""
    review = _(", review {day}").format(day=day(plan.review)) if plan.review else ""
    return _(" The plan now{by}: {slots_in_week} a week{review}.").format(
        by=by, slots_in_week=slots_in_week(plan, report.last), review=review
    )


def _changes(report: Report) -> str:
    found = [
        *_grouped(_("Weak side"), ((each.name, each.affected) for each in report.movements)),
        *(f"{change}." for change in clear_changes(report.linked)),
        *_grouped(_("Strong side"), ((each.name, each.unaffected) for each in report.movements)),
    ]
    verdicts = [each.affected.change.verdict for each in report.movements if each.affected.change]
    if not verdicts and not found:
        return _("too few weeks to compare. A week needs three practices.")
    more = len(found) - MOST_CHANGES
    said = [
        *found[:MOST_CHANGES],
        *([_("And {more} more.").format(more=more)] if more > 0 else []),
    ] or [_("None.")]
    same = verdicts.count("about the same")
    rest = (
        [_("weak side in {movements}").format(movements=counted(same, "movement"))] if same else []
    )
    rest += [_("linked movement")] if _linked_is_the_same(report) else []
    return " ".join(said) + (
        _(" About the same: {rest}.").format(rest=", ".join(rest)) if rest else ""
    )


def _grouped(side: str, found: Iterable[tuple[str, Trend]]) -> list[str]:
    """One sentence for each way in which a side changed, the movements with both ends."""
    by_verdict: dict[str, list[str]] = {}
    for name, trend in found:
        if trend.change is not None and trend.change.verdict != "about the same":
            ends = f"{harmless(name, 40).lower()} {_ends(trend)} mm"
            by_verdict.setdefault(VERDICTS[trend.change.verdict], []).append(ends)
    return [
        f"{side} {verdict}: {', '.join(names[:MOST_CHANGES])}"
        + (
            _(" and {count} more.").format(count=len(names) - MOST_CHANGES)
            if len(names) > MOST_CHANGES
            else "."
        )
        for verdict, names in by_verdict.items()
    ]


def _linked_is_the_same(report: Report) -> bool:
    """Whether linked movement is known, was compared, and nothing of it changed clearly."""
    shown = worth_showing(report)[0]
    changes = [found.change for each in shown for found in (each.kept, each.quiet)]
    return any(changes) and not clear_changes(shown)


def _ended(report: Report) -> str:
    if not report.practices:
        return "-"
    if not report.stops:
        return _("no set, in {practices}.").format(practices=counted(report.practices, "practice"))
    sets = sum(stop.times for stop in report.stops)
    why = Counter[str]()
    for stop in report.stops:
        why[stop.why] += stop.times
    parts = (f"{name} {times} ({_where(report.stops, name)})" for name, times in why.most_common())
    return _("{sets} in {practices}: {parts}.").format(
        sets=counted(sets, "set"),
        practices=counted(report.practices, "practice"),
        parts="; ".join(parts),
    )


def _where(stops: Iterable[Stopped], why: str) -> str:
    names = [harmless(stop.exercise, 30) for stop in stops if stop.why == why]
    more = _(" and {count} more").format(count=len(names) - 2) if len(names) > 2 else ""
    return ", ".join(names[:2]).lower() + more


def _felt(report: Report) -> str:
    known = {said.key: said for said in report.self_reports}
    parts = [_course(name, known[key]) for key, name in CHECKED.items() if key in known]
    said = _("{parts} (0 to 10).").format(parts="; ".join(parts)) if parts else ""
    return " ".join(part for part in (said, _eye_closing(report)) if part) or NOT_ASKED


def _eye_closing(report: Report) -> str:
    """The own weekly answer, and the one that was different before."""
    if not report.eye_gaps:
        return FIRST_ANSWER if report.about.eye_closes is False else ""
    when, now = report.eye_gaps[-1]
    before = [(day, gap) for day, gap in report.eye_gaps if gap != now]
    said = _("Eye: {eye} ({short_day})").format(eye=_eye(now), short_day=short_day(when))
    return said + (
        _(", {eye} on {short_day}.").format(
            eye=_eye(before[-1][1]), short_day=short_day(before[-1][0])
        )
        if before
        else "."
    )


def _course(name: str, said: SelfReport) -> str:
    """First and last week; the most where that is more than both."""
    if said.most == 0:
        return _("{name} always 0").format(name=name)
    first, last = said.weeks[0][1], said.weeks[-1][1]
    course = (
        _number(last)
        if first == last
        else _("{first} to {last}").format(first=_number(first), last=_number(last))
    )
    most = (
        _(", most {number}").format(number=_number(said.most))
        if said.most > max(first, last)
        else ""
    )
    return f"{name} {course}{most}"


def _eye(gap: str) -> str:
    return EYE_GAPS.get(gap, harmless(gap, 20))


def _questions(report: Report) -> str:
    asked = [harmless(each.text.strip(), 90) for each in report.questions]
    if not asked:
        return _("none noted.")
    more = len(asked) - MOST_QUESTIONS
    return " ".join(asked[:MOST_QUESTIONS]) + (
        _(" And {more} more.").format(more=more) if more > 0 else ""
    )


def _ends(found: Trend) -> str:
    medians = [week.median for week in found.weeks if week.median is not None]
    return _("{first:z.1f} to {last:z.1f}").format(first=medians[0], last=medians[-1])


def _number(value: float) -> str:
    return f"{round(value, 1):zg}"
