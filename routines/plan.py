"""The day's plan: which routine when, how many a day at most, how far apart.

It stands in `plan.toml` and is read as strictly as a routine. Times are suggestions, the cap and
the gap are limits. What is next on a given day is decided in `due`.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

import msgspec

from routines.bounds import DAILY_CAP, GAP_HOURS
from routines.errors import Trouble
from routines.feedback import FEEDBACKS, Feedback
from routines.language import _
from routines.movements import STAGES, Stage
from routines.program import COMMAND
from routines.reading.drafts import known_version
from routines.reading.fields import Table
from routines.reading.library import find, library_ids, looks_like_path
from routines.reading.migrations import NEWEST, lift
from routines.reading.problems import PlanErrors, RoutineErrors, nearest
from routines.reading.report import ReadingReport
from routines.stages import stage_refusal

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[Day, ...] = get_args(Day)
"""In the order of `date.weekday`."""

FILE_NAME = "plan.toml"
REVIEW_AFTER = timedelta(weeks=8)
"""Without a change in eight weeks a therapist should look again (clinical brief, row 28)."""
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A time of the day and what is done then. Several routines take turns."""

    name: str
    at: time
    routines: tuple[str, ...]
    days: tuple[Day, ...] = ()
    """Empty means every day."""

    def on(self, day: date) -> bool:
        """Whether the slot stands on `day`."""
        return not self.days or DAYS[day.weekday()] in self.days


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be practised, day after day, until the review."""

    stage: Stage
    slots: tuple[Slot, ...]
    daily_cap: int = 3
    gap_hours: float = 2.0
    review: date | None = None
    by: str = ""
    """Who wrote it; empty when the program did."""
    comment: str = ""
    feedback: Feedback | None = None
    """When the meters are seen; None leaves it to the person."""
    schema: int = NEWEST

    def slots_on(self, day: date) -> tuple[Slot, ...]:
        """The slots of `day` in the order of their times."""
        return tuple(sorted((s for s in self.slots if s.on(day)), key=lambda s: s.at))


def default_plan(stage: Stage, today: date) -> Plan:
    """A careful plan for someone without a therapist's: two or three short sessions a day."""
    weekdays: tuple[Day, ...] = tuple(day for day in DAYS if day != "sunday")
    record = Slot(name=_("weekly record"), at=time(11), routines=("check-up",), days=("sunday",))
    late = Slot(name=_("evening"), at=time(20), routines=("wind-down",))

    quiet = ("linked-movement", "linked-eye-to-mouth")

    def slot(name: str, hour: int, routine: str, days: tuple[Day, ...] = ()) -> Slot:
        return Slot(name=name, at=time(hour), routines=(routine,), days=days)

    slots: dict[Stage, tuple[Slot, ...]] = {
        "flaccid": (slot(_("morning"), 8, "flaccid-care"), slot(_("evening"), 19, "soft-tissue")),
        "paretic": (
            slot(_("morning"), 8, "daily-gentle"),
            slot(_("afternoon"), 14, "daily-gentle", weekdays),
            record,
            late,
        ),
        "synkinetic": (
            Slot(name=_("morning"), at=time(8), routines=quiet),
            slot(_("afternoon"), 14, "bouts", weekdays),
            record,
            Slot(name=_("evening"), at=time(20), routines=("release-and-relax", "wind-down")),
        ),
    }
    cap = 2 if stage == "flaccid" else 3
    return Plan(stage=stage, slots=slots[stage], daily_cap=cap, review=today + REVIEW_AFTER)


def read_plan(
    text: str, *, source: str, today: date | None = None, folders: Sequence[Path] = ()
) -> Plan:
    """The plan `text` describes. Raises PlanErrors with all problems."""
    report = ReadingReport(source, text)
    plan = _read(report, text, today, folders)
    if plan is None or report.problems:
        raise PlanErrors(report.problems, _("The plan was not used."), source)
    return plan


def is_plan(document: Mapping[str, object]) -> bool:
    """Whether a parsed TOML file is meant as a plan rather than a routine."""
    keys = {"slot", "daily_cap", "gap_hours"}
    return "exercise" not in document and bool(keys & set(document))


