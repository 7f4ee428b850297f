"""`slowsmile import FILE`: take in an export of another machine. Overwrites nothing."""

import argparse
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from sessions.exchange.archive import Places as ArchivePlaces
from sessions.exchange.take_in import Taken, take_in
from tui.person.paths import Places
from tui.person.person import local_now
from tui.terminal.exits import DONE, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `import` takes."""
    parser.add_argument(
        "file", metavar="FILE", help="a .zip or .json export, or one session record (.toml)"
    )


def run(args: argparse.Namespace) -> int:
    """Take it in and say what came of it."""
    places: Places = args.places
    ours = ArchivePlaces(data=places.data, config=places.config)
    try:
        taken = take_in(ours, Path(args.file).expanduser(), local_now().date())
    except OSError as error:
        raise Trouble(
            f"The records cannot be written ({error.strerror}). What was written is whole.",
            "unexpected",
        ) from error
    for refused in taken.refused:
        say(f"Not taken: {refused}")
    for name in taken.kept_ours:
        say(f"Left as it is here: {name} (the other one differs)")
    print(_sentence(taken))
    return DONE


def _sentence(taken: Taken) -> str:
    parts = [f"{counted(taken.sessions, 'session')} taken in"]
    if taken.known:
        parts.append(f"{taken.known} here already")
    if taken.diary_lines:
        parts.append(counted(taken.diary_lines, "diary line"))
    if taken.totals:
        parts.append(counted(taken.totals, "total"))
    parts += taken.files
    if taken.refused:
        parts.append(f"{len(taken.refused)} refused")
    return ", ".join(parts) + "."
