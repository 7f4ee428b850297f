"""One half's live excursion as a meter, in percent of the own gentle reference."""

from routines.movements import Side
from sessions.engine.interface.view import Meter, Role
from sessions.guards.reference import Reference
from sessions.reps.rep import Level

BAND_PERCENT = (70.0, 110.0)
"""Target band, of own gentle excursion (clinical brief, row 4)."""


def meter(
    role: Role,
    side: Side,
    mm: float | None,
    reference: Reference,
    target_percent: float,
    level: Level | None,
) -> Meter:
    """The meter of an excursion in millimetres; `target_percent` moves the band with the target.

    Percent and band are None while the reference is being found.
    """
    full_mm = reference.affected_mm if role == "affected" else reference.unaffected_mm
    known = reference.ready and full_mm is not None and full_mm > 0
    share = target_percent / 100.0
    return Meter(
        role=role,
        side=side,
        mm=mm,
        percent=100.0 * mm / full_mm if known and full_mm and mm is not None else None,
        band=(BAND_PERCENT[0] * share, BAND_PERCENT[1] * share) if known else None,
        level=level,
    )
