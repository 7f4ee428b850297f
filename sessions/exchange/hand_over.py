"""A plan and the routines it names, as one thing that another computer can take.

As a file it is a ZIP of `plan.toml` and `routines/ID.toml`, as an export has them; as codes it is
the same texts, packed. Routines are written whole: nothing is looked up in the other computer's
library. A therapist's leave is left out on both sides: it is given on the computer where it holds,
and confirmed there by the person.
"""

import re
import zipfile
import zlib
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from routines.errors import Trouble
from routines.language import _
from routines.leaves import reason_to_skip
from routines.model import Permission, Routine
from routines.plan import FILE_NAME as PLAN
from routines.plan import Plan, is_plan, read_plan
from routines.reading.files import read_text, reason
from routines.reading.library import find, looks_like_path
from routines.reading.problems import FileErrors
from routines.writing import plan_text, routine_text
from sessions.exchange import members
from sessions.exchange.archive import ROUTINES
from sessions.storage.private_files import write_private

MOST_BYTES = 200_000
"""Of all texts together; the longest plan there may be has a tenth."""
MOST_FILES = 40
_NAME = re.compile(rf"{ROUTINES}/[a-z0-9]+(?:-[a-z0-9]+)*\.toml", re.ASCII)
_WORDS = (
    b'schema = 1\nid = "name = "about = """\nkind = "also_for = [\n    "synkinetic",\n]\n'
    b'stage = "flaccid"\nstage = "synkinetic"\ndaily_cap = 3\ngap_hours = 2.0\nreview = 2027-'
    b'by = "feedback = "fading"\ncomment = "\n[[slot]]\nname = "morning"\nat = "08:00"\nroutines = '
    b'[\n    "daily-gentle",\n]\ndays = [\n    "monday",\n    "wednesday",\n    "friday",\n]\n'
    b'stage = "paretic"\n\n[[exercise]]\ndo = "massage-cheek"\nfor_s = 60.0\nbetween_s = 25.0\n'
    b'assist = true\npace = "self"\nnote = "[exercise.guards.fatigue]\nstop_drop_percent = 30.0\n'
    b'\n[[exercise]]\ndo = "open-smile"\nsets = 1\nreps = 5\nrise_s = 2.0\nhold_s = 3.0\n'
    b"release_s = 2.0\nrest_s = 4.0\nbetween_s = 25.0\n"
)
"""What such texts have in common, so that codes are fewer. Part of the form of `code_texts.MARK`:
another dictionary needs another mark."""


class HandOver(msgspec.Struct, frozen=True, kw_only=True):
    """What is handed over. Everything in it has been checked."""

    plan: Plan | None = None
    routines: tuple[Routine, ...] = ()
    leaves: tuple[Permission, ...] = ()
    """A therapist's leaves that stood in the routines and are not part of it."""


def of_plan(plan: Plan, folders: Sequence[Path], today: date) -> HandOver:
    """`plan` with those of its routines that do not come with the program. Raises Trouble."""
    found = {
        named: find(named, folders, today=today) for slot in plan.slots for named in slot.routines
    }
    slots = tuple(
        replace(slot, routines=tuple(found[named].id for named in slot.routines))
        for slot in plan.slots
    )
    own = {each.id: each for each in found.values() if each.source != "library"}
    return of_routines(tuple(own.values()), replace(plan, slots=slots))


def of_routines(routines: Sequence[Routine], plan: Plan | None = None) -> HandOver:
    """`routines` without the leaves in them."""
    return HandOver(
        plan=plan,
        routines=tuple(_without_leaves(routine) for routine in routines),
        leaves=tuple(leave for routine in routines for leave in routine.allows),
    )


def _without_leaves(routine: Routine) -> Routine:
    steps = tuple(
        replace(step, leave=None, skipped=reason_to_skip(step.exercise, None, (), None, False))
        if step.exercise.therapist_only
        else step
        for step in routine.steps
    )
    return replace(routine, steps=steps, allows=())


def texts_of(handed: HandOver) -> dict[str, str]:
    """Its files by name."""
    texts = {} if handed.plan is None else {PLAN: plan_text(handed.plan)}
    return texts | {
        f"{ROUTINES}/{routine.id}.toml": routine_text(routine) for routine in handed.routines
    }


