"""Dates as a person types them: 2026-03-14, 3.2026, march 2026, march 14, "3 weeks". Pure.

Onset is rarely remembered to the day, so a month or "5 months" is enough; the day is then the
middle of the month. A day or a month without its year is the latest one. What was understood is
always shown back before it is kept.
"""

import datetime
import re

from routines.counted import counted
from routines.language import _, pgettext

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    pgettext("month", "May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
"""As they are shown; typed, they are understood in English."""
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_AGO = re.compile(r"(?:about )?(\d{1,3}) *(day|week|month|year)s?(?: ago)?")
_WHOLE = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[.](\d{1,2})[.](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:[.]|st|nd|rd|th)? )?([a-z]{3,})[.,]?(?: (\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-z]{3,})[.]? (\d{1,2})(?:[.]|st|nd|rd|th)?(?:,? (\d{4}))?")
_YEAR = re.compile(r"(\d{4})")


def understand(text: str, today: datetime.date) -> datetime.date | None:
    """The date meant by `text`, or None where it is not understood or lies ahead of `today`."""
    words = " ".join(text.lower().split())
    try:
        found = _ago(words, today) or _weekday(words, today) or _dated(words, today)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and datetime.date(1900, 1, 1) <= found <= today else None


def _ago(words: str, today: datetime.date) -> datetime.date | None:
    if words == "today":
        return today
    if words == "yesterday":
        return today - datetime.timedelta(days=1)
    match = _AGO.fullmatch(words)
    if match is None:
        return None
    return today - datetime.timedelta(days=round(int(match[1]) * _UNIT_DAYS[match[2]]))


def _weekday(words: str, today: datetime.date) -> datetime.date | None:
    """The latest such day, today included."""
    name = words.removeprefix("last ").removeprefix("on ")
    found = [n for n, day in enumerate(_DAYS) if len(name) >= 3 and day.lower().startswith(name)]
    if len(found) != 1:
        return None
    return today - datetime.timedelta(days=(today.weekday() - found[0]) % 7)


def _dated(words: str, today: datetime.date) -> datetime.date | None:
    if match := _WHOLE.fullmatch(words):
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    if match := _YEAR_MONTH.fullmatch(words):
        return datetime.date(int(match[1]), int(match[2]), 15)
    if match := _MONTH_YEAR.fullmatch(words):
        return datetime.date(int(match[2]), int(match[1]), 15)
    if match := _NAMED_FIRST.fullmatch(words):
        return _named(match[1], match[2], match[3], today)
    if match := _NAMED.fullmatch(words):
        return _named(match[2], match[1], match[3], today)
    if match := _YEAR.fullmatch(words):
        return datetime.date(int(match[1]), 7, 1)
    return None


def _named(
    month: str, day: str | None, year: str | None, today: datetime.date
) -> datetime.date | None:
    """A month by its name or its first letters; without a year the latest such day or month."""
    numbers = [n for n, name in enumerate(_MONTHS, 1) if name.startswith(month)]
    if len(numbers) != 1:
        return None
    number = numbers[0]
    if year is not None:
        return datetime.date(int(year), number, int(day or 15))
    before = (number, int(day or 1)) > (today.month, today.day)
    if day is None and number == today.month:
        return today.replace(day=min(15, today.day))
    return datetime.date(today.year - before, number, int(day or 15))


def day_in_words(day: datetime.date) -> str:
    """14 March 2026"""
    return pgettext("a date", "{day} {month} {year}").format(
        day=day.day, month=MONTHS[day.month - 1], year=day.year
    )


def about_day(day: datetime.date) -> str:
    """about 14 March 2026: a day that was told as a month or a span, or may have been."""
    return _("about {day}").format(day=day_in_words(day))


def how_long(days: int) -> str:
    """A span in the unit a person would use, to the nearest: 5 days, 3 weeks, 7 months."""
    if days >= 730:
        return counted(round(days / _UNIT_DAYS["year"]), "year")
    if days >= 84:
        return counted(round(days / _UNIT_DAYS["month"]), "month")
    return counted(round(days / 7), "week") if days >= 14 else counted(days, "day")


def moment_in_words(moment: datetime.datetime, now: datetime.datetime) -> str:
    """today 08:30, yesterday 19:05, Tuesday 07:10, 4 March 2026"""
    moment = moment.astimezone(now.tzinfo)
    days = (now.date() - moment.date()).days
    time = f"{moment.hour:02}:{moment.minute:02}"
    if days == 0:
        return _("today {time}").format(time=time)
    if days == 1:
        return _("yesterday {time}").format(time=time)
    if 1 < days < 7:
        return f"{_(_DAYS[moment.weekday()])} {time}"
    return day_in_words(moment.date())


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
