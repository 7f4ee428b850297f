"""Every message of the program with the places it stands in, read from its sources and its data."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from routines.catalogue import CUE, CUES, LISTS, SENTENCES
from routines.language.pages import pieces

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("routines", "sessions", "tui")
MARKS = ("_", "gettext_noop")
"""Calls whose only argument is a message."""
ASKING = frozenset((*MARKS, "pgettext", "ngettext", "counted"))
"""All calls that ask a catalogue."""
_ASKS = re.compile(rf"\b({'|'.join(ASKING)})\s*\(")


class Message(NamedTuple):
    """A sentence to translate; `many` where it has a plural, `context` where its word has two
    meanings."""

    one: str
    many: str = ""
    context: str = ""


Places = dict[Message, list[str]]


@cache
def asking_calls(root: Path) -> dict[Path, list[ast.Call]]:
    """The calls of each module that ask a catalogue, parsed once for all who want them."""
    return {
        path: calls_in(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
    }


def calls_in(source: str) -> list[ast.Call]:
    """Calls of a module that ask a catalogue; most modules have none, and are not parsed."""
    if not _ASKS.search(source):
        return []
    return [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASKING
    ]


@cache
def all_messages(root: Path = ROOT) -> Places:
    """All messages, in the order in which they are found."""
    found: Places = {}
    for package in PACKAGES:
        for path, calls in asking_calls(root).items():
            if path.is_relative_to(root / package):
                place = path.relative_to(root).as_posix()
                for message, line in in_calls(calls):
                    found.setdefault(message, []).append(f"{place}:{line}")
        for path in sorted((root / package).rglob("*.toml")):
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
            for message in in_tables(tables, path.parent.name):
                place = path.relative_to(root).as_posix()
                found.setdefault(message, []).append(place)
    for path in sorted((root / "routines" / "learn").glob("*.md")):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        for piece in (title.removeprefix("# "), *filter(None, pieces(text.strip()))):
            found.setdefault(Message(piece), []).append(path.relative_to(root).as_posix())
    return found


def in_code(source: str) -> Iterator[tuple[Message, int]]:
    """The messages of a module with their lines."""
    return in_calls(calls_in(source))


def in_calls(calls: list[ast.Call]) -> Iterator[tuple[Message, int]]:
    """The messages that these calls ask for, with their lines."""
    for node in calls:
        match name_of(node), [each.value for each in node.args if isinstance(each, ast.Constant)]:
            case name, [str(text)] if name in MARKS:
                yield Message(text), node.lineno
            case "pgettext", [str(context), str(text)]:
                yield Message(text, context=context), node.lineno
            case "ngettext", [str(one), str(many)]:
                yield Message(one, many), node.lineno
            case "counted", [*_, str(word)]:
                yield Message(f"{{number}} {word}", f"{{number}} {word}s"), node.lineno


def name_of(call: ast.Call) -> str:
    """What is called."""
    return getattr(call.func, "id", "")


def in_tables(tables: dict[str, Any], folder: str) -> Iterator[Message]:
    """The sentences of a file of exercises or of a routine."""
    if folder == "exercises":
        for exercise in tables["exercise"]:
            yield from (Message(exercise[key]) for key in SENTENCES if exercise.get(key))
            for key in LISTS:
                yield from map(Message, exercise.get(key, ()))
            for how in exercise.get("how_by_stage", {}).values():
                yield from map(Message, how)
            cues = exercise.get("cues", {})
            yield from (Message(cues[key], context=CUE) for key in CUES if key in cues)
    if folder == "library":
        yield from (Message(tables[key]) for key in ("name", "about") if tables.get(key))
        notes = (step.get("note") for step in tables.get("exercise", ()))
        yield from (Message(note) for note in notes if note)
        lifts = tables.get("lift", tables.get("lifts", {}))
        yield from (Message(why) for why in lifts.values() if isinstance(why, str))
