"""`slowsmile export`: all records as a table, as JSON, or as an archive for another machine.

CSV and JSON go to stdout unless `-o` names a file; an archive is never poured into a terminal.
"""

import argparse
import sys
from io import BytesIO, StringIO
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from routines.safe_text import harmless
from sessions.exchange.archive import ArchivePlaces, write_archive
from sessions.exchange.columns import COLUMNS
from sessions.exchange.document import document, document_schema, document_text
from sessions.exchange.tables import write_csv
from sessions.history.diary import unread_lines
from sessions.log.record_files import records, unread_files
from sessions.storage.exported_files import remember
from tui.person.paths import Places
from tui.person.person import local_now
from tui.terminal.exits import DONE, USAGE, need_stdout, say
from tui.terminal.output import to_write, write_out

FORMATS = ("csv", "json", "zip")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    parser.add_argument("--format", choices=FORMATS, help="default: csv, or the ending of -o")
    parser.add_argument("-o", dest="out", metavar="FILE", help="write there instead of stdout")
    parser.add_argument(
        "--photos", action="store_true", help="put the progress photos into a zip too"
    )
    parser.add_argument("--clips", action="store_true", help="put the clips into a zip too")
    parser.add_argument(
        "--excel",
        action="store_true",
        help="a CSV for Excel with decimal commas: semicolons, commas in numbers, the same columns",
    )
    parser.add_argument("--columns", action="store_true", help="explain the columns of the CSV")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the JSON")


def run(args: argparse.Namespace) -> int:
    """Write the export."""
    if args.columns:
        width = max(map(len, COLUMNS))
        print("\n".join(f"{name:<{width}}  {meaning}" for name, meaning in COLUMNS.items()))
        return DONE
    if args.schema:
        print(document_schema())
        return DONE
    places: Places = args.places
    out = (
        None
        if args.out is None
        else to_write(args.out, tuple(f".{each}" for each in FORMATS), places.data)
    )
    kind = args.format or (out.suffix.casefold()[1:] if out else "csv")
    if out is not None and out.suffix.casefold() != f".{kind}":
        raise Trouble(f"-o {args.out} does not end in .{kind}, the format asked for.")
    if (args.photos or args.clips) and kind != "zip":
        raise Trouble("Photos and clips go into an archive only: add --format zip.")
    if out is None:
        need_stdout()
    if args.excel and kind != "csv":
        raise Trouble("--excel is for a CSV: leave --format away, or name a FILE.csv with -o.")
    if out is None and kind == "zip" and sys.stdout.isatty():
        raise Trouble("An archive is no text for a terminal. Say where: -o FILE.zip")
    code = _code(places.data)
    content = _content(places, kind, photos=args.photos, clips=args.clips, excel=args.excel)
    if out is None:
        _pour(content)
        return code
    write_out(out, content)
    remember(places.data, out, "export", local_now())
    say(f"Written: {out}. Whoever has this file can read it.")
    return code


def _code(data: Path) -> int:
    """2 where the system keeps a record from being read; it is told, the others are given."""
    unread = unread_files(data)
    for sentence in unread:
        say(sentence)
    return USAGE if unread else DONE


def _content(places: Places, kind: str, *, photos: bool, clips: bool, excel: bool) -> bytes:
    if kind == "zip":
        archive = BytesIO()
        own = ArchivePlaces(data=places.data, config=places.config)
        count = write_archive(own, archive, photos=photos, clips=clips)
        say(f"{counted(count, 'file')}.")
        return archive.getvalue()
    if kind == "json":
        if sentence := unread_lines(places.data):
            say(f"Left out: {sentence}")
        given = document(places.data, local_now())
        _say_left_out(given.unreadable)
        return "".join(document_text(given)).encode()
    table = StringIO(newline="")
    found = list(records(places.data))
    _say_left_out([f.problem for f in found if f.problem is not None and not f.unread])
    kept = (each.record for each in found if each.record is not None)
    rows = write_csv(kept, table, excel=excel)
    say(f"{counted(rows, 'repetition')}.")
    return table.getvalue().encode()


def _say_left_out(problems: tuple[str, ...] | list[str]) -> None:
    for problem in problems:
        say(f"Left out: {harmless(problem)}")


def _pour(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
