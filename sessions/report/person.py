"""Whom a report is about: side, cause and onset, the stage as it is now, what is practised."""

from datetime import date

from routines.counted import counted
from routines.language import _
from routines.language.lists import in_turn, sentences
from routines.movements import Side
from routines.safe_text import harmless
from sessions.history.at_rest import PARTS, SAME, clear, in_words
from sessions.report import linked
from sessions.report.about import About
from sessions.report.contents import Report
from sessions.report.days import month
from sessions.report.section import Section
from sessions.report.words import CAUSES, REST_NAMES

TITLE = _("Who and what")
DAYS_A_MONTH = 30.44
FOR = _("For: {name}.")


def who(report: Report) -> Section:
    """Side, cause, stage as it is now, and what was practised."""
    about = report.about
    lines: list[str] = []
    if report.simulated:
        lines.insert(0, _("SIMULATED PATIENT: these numbers are nobody's."))
    name = FOR.format(name=harmless(about.name, 60)) if about.name else ""
    if report.stage:
        lines.append(sentences((name, _side(report.side), _stage(report))))
    elif name:
        lines.append(name)
    if began := began_in_words(about, report.last):
        lines.append(began)
    if report.side is None:
        lines.append(_("No session in these weeks."))
        return Section(title=TITLE, lines=tuple(lines))
    done = in_turn(f"{harmless(name, 60)} ({times}x)" for name, times in report.routines)
    practised = _("Practised: {done}.").format(done=done)
    lines.append(sentences((practised, dose_in_brief(report))))
    if resting := rest_in_brief(report):
        lines.append(resting)
    if report.overrides:
        said = in_turn(f"{harmless(what, 120)} ({times}x)" for what, times in report.overrides)
        lines.append(_("Gone past by choice: {said}.").format(said=said))
    return Section(title=TITLE, lines=tuple(lines))


def _side(side: Side | None) -> str:
    match side:
        case "left":
            return _("Weak side: the person's own left.")
        case "right":
            return _("Weak side: the person's own right.")
        case None:
            return ""


def _stage(report: Report) -> str:
    """The stage, and the linked movement that is known."""
    names = linked.named(report.linked_pairs, report.linked_sides)
    if not report.known_linked:
        return _("Stage: {stage}.").format(stage=report.stage)
    said = (
        _("Stage: {stage}, with known linked movement ({names}).")
        if names
        else _("Stage: {stage}, with known linked movement.")
    )
    return said.format(stage=report.stage, names=names)


def began_in_words(about: About, today: date) -> str:
    """Cause and onset; the onset to the month, because that is how well it is remembered."""
    cause = CAUSES.get(about.cause, harmless(about.cause, 40))
    parts = [_("Cause, as told: {cause}.").format(cause=cause)] if cause else []
    if about.onset is not None:
        months = round((today - about.onset).days / DAYS_A_MONTH)
        began = _("Began in {month}, {months} ago.") if months else _("Began in {month}.")
        parts.append(began.format(month=month(about.onset), months=counted(months, "month")))
    return sentences(parts)


def dose_in_brief(report: Report) -> str:
    """How much is asked for now, where it is the same for all that is counted, and the effort."""
    scored = [each.dose for each in report.doses if each.asked]
    parts: list[str] = []
    if scored:
        same = len(set(scored)) == 1
        exercises = counted(len(scored), "exercise")
        each = _("{exercises}, each {dose}").format(exercises=exercises, dose=scored[0])
        parts.append(each if same else exercises)
    if report.efforts:
        parts.append(_("effort felt {efforts:zg} of 10").format(efforts=report.efforts[-1][1]))
    return _("Now {parts}.").format(parts=in_turn(parts)) if parts else ""


def rest_in_brief(report: Report) -> str:
    """The weak half beside the strong one at rest, in the latest week."""
    if not report.at_rest:
        return ""
    found = report.at_rest[-1].found
    apart = [f"{REST_NAMES[part]} {in_words(found, part)}" for part in PARTS if clear(found, part)]
    return _("At rest, weak side: {apart}.").format(apart=in_turn(apart) if apart else SAME)
