"""A time of day: its hour, what is done then, on which days, its name. One question each."""

import re
from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from routines.language.lists import listed
from routines.model import Routine
from routines.plan import DAYS, Day, Slot
from tui.flows.asking import warn
from tui.flows.plan.asking import picked, typed
from tui.screens.home_actions import AnyApp
from tui.screens.questions.ticks import Ticks
from tui.texts.plan import building as words
from tui.texts.week import WEEKDAYS_LONG

MOST_NAME = 40
"""Letters, as the reader of plans has it."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.h]?([0-5]\d)?")
_DAY_NAMES: dict[str, str] = dict(zip(DAYS, WEEKDAYS_LONG, strict=True))


async def new_slot(app: AnyApp, routines: Sequence[Routine]) -> Slot | None:
    """One time of day, asked part by part; None where a question was left."""
    at = await _time(app, "")
    if at is None:
        return None
    chosen = await _routines(app, routines, ())
    if chosen is None:
        return None
    days = await _days(app, ())
    if days is None:
        return None
    name = await typed(app, *words.TYPE["slot-name"], _usual_name(at))
    return Slot(name=name[:MOST_NAME], at=at, routines=chosen, days=days) if name else None


async def changed_slot(app: AnyApp, slot: Slot, routines: Sequence[Routine]) -> Slot:
    """`slot` with those of its parts changed that are chosen."""
    part: str | None = "at"
    while (part := await picked(app, _title(slot), _parts(slot, routines))) is not None:
        if part == "at":
            slot = replace(slot, at=await _time(app, f"{slot.at:%H:%M}") or slot.at)
        elif part == "routines":
            chosen = await _routines(app, routines, slot.routines)
            slot = replace(slot, routines=chosen or slot.routines)
        elif part == "days":
            days = await _days(app, slot.days)
            slot = slot if days is None else replace(slot, days=days)
        else:
            name = await typed(app, *words.TYPE["slot-name"], slot.name)
            slot = replace(slot, name=name[:MOST_NAME] if name else slot.name)
    return slot


def _title(slot: Slot) -> str:
    return f"{slot.at:%H:%M} {slot.name}"


def _parts(slot: Slot, routines: Sequence[Routine]) -> dict[str, str]:
    """What can be changed, each with its value of now."""
    names = {each.id: each.name for each in routines}
    values = {
        "at": f"{slot.at:%H:%M}",
        "routines": " / ".join(names.get(each, each) for each in slot.routines),
        "days": listed(_DAY_NAMES[day] for day in slot.days) or words.EVERY_DAY,
        "name": slot.name,
    }
    return {
        key: words.SLOT_PART.format(label=words.SLOT_PARTS[key], value=value)
        for key, value in values.items()
    }


def _usual_name(at: time) -> str:
    """What a new time is called where nothing else is typed."""
    return next(name for until, name in words.SLOT_NAMES.items() if at.hour < until)


async def _days(app: AnyApp, before: Sequence[Day]) -> tuple[Day, ...] | None:
    """The ticked days; none for every day, and None where the question was left."""
    ticked = await app.push_screen_wait(
        Ticks(words.SLOT_DAYS, (words.SLOT_DAYS_TEXT,), _DAY_NAMES, before)
    )
    if ticked is None:
        return None
    on: tuple[Day, ...] = tuple(day for day in DAYS if day in ticked)
    return () if len(on) == len(DAYS) else on


async def _routines(
    app: AnyApp, routines: Sequence[Routine], before: tuple[str, ...]
) -> tuple[str, ...] | None:
    """At least one; None where the question was left."""
    options = {each.id: each.name for each in routines}
    chosen: tuple[str, ...] | None = before
    while not (chosen := await _ticked(app, options, chosen)):
        if chosen is None:
            return None
        warn(app, words.ONE_ROUTINE)
    return chosen


async def _ticked(
    app: AnyApp, options: dict[str, str], chosen: Sequence[str]
) -> tuple[str, ...] | None:
    texts = (words.SLOT_TURNS,)
    found: tuple[str, ...] | None = await app.push_screen_wait(
        Ticks(words.SLOT_ROUTINES, texts, options, chosen)
    )
    return found


async def _time(app: AnyApp, now: str) -> time | None:
    text: str | None = now
    while (text := await typed(app, *words.TYPE["slot-at"], text)) is not None:
        match = _CLOCK.fullmatch(text.strip())
        if match:
            return time(int(match[1]), int(match[2] or 0))
        warn(app, words.NO_TIME.format(text=text) if text.strip() else words.EMPTY_TIME)
    return None
