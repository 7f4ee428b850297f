"""One value of a TOML file: how it is shown in a message, and whether it lies within its bounds."""

from typing import cast

from routines.language import _
from routines.reading.hidden import hidden_in
from routines.safe_text import harmless

_LARGEST = 1e15
"""No number of any file is larger; it keeps infinities out."""


def shown_value(value: object) -> str:
    """A value as it stood in the file, short, and safe to print."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    if isinstance(value, bool):
        text = text.lower()
    elif isinstance(value, list):
        text = _("a list")
    elif isinstance(value, dict):
        text = _("a table")
    hidden = hidden_in(value) if isinstance(value, str) else ""
    shown = harmless(text, 60)
    return _("{value} with {hidden}").format(value=shown, hidden=hidden) if hidden else shown


def within(value: float, low: float | None, high: float | None) -> bool:
    """Whether `value` lies between the bounds, both included; None for no bound of its own."""
    low, high = -_LARGEST if low is None else low, _LARGEST if high is None else high
    return low <= value <= high


def span(low: float | None, high: float | None, unit: str) -> str:
    """From where to where, in words; empty where there are no bounds."""
    if low is None or high is None:
        return "" if low is None else _("{low:g} or more").format(low=low)
    if low == high:
        return _("the number {low:g}").format(low=low)
    return (
        _("{low:g} to {high:g}").format(low=low, high=high)
        if not unit
        else _("{low:g} to {high:g} {unit}").format(low=low, high=high, unit=_(unit))
    )


def is_tables(value: object) -> bool:
    """Whether it came from headings in double brackets."""
    return isinstance(value, list) and any(isinstance(e, dict) for e in cast(list[object], value))
