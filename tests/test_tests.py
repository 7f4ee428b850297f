"""Every test can fail: it asserts something, by itself or through what it calls."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

ASSERTING = ("assert", "check", "expect")
"""Beginnings of the names of helpers that assert."""
ALSO = {
    "raises": "pytest fails where nothing is raised",
    "fail": "pytest fails here",
    "until": "waits for what it is given, and fails where it does not come",
    "until_screen": "waits for a screen, and fails where it does not come",
    "at_home": "waits for Home, and fails where it does not come",
}
"""Other calls that fail a test, and why."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    """All functions of a file, those of classes and of other functions too; no expression is looked
    through, because none holds any."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield node
        if not isinstance(node, ast.expr):
            yield from functions(node)


def called(node: ast.AST) -> Iterator[str]:
    """Names of what is called in it."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name | ast.Attribute):
            yield each.func.id if isinstance(each.func, ast.Name) else each.func.attr


def can_fail(node: Function, others: Sequence[Function], depth: int = 2) -> bool:
    """Whether it asserts something, or calls what does; of its own file `depth` calls deep."""
    if any(isinstance(each, ast.Assert) for each in ast.walk(node)):
        return True
    names = set(called(node))
    if any(name in ALSO or name.lstrip("_").startswith(ASSERTING) for name in names):
        return True
    return depth > 0 and any(
        each.name in names and can_fail(each, others, depth - 1)
        for each in others
        if each is not node
    )


def without_assertion(source: str) -> list[str]:
    """Names of tests that cannot fail but by accident."""
    every = list(functions(ast.parse(source)))
    tests = [each for each in every if each.name.startswith("test_")]
    return [each.name for each in tests if not can_fail(each, every)]


def test_every_test_asserts_something(checkout: Path) -> None:
    """All files of tests."""
    files = sorted((checkout / "tests").rglob("test_*.py"))
    found = {
        str(file.relative_to(checkout)): names
        for file in files
        if (names := without_assertion(file.read_text(encoding="utf-8")))
    }

    assert len(files) > 100
    assert found == {}


def test_a_test_without_assertion_is_found() -> None:
    """Helpers count where they assert, and only there."""
    source = """
def _asserting(x): assert x
def quiet(x): print(x)
def test_one(): quiet(1)
def test_two(): _asserting(2)
class TestMore:
    async def test_three(self): quiet(3)
    def test_four(self):
        with pytest.raises(ValueError): quiet(4)
"""
    assert without_assertion(source) == ["test_one", "test_three"]
