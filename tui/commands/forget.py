"""`slowsmile forget`: show what is kept, and delete it after a typed word.

Nothing is deleted before the word, and nothing that the program did not make itself. Files known
to have been written elsewhere are named, because only the person can delete those.
"""

import argparse
import sys
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.language.cells import padded
from routines.language.lists import sentences
from routines.program import COMMAND
from routines.safe_text import harmless, shown_path
from sessions.care.settings_file import FILE_NAME
from sessions.exchange.backup import take_out
from sessions.history.diary import kept_lines
from sessions.history.index import FILE_NAME as INDEX
from sessions.log.decision_files import FOLDER as DECISIONS
from sessions.log.record_files import RecordTrouble, read_record, record_files
from sessions.log.recovery import running
from sessions.pictures.albums import FOLDER
from sessions.pictures.clips import clip_files, delete_clips
from sessions.pictures.photos import delete_photos, photo_files
from sessions.storage.exported_files import Written, written_files
from sessions.storage.forget import Homes, delete, kept, others, tidy
from sessions.storage.sync_copies import original_of
from tui.person.paths import Places
from tui.terminal.exits import DONE, say
from tui.terminal.typed_lines import drop_typed

WORD = "forget"
MOST_NAMED = 40
"""Things of somebody else's that are named one by one."""
BACKUPS = "backups"
"""What `kept` calls the weekly backups."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `forget` takes."""
    parser.add_argument(
        "--session", metavar="NAME", help=_("only this one, such as 2026-11-21T08-30-00")
    )
    parser.add_argument(
        "--photos",
        action="store_true",
        help=_("only the progress photos and clips: all, or those of the session named"),
    )
    parser.add_argument(
        "--clips",
        action="store_true",
        help=_("only the clips, and no photos: all, or those of the session named"),
    )


def run(args: argparse.Namespace) -> int:
    """Show, ask, delete."""
    places: Places = args.places
    if running(places.data):
        raise Trouble(_("A session is going on in another window. End it first, then forget."))
    if args.photos or args.clips:
        return _pictures(places, args.session, photos=args.photos)
    if args.session is not None:
        return _one(places, args.session)
    homes = _homes(places)
    found = kept(homes)
    elsewhere = written_files(places.data)
    _show_elsewhere(elsewhere)
    if not found:
        print(_("Nothing is kept here."))
        _name_left(others(homes), places.data)
        return DONE
    print(_("Kept in {shown_path}:").format(shown_path=shown_path(places.data)))
    for each in found:
        files = counted(len(each.files), "file")
        print(f"  {padded(each.kind, 24)} {padded(files, 11, '>')}  {_size(each.size):>9}")
    if not _agreed(
        _("To delete all of this, type {word} and press Enter. Anything else keeps it.")
    ):
        return DONE
    shown = {path for each in found for path in each.files}
    stayed = delete(
        path
        for each in kept(homes)
        for path in each.files
        if path in shown or each.kind == BACKUPS  # one may have been made meanwhile
    )
    tidy(homes)
    return _done(stayed, others(homes), places.data)


def _homes(places: Places) -> Homes:
    return Homes(
        data=places.data,
        settings=places.config / FILE_NAME,
        logs=places.logs,
        cache=places.cache,
    )


def _one(places: Places, name: str) -> int:
    """One record, its decisions and its pictures. A copy by a sync program is named and stays."""
    stem = name.removesuffix(".toml")
    same = [path for path in record_files(places.data) if path.stem == stem]
    ours = {path for each in kept(_homes(places)) for path in each.files}
    paths = [path for path in same if path in ours]
    if not same:
        raise Trouble(
            _('There is no session "{name}". See {command} history.').format(
                name=harmless(name, 60), command=COMMAND
            )
        )
    if not paths:
        raise Trouble(
            _(
                "{same} was not made by this program, or lies behind a link. Delete it by hand."
            ).format(same=same[0])
        )
    decisions = [p for p in ours if p.is_relative_to(places.data / DECISIONS) and _stem(p) == stem]
    print(_("One session: {shown_path}").format(shown_path=shown_path(paths[0])))
    pictures = len(_files(places.data, stem))
    if pictures:
        print(
            _("With its progress photos and clips: {files}.").format(
                files=counted(pictures, "file")
            )
        )
    backups = [each for each in kept(_homes(places)) if each.kind == BACKUPS]
    if backups:
        print(_("It is taken out of the weekly backups too."))
    _show_elsewhere(_with_sessions(places.data))
    session_id = _id_of(paths[0])
    day = stem[:10]
    apart = sum(line.when.date().isoformat() == day for line in kept_lines(places.data))
    if apart:
        lines = counted(apart, "line")
        print(
            _(
                "The diary (diary.jsonl) stays. It holds {lines} of {day} from outside a practice."
            ).format(lines=lines, day=day)
        )
    if not _agreed(_("To delete it, type {word} and press Enter. Anything else keeps it.")):
        return DONE
    index = [path for path in (places.data / INDEX,) if path in ours]
    stayed = delete([*paths, *decisions, *index])
    stayed += _delete(places.data, stem)
    stayed += _out_of_backups(places.data, stem, session_id)
    left = [path for path in record_files(places.data) if original_of(path.name) == f"{stem}.toml"]
    return _done(stayed, left, places.data)


