"""`slowsmile import PATH...`: take in exports of another machine. Overwrites nothing."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from routines.counted import counted
from routines.errors import Trouble
from routines.reading.library import path_of
from routines.safe_text import harmless
from sessions.care.settings import SCHEMA
from sessions.care.settings_file import FILE_NAME, read_settings
from sessions.care.therapist_file import check_sitting
from sessions.exchange.archive import ArchivePlaces
from sessions.exchange.guest_settings import TAKEABLE
from sessions.exchange.merging import Taken
from sessions.exchange.take_in import import_all
from sessions.storage.private_files import write_private
from tui.person.paths import Places
from tui.person.person import local_now
from tui.screens.keymap_checks import complaint
from tui.terminal.exits import DONE, USAGE, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `import` takes."""
    parser.add_argument(
        "files",
        metavar="PATH",
        nargs="+",
        help="a .zip or .json export, a folder, or one file such as a session record (.toml)",
    )
    parser.add_argument(
        "--take",
        metavar="WHAT",
        default="",
        help=f"of the settings also what belongs to a machine: {', '.join(TAKEABLE)}",
    )


def run(args: argparse.Namespace) -> int:
    """Take them in and say what came of it; 2 where something was refused and nothing else came."""
    places: Places = args.places
    ours = ArchivePlaces(data=places.data, config=places.config)
    paths = [path_of(file) for file in args.files]
    take = _take(args.take)
    today = local_now().date()
    try:
        taken = import_all(
            ours,
            paths,
            today,
            take=take,
            check_settings=check_settings,
            check_sitting=check_sitting,
        )
    except OSError as error:
        raise Trouble(
            f"The records cannot be written ({error.strerror}). What was written is whole.",
            "unexpected",
        ) from error
    for refused in taken.refused:
        say(f"Not taken: {refused}")
    for sentence in taken.left_out:
        say(f"Left out: {sentence}.")
    for name in taken.conflicts:
        say(f"Left as it is here: {name} (the other one differs)")
    print(_sentence(taken))
    return USAGE if taken.nothing and taken.refused else DONE


def check_settings(text: str) -> None:
    """Read settings as the program does at its start. Raises Trouble with the reader's words."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        write_private(path, text)
        try:
            tables = read_settings(path, complaint).tables
        except Trouble as trouble:
            words = trouble.sentence.replace(f"{path}: ", "")
            raise Trouble(words.replace(str(path), FILE_NAME), trouble.kind) from trouble
    schema = tables.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise Trouble(f"they are of a newer version of this program (schema {schema})")


def _take(given: str) -> tuple[str, ...]:
    """The words after `--take`. Raises Trouble for one that is not known."""
    words = tuple(word.strip().casefold() for word in given.split(",") if word.strip())
    for word in words:
        if word not in TAKEABLE:
            known = ", ".join(TAKEABLE)
            raise Trouble(f"--take knows {known}; '{harmless(word, 40)}' is not one of them.")
    return words


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
