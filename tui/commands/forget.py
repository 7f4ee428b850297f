"""`slowsmile forget`: show what is kept, and delete it after a typed word.

Nothing is deleted before the word, and nothing that the program did not make itself. Files known
to have been written elsewhere are named, because only the person can delete those.
"""

import argparse
import sys
from pathlib import Path

from routines.counted import counted
from routines.errors import Trouble
from routines.program import COMMAND
from sessions.care.settings_file import FILE_NAME
from sessions.log.record_files import record_files
from sessions.log.recovery import running
from sessions.pictures.albums import FOLDER
from sessions.pictures.clips import clip_files, delete_clips
from sessions.pictures.photos import delete_photos, photo_files
from sessions.storage.exported_files import Written, written_files
from sessions.storage.forget import Homes, delete, kept, others, tidy
from sessions.storage.safe_text import harmless
from tui.person.paths import Places
from tui.terminal.exits import DONE, say

WORD = "forget"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `forget` takes."""
    parser.add_argument(
        "--session", metavar="NAME", help="only this one, such as 2026-11-21T08-30-00"
    )
    parser.add_argument(
        "--photos",
        action="store_true",
        help="only the progress photos and clips: all, or those of the session named",
    )
    parser.add_argument(
        "--clips",
        action="store_true",
        help="only the clips, and no photos: all, or those of the session named",
    )


def run(args: argparse.Namespace) -> int:
    """Show, ask, delete."""
    places: Places = args.places
    if running(places.data):
        raise Trouble("A session is going on in another window. End it first, then forget.")
    if args.photos or args.clips:
        return _pictures(places, args.session, photos=args.photos)
    if args.session is not None:
        return _one(places, args.session)
    homes = Homes(
        data=places.data,
        settings=places.config / FILE_NAME,
        logs=places.logs,
        cache=places.cache,
    )
    found = kept(homes)
    elsewhere = written_files(places.data)
    _show_elsewhere(elsewhere)
    if not found:
        print("Nothing is kept here.")
        return DONE
    print(f"Kept in {places.data}:")
    for each in found:
        files = counted(len(each.files), "file")
        print(f"  {each.kind:<24} {files:>11}  {_size(each.size):>9}")
    if not _agreed("all of this"):
        return DONE
    stayed = delete(path for each in found for path in each.files)
    tidy(homes)
    return _done(stayed, [path for path in others(homes) if path not in stayed])


def _one(places: Places, name: str) -> int:
    stem = name.removesuffix(".toml")
    paths = [path for path in record_files(places.data) if path.stem == stem]
    if not paths:
        raise Trouble(f"There is no session {harmless(name, 60)}. See {COMMAND} history.")
    print(f"One session: {paths[0]}")
    pictures = len(_files(places.data, stem))
    if pictures:
        print(f"With its progress photos and clips: {counted(pictures, 'file')}.")
    if not _agreed("it"):
        return DONE
    stayed = delete([*paths, places.data / "history.sqlite"])
    return _done([*stayed, *_delete(places.data, stem)], [])


def _pictures(places: Places, name: str | None, *, photos: bool) -> int:
    """Photos and clips, or clips alone."""
    session = None if name is None else name.removesuffix(".toml")
    files = _files(places.data, session, photos=photos)
    what = "photos" if photos else "clips"
    if not files:
        of_it = "" if name is None else " of it"
        print(f"No {what}{of_it} are kept here.")
        return DONE
    title = "Progress photos and clips" if photos else "Clips"
    print(f"{title}: {counted(len(files), 'file')} in {places.data / FOLDER}")
    if not _agreed("them"):
        return DONE
    return _done(_delete(places.data, session, photos=photos), [])


def _files(data: Path, session: str | None, *, photos: bool = True) -> list[Path]:
    return [*(photo_files(data, session) if photos else ()), *clip_files(data, session)]


def _delete(data: Path, session: str | None, *, photos: bool = True) -> list[Path]:
    return [*(delete_photos(data, session) if photos else ()), *delete_clips(data, session)]


def _agreed(what: str) -> bool:
    print(f"To delete {what}, type {WORD} and press Enter. Anything else keeps it.", flush=True)
    if sys.stdin.readline().strip().casefold() == WORD:
        return True
    print("Nothing was deleted.")
    return False


def _done(stayed: list[Path], left: list[Path]) -> int:
    for path in stayed:
        say(f"Could not be deleted: {path}")
    for path in left:
        say(f"Not made by this program, left there: {harmless(path.name, 80)}")
    if stayed:
        raise Trouble("Not everything could be deleted. Delete the files above by hand.")
    print("Deleted. Copies in backups or synced folders are out of this program's reach.")
    return DONE


def _show_elsewhere(files: tuple[Written, ...]) -> None:
    there = [each for each in files if Path(each.path).is_file()]
    if there:
        print("Written elsewhere, not deleted by this command:")
        for each in there:
            print(f"  {each.what} of {each.when:%Y-%m-%d}: {harmless(each.path, 300)}")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"