def _id_of(path: Path) -> str | None:
    """The id by which other files of the same session are known; None where it cannot be read."""
    try:
        return read_record(path).id
    except RecordTrouble:
        return None


def _out_of_backups(data: Path, stem: str, session_id: str | None) -> list[Path]:
    """Take the session out of the backups and say of which; returns those it is still in."""
    result = take_out(data, stem, session_id)
    for path in result.rewritten:
        print(_("Taken out of the backup {name}.").format(name=path.name))
    for path in result.emptied:
        print(_("Deleted the backup {name}: it held nothing else.").format(name=path.name))
    for path in result.deleted:
        print(
            _("Deleted the backup {name}: the session could not be taken out of it.").format(
                name=path.name
            )
        )
    return result.stayed


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]


def _pictures(places: Places, name: str | None, *, photos: bool) -> int:
    """Photos and clips, or clips alone."""
    session = None if name is None else name.removesuffix(".toml")
    files = _files(places.data, session, photos=photos)
    if not files:
        none = {
            (True, True): _("No photos are kept here."),
            (True, False): _("No photos of it are kept here."),
            (False, True): _("No clips are kept here."),
            (False, False): _("No clips of it are kept here."),
        }
        print(none[photos, name is None])
        return DONE
    found = (
        _("Progress photos and clips: {files} in {shown_path}")
        if photos
        else _("Clips: {files} in {shown_path}")
    )
    print(
        found.format(
            files=counted(len(files), "file"),
            shown_path=shown_path(places.data / FOLDER),
        )
    )
    _show_elsewhere(_with_sessions(places.data))
    if not _agreed(_("To delete them, type {word} and press Enter. Anything else keeps it.")):
        return DONE
    return _done(_delete(places.data, session, photos=photos), [], places.data)


def _files(data: Path, session: str | None, *, photos: bool = True) -> list[Path]:
    return [*(photo_files(data, session) if photos else ()), *clip_files(data, session)]


def _delete(data: Path, session: str | None, *, photos: bool = True) -> list[Path]:
    return [*(delete_photos(data, session) if photos else ()), *delete_clips(data, session)]


def _agreed(question: str) -> bool:
    drop_typed()
    print(
        question.format(word=WORD),
        flush=True,
    )
    typed = "" if sys.stdin is None else sys.stdin.readline()
    if typed.strip().casefold() == WORD:
        return True
    print(_("Nothing was deleted."))
    return False


def _done(stayed: list[Path], left: list[Path], data: Path) -> int:
    for path in stayed:
        say(_("Could not be deleted: {path}").format(path=path))
    _name_left([path for path in left if path not in stayed], data)
    if stayed:
        raise Trouble(_("Not everything could be deleted. Delete the files above by hand."))
    rest = _("What is named above was left.") if left else ""
    print(
        sentences(
            (
                _("Deleted."),
                rest,
                _(
                    "Copies that other programs made, such as a backup of this computer or a "
                    "synced folder, are out of this program's reach."
                ),
            )
        )
    )
    return DONE


def _name_left(left: list[Path], data: Path) -> None:
    """Name what lies there and is not the program's, links as such."""
    for path in left[:MOST_NAMED]:
        name = path.relative_to(data) if path.is_relative_to(data) else path
        if path.is_symlink():
            say(
                _("A link, left there with all that it leads to: {name}").format(
                    name=harmless(str(name), 120)
                )
            )
        else:
            say(
                _("Not made by this program, left there: {name}").format(
                    name=harmless(str(name), 120)
                )
            )
    if len(left) > MOST_NAMED:
        say(
            _("And {things} that this program did not make.").format(
                things=counted(len(left) - MOST_NAMED, "more thing")
            )
        )


def _with_sessions(data: Path) -> tuple[Written, ...]:
    """Files written elsewhere that may hold sessions or pictures; a calendar holds only times."""
    return tuple(each for each in written_files(data) if each.what != "calendar")


def _show_elsewhere(files: tuple[Written, ...]) -> None:
    there = [each for each in files if Path(each.path).is_file()]
    if there:
        print(_("Written elsewhere, not deleted by this command. It may hold the same:"))
        for each in there:
            print(
                _("  {what} of {when:%Y-%m-%d}: {path}").format(
                    what=each.what, when=each.when, path=harmless(each.path, 300)
                )
            )


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"
