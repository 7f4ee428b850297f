"""When to suggest showing the face to a doctor or therapist, by date and by what changed. Pure.

Baugh 2013 (AAO-HNS): reassess at 3 months if recovery is incomplete; no movement at 4 weeks is
a specialist's matter; Lindsay 2010: the programme is looked at after about 2 months; later
options are usually discussed when recovery stalls after 6-8 months. A suggestion, never a
verdict: each is shown until it is put away.
"""

import datetime
from typing import Literal

from sessions.care.settings import Settings

Review = Literal["four-weeks", "three-months", "eight-weeks-same", "six-months"]

FOUR_WEEKS = datetime.timedelta(days=28)
EIGHT_WEEKS = datetime.timedelta(days=56)
THREE_MONTHS = datetime.timedelta(days=91)
SIX_MONTHS = datetime.timedelta(days=183)
EIGHT_MONTHS = datetime.timedelta(days=244)


def due_review(
    settings: Settings, today: datetime.date, *, same_for_8_weeks: bool
) -> Review | None:
    """The one review to suggest today, the most pressing first, or None.

    `same_for_8_weeks` is what the history says: eight weeks of practice and no change beyond
    the person's own smallest detectable one.
    """
    away = settings.reviews_put_away
    onset = settings.answers.onset
    since = today - onset if onset is not None and onset <= today else None
    if since is not None:
        still_flaccid = settings.stage == "flaccid"
        if "four-weeks" not in away and still_flaccid and FOUR_WEEKS <= since < THREE_MONTHS:
            return "four-weeks"
        if "three-months" not in away and THREE_MONTHS <= since < SIX_MONTHS:
            return "three-months"
        if "six-months" not in away and SIX_MONTHS <= since < EIGHT_MONTHS:
            return "six-months"
    if same_for_8_weeks:
        last = away.get("eight-weeks-same")
        if last is None or today - last >= EIGHT_WEEKS:
            return "eight-weeks-same"
    return None


def put_away(settings: Settings, review: Review, today: datetime.date) -> dict[str, datetime.date]:
    """The dates to keep once `review` was read."""
    return {**settings.reviews_put_away, review: today}
