"""`slowsmile report`: the last weeks on two pages for a therapist, as text, HTML or PDF.

Without `-o` the text goes to stdout. Works without camera and model; matplotlib is imported for
a PDF only.
"""

import argparse
import os
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.report.collect import DEFAULT_WEEKS, Report, collect
from sessions.report.photos import PhotoPair, clips_words, photo_pairs
from sessions.storage.exported_files import remember
from sessions.storage.private_files import private_folder
from tui.person.paths import Places
from tui.person.person import local_now
from tui.screens.keymap_checks import complaint
from tui.terminal.exits import DONE, say
from tui.terminal.output import to_write, write_out

ENDINGS = (".pdf", ".html", ".txt")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `report` takes."""
    parser.add_argument(
        "--weeks",
        type=int,
        default=DEFAULT_WEEKS,
        metavar="N",
        help=f"weeks to report, this one included ({DEFAULT_WEEKS})",
    )
    parser.add_argument(
        "-o", dest="out", metavar="FILE", help="a .pdf, .html or .txt file to write"
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="of a PDF")
    parser.add_argument(
        "--photos",
        action="store_true",
        help="with your progress photos, in a .pdf or .html; of clips it says that they exist",
    )


def run(args: argparse.Namespace) -> int:
    """Write the report."""
    places: Places = args.places
    out = None if args.out is None else to_write(args.out, ENDINGS, places.data)
    if args.photos and (out is None or out.suffix.casefold() == ".txt"):
        raise Trouble("Photos go into a .pdf or .html only: add -o FILE.pdf or -o FILE.html.")
    now = local_now()
    report = collect(places.data, now.date(), args.weeks, _name(places))
    if out is None:
        from sessions.report.text import report_text

        print(report_text(report), end="")
        return DONE
    pairs = photo_pairs(places.data) if args.photos else []
    clips = clips_words(places.data) if args.photos else ""
    if args.photos:
        say(f"{counted(sum(len(pair.photos) for pair in pairs), 'photo')} in it.")
    write_out(out, _content(report, out, args.paper, places, pairs, clips))
    remember(places.data, out, "report", now)
    say(f"Written: {out}. Whoever has this file can read it.")
    return DONE


def _name(places: Places) -> str:
    try:
        return load_settings(places.config / FILE_NAME, complaint).name
    except Trouble:
        return ""


def _content(
    report: Report, out: Path, paper: str, places: Places, photos: list[PhotoPair], clips: str
) -> bytes:
    match out.suffix.casefold():
        case ".pdf":
            os.environ.setdefault("MPLCONFIGDIR", str(private_folder(places.cache / "matplotlib")))
            from sessions.report.pdf import report_pdf

            return report_pdf(report, "letter" if paper == "letter" else "a4", photos, clips)
        case ".html":
            from sessions.report.html import report_html

            return report_html(report, photos, clips).encode()
        case _:
            from sessions.report.text import report_text

            return report_text(report).encode()
