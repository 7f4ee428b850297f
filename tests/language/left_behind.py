"""Sentences in the sources that no catalogue is asked for."""

import ast
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.language.messages import ASKING, PACKAGES, ROOT

LEAST_WORDS = 4
"""Shorter texts are mostly names, keys and units; what of them is on a screen is found there."""
FOR_DEVELOPERS = ("AssertionError", "RuntimeError", "SessionError", "TypeError", "ValueError")
"""What says so is a defect or is caught: nobody reads it."""
NOT_SENTENCES = ("compile", "execute", "executemany", "executescript", "sub", "TypeVar")
"""Calls whose texts are patterns and queries."""
_SIGNS = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
_TEXTLESS = (ast.Name, ast.alias, *_SIGNS)


@cache
def left_behind(root: Path = ROOT) -> dict[str, list[str]]:
    """By the file they stand in."""
    found: dict[str, list[str]] = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            if texts := list(sentences(path.read_text(encoding="utf-8"))):
                found[path.relative_to(root).as_posix()] = texts
    return found


def sentences(source: str) -> Iterator[str]:
    """Texts of at least four words that are no docstring and not marked."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in _walked(tree):  # what holds a text comes before the text
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        elif isinstance(node, ast.Call) and _name(node.func) in (
            *ASKING,
            *FOR_DEVELOPERS,
            *NOT_SENTENCES,
        ):
            passed |= {id(inner) for each in node.args for inner in _direct(each)}
        elif isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
        if id(node) not in passed and (text := _text(node)) and is_sentence(text):
            yield text


def _walked(tree: ast.Module) -> Iterator[ast.AST]:
    """As `ast.walk`, without the two thirds in which no text can stand."""
    found: deque[ast.AST] = deque([tree])
    while found:
        node = found.popleft()
        yield node
        found += [each for each in ast.iter_child_nodes(node) if not isinstance(each, _TEXTLESS)]


def is_sentence(text: str) -> bool:
    """Whether a person could read it: some words with blanks between them, no code."""
    words = [word for word in text.split() if word.strip(".,:;!?()'\"").isalpha()]
    return len(words) >= LEAST_WORDS and not any(sign in text for sign in ("{ ", "</", " = ?"))


def _direct(node: ast.expr) -> Iterator[ast.expr]:
    """A text, however it is put together."""
    yield node
    if isinstance(node, ast.BinOp):
        yield from _direct(node.left)
        yield from _direct(node.right)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
        return "".join(map(str, parts))
    return ""


def _name(node: ast.expr) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))
