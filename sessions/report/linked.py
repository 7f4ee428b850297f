"""What the report says of linked movement: two rows a pair, with their weeks and their change."""

from collections.abc import Iterable, Mapping

from routines.movements import FELT_PARTS, LinkedPair, LinkedSide, is_eye_pair, linked_name
from sessions.history.linked_trends import LinkedTrend
from sessions.history.weeks import Trend

LATEST_WEEKS = 8
HEADER = ("Linked pair", "What", "Weeks, oldest first", "Change")
HOW = (
    "Open: opening of the weak eye kept at the size practised, % of its opening at rest. Along: "
    "how far the mouth corner moved along. Quiet up to: the largest size, % of own gentle size, "
    "at which a whole set stayed under the limit; 0 where none did. Weekly records left out."
)


def named(pairs: Iterable[LinkedPair], sides: Mapping[LinkedPair, LinkedSide]) -> str:
    """The linked movement that the person named, watched or felt, in brackets; or nothing."""
    words = "; ".join(
        linked_name(pair, sides.get(pair)) + (", as felt" if pair in FELT_PARTS else "")
        for pair in pairs
    )
    return f" ({words})" if words else ""


def rows(linked: Iterable[LinkedTrend]) -> tuple[tuple[str, ...], ...]:
    """The rows of the table, in the order of `HEADER`."""
    return tuple(row for each in linked for row in _rows(each))


def linked_changes(linked: Iterable[LinkedTrend]) -> tuple[str, ...]:
    """One line for each number of each pair that has two weeks to compare."""
    return tuple(
        f"{each.name}, {what}: {said}" for each in linked for what, said in _changes(each)
    )


def _changes(each: LinkedTrend) -> list[tuple[str, str]]:
    (_, kept, _, kept_change), (_, quiet, _, quiet_change) = _rows(each)
    found = ((kept, each.kept, kept_change), (quiet, each.quiet, quiet_change))
    return [(what, said) for what, trend, said in found if trend.change is not None]


def _rows(each: LinkedTrend) -> tuple[tuple[str, ...], ...]:
    eye = is_eye_pair(each.pair)
    decimals = 0 if eye else 1
    return (
        (each.name, "open, %" if eye else "along, mm", *_said(each.kept, decimals)),
        ("", "quiet up to, %", *_said(each.quiet, 0)),
    )


def _said(found: Trend, decimals: int) -> tuple[str, str]:
    medians = [
        "." if week.median is None else f"{week.median:z.{decimals}f}"
        for week in found.weeks[-LATEST_WEEKS:]
    ]
    change = found.change
    if change is None:
        return " ".join(medians), "too few weeks"
    by, limit = f"{change.by:+z.{decimals}f}", f"{change.detectable:.{decimals}f}"
    return " ".join(medians), f"{change.verdict} ({by}, can tell {limit})"
