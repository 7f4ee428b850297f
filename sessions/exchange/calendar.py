"""The day's plan as calendar entries (iCalendar, RFC 5545). Pure.

Times are local without a zone ("floating", RFC 5545 section 3.3.5): eight in the morning stays so
wherever the calendar is looked at. The entries hold nothing but a title, times and lengths:
calendars are shared and synced, so the plan's own words stay out of them.
"""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from routines.language import _
from routines.plan import DAYS, Plan, Slot
from sessions.version import VERSION

MOST_OCTETS = 75
"""Of a line without its end; longer ones are folded (RFC 5545 section 3.1)."""
REVIEW = _("{title}: look at the plan again")
_NAMESPACE = uuid.UUID("5d2f6e0c-5f0b-4b7e-9a53-1d3c3f0f7c11")
_DATE, _LOCAL, _INSTANT = "%Y%m%d", "%Y%m%dT%H%M%S", "%Y%m%dT%H%M%SZ"


def calendar_text(
    plan: Plan, minutes: Callable[[Slot], int | None], *, now: datetime, title: str
) -> str | None:
    """The plan from the day of `now` on, up to its review; None where no slot is open.

    `minutes` tells how long a slot takes, None for one that is closed and gets no entry. `now` has
    a time zone. A slot keeps its UID when its time changes, so that importing a later file moves
    its entry.
    """
    today, stamp = now.date(), now.astimezone(UTC).strftime(_INSTANT)
    review = plan.review if plan.review is not None and plan.review > today else None
    lines = list(_slots(plan, minutes, today, review, stamp, title))
    if not lines:
        return None
    if review is not None:
        lines += _event(
            "review",
            stamp,
            REVIEW.format(title=title),
            f"DTSTART;VALUE=DATE:{review.strftime(_DATE)}",
        )
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//slowsmile//slowsmile {VERSION}//EN")
    return "".join(folded(line) for line in (*head, *lines, "END:VCALENDAR"))


def _slots(
    plan: Plan,
    minutes: Callable[[Slot], int | None],
    today: date,
    review: date | None,
    stamp: str,
    title: str,
) -> Iterator[str]:
    same_name: Counter[str] = Counter()
    for slot in plan.slots:
        nth = same_name[slot.name]
        same_name[slot.name] += 1
        length = minutes(slot)
        first = next(d for d in (today + timedelta(days=n) for n in range(7)) if slot.on(d))
        if length is None or (review is not None and first >= review):
            continue
        rule = "FREQ=DAILY"
        if slot.days:
            rule = "FREQ=WEEKLY;BYDAY=" + ",".join(d[:2].upper() for d in DAYS if d in slot.days)
        if review is not None:  # a local time, as DTSTART is (section 3.3.10)
            last = datetime.combine(review - timedelta(days=1), slot.at)
            rule += f";UNTIL={last.strftime(_LOCAL)}"
        yield from _event(
            f"slot {nth} {slot.name}",
            stamp,
            title,
            f"DTSTART:{datetime.combine(first, slot.at).strftime(_LOCAL)}",
            f"DURATION:PT{length}M",
            f"RRULE:{rule}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(title)}",
            "TRIGGER:PT0S",
            "END:VALARM",
        )


def _event(key: str, stamp: str, title: str, *times: str) -> Iterator[str]:
    """One VEVENT; it blocks no time for others who see when one is free."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_NAMESPACE, key)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SUMMARY:{escaped(title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield from times
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """`text` as a TEXT value (section 3.3.11)."""
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """`line` in pieces of at most `MOST_OCTETS`, no character cut, each with CRLF."""
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > MOST_OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += octets
    return "".join(f"{piece}\r\n" for piece in pieces)
