"""The routines that come with the program, and those in folders the person added.

A routine is named by its id or by the path of its file. A routine in a folder takes precedence over
a library routine with the same id.
"""

import shlex
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import sentences
from routines.model import Routine
from routines.program import COMMAND
from routines.reading.files import read_text
from routines.reading.problems import did_you_mean
from routines.reading.reader import read_routine
from routines.safe_text import shown_path

NOT_ROUTINES = frozenset(
    {
        "plan.toml",
        "therapist.toml",
        "clinician.toml",
        "own-error.toml",
        "written.toml",
        "settings.toml",
    }
)
"""Other files of the program. A routine may lie beside them, in the data folder itself."""


class UnknownRoutine(Trouble):
    """No routine has this id, as far as the files can be read."""


class ListedRoutine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list: a routine, or a file that cannot be run and why."""

    source: str
    routine: Routine | None
    trouble: str = ""


@cache
def library_ids() -> tuple[str, ...]:
    """Ids of the routines that come with the program, in alphabetical order."""
    folder = resources.files("routines.library")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@cache
def library_name(routine_id: str) -> str | None:
    """What a routine that comes with the program is called in the language in use; None for an
    id that no such routine has."""
    text = library_text(routine_id) if routine_id in library_ids() else None
    name = None if text is None else tomllib.loads(text).get("name")
    return _(name) if isinstance(name, str) else None


def library_text(routine_id: str) -> str | None:
    """The file of a library routine as it stands, or None when there is no such id."""
    return _library_file(routine_id) if routine_id in library_ids() else None


def _library_file(routine_id: str) -> str:
    entry = resources.files("routines.library").joinpath(f"{routine_id}.toml")
    return entry.read_text(encoding="utf-8")


def find(
    id_or_path: str,
    folders: Sequence[Path] = (),
    *,
    today: date | None = None,
    ear_surgery: bool = False,
) -> Routine:
    """The routine with that id, or in that file.

    `today` decides about therapists' leaves; without it none holds. Raises Trouble for an
    unknown id and RoutineErrors for a file that cannot be run.
    """
    if looks_like_path(id_or_path):
        path = path_of(id_or_path)
        return _read_file(path, folders, today, ear_surgery)
    for path in _files(folders):
        if path.stem == id_or_path or _id_in(path) == id_or_path:
            return _read_file(path, folders, today, ear_surgery)
    if id_or_path not in library_ids():
        known = (*library_ids(), *(path.stem for path in _files(folders)))
        broken = (
            _(
                "{shown_path} cannot be read and may be it. See why: {command} routine check "
                "{quote}"
            ).format(shown_path=shown_path(path), command=COMMAND, quote=shlex.quote(str(path)))
            for path in _files(folders)
            if _id_in(path) is None
        )
        raise UnknownRoutine(
            sentences(
                (
                    _('There is no routine "{id_or_path}".').format(id_or_path=id_or_path),
                    did_you_mean(id_or_path, known),
                    _(
                        "See them all with: {command} routine list (a file is named with its "
                        ".toml)."
                    ).format(command=COMMAND),
                    *broken,
                )
            )
        )
    return _of_library(id_or_path, today, ear_surgery)


@lru_cache(maxsize=256)
def _of_library(routine_id: str, today: date | None, ear_surgery: bool) -> Routine:
    """A routine that comes with the program; its file does not change while the program runs."""
    text = _library_file(routine_id)
    return read_routine(text, source="library", today=today, ear_surgery=ear_surgery, bases=base)


def list_all(
    folders: Sequence[Path] = (),
    *,
    today: date | None = None,
    ear_surgery: bool = False,
) -> tuple[ListedRoutine, ...]:
    """Every routine of the library and of `folders`; broken files too, with their trouble."""
    found = [
        ListedRoutine(source="library", routine=find(i, today=today, ear_surgery=ear_surgery))
        for i in library_ids()
    ]
    for path in _files(folders):
        try:
            routine = _read_file(path, folders, today, ear_surgery)
            found.append(ListedRoutine(source=str(path), routine=routine))
        except Trouble as trouble:
            if not _is_copy(path):
                found.append(
                    ListedRoutine(source=str(path), routine=None, trouble=trouble.sentence)
                )
    return tuple(found)


def base(routine_id: str) -> str | None:
    """What `extends` may name: a routine of the library."""
    return library_text(routine_id)


def shadows(routine: Routine) -> bool:
    """Whether it stands in for the library's routine with the same id, which `find` then passes
    over."""
    return routine.source != "library" and routine.id in library_ids()


def looks_like_path(named: str) -> bool:
    """Whether `named` means a file rather than an id."""
    return named.endswith(".toml") or "/" in named or "\\" in named or named.startswith("~")


def path_of(named: str) -> Path:
    """The file `named`, with a leading ~ for the home folder where there is one."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def _read_file(
    path: Path, folders: Sequence[Path], today: date | None, ear_surgery: bool
) -> Routine:
    beside = {p.stem: p for p in (*_files(folders), *_files((path.parent,))) if p != path}

    def from_folders(routine_id: str) -> str | None:
        text = library_text(routine_id)
        if text is None and routine_id in beside:
            text = read_text(beside[routine_id])
        return text

    return read_routine(
        read_text(path),
        source=str(path),
        today=today,
        ear_surgery=ear_surgery,
        bases=from_folders,
        base_ids=(*library_ids(), *beside),
    )


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            found = sorted(folder.glob("*.toml"))
            yield from (path for path in found if path.name not in NOT_ROUTINES)


def _is_copy(path: Path) -> bool:
    """Whether it is a copy of one of `NOT_ROUTINES`, as sync programs leave them beside it: its
    name begins with the same letters, and it gives itself no id."""
    stems = tuple(name.removesuffix(".toml") for name in NOT_ROUTINES)
    return path.name.removeprefix("._").startswith(stems) and _id_in(path) is None


def _id_in(path: Path) -> str | None:
    """The id a file gives itself, without judging the rest of it."""
    try:
        named = tomllib.loads(read_text(path)).get("id")
    except (Trouble, ValueError, RecursionError):
        return None
    return named if isinstance(named, str) else None
