"""What of a self-test on the person's own face is worth keeping as that person's error."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from sessions.history.own_error import MovementError, OwnError
from sessions.selftest.results import MeasureRow, SelfTest

LEAST_R2: Final = 0.9
"""Smile, brow and eye read 0.92 to 1.00 on eleven portraits, shut eyes behind a hand -0.16."""


def not_followed(rows: Sequence[MeasureRow]) -> list[str]:
    """Movements, of those that are told finely, that were not followed well enough to say much."""
    return [row.measure for row in rows if not row.low_confidence and not row.r2 >= LEAST_R2]


def own_error_of(found: SelfTest, on: date) -> OwnError | None:
    """The error of measuring this face; None where a movement was not followed."""
    if not_followed(found.rows):
        return None
    return OwnError(
        on=on,
        corner_rest_mm=None if found.resting is None else round(found.resting.rms_mm, 3),
        movement=tuple(
            MovementError(
                measure=row.measure,
                still_mm=None if row.moving_still_mm is None else round(row.moving_still_mm, 3),
                full_mm=round(row.full_mm, 3),
                quarter=round(row.quarter, 3),
                half=round(row.half, 3),
            )
            for row in found.rows
            if row.r2 >= LEAST_R2
        ),
    )
