"""What a shut eye reads as on this person, from a check-up in which the better eye fell shut.

Between people a full closure reads 0.7 to 1.0 of itself, for each way of reading an eye by itself
(`sessions.scoring.closure`). So the person is asked after a check-up whether the better eye shut
all the way; with a yes both eyes are measured by what it read.
"""

from sessions.history.summary import SessionSummary

FEWEST = 2
"""Closures that counted; a check-up has three, and their median is what is read."""
LEAST_PERCENT, MOST_PERCENT = 50.0, 110.0
"""Full closures of five photographs read 73 to 95 and of twenty rendered heads 80 to 102, one of a
face that laughed 56; what lies outside was no full closure, or no eye."""
ASK_AGAIN_PERCENT = 15.0
"""A check-up that differs by more is asked about: light, glasses or camera may have changed."""


def full_closure_percent(check_up: SessionSummary) -> float | None:
    """What the better eye read in its closures, percent of its own opening at rest, before any
    calibration; None where that cannot be told."""
    rest = check_up.at_rest
    for exercise in check_up.exercises:
        read = exercise.unaffected_mm
        if exercise.id != "eye-closure" or rest is None or read is None:
            continue
        percent = (check_up.eye_full_percent or 100.0) * read / max(rest.unaffected.eye_mm, 1e-6)
        if exercise.counted >= FEWEST and LEAST_PERCENT <= percent <= MOST_PERCENT:
            return round(percent, 1)
    return None


def worth_asking(found: float, known: float | None) -> bool:
    """Whether `found` says something new beside the calibration that is `known`."""
    return known is None or abs(found - known) > ASK_AGAIN_PERCENT
