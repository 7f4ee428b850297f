"""`slowsmile routine`: list, show, check, write, hand over and take; the schema for editors.

Data goes to stdout, what is wrong to stderr. Nothing is run here; only `new`, `hand-over -o` and
`take` write.
"""

import argparse
import re
import shlex
import sys
import tomllib
import unicodedata
from collections.abc import Callable

import msgspec

from routines.cards import exercise_card, findings, minutes, plan_findings, routine_card
from routines.catalogue import exercises
from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed as listed_words
from routines.language.lists import sentences
from routines.model import Exercise, Routine
from routines.movements import STAGES, Stage
from routines.plan import is_plan, read_plan
from routines.program import COMMAND
from routines.reading.files import read_text
from routines.reading.library import (
    ListedRoutine,
    UnknownRoutine,
    find,
    library_ids,
    list_all,
    looks_like_path,
    path_of,
    shadows,
)
from routines.reading.problems import did_you_mean, nearest
from routines.safe_text import shown_path
from routines.schema import FILE_NAME, schema_text
from routines.starter import starter
from sessions.storage.private_files import write_private
from tui.commands.parts import hand_over
from tui.commands.parts.person_of import person_of
from tui.person.person import Person
from tui.terminal.exits import DONE, USAGE
from tui.texts import day as words_day

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be done with routines."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")

    def action(name: str, what: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=what, description=what)

    listing = action("list", _("every routine, of the library and of your folders"))
    listing.add_argument("--exercises", action="store_true", help=_("list the exercises instead"))
    show = action("show", _("a routine or an exercise as a card"))
    show.add_argument("id", metavar="ID", help=_("a routine, an exercise, or a .toml file"))
    show.add_argument("--json", action="store_true", help=_("everything, for a script"))
    check = action("check", _("read files and say all that is wrong, or how they will run"))
    check.add_argument(
        "files", nargs="+", metavar="FILE", help=_("routines, plan.toml, or folders")
    )
    new = action("new", _("write a routine to begin with, every choice explained in it"))
    new.add_argument("file", metavar="FILE", help=_("the .toml file to write"))
    new.add_argument("--id", help=_("id of the routine (default: from the name of the file)"))
    new.add_argument("--name", help=_("its name in plain words"))
    new.add_argument("--stage", choices=STAGES, help=_("the stage it is for"))
    new.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    action("schema", _("the JSON Schema of routine files, for editors"))
    hand_over.add_arguments(action)


def run(args: argparse.Namespace) -> int:
    """Do what was chosen."""
    chosen: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": _list,
        "show": _show,
        "check": _check,
        "new": _new,
        "schema": _schema,
        "hand-over": hand_over.give,
        "take": hand_over.take,
    }
    if args.action is None:
        raise Trouble(
            _("Say what to do: {command} routine {chosen}").format(
                command=COMMAND, chosen=" | ".join(chosen)
            )
        )
    return chosen[args.action](args)


def _list(args: argparse.Namespace) -> int:
    if args.exercises:
        for exercise in exercises().values():
            name = exercise.name
            if exercise.therapist_only:
                name = _("{name}, if a therapist allows it").format(name=name)
            print(f"{exercise.id:<22}{exercise.seen:<9}{name}")
        return DONE
    person = person_of(args.places)
    broken: list[ListedRoutine] = []
    for listed in list_all(
        person.routine_folders, today=person.today, ear_surgery=person.ear_surgery
    ):
        routine = listed.routine
        if routine is None:
            broken.append(listed)
            continue
        stage = routine.stage if routine.active else _("any stage")
        own = "" if listed.source == "library" else f"  ({listed.source})"
        if shadows(routine):
            own += f"  {words_day.ROUTINE_IN_PLACE}"
        print(f"{routine.id:<22}{stage:<12}{minutes(routine.seconds):<13}{routine.name}{own}")
    for listed in broken:
        print(_("Not listed: {trouble}").format(trouble=listed.trouble), file=sys.stderr)
    return DONE


def _show(args: argparse.Namespace) -> int:
    found = _routine_or_exercise(args)
    if args.json:
        sys.stdout.write(_as_json(found))
        return DONE
    card = routine_card(found) if isinstance(found, Routine) else exercise_card(found)
    print("\n".join(card))
    return DONE


def _routine_or_exercise(args: argparse.Namespace) -> Routine | Exercise:
    person = person_of(args.places)
    try:
        return _find(person, args.id)
    except UnknownRoutine:
        exercise = exercises().get(args.id)
        if exercise is not None:
            return exercise
        if looks_like_path(args.id) or nearest(args.id, library_ids()) is not None:
            raise
        near = nearest(args.id, tuple(exercises()))
        if near is None:
            raise
        raise Trouble(
            _('There is no routine and no exercise "{id}". Did you mean "{near}"?').format(
                id=args.id, near=near
            )
        ) from None


