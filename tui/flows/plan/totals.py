"""A clinician's total, typed on the screen."""

import asyncio
from datetime import date
from typing import cast

from routines.bounds import Bound
from routines.errors import Trouble
from sessions.history.clinician import NAMES, RANGES, Scale, Total, add_total, changed, read_totals
from tui.flows.asking import warn
from tui.flows.plan.asking import number, picked, typed
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.texts.dates import understand
from tui.texts.plan import building as words


async def write_total(app: AnyApp, person: Person) -> str:
    """Scale, value, day; what was kept, in a sentence, empty where it was left."""
    options = {str(scale): name for scale, name in NAMES.items()}
    chosen = await picked(app, words.TOTALS_TITLE, options, text=words.TOTALS_TEXT)
    if chosen is None:
        return ""
    scale = cast(Scale, chosen)
    low, high = RANGES[scale]
    value = await number(app, NAMES[scale], Bound(low, high, ""))
    if value is None:
        return ""
    on = await _day(app, person.today)
    if on is None:
        return ""
    try:
        total = Total(scale=scale, on=on, value=value)
        await asyncio.to_thread(add_total, person.data, total, person.today)
        said = changed(await asyncio.to_thread(read_totals, person.data), scale)
    except Trouble as trouble:
        warn(app, trouble.sentence)
        return ""
    return words.TOTAL_KEPT.format(name=NAMES[scale], value=value, on=on, changed=said)


async def _day(app: AnyApp, today: date) -> date | None:
    text: str | None = ""
    while (text := await typed(app, *words.TOTAL_DAY, text)) is not None:
        found = understand(text or "today", today)
        if found is not None:
            return found
        warn(app, words.TOTAL_NO_DAY.format(text=text))
    return None
