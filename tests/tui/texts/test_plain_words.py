"""Every text a patient reads is plain: short sentences, everyday words, no false comfort.

The texts are collected from the modules and data they stand in, so a new one is held too. Words
that are put together where they are needed are read from the source of their modules.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

import tui.texts
from routines import catalogue, for_person
from routines.catalogue import exercises
from routines.learn import topics
from routines.reading.library import find, library_ids
from sessions.engine import texts as engine_texts
from sessions.guards import blind_sentences
from sessions.guards import sentences as guard_sentences
from tests.conftest import ROOT

MOST_WORDS = 20
"""In one sentence. Plain-language guides for health ask for 15 to 20."""
AVOID = re.compile(
    r"\b(anew|whilst|hence|thereby|seldom|moreover|furthermore|nevertheless|nonetheless|albeit"
    r"|henceforth|wander|upon|utterly|amid|lest|regain|commence|subsequently|prior to|in order to"
    r"|ruled out or treat|rises? along|narrows? along|minds the light|leave of|therapist's leave"
    r"|could not be told|cannot be told|retrain\w*|rehabilitat\w*|symmetry index|excursion"
    r"|synkinesis|synkinetic|overcompensation|fatigue|landmark\w*)\b"
    r"|All quiet|A good practice|Everything is open|measures (a|your) disease",
    re.IGNORECASE,
)
"""Hard or old words, terms of the trade, promises, and comfort that was not measured."""
NAMED: frozenset[str] = frozenset({"Doctors call it synkinesis."})
"""Sentences that name a term so that a reader knows it when a doctor says it."""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))


def _modules() -> Iterator[tuple[str, object]]:
    for found in pkgutil.walk_packages(tui.texts.__path__, "tui.texts."):
        yield found.name, importlib.import_module(found.name)
    for module in (engine_texts, guard_sentences, blind_sentences, catalogue, for_person):
        yield module.__name__, module


SPOKEN_BY: dict[str, tuple[str, ...]] = {
    "sessions.report": ("*.py",),
    "sessions.history": ("*.py",),
    "sessions.care": ("*.py",),
    "sessions.live": ("*.py",),
    "sessions.engine": ("*.py", "cards/*.py"),
    "sessions.pictures": ("*.py",),
    "routines": ("stages.py", "leaves.py", "due.py", "plan.py", "cards.py"),
    "routines.reading": ("*.py",),
    "tui.practice": ("*.py",),
    "tui.presenters": ("*.py",),
    "tui.flows": ("*.py",),
}
"""Files whose own sentences reach a person: refusals, proposals, the report."""
LEAST_WORDS = 4
"""Shorter texts are names, keys and units."""
NOT_SHOWN = re.compile("CREATE TABLE")


def _sentences_in(source: str) -> Iterator[str]:
    """Texts of a module that are no docstrings; what is put in later stands as one word."""
    inner: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr):
            inner.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            inner |= {id(part) for part in node.values}
            parts = (str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and id(node) not in inner:
            yield node.value if isinstance(node.value, str) else ""


def _spoken() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for package, patterns in SPOKEN_BY.items():
        folder = Path(*package.split("."))
        for path in sorted(p for pattern in patterns for p in (ROOT / folder).glob(pattern)):
            texts = _sentences_in(path.read_text(encoding="utf-8"))
            said = [t for t in texts if len(t.split()) >= LEAST_WORDS and not NOT_SHOWN.search(t)]
            if said:
                found[f"source {path.relative_to(ROOT).as_posix()}"] = said
    return found


def _collect() -> dict[str, list[str]]:
    """Every text by where it stands."""
    found: dict[str, list[str]] = {}
    for name, module in _modules():
        public = {key: value for key, value in vars(module).items() if key.strip("_").isupper()}
        found[name] = list(_strings(public))
    for exercise in exercises().values():
        parts = (
            exercise.name,
            exercise.how,
            exercise.how_by_stage,
            exercise.mistake,
            exercise.finger,
            exercise.stations,
            exercise.cautions,
        )
        found[f"exercise {exercise.id}"] = list(_strings(parts))
    for routine_id in library_ids():
        routine = find(routine_id)
        found[f"routine {routine.id}"] = [routine.name, routine.about]
    for page in topics():
        found[f"page {page.id}"] = [page.title, page.text]
    return {**found, **_spoken()}


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    """Collected once, and only where these tests run."""
    return _collect()


def sentences_of(text: str) -> list[str]:
    """A text cut at its full stops, list items and paragraphs."""
    lines = re.sub(r"\n(?!\n|- )", " ", text)
    return [s.strip() for s in re.split(r"(?<=[.!?:;])\s+|\n+", lines) if s.strip()]


def long_ones(text: str) -> list[str]:
    """Sentences with too many words. A placeholder counts as one."""
    return [s for s in sentences_of(text) if len(s.removeprefix("- ").split()) > MOST_WORDS]


def test_sentences_are_short(texts: dict[str, list[str]]) -> None:
    """Twenty words at the most."""
    long = [(place, s) for place, said in texts.items() for text in said for s in long_ones(text)]

    assert long == []


def test_words_are_plain_and_comfort_is_true(texts: dict[str, list[str]]) -> None:
    """None of the words to avoid."""
    said = [(place, s) for place in texts for text in texts[place] for s in sentences_of(text)]

    assert [(place, s) for place, s in said if s not in NAMED and AVOID.search(s)] == []


def test_the_measure_itself_finds_what_it_is_for(texts: dict[str, list[str]]) -> None:
    """A long sentence, a hard word; and no text is overlooked."""
    assert long_ones(" ".join(["word"] * 21) + ".")
    assert not long_ones(" ".join(["word"] * 20) + ". Next.")
    assert AVOID.search("All quiet.")
    assert {"tui.texts.practice", "page doctor", "exercise pucker", "routine bouts"} <= set(texts)
    refusals = " ".join(texts["source routines/stages.py"])
    assert "has active exercises, and today is a tight day" in refusals
    assert any("moved too" in text for text in texts["source sessions/history/proposals.py"])
    (put_together,) = _sentences_in('"""Not this."""\nx = f"One {two} three" " four."')
    assert put_together == "One {} three four."
    assert all(texts[place] for place in ("tui.texts.day", "sessions.engine.texts"))
