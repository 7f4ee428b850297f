"""The first lines of every report: what a visit is about, in five lines with their numbers.

Nothing here is a grade. A change is named only where the trends name one (`history.weeks`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from routines.counted import counted
from routines.language import _
from routines.language.lists import in_turn, more_of, sentences, within
from routines.safe_text import harmless
from sessions.history.weeks import Trend
from sessions.report.about import slots_in_week
from sessions.report.contents import Report, SelfReport, Stopped
from sessions.report.days import day, short_day
from sessions.report.linked import clear_changes, worth_showing
from sessions.report.words import EYE_GAPS

TITLE = _("In one look")
MOST_CHANGES = 3
MOST_QUESTIONS = 3
CHECKED = {"pain": _("pain"), "tightness": _("tight"), "eye_dryness": _("eye dry or sore")}
WEAK_SIDE = {
    "larger": _("Weak side larger: {names}."),
    "smaller": _("Weak side smaller: {names}."),
}
STRONG_SIDE = {
    "larger": _("Strong side larger: {names}."),
    "smaller": _("Strong side smaller: {names}."),
}
"""By the verdict of a trend (`sessions.report.words.VERDICTS`)."""
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
        return sentences((_("none in these weeks."), _plan(report)))
    said = (
        _("{practised} of {days}, {times}, {number} a week.")
        if report.days >= 7
        else _("{practised} of {days}, {times}.")
    ).format(
        practised=report.days_practised,
        days=counted(report.days, "day"),
        times=counted(report.practices, "time"),
        number=_number(7 * report.practices / report.days) if report.days else "",
    )
    return sentences((said, _plan(report)))


def _plan(report: Report) -> str:
    plan = report.about.plan
    if plan is None:
        return ""
    said = {
        (False, False): _("The plan now: {number} a week."),
        (True, False): _("The plan now by {by}: {number} a week."),
        (False, True): _("The plan now: {number} a week, review {day}."),
        (True, True): _("The plan now by {by}: {number} a week, review {day}."),
    }[bool(plan.by), plan.review is not None]
    return said.format(
        by=harmless(plan.by, 30),
        number=slots_in_week(plan, report.last),
        day=day(plan.review) if plan.review else "",
    )


def _changes(report: Report) -> str:
    found = [
        *_grouped(WEAK_SIDE, ((each.name, each.affected) for each in report.movements)),
        *(f"{change}." for change in clear_changes(report.linked)),
        *_grouped(STRONG_SIDE, ((each.name, each.unaffected) for each in report.movements)),
    ]
    verdicts = [each.affected.change.verdict for each in report.movements if each.affected.change]
    if not verdicts and not found:
        return _("too few weeks to compare. A week needs three practices.")
    more = len(found) - MOST_CHANGES
    said = [
        *found[:MOST_CHANGES],
        *([_("And {more} more.").format(more=more)] if more > 0 else []),
    ] or [_("None.")]
    return sentences((*said, _same(verdicts.count("about the same"), _linked_is_the_same(report))))


def _same(movements: int, linked: bool) -> str:
    """What did not change clearly: the weak side in so many movements, linked movement."""
    if not movements:
        return _("About the same: linked movement.") if linked else ""
    said = (
        _("About the same: weak side in {movements}, linked movement.")
        if linked
        else _("About the same: weak side in {movements}.")
    )
    return said.format(movements=counted(movements, "movement"))


def _grouped(words: Mapping[str, str], found: Iterable[tuple[str, Trend]]) -> list[str]:
    """One sentence for each way in which a side changed, the movements with both ends."""
    by_verdict: dict[str, list[str]] = {}
    for name, trend in found:
        if trend.change is not None and trend.change.verdict != "about the same":
            ends = _("{name} {ends} mm").format(name=within(harmless(name, 40)), ends=_ends(trend))
            by_verdict.setdefault(trend.change.verdict, []).append(ends)
    return [
        words[verdict].format(names=more_of(names, MOST_CHANGES))
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
    parts = (
        _("{why} {times} ({where})").format(why=name, times=times, where=_where(report.stops, name))
        for name, times in why.most_common()
    )
    return _("{sets} in {practices}: {parts}.").format(
        sets=counted(sets, "set"),
        practices=counted(report.practices, "practice"),
        parts=in_turn(parts),
    )


def _where(stops: Iterable[Stopped], why: str) -> str:
    return more_of([within(harmless(s.exercise, 30)) for s in stops if s.why == why], 2)


def _felt(report: Report) -> str:
    known = {said.key: said for said in report.self_reports}
    parts = [_course(name, known[key]) for key, name in CHECKED.items() if key in known]
    said = _("{parts} (0 to 10).").format(parts=in_turn(parts)) if parts else ""
    return sentences((said, _eye_closing(report))) or NOT_ASKED


def _eye_closing(report: Report) -> str:
    """The own weekly answer, and the one that was different before."""
    if not report.eye_gaps:
        return FIRST_ANSWER if report.about.eye_closes is False else ""
    when, now = report.eye_gaps[-1]
    before = [(day, gap) for day, gap in report.eye_gaps if gap != now]
    if not before:
        return _("Eye: {eye} ({day}).").format(eye=_eye(now), day=short_day(when))
    earlier, was = before[-1]
    return _("Eye: {eye} ({day}), {was} on {earlier}.").format(
        eye=_eye(now), day=short_day(when), was=_eye(was), earlier=short_day(earlier)
    )


def _course(name: str, said: SelfReport) -> str:
    """First and last week; the most where that is more than both."""
    if said.most == 0:
        return _("{name} always 0").format(name=name)
    first, last = said.weeks[0][1], said.weeks[-1][1]
    words = {
        (True, False): _("{name} {last}"),
        (True, True): _("{name} {last}, most {most}"),
        (False, False): _("{name} {first} to {last}"),
        (False, True): _("{name} {first} to {last}, most {most}"),
    }[first == last, said.most > max(first, last)]
    return words.format(
        name=name, first=_number(first), last=_number(last), most=_number(said.most)
    )


def _eye(gap: str) -> str:
    return EYE_GAPS.get(gap, harmless(gap, 20))


def _questions(report: Report) -> str:
    asked = [harmless(each.text.strip(), 90) for each in report.questions]
    if not asked:
        return _("none noted.")
    more = len(asked) - MOST_QUESTIONS
    and_more = _("And {more} more.").format(more=more) if more > 0 else ""
    return sentences((*asked[:MOST_QUESTIONS], and_more))


def _ends(found: Trend) -> str:
    medians = [week.median for week in found.weeks if week.median is not None]
    return _("{first:z.1f} to {last:z.1f}").format(first=medians[0], last=medians[-1])


def _number(value: float) -> str:
    return f"{round(value, 1):zg}"
