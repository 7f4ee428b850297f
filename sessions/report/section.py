"""A part of a report: a heading with lines, a table, or both; the same for every form."""

import msgspec

from routines.language import _

MOST_ROWS = 8
"""Of a table; the rest is counted. A page that takes a minute to read is short."""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading with lines, a table, or both. Every text is harmless to show."""

    title: str
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    wide: bool = False
    """Whether it wants the whole width of a sheet; others stand beside each other."""


def cut(rows: list[tuple[str, ...]], most: int = MOST_ROWS) -> tuple[tuple[str, ...], ...]:
    """The first rows, and how many more there are."""
    if len(rows) <= most:
        return tuple(rows)
    blank = ("",) * (len(rows[0]) - 1)
    return (*rows[:most], (_("and {count} more").format(count=len(rows) - most), *blank))


def more(lines: list[str], most: int) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    extra = [_("and {count} more").format(count=len(lines) - most)] if len(lines) > most else []
    return tuple(lines[:most] + extra)
