"""`slowsmile report`: the last weeks on two pages for a therapist, as text, HTML or PDF.

Without `-o` one screen of text goes to stdout, all of it with `--full`. `--from` and `--to` compare
two dates. Works without camera and model; matplotlib is imported for a PDF only.
"""

import argparse
import os
from datetime import date
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.program import COMMAND
from routines.reading.files import reason
from routines.safe_text import harmless
from sessions.care.day_plan import load_plan
from sessions.care.for_report import about
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.history.diary import DiaryLine, add_line
from sessions.report.about import About
from sessions.report.collect import DEFAULT_WEEKS, collect
from sessions.report.contents import Report
from sessions.report.photos import PhotoPair, clips_words, photo_pairs
from sessions.storage.exported_files import remember
from sessions.storage.private_files import private_folder
from tui.commands.parts.typed_date import typed_date
from tui.person.paths import Places
from tui.person.person import folders_of, local_now
from tui.screens.keymap_checks import complaint
from tui.terminal.exits import DONE, say
from tui.terminal.output import to_write, write_out

ENDINGS = (".pdf", ".html", ".txt")
MOST_QUESTION = 300
"""Characters of one question."""
MORE = _("All of it: {command} report --full, or -o FILE.pdf.").format(command=COMMAND)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `report` takes."""
    parser.add_argument(
        "--weeks",
        type=int,
        metavar="N",
        help=_("weeks to report, this one included ({default_weeks})").format(
            default_weeks=DEFAULT_WEEKS
        ),
    )
    parser.add_argument(
        "--from",
        dest="since",
        metavar="DATE",
        help=_('compare with this day: 2026-10-05, "6 weeks"'),
    )
    parser.add_argument("--to", dest="until", metavar="DATE", help=_("the later day (today)"))
    parser.add_argument("--full", action="store_true", help=_("all of it on the terminal"))
    parser.add_argument(
        "--ask",
        metavar="QUESTION",
        help=_("keep a question for the visit; it stands in the next reports"),
    )
    parser.add_argument(
        "-o", dest="out", metavar="FILE", help=_("a .pdf, .html or .txt file to write")
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("of a PDF"))
    parser.add_argument(
        "--photos",
        action="store_true",
        help=_("with your progress photos, in a .pdf or .html; of clips it says that they exist"),
    )


def run(args: argparse.Namespace) -> int:
    """Write the report."""
    places: Places = args.places
    out = None if args.out is None else to_write(args.out, ENDINGS, places.data)
    if args.photos and (out is None or out.suffix.casefold() == ".txt"):
        raise Trouble(_("Photos go into a .pdf or .html only: add -o FILE.pdf or -o FILE.html."))
    now = local_now()
    between = _between(args.since, args.until, args.weeks, now.date())
    if args.ask is not None:
        _keep_question(places, args.ask)
    weeks = DEFAULT_WEEKS if args.weeks is None else args.weeks
    report = collect(places.data, now.date(), weeks, _about(places, now.date()), between=between)
    if out is None:
        from sessions.report.text import report_screen, report_text

        print(report_text(report) if args.full else report_screen(report, MORE), end="")
        for line in () if args.full else report.left_out:
            say(_("Left out: {line}.").format(line=harmless(line, 400)))
        return DONE
    pairs = photo_pairs(places.data) if args.photos else []
    clips = clips_words(places.data) if args.photos else ""
    if args.photos:
        say(
            _("{photos} in it.").format(
                photos=counted(sum(len(pair.photos) for pair in pairs), "photo")
            )
        )
    write_out(out, _content(report, out, args.paper, places, pairs, clips))
    remember(places.data, out, "report", now)
    say(_("Written: {out}. Whoever has this file can read it.").format(out=out))
    return DONE


def _about(places: Places, today: date) -> About:
    """Of the person as answered; settings or a plan with mistakes cost only what they hold."""
    try:
        settings = load_settings(places.config / FILE_NAME, complaint)
    except Trouble:
        return About()
    try:
        plan = load_plan(places.data, today, folders_of(places.data, settings))
    except Trouble:
        plan = None
    return about(settings, plan)


def _between(
    since: str | None, until: str | None, weeks: int | None, today: date
) -> tuple[date, date] | None:
    if since is None and until is None:
        return None
    if weeks is not None:
        raise Trouble(_("--weeks does not go with --from and --to."))
    if since is None:
        raise Trouble(_('--to needs --from DATE too, such as --from "6 weeks".'))
    return typed_date("--from", since, today), typed_date("--to", until or "today", today)


def _keep_question(places: Places, asked: str) -> None:
    text = " ".join(asked.split()).rstrip("?")
    if not text:
        raise Trouble(_("--ask needs a question after it."))
    line = DiaryLine(when=local_now(), kind="note", text=f"{text[:MOST_QUESTION]}?")
    try:
        add_line(places.data, line)
    except OSError as error:
        raise Trouble(
            _("The question could not be kept ({reason}).").format(reason=reason(error)), "settings"
        ) from error
    say(_("Kept for the visit: {text}").format(text=harmless(line.text, MOST_QUESTION)))


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
