"""Dates as a report writes them."""

from datetime import date

from routines.language import _

_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


def day(when: date) -> str:
    """A date without room for doubt: 2 Nov 2026."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """Without the year."""
    return f"{when.day} {_MONTHS[when.month - 1]}"
