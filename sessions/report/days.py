"""Dates as a report and the history write them: short, the month by its name."""

from datetime import date

from routines.language import _, pgettext

_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    pgettext("month, short", "May"),
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
    return pgettext("a date", "{day} {month} {year}").format(
        day=when.day, month=_MONTHS[when.month - 1], year=when.year
    )


def month(when: date) -> str:
    """Without the day: Nov 2026."""
    return pgettext("a date", "{month} {year}").format(
        month=_MONTHS[when.month - 1], year=when.year
    )


def short_day(when: date) -> str:
    """Without the year."""
    return pgettext("a date", "{day} {month}").format(day=when.day, month=_MONTHS[when.month - 1])
