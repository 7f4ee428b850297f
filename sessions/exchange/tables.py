"""CSV that any spreadsheet opens and none obeys: texts are no formulas, numbers stay numbers."""

import csv
from collections.abc import Iterable
from typing import IO

from sessions.exchange.columns import COLUMNS, Cell, rows
from sessions.log.record import SessionRecord
from sessions.storage.safe_text import harmless

_OBEYED = ("=", "+", "-", "@")
"""First characters that make a spreadsheet read a text as a formula."""


def write_csv(records: Iterable[SessionRecord], out: IO[str]) -> int:
    """Write the heading and a row a repetition; returns the number of rows."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    written = 0
    for record in records:
        for row in rows(record):
            writer.writerow([cell_text(cell) for cell in row])
            written += 1
    return written


def cell_text(cell: Cell) -> str:
    """One cell; empty for what is not known."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell)
        case str():
            text = harmless(cell)
            return f"'{text}" if text.lstrip().startswith(_OBEYED) else text
