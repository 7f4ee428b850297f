"""`slowsmile import PATH...`: take in exports of another machine. Overwrites nothing."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed
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
        help=_("a .zip or .json export, a folder, or one file such as a session record (.toml)"),
    )
    parser.add_argument(
        "--take",
        metavar="WHAT",
        default="",
        help=_("of the settings also what belongs to a machine: {takeable}").format(
            takeable=listed(TAKEABLE)
        ),
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
            _("The records cannot be written ({strerror}). What was written is whole.").format(
                strerror=error.strerror
            ),
            "unexpected",
        ) from error
    for refused in taken.refused:
        say(_("Not taken: {refused}").format(refused=refused))
    for sentence in taken.left_out:
        say(_("Left out: {sentence}.").format(sentence=sentence))
    for name in taken.conflicts:
        say(_("Left as it is here: {name} (the other one differs)").format(name=name))
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
        raise Trouble(
            _("they are of a newer version of this program (schema {schema})").format(schema=schema)
        )


def _take(given: str) -> tuple[str, ...]:
    """The words after `--take`. Raises Trouble for one that is not known."""
    words = tuple(word.strip().casefold() for word in given.split(",") if word.strip())
    for word in words:
        if word not in TAKEABLE:
            known = listed(TAKEABLE)
            raise Trouble(
                _("--take knows {known}; '{word}' is not one of them.").format(
                    known=known, word=harmless(word, 40)
                )
            )
    return words


def _sentence(taken: Taken) -> str:
    parts = [_("{sessions} taken in").format(sessions=counted(taken.sessions, "session"))]
    if taken.known:
        parts.append(_("{known} here already").format(known=taken.known))
    if taken.diary_lines:
        parts.append(counted(taken.diary_lines, "diary line"))
    if taken.totals:
        parts.append(counted(taken.totals, "total"))
    parts += taken.files
    if taken.refused:
        parts.append(_("{count} refused").format(count=len(taken.refused)))
    return _("{parts}.").format(parts=listed(parts))