def _read(
    report: ReadingReport, text: str, today: date | None, folders: Sequence[Path]
) -> Plan | None:
    document = report.parse(text)
    if document is None or not known_version(report, document, "plan"):
        return None
    top = Table(report, lift(document))
    top.whole("schema", NEWEST, NEWEST)
    top.need("stage")
    stage = top.choice("stage", STAGES)
    cap = top.whole("daily_cap", int(DAILY_CAP.low), int(DAILY_CAP.high), DAILY_CAP.unit)
    gap = top.number("gap_hours", GAP_HOURS.low, GAP_HOURS.high, GAP_HOURS.unit)
    review = top.day("review")
    feedback = top.choice("feedback", FEEDBACKS)
    by, comment = top.text("by"), top.text("comment", longest=2000, lines=True)
    sections = top.tables("slot")
    slots = [
        slot for section in sections if (slot := _slot(section, stage, today, folders)) is not None
    ]
    if not top.has("slot") or (not sections and not report.problems):
        top.note("slot", _("at least one [[slot]] with name, at and routines"))
    top.close()
    if stage is None or not slots:
        return None
    plan = Plan(
        stage=stage,
        slots=tuple(slots),
        daily_cap=3 if cap is None else cap,
        gap_hours=2.0 if gap is None else gap,
        review=review,
        by=by or "",
        comment=comment or "",
        feedback=feedback,
    )
    if not report.problems:
        _check_days(top, plan)
    return plan


def _slot(
    section: Table, stage: Stage | None, today: date | None, folders: Sequence[Path]
) -> Slot | None:
    section.need("name", "at", "routines")
    name = section.text("name", longest=40)
    at = _clock(section)
    days = section.choices("days", DAYS)
    routines = section.words("routines")
    for routine_id in routines:
        _check_routine(section, routine_id, stage, today, folders)
    section.close()
    if name is None or at is None or not routines:
        return None
    return Slot(name=name, at=at, routines=routines, days=days or ())


def _clock(section: Table) -> time | None:
    written = section.text("at")
    match = None if written is None else _CLOCK.fullmatch(written)
    if written is not None and match is None:
        section.note("at", _('a time of day such as "08:30"'), written)
    return None if match is None else time(int(match[1]), int(match[2]))


def _check_routine(
    section: Table,
    routine_id: str,
    stage: Stage | None,
    today: date | None,
    folders: Sequence[Path],
) -> None:
    try:
        routine = find(routine_id, folders, today=today)
    except RoutineErrors:
        expected = _(
            "a routine file without errors ({command} routine check FILE names them)"
        ).format(command=COMMAND)
        section.note("routines", expected, routine_id)
        return
    except Trouble:
        expected = (
            _("a routine file that is there")
            if looks_like_path(routine_id)
            else _("the id of a routine ({command} routine list shows them)").format(
                command=COMMAND
            )
        )
        section.note("routines", expected, routine_id, nearest(routine_id, library_ids()))
        return
    if stage is not None and stage_refusal(routine, stage) is not None:
        section.note(
            "routines",
            _("a routine for the {stage} stage; this one is {other}").format(
                stage=stage, other=routine.stage
            ),
            routine_id,
        )


def _check_days(top: Table, plan: Plan) -> None:
    """No day holds more slots than the cap, nor two closer than the gap."""
    monday = date(2024, 1, 1)
    for offset in range(7):
        slots = plan.slots_on(monday + timedelta(days=offset))
        if len(slots) > plan.daily_cap:
            top.note(
                "daily_cap",
                _("at least {count}, as many as {days} has slots").format(
                    count=len(slots), days=DAYS[offset]
                ),
                plan.daily_cap,
            )
            return
        for earlier, later in pairwise(slots):
            apart = (later.at.hour - earlier.at.hour) + (later.at.minute - earlier.at.minute) / 60
            if apart < plan.gap_hours:
                top.note(
                    "gap_hours",
                    _("at most {apart:g}, or more time between {earlier} and {later}").format(
                        apart=apart, earlier=earlier.name, later=later.name
                    ),
                    plan.gap_hours,
                )
                return
