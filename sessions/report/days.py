"""Dates as a report and the history write them: short, the month by its name."""

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
WEEKDAYS = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))
"""From Monday on, in two letters."""


def day(when: date) -> str:
    """A date without room for doubt: 2 Nov 2026."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """Without the year."""
    return f"{when.day} {_MONTHS[when.month - 1]}"