def checked(texts: Mapping[str, str], folders: Sequence[Path], today: date) -> HandOver:
    """What `texts` hold. Raises Trouble with all that is wrong in any of them.

    `folders` are where routines of a plan may lie that were not handed over with it.
    """
    if not texts:
        raise Trouble(_("There is no plan and no routine in it. Nothing was taken."))
    if len(texts) > MOST_FILES:
        raise Trouble(
            _("There are more than {most_files} files in it. Nothing was taken.").format(
                most_files=MOST_FILES
            )
        )
    for name in texts:
        if name != PLAN and not _NAME.fullmatch(name):
            raise Trouble(_("There is something in it that is no plan and no routine."))
    with _room() as folder:
        try:
            return _checked(folder, texts, folders, today)
        except FileErrors as errors:
            words = "\n".join([*map(str, errors.problems), _("Nothing was taken.")])
            words = words.replace(f"{folder}/{ROUTINES}/", "").replace(f"{folder}/", "")
            raise Trouble(words, errors.kind) from errors


def problems_of(texts: Mapping[str, str], folders: Sequence[Path], today: date) -> list[str]:
    """All that stands against `texts`, without places in files; nothing where they check clean."""
    try:
        with _room() as folder:
            _checked(folder, texts, folders, today)
    except FileErrors as errors:
        return [each.without_place for each in errors.problems]
    except Trouble as trouble:
        return [trouble.sentence]
    return []


@contextmanager
def _room() -> Generator[Path]:
    """A folder for texts while they are read as files. Raises Trouble where there is none."""
    try:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    except OSError as error:
        why = reason(error)
        raise Trouble(
            _("It cannot be checked: no temporary file can be written ({why}).").format(why=why),
            "settings",
        ) from error


def _checked(
    folder: Path, texts: Mapping[str, str], folders: Sequence[Path], today: date
) -> HandOver:
    for name, text in texts.items():
        write_private(folder / name, text)
    beside = folder / ROUTINES
    routines = [
        find(str(folder / name), (beside, *folders), today=today)
        for name in sorted(texts)
        if name != PLAN
    ]
    if len({each.id for each in routines}) < len(routines):
        raise Trouble(_("Two routines in it have the same id. Nothing was taken."))
    plan = None
    if PLAN in texts:
        plan = read_plan(texts[PLAN], source=PLAN, today=today, folders=(beside, *folders))
    return of_routines([replace(each, source="") for each in routines], plan)


def from_file(path: Path, folders: Sequence[Path], today: date) -> HandOver:
    """What a file holds: a ZIP of this program, a plan, or a routine. Raises Trouble."""
    try:
        archive = path.is_file() and members.is_archive(path)
    except OSError as error:
        raise Trouble(
            _("{path} cannot be read ({strerror}).").format(path=path, strerror=error.strerror)
        ) from error
    if archive:
        return checked(_from_archive(path), folders, today)
    if path.suffix.casefold() == ".zip" and path.is_file():
        raise Trouble(
            _("{name} is no ZIP, or only a part of one. Copy it once more.").format(name=path.name)
        )
    text = read_text(path)
    if path.name == PLAN or is_plan(_loosely(text)):
        near = (path.parent, *folders)
        return of_plan(read_plan(text, source=str(path), today=today, folders=near), near, today)
    named = str(path) if looks_like_path(str(path)) else f"./{path}"
    return of_routines((find(named, folders, today=today),))


def _from_archive(path: Path) -> dict[str, str]:
    purse = members.ByteBudget(path.name)
    texts: dict[str, str] = {}
    with members.open_archive(path) as archive:
        for member in members.in_archive(path, archive):
            if member.name != PLAN and not member.name.startswith(f"{ROUTINES}/"):
                continue
            content = members.content_of(member, purse)
            if isinstance(content, str):
                raise Trouble(f"{path.name}: {member.name}: {content}.")
            texts[member.name] = _decoded(content)
    return texts


def archived(texts: Mapping[str, str]) -> bytes:
    """The texts as the bytes of a ZIP."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return out.getvalue()


def packed(texts: Mapping[str, str]) -> bytes:
    """The texts in few bytes, for codes."""
    whole = "\0".join(part for item in texts.items() for part in item).encode()
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _WORDS)
    return squeeze.compress(whole) + squeeze.flush()


def unpacked(content: bytes) -> dict[str, str]:
    """The texts again. Raises Trouble for what `packed` did not make."""
    expand = zlib.decompressobj(-15, _WORDS)
    try:
        whole = expand.decompress(content, MOST_BYTES)
    except zlib.error:
        whole = b""
    parts = _decoded(whole).split("\0") if expand.eof else []
    if not parts or len(parts) % 2:
        raise Trouble(
            _("The codes were made by another program, or a newer one. Nothing was taken.")
        )
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(_("There is something in it that is no text. Nothing was taken.")) from None


def _loosely(text: str) -> dict[str, object]:
    """The file's tables, or nothing where it is not TOML; the strict reader says why."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
