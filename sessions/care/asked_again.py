"""Which safety questions are to be asked again at a start. Pure.

Warning signs may come at any time, so they are asked about once a month; who the program is not
for, once in half a year. A question that is overdue closes nothing by itself.
"""

import datetime
from typing import Any, Literal

from msgspec.structs import replace

from sessions.care.access import toxin_acts
from sessions.care.settings import Settings
from sessions.care.stage_today import contradicts_itself
from sessions.care.triage import emergency

Again = Literal["flags", "not-for", "toxin-date", "stage"]
"""Ids of pages of the first run."""
MONTH = datetime.timedelta(days=30)
HALF_A_YEAR = datetime.timedelta(days=183)


def questions_due(settings: Settings, today: datetime.date) -> tuple[Again, ...]:
    """What to ask at this start; nothing before the first run is over, nor in an emergency."""
    answers = settings.answers
    finished = answers.finished_on
    if finished is None or emergency(settings):
        return ()
    due: list[Again] = []
    if today - max(finished, answers.flags_asked_on or finished) >= MONTH:
        due.append("flags")
    if today - max(finished, answers.not_for_asked_on or finished) >= HALF_A_YEAR:
        due.append("not-for")
    asked = answers.toxin_asked_on
    unknown = toxin_acts(answers, today) and answers.toxin_on is None
    if unknown and not answers.therapist_plan and (asked is None or today - asked >= MONTH):
        due.append("toxin-date")
    if contradicts_itself(settings):
        due.append("stage")
    return tuple(due)


def asked_on(settings: Settings, question: Again, today: datetime.date) -> Settings:
    """`question` was gone through today, whatever its answer.

    Who ticks botulinum toxin again may have had a new injection: an old date counts no longer.
    """
    changes: dict[str, Any] = {}
    if question == "flags":
        changes = {"flags_asked_on": today}
    elif question == "not-for":
        changes = {"not_for_asked_on": today}
        if not toxin_acts(settings.answers, today):
            changes |= {"toxin_on": None, "toxin_asked_on": None}
    elif question == "toxin-date":
        changes = {"toxin_asked_on": today}
    return replace(settings, answers=replace(settings.answers, **changes))
