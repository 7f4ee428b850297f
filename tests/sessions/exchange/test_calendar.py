"""The plan as calendar entries, read by a small strict reader of RFC 5545 and by a library."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from routines.plan import Plan, Slot, default_plan
from sessions.exchange.calendar import calendar_text, escaped, folded

NOW = datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=1)))
"""A Saturday."""
PLAN = Plan(
    stage="paretic",
    slots=(
        Slot(name="morning, botulinum", at=time(8, 30), routines=("daily-gentle",)),
        Slot(name="record", at=time(11), routines=("check-up",), days=("sunday", "monday")),
    ),
    review=date(2027, 1, 16),
    by="M. Weber",
)
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)")
ONCE = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SUMMARY"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
"""What each component must have, once."""


class Component(NamedTuple):
    """One BEGIN to its END."""

    kind: str
    values: dict[str, str]
    inner: "list[Component]"


def read_calendar(text: str) -> Component:
    """The calendar in `text`; fails where it is not as the RFC has it."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")[:-1]
    assert all(0 < len(line.encode()) <= 75 for line in lines)
    unfolded = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    open_ones = [Component("", {}, [])]
    for line in unfolded:
        found = LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            component = Component(value, {}, [])
            open_ones[-1].inner.append(component)
            open_ones.append(component)
        elif name == "END":
            closed = open_ones.pop()
            assert closed.kind == value
            assert set(closed.values) >= ONCE[value]
        else:
            assert name not in open_ones[-1].values
            before = f"{parameters[1:]}:" if parameters else ""
            open_ones[-1].values[name] = before + value
    (calendar,) = open_ones.pop().inner
    assert open_ones == []
    assert calendar.kind == "VCALENDAR"
    assert calendar.values["VERSION"] == "2.0"
    assert all(event.kind == "VEVENT" for event in calendar.inner)
    uids = [event.values["UID"] for event in calendar.inner]
    assert len(set(uids)) == len(uids) > 0
    return calendar


def events(plan: Plan, now: datetime = NOW, title: str = "Practice") -> list[dict[str, str]]:
    """The entries of `plan`, each slot seven minutes long."""
    text = calendar_text(plan, lambda slot: 7, now=now, title=title)
    assert text is not None
    return [event.values for event in read_calendar(text).inner]


def test_each_slot_is_an_entry_until_the_review() -> None:
    """Local times, daily or on the plan's days, from the first day that fits; then the review."""
    daily, weekly, review = events(PLAN)

    assert daily["DTSTART"] == "20261121T083000"
    assert daily["RRULE"] == "FREQ=DAILY;UNTIL=20270115T083000"
    assert daily["DURATION"] == "PT7M"
    assert daily["DTSTAMP"] == "20261121T080000Z"
    assert weekly["DTSTART"] == "20261122T110000"
    assert weekly["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,SU;UNTIL=20270115T110000"
    assert review["DTSTART"] == "VALUE=DATE:20270116"


def test_a_library_reads_the_same() -> None:
    """Times of no zone, rules, alarms and the day of the review, without a complaint."""
    text = calendar_text(PLAN, lambda slot: 7, now=NOW, title="Practice")
    assert text is not None
    read = Calendar.from_ical(text)
    assert isinstance(read, Calendar)
    daily, weekly, review = read.events

    assert read.errors == daily.errors == weekly.errors == review.errors == []
    assert (daily.start, daily.duration) == (datetime(2026, 11, 21, 8, 30), timedelta(minutes=7))
    assert weekly.start == datetime(2026, 11, 22, 11)
    assert daily["RRULE"].to_ical() == b"FREQ=DAILY;UNTIL=20270115T083000"
    assert weekly["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270115T110000;BYDAY=MO,SU"
    assert [len(event.alarms.times) for event in (daily, weekly, review)] == [1, 1, 0]
    assert review.start == date(2027, 1, 16)


def test_a_plan_without_a_review_to_come_has_no_end() -> None:
    """A review day that has passed neither ends the entries nor is one."""
    for review in (None, NOW.date()):
        found = events(Plan(stage="paretic", slots=PLAN.slots, review=review))
        assert [event["RRULE"] for event in found] == ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,SU"]


def test_an_entry_keeps_its_id_and_tells_nothing() -> None:
    """Another time or day of writing moves the entry; slots of one name stay two."""
    later = tuple(replace(slot, at=time(20), routines=("bouts",)) for slot in PLAN.slots)
    moved = Plan(stage="synkinetic", slots=later, review=PLAN.review)
    twins = Plan(stage="paretic", slots=(PLAN.slots[0], PLAN.slots[0]))
    text = calendar_text(PLAN, lambda slot: 7, now=NOW, title="Practice") or ""

    then = events(moved, NOW + timedelta(days=9))
    assert [event["UID"] for event in then] == [event["UID"] for event in events(PLAN)]
    assert len(events(twins)) == 2
    assert not re.search(r"botul|weber|gentle|record|paretic|face|palsy", text, re.IGNORECASE)


def test_what_is_closed_has_no_entry() -> None:
    """One slot alone keeps its id; none at all is no calendar, the review alone neither."""
    text = calendar_text(
        PLAN, lambda slot: None if slot.days == () else 3, now=NOW, title="Practice"
    )
    assert text is not None
    weekly, _review = read_calendar(text).inner
    assert weekly.values["UID"] == events(PLAN)[1]["UID"]
    assert calendar_text(PLAN, lambda slot: None, now=NOW, title="Practice") is None


def test_a_slot_that_first_comes_after_the_review_has_none() -> None:
    """On a Saturday with a review on Sunday only what is due today is left."""
    plan = Plan(stage="paretic", slots=PLAN.slots, review=NOW.date() + timedelta(days=1))

    assert [event["DTSTART"] for event in events(plan)] == [
        "20261121T083000",
        "VALUE=DATE:20261122",
    ]


def test_the_default_plans_are_calendars() -> None:
    """Each stage's own plan reads back with as many entries as slots, and its review."""
    for stage in ("flaccid", "paretic", "synkinetic"):
        plan = default_plan(stage, NOW.date())
        assert len(events(plan, NOW.astimezone(UTC))) == len(plan.slots) + 1


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_any_title_comes_back_whole(title: str) -> None:
    """Escaped, folded at 75 octets without cutting a letter, and read back."""
    summary = events(PLAN, title=title)[0]["SUMMARY"]

    assert re.sub(r"\\(.)", r"\1", summary) == title


def test_escapes_and_folds_as_the_rfc_shows() -> None:
    """Section 3.3.11, and a fold in a row of letters of three octets."""
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
    assert folded("SUMMARY:" + "は" * 30) == "SUMMARY:" + "は" * 22 + "\r\n " + "は" * 8 + "\r\n"
