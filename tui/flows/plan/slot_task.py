"""A time of day: its name, its hour, what is done then, on which days. One question each."""

import re
from collections.abc import Sequence
from datetime import time

from routines.model import Routine
from routines.plan import DAYS, Day, Slot
from tui.flows.asking import warn
from tui.flows.plan.asking import typed
from tui.screens.home_actions import AnyApp
from tui.screens.questions.ticks import Ticks
from tui.texts.plan import building as words

MOST_NAME = 40
"""Letters, as the reader of plans has it."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.h]?([0-5]\d)?")


async def changed_slot(app: AnyApp, slot: Slot | None, routines: Sequence[Routine]) -> Slot | None:
    """`slot` as it is wanted, or a new one; None where a question was left."""
    name = await typed(app, *words.TYPE["slot-name"], slot.name if slot else "")
    if not name:
        return None
    at = await _time(app, f"{slot.at:%H:%M}" if slot else "")
    if at is None:
        return None
    options = {each.id: each.name for each in routines}
    chosen: tuple[str, ...] | None = slot.routines if slot else ()
    while not (chosen := await _ticked(app, options, chosen)):
        if chosen is None:
            return None
        warn(app, words.ONE_ROUTINE)
    days = {str(day): str(day) for day in DAYS}
    before = slot.days if slot else ()
    texts = (words.SLOT_DAYS_TEXT,)
    ticked = await app.push_screen_wait(Ticks(words.SLOT_DAYS, texts, days, before))
    if ticked is None:
        return None
    on: tuple[Day, ...] = tuple(day for day in DAYS if day in ticked)
    if len(on) == len(DAYS):
        on = ()
    return Slot(name=name[:MOST_NAME], at=at, routines=chosen, days=on)


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
        warn(app, words.NO_TIME.format(text=text or "-"))
    return None
