"""`slowsmile routine hand-over` and `routine take`: a plan goes from computer to computer."""

import argparse
import sys
from typing import TYPE_CHECKING

from routines.errors import Trouble
from routines.language import _
from routines.reading.library import find, looks_like_path, path_of
from sessions.care.day_plan import load_plan
from sessions.exchange.hand_over import (
    HandOver,
    from_file,
    of_plan,
    of_routines,
    packed,
    texts_of,
)
from tui.commands.parts.person_of import person_of
from tui.person.person import Person
from tui.terminal.exits import DONE, USAGE, say
from tui.texts.plan import handing_over as words

if TYPE_CHECKING:
    from collections.abc import Callable


def add_arguments(action: "Callable[[str, str], argparse.ArgumentParser]") -> None:
    """The two actions."""
    giving = action("hand-over", _("show the plan or a routine as codes, or write it as a file"))
    giving.add_argument(
        "what",
        nargs="?",
        metavar="WHAT",
        help=_("a routine's id, a .toml file or a .zip (default: the plan, with its routines)"),
    )
    giving.add_argument("-o", dest="out", metavar="FILE.zip", help=_("write a file, show no codes"))
    taking = action("take", _("take a plan or a routine that was handed over"))
    taking.add_argument("file", nargs="?", metavar="FILE", help=_("a .zip, a plan or a routine"))
    taking.add_argument(
        "--source", metavar="SOURCE", help=_("read codes: camera[:N|:NAME], a film or a picture")
    )
    taking.add_argument("--yes", action="store_true", help=_("keep it without being asked"))


def give(args: argparse.Namespace) -> int:
    """Show codes, or write the file."""
    person = person_of(args.places)
    handed = _meant(person, args.what)
    if handed.leaves:
        from tui.presenters.plan.handed_over import exercises_of

        say(words.LEAVES.format(exercises=exercises_of(handed)))
    if args.out is not None:
        from tui.flows.handing_over import write_file

        say(write_file(person, handed, args.out))
        return DONE
    from tui.commands.run import need_terminal

    need_terminal()
    from tui.screens.plan.show_codes import ShowCodes

    return int(args.show(ShowCodes(packed(texts_of(handed))), person.settings))


def _meant(person: Person, what: str | None) -> HandOver:
    folders, today = person.routine_folders, person.today
    if what is None:
        plan = load_plan(person.data, today, folders)
        if plan is None:
            raise Trouble(words.NO_PLAN_NAMED)
        return of_plan(plan, folders, today)
    path = path_of(what)
    if looks_like_path(what) or path.is_file():
        return from_file(path, folders, today)
    return of_routines((find(what, folders, today=today),))


def take(args: argparse.Namespace) -> int:
    """Read it, show it, keep it."""
    if (args.file is None) == (args.source is None):
        raise Trouble(_("Name a FILE, or a camera: routine take --source camera."))
    person = person_of(args.places)
    if args.source is not None:
        return _from_codes(args, person)
    from tui.flows.handing_over import keep_taken, review_of
    from tui.presenters.plan.handed_over import USUAL_WIDTH

    handed = from_file(path_of(args.file), person.routine_folders, person.today)
    print("\n".join(review_of(person, handed)(USUAL_WIDTH)).rstrip())
    if not (args.yes or _agreed()):
        say(words.NOT_TAKEN if _at_terminal() else words.NEEDS_YES)
        return DONE if _at_terminal() else USAGE
    say(keep_taken(person, handed))
    return DONE


def _from_codes(args: argparse.Namespace, person: Person) -> int:
    from tui.commands.run import need_terminal

    need_terminal()
    from tui.flows.handing_over import take_codes
    from tui.practice.camera import code_reader_for
    from tui.screens.plan.conversation import Conversation

    screen = Conversation(
        lambda app: take_codes(app, person, lambda: code_reader_for(args.places), args.source)
    )
    return int(args.show(screen, person.settings))


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _agreed() -> bool:
    """The person's answer at a terminal; anywhere else nobody agrees."""
    if not _at_terminal():
        return False
    print(words.ASK_LINE, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
