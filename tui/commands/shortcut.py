"""`slowsmile shortcut`: a file to click that opens a terminal with the program."""

import argparse
import os
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from routines.program import COMMAND
from routines.safe_text import shown_path
from tui.person.paths import Places
from tui.setup import starter as files
from tui.setup.starter import Starter, start_here, starters, system_here
from tui.terminal.exits import DONE, USAGE, say
from tui.texts.commands import starter as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `shortcut` takes."""
    parser.add_argument(
        "--remove", action="store_true", help=_("take away the shortcuts that this command wrote")
    )
    parser.epilog = _(
        "Linux: an entry in the menu of programs and on the desktop. macOS: slowsmile.command, "
        "Windows: slowsmile.cmd, both on the desktop. With --data-dir the shortcut uses that "
        "folder. Files that this command did not write are never touched."
    )


def run(args: argparse.Namespace) -> int:
    """Write or remove them; 2 where one is somebody else's."""
    system = system_here()
    start = start_here(_options(args.places))
    found = starters(system, start, Path.home(), os.environ)
    foreign = [each for each in found if files.standing(each.path) == "foreign"]
    for each in foreign:
        say(words.FOREIGN.format(path=shown_path(each.path)))
    if args.remove:
        return _remove(found, USAGE if foreign else DONE)
    if foreign:
        return USAGE
    for each in found:
        try:
            files.write(each)
        except OSError as error:
            why = error.strerror or _("unknown reason")
            raise Trouble(
                _("{shown_path} cannot be written ({why}).").format(
                    shown_path=shown_path(each.path), why=why
                )
            ) from error
        print(words.WRITTEN.format(path=shown_path(each.path)))
    say(words.HOW[system])
    say(words.AGAIN.format(command=COMMAND))
    return DONE


def _remove(found: tuple[Starter, ...], code: int) -> int:
    ours = [each.path for each in found if files.standing(each.path) == "ours"]
    for path in ours:
        try:
            path.unlink()
        except OSError as error:
            why = error.strerror or _("unknown reason")
            raise Trouble(
                _("{shown_path} cannot be removed ({why}).").format(
                    shown_path=shown_path(path), why=why
                )
            ) from error
        print(words.REMOVED.format(path=shown_path(path)))
    if not ours and code == DONE:
        say(words.NOTHING)
    return code


def _options(places: Places) -> tuple[str, ...]:
    """Folder and model that were chosen for this start, for the start by a click too."""
    chosen = () if places.logs != places.data / "logs" else ("--data-dir", str(places.data))
    return chosen if places.model is None else (*chosen, "--model", str(places.model))
