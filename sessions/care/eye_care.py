"""The eye that does not close, week by week: the person's own answers. Pure.

What the camera saw may send somebody back to the mirror, and does nothing else: an eye that looks
closed to a camera may still show a line of the cornea.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from sessions.care.settings import Settings
from sessions.care.triage import SORE_EYE
from sessions.history.diary import DiaryLine
from sessions.history.eye_gaps import latest_gap
from sessions.history.summary import SessionSummary
from sessions.reps.eye_gap import EyeGap

Gap = Literal["closed", "gap", "clear-part"]
"""Closes softly; a gap stays; the clear part in front of the coloured ring stays visible."""
GAPS: tuple[Gap, ...] = get_args(Gap)
"""From the best to the worst."""
Care = Literal["drops", "ointment", "cover", "blinks"]
CARE: tuple[Care, ...] = get_args(Care)
"""Drops by day, ointment at night, tape or a shield at night, blinking by hand."""
Trend = Literal["first", "same", "smaller", "larger"]


EVERY = datetime.timedelta(days=7)


def is_asked(settings: Settings) -> bool:
    """Whether the weekly question about the gap is asked: the eye is not sure to close."""
    return settings.eye_closes is not True


def is_due(settings: Settings, lines: Iterable[DiaryLine], today: datetime.date) -> bool:
    """Whether a week has gone by since the last answer, or since the first run."""
    last = previous(lines)
    asked = settings.answers.finished_on if last is None else last.when.date()
    return is_asked(settings) and asked is not None and today - asked >= EVERY


def gap_in(line: DiaryLine) -> Gap | None:
    """The answer that a line of the diary holds."""
    said = line.answers.get("gap") if line.kind == "eye" else None
    return next((gap for gap in GAPS if gap == said), None)


def previous(lines: Iterable[DiaryLine]) -> DiaryLine | None:
    """The latest line with an answer; `lines` oldest first."""
    answered = [line for line in lines if gap_in(line) is not None]
    return answered[-1] if answered else None


def seen_open(
    gap: Gap, sessions: Sequence[SessionSummary], settings: Settings, today: datetime.date
) -> EyeGap | None:
    """What the camera surely saw open in the last week of an eye that the person calls closed."""
    ours = [each for each in sessions if each.side == settings.side and not each.simulated]
    found = latest_gap([each for each in ours if today - each.started.date() < EVERY])
    return found if gap == "closed" and found is not None and found.surely_open else None


def wants_blinks(settings: Settings, lines: Iterable[DiaryLine]) -> bool:
    """Whether the rests of a practice say to blink: the eye stays open, or blinking by hand was
    ticked in the last weekly answer. Never while a sore eye waits for a doctor: nobody touches it.
    """
    if SORE_EYE in settings.answers.red_flags:
        return False
    last = previous(lines)
    ticked = last is not None and last.answers.get("blinks") is True
    return settings.eye_closes is False or ticked


def trend(before: DiaryLine | None, now: Gap) -> Trend:
    """The gap now against the last answer."""
    last = None if before is None else gap_in(before)
    if last is None:
        return "first"
    change = GAPS.index(now) - GAPS.index(last)
    return "same" if change == 0 else "smaller" if change < 0 else "larger"
