"""CSV writer that escapes text cells against formula injection and keeps numbers numeric."""

import csv
from collections.abc import Iterable
from typing import IO, Any, Literal

from routines.safe_text import harmless
from sessions.exchange.columns import COLUMNS, Cell, rows
from sessions.log.record import SessionRecord

_OBEYED = ("=", "+", "-", "@")
"""First characters that make a spreadsheet read a text as a formula."""


BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows UTF-8."""


Excel = Literal["comma", "point"]
"""Which mark Excel takes inside numbers: with a comma there, semicolons stand between the cells."""
PERSON = "person"


def columns(person: str = "") -> dict[str, str]:
    """Column to meaning, in the order of the file."""
    first = {PERSON: "made-up name, the same in every row of this export"} if person else {}
    return {**first, **COLUMNS}


def write_csv(
    records: Iterable[SessionRecord],
    out: IO[str],
    *,
    excel: Excel | None = None,
    person: str = "",
) -> int:
    """Write the heading and a row a repetition; returns the number of rows.

    `excel` writes a byte order mark in front; the columns are the same. With `person` a first
    column holds it in each row.
    """
    writer, decimal = _writer(out, excel)
    writer.writerow(columns(person))
    written = 0
    for record in records:
        for row in rows(record):
            cells = [person, *row] if person else row
            writer.writerow([cell_text(cell, decimal) for cell in cells])
            written += 1
    return written


def write_columns(out: IO[str], *, excel: Excel | None = None, person: str = "") -> None:
    """A table that explains the columns of the other one, a row a column."""
    writer, _ = _writer(out, excel)
    writer.writerow(("column", "meaning"))
    for name, meaning in columns(person).items():
        writer.writerow((name, cell_text(meaning)))


def _writer(out: IO[str], excel: Excel | None) -> tuple[Any, str]:
    if excel is not None:
        out.write(BYTE_ORDER_MARK)
    comma = excel == "comma"
    return csv.writer(out, delimiter=";" if comma else ",", lineterminator="\r\n"), (
        "," if comma else "."
    )


def cell_text(cell: Cell, decimal: str = ".") -> str:
    """One cell; empty for what is not known. `decimal` is the mark inside numbers."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell + 0).replace(".", decimal)  # -0.0 + 0 is 0.0
        case str():
            text = harmless(cell)
            return f"'{text}" if text.lstrip().startswith(_OBEYED) else text
