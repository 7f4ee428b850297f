"""CSV writer that escapes text cells against formula injection and keeps numbers numeric."""

import csv
from collections.abc import Iterable
from typing import IO

from routines.safe_text import harmless
from sessions.exchange.columns import COLUMNS, Cell, rows
from sessions.log.record import SessionRecord

_OBEYED = ("=", "+", "-", "@")
"""First characters that make a spreadsheet read a text as a formula."""


BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows UTF-8."""


def write_csv(records: Iterable[SessionRecord], out: IO[str], *, excel: bool = False) -> int:
    """Write the heading and a row a repetition; returns the number of rows.

    `excel` is for Excel where numbers have a decimal comma: semicolons between the cells, commas in
    the numbers, a byte order mark in front. The columns are the same.
    """
    if excel:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n")
    decimal = "," if excel else "."
    writer.writerow(COLUMNS)
    written = 0
    for record in records:
        for row in rows(record):
            writer.writerow([cell_text(cell, decimal) for cell in row])
            written += 1
    return written


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
