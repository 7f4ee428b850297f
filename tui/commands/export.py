"""`slowsmile export`: all records as a table, as JSON, or as an archive for another machine.

CSV and JSON go to stdout unless `-o` names a file; an archive is never poured into a terminal.
"""

import argparse
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import get_args

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.safe_text import harmless
from sessions.exchange.archive import ArchivePlaces, write_archive
from sessions.exchange.document import document, document_schema, document_text
from sessions.exchange.pseudonym import nameless, nameless_document, pseudonym
from sessions.exchange.tables import Excel, columns, write_columns, write_csv
from sessions.history.diary import unread_lines
from sessions.log.record_files import records, unread_files
from sessions.storage.exported_files import remember
from tui.commands.parts.own_name import own_name
from tui.person.paths import Places
from tui.person.person import local_now
from tui.terminal.exits import DONE, USAGE, need_stdout, say
from tui.terminal.output import to_write, write_out

FORMATS = ("csv", "json", "zip")
EXCEL: tuple[Excel, ...] = get_args(Excel)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    parser.add_argument("--format", choices=FORMATS, help=_("default: csv, or the ending of -o"))
    parser.add_argument("-o", dest="out", metavar="FILE", help=_("write there instead of stdout"))
    parser.add_argument(
        "--photos", action="store_true", help=_("put the progress photos into a zip too")
    )
    parser.add_argument("--clips", action="store_true", help=_("put the clips into a zip too"))
    parser.add_argument(
        "--excel",
        nargs="?",
        const="comma",
        choices=EXCEL,
        help=_(
            "a CSV that Excel opens, and a second file that explains its columns; "
            "comma (1,5; the usual) or point (1.5), as your Excel writes numbers"
        ),
    )
    parser.add_argument(
        "--as",
        dest="person",
        metavar="P017",
        help=_("under a made-up name: no names, and no notes unless --notes"),
    )
    parser.add_argument("--notes", action="store_true", help=_("with --as: what was typed, too"))
    parser.add_argument("--columns", action="store_true", help=_("explain the columns of the CSV"))
    parser.add_argument(
        "--schema", action="store_true", help=_("print the JSON Schema of the JSON")
    )


def run(args: argparse.Namespace) -> int:
    """Write the export."""
    if args.columns:
        explained = columns(args.person or "")
        width = max(map(len, explained))
        print("\n".join(f"{name:<{width}}  {meaning}" for name, meaning in explained.items()))
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
        raise Trouble(
            _("-o {out} does not end in .{kind}, the format asked for.").format(
                out=args.out, kind=kind
            )
        )
    if (args.photos or args.clips) and kind != "zip":
        raise Trouble(_("Photos and clips go into an archive only: add --format zip."))
    if out is None:
        need_stdout()
    if args.excel and kind != "csv":
        raise Trouble(_("--excel is for a CSV: leave --format away, or name a FILE.csv with -o."))
    if out is None and kind == "zip" and sys.stdout.isatty():
        raise Trouble(_("An archive is no text for a terminal. Say where: -o FILE.zip"))
    if args.notes and args.person is None:
        raise Trouble(
            _("--notes goes with --as; without it all notes are in a JSON or ZIP anyway.")
        )
    if args.person is not None:
        if kind == "zip":
            raise Trouble(_("An archive holds settings and names: --as is for a CSV or JSON."))
        pseudonym(args.person, own_name(places))
    files = {out: _content(places, kind, args)}
    if args.excel and out is not None:
        beside = to_write(str(out.with_name(f"{out.stem}-columns.csv")), (".csv",), places.data)
        files[beside] = _explained(args)
    code = _code(places.data)
    for path, content in files.items():
        if path is None:
            _pour(content)
            continue
        write_out(path, content)
        remember(places.data, path, "export", local_now())
        say(_("Written: {path}. Whoever has this file can read it.").format(path=path))
    return code


def _code(data: Path) -> int:
    """2 where the system keeps a record from being read; it is told, the others are given."""
    unread = unread_files(data)
    for sentence in unread:
        say(sentence)
    return USAGE if unread else DONE


def _content(places: Places, kind: str, args: argparse.Namespace) -> bytes:
    if kind == "zip":
        archive = BytesIO()
        own = ArchivePlaces(data=places.data, config=places.config)
        count = write_archive(own, archive, photos=args.photos, clips=args.clips)
        say(f"{counted(count, 'file')}.")
        return archive.getvalue()
    if kind == "json":
        if sentence := unread_lines(places.data):
            say(_("Left out: {sentence}").format(sentence=sentence))
        given = document(places.data, local_now())
        _say_left_out(given.unreadable)
        if args.person is not None:
            given = nameless_document(given, args.person, notes=args.notes)
        return "".join(document_text(given)).encode()
    table = StringIO(newline="")
    found = list(records(places.data))
    _say_left_out([f.problem for f in found if f.problem is not None and not f.unread])
    kept = (each.record for each in found if each.record is not None)
    if args.person is not None:
        kept = (nameless(each, notes=args.notes) for each in kept)
    rows = write_csv(kept, table, excel=args.excel, person=args.person or "")
    say(f"{counted(rows, 'repetition')}.")
    return table.getvalue().encode()


def _explained(args: argparse.Namespace) -> bytes:
    table = StringIO(newline="")
    write_columns(table, excel=args.excel, person=args.person or "")
    return table.getvalue().encode()


def _say_left_out(problems: tuple[str, ...] | list[str]) -> None:
    for problem in problems:
        say(_("Left out: {problem}").format(problem=harmless(problem)))


def _pour(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
