"""The first lines of every report: what a visit is about, in five lines with their numbers.

Nothing here is a grade. A change is named only where the trends name one (`history.weeks`).
"""

from collections import Counter
from collections.abc import Iterable

from routines.counted import counted
from routines.safe_text import harmless
from sessions.history.weeks import Trend
from sessions.report.about import slots_in_week
from sessions.report.contents import Report, SelfReport, Stopped
from sessions.report.days import short_day
from sessions.report.linked import clear_changes
from sessions.report.words import EYE_GAPS

TITLE = "In one look"
MOST_CHANGES = 3
MOST_QUESTIONS = 3
CHECKED = ("pain", "tightness", "eye_dryness")


def one_look(report: Report) -> tuple[tuple[str, str], ...]:
    """Five pairs of a name and a line."""
    return (
        ("Practice", _practice(report)),
        ("Clear changes", _changes(report)),
        ("Ended early", _ended(report)),
        ("Pain, tight, eye", _felt(report)),
        ("Questions", _questions(report)),
    )


def _practice(report: Report) -> str:
    if not report.practices:
        return "none in these weeks." + _plan(report)
    said = f"on {report.days_practised} of {counted(report.days, 'day')}, "
    said += counted(report.practices, "time")
    if report.days >= 7:
        said += f", {_number(7 * report.practices / report.days)} a week"
    return f"{said}.{_plan(report)}"


def _plan(report: Report) -> str:
    plan = report.about.plan
    if plan is None:
        return ""
    by = f" of {harmless(plan.by, 30)}" if plan.by else ""
    return f" The plan{by} now: {slots_in_week(plan, report.last)} a week."


def _changes(report: Report) -> str:
    found = [
        *(_change(each.name, "weak", each.affected) for each in report.movements),
        *clear_changes(report.linked),
        *(_change(each.name, "strong", each.unaffected) for each in report.movements),
    ]
    found = [each for each in found if each]
    verdicts = [each.affected.change.verdict for each in report.movements if each.affected.change]
    same = verdicts.count("about the same")
    if not verdicts and not found:
        return "too few weeks to compare. A week needs three practices."
    more = f"; and {len(found) - MOST_CHANGES} more" if len(found) > MOST_CHANGES else ""
    said = "; ".join(found[:MOST_CHANGES]) + more if found else "none"
    rest = f" Weak side about the same in {counted(same, 'movement')}." if same else ""
    return f"{said}.{rest}"


def _change(name: str, side: str, found: Trend) -> str:
    if found.change is None or found.change.verdict == "about the same":
        return ""
    return f"{harmless(name, 40)}, {side} side {found.change.verdict} ({_ends(found)} mm)"


def _ended(report: Report) -> str:
    if not report.practices:
        return "-"
    if not report.stops:
        return f"no set, in {counted(report.practices, 'practice')}."
    sets = sum(stop.times for stop in report.stops)
    why = Counter[str]()
    for stop in report.stops:
        why[stop.why] += stop.times
    parts = (f"{name} {times} ({_where(report.stops, name)})" for name, times in why.most_common())
    return f"{counted(sets, 'set')} in {counted(report.practices, 'practice')}: {'; '.join(parts)}."


def _where(stops: Iterable[Stopped], why: str) -> str:
    names = [harmless(stop.exercise, 30) for stop in stops if stop.why == why]
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]).lower() + more


def _felt(report: Report) -> str:
    known = {said.key: said for said in report.self_reports}
    parts = [_course(known[key]) for key in CHECKED if key in known]
    if report.eye_gaps:
        first, last = report.eye_gaps[0], report.eye_gaps[-1]
        now = f"eye closing: {_eye(last[1])} ({short_day(last[0])})"
        before = f", {_eye(first[1])} before ({short_day(first[0])})" if first[1] != last[1] else ""
        parts.append(now + before)
    elif report.about.eye_closes is False:
        parts.append("the eye does not close all the way (first answer)")
    if not parts:
        return "not asked in these weeks."
    scale = " (0 to 10)" if any(key in known for key in CHECKED) else ""
    return "; ".join(parts) + f"{scale}."


def _course(said: SelfReport) -> str:
    """First and last week; the most where that is more than both."""
    if said.most == 0:
        return f"{said.name.lower()} always 0"
    first, last = said.weeks[0][1], said.weeks[-1][1]
    course = f"{_number(first)} to {_number(last)}" if len(said.weeks) > 1 else _number(last)
    most = f", most {_number(said.most)}" if said.most > max(first, last) else ""
    return f"{said.name.lower()} {course}{most}"


def _eye(gap: str) -> str:
    return EYE_GAPS.get(gap, harmless(gap, 20))


def _questions(report: Report) -> str:
    asked = [harmless(each.text.strip(), 90) for each in report.questions]
    if not asked:
        return "none noted."
    more = len(asked) - MOST_QUESTIONS
    return " ".join(asked[:MOST_QUESTIONS]) + (f" And {more} more." if more > 0 else "")


def _ends(found: Trend) -> str:
    medians = [week.median for week in found.weeks if week.median is not None]
    return f"{medians[0]:z.1f} to {medians[-1]:z.1f}"


def _number(value: float) -> str:
    return f"{round(value, 1):zg}"