def _find(person: Person, named: str) -> Routine:
    return find(named, person.routine_folders, today=person.today, ear_surgery=person.ear_surgery)


def _as_json(found: Routine | Exercise) -> str:
    document = msgspec.to_builtins(found)
    if isinstance(found, Routine):
        document |= {"seconds": found.seconds, "reps": found.reps, "active": found.active}
        for step, table in zip(found.steps, document["steps"], strict=True):
            table |= {"scored": step.scored, "seconds": step.seconds}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _check(args: argparse.Namespace) -> int:
    """Every file, also after one that is wrong; exit code 2 when any is."""
    person = person_of(args.places)
    code = DONE
    for named in _all_files(args.files):
        try:
            print("\n".join(_checked(person, named)))
        except Trouble as trouble:
            print(trouble.sentence, file=sys.stderr)
            code = USAGE
    return code


def _all_files(named: list[str]) -> list[str]:
    found: list[str] = []
    for name in named:
        path = path_of(name)
        if not path.is_dir():
            found.append(name)
            continue
        inside = sorted(str(file) for file in path.glob("*.toml"))
        if not inside:
            raise Trouble(_("There is no .toml file in {name}.").format(name=name))
        found += inside
    return found


def _checked(person: Person, named: str) -> list[str]:
    path = path_of(named)
    if not looks_like_path(named) and not path.exists():
        return findings(_find(person, named))
    text = read_text(path)
    if path.name == "plan.toml" or is_plan(_loosely(text)):
        beside = () if path.parent == person.data else (path.parent,)
        folders = (*beside, *person.routine_folders)
        plan = read_plan(text, source=named, today=person.today, folders=folders)
        first, *rest = plan_findings(plan)
        return [f"{named}: {first}", *rest]
    return findings(_find(person, str(path) if looks_like_path(named) else f"./{path}"))


def _loosely(text: str) -> dict[str, object]:
    """The file's tables, or nothing where it is not TOML; the strict reader says why."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _new(args: argparse.Namespace) -> int:
    path = path_of(args.file)
    if path.suffix != ".toml":
        raise Trouble(_("{file}: give the file a name that ends in .toml.").format(file=args.file))
    if not path.parent.is_dir():
        raise Trouble(_("There is no folder {parent}. Make it first.").format(parent=path.parent))
    if path.exists() and not args.force:
        raise Trouble(
            _("{path} is there already. Choose another name, or add --force.").format(path=path)
        )
    routine_id = args.id or _slug(path.stem)
    if not _SLUG.fullmatch(routine_id):
        raise Trouble(
            _(
                '"{routine_id}" cannot be an id: small letters, digits and hyphens, '
                "such as --id morning-set."
            ).format(routine_id=routine_id)
        )
    name = args.name or _asked(_("Its name in plain words"), _plain_name(path.stem))
    if not name.strip() or not name.isprintable():
        raise Trouble(_("The name is to be one line of plain text."))
    stage = args.stage or _asked_stage()
    schema = path.with_name(FILE_NAME)
    try:
        write_private(path, starter(routine_id, name.strip(), stage))
        write_private(schema, schema_text())
    except OSError as error:
        raise Trouble(
            _("{shown_path} cannot be written: {strerror}.").format(
                shown_path=shown_path(path), strerror=error.strerror
            )
        ) from None
    print(
        _("Written: {routine}, and {schema} for editors.").format(
            routine=shown_path(path), schema=shown_path(schema)
        ),
        file=sys.stderr,
    )
    print(
        _("Next: {command} routine check {quote}").format(
            command=COMMAND, quote=shlex.quote(shown_path(path))
        ),
        file=sys.stderr,
    )
    return DONE


def _slug(stem: str) -> str:
    """Small letters, digits and hyphens; an accent is dropped, not its letter."""
    plain = unicodedata.normalize("NFKD", stem.lower())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "my-routine"


def _plain_name(stem: str) -> str:
    words = " ".join(re.split(r"[-_\s]+", stem)).strip()
    return words[:1].upper() + words[1:] if words.isprintable() and words else _("My routine")


def _asked(question: str, default: str) -> str:
    """The person's answer at a terminal; the default everywhere else."""
    if sys.stdin is None or not sys.stdin.isatty():
        return default
    print(f"{question} [{default}]: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or default


def _asked_stage() -> Stage:
    answer = _asked(_("For which stage ({stages})").format(stages=listed_words(STAGES)), "paretic")
    for stage in STAGES:
        if stage == answer:
            return stage
    wrong = _('"{answer}" is not a stage: {stages}.').format(
        answer=answer, stages=listed_words(STAGES)
    )
    raise Trouble(sentences((wrong, did_you_mean(answer, STAGES))))


def _schema(args: argparse.Namespace) -> int:
    sys.stdout.write(schema_text())
    return DONE
