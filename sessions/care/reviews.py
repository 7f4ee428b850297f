"""When to suggest showing the face to a doctor or therapist, by date and by what changed. Pure.

Baugh 2013 (AAO-HNS): reassess at 3 months if recovery is incomplete; no movement at 4 weeks is
a specialist's matter; Lindsay 2010: the programme is looked at after about 2 months; later
options are usually discussed when recovery stalls after 6-8 months. The eye is looked at again at
12 weeks, and practice can still help after many months (care brief, sections 1 and 2), so that
reminders do not end. A suggestion, never a verdict: each is shown until it is put away.
"""

import datetime
from collections.abc import Iterator
from typing import Literal

from sessions.care.settings import Settings

Review = Literal[
    "smaller-three-weeks",
    "when-to-begin",
    "four-weeks",
    "eye-twelve-weeks",
    "three-months",
    "eight-weeks-same",
    "six-months",
    "chronic",
]

THREE_WEEKS = datetime.timedelta(weeks=3)
FOUR_WEEKS = datetime.timedelta(days=28)
EIGHT_WEEKS = datetime.timedelta(days=56)
TWELVE_WEEKS = datetime.timedelta(weeks=12)
THREE_MONTHS = datetime.timedelta(days=91)
SIX_MONTHS = datetime.timedelta(days=183)
EIGHT_MONTHS = datetime.timedelta(days=244)


def due_review(
    settings: Settings,
    today: datetime.date,
    *,
    same_for_8_weeks: bool,
    smaller_for_3_weeks: bool = False,
) -> Review | None:
    """The one review to suggest today, the most pressing first, or None.

    `same_for_8_weeks` is what the history says: eight weeks of practice and no change beyond the
    person's own smallest detectable one. `smaller_for_3_weeks`: the weak side moved clearly less
    in each of the last three weeks, which a doctor should see (slow worsening, brief 4.6).
    """
    away = settings.reviews_put_away
    if smaller_for_3_weeks and _is_over(away.get("smaller-three-weeks"), today, THREE_WEEKS):
        return "smaller-three-weeks"
    onset = settings.answers.onset
    if onset is not None and onset <= today:
        since = today - onset
        for review in _by_date(settings, since):
            if review not in away:
                return review
        if since >= EIGHT_MONTHS and _is_over(away.get("chronic"), today, SIX_MONTHS):
            return "chronic"
    if same_for_8_weeks and _is_over(away.get("eight-weeks-same"), today, EIGHT_WEEKS):
        return "eight-weeks-same"
    return None


def _by_date(settings: Settings, since: datetime.timedelta) -> Iterator[Review]:
    """Those that are shown once, at their time since the palsy began."""
    if since < THREE_MONTHS and settings.answers.finished_on is not None:
        yield "when-to-begin"
    if settings.stage == "flaccid" and FOUR_WEEKS <= since < THREE_MONTHS:
        yield "four-weeks"
    if THREE_MONTHS <= since < SIX_MONTHS:
        yield "three-months"
    if TWELVE_WEEKS <= since < SIX_MONTHS:
        yield "eye-twelve-weeks"
    if SIX_MONTHS <= since < EIGHT_MONTHS:
        yield "six-months"


def _is_over(last: datetime.date | None, today: datetime.date, pause: datetime.timedelta) -> bool:
    """Whether a review that comes again may: it was never put away, or `pause` ago."""
    return last is None or today - last >= pause


def put_away(settings: Settings, review: Review, today: datetime.date) -> dict[str, datetime.date]:
    """The dates to keep once `review` was read."""
    return {**settings.reviews_put_away, review: today}
