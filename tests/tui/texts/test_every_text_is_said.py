"""A sentence that nothing shows would be translated for nothing."""

import ast
from collections.abc import Iterable
from pathlib import Path

PACKAGES = ("routines", "sessions", "tui")
ELSEWHERE = ("sessions.engine.texts", "sessions.guards.sentences")
"""Modules of texts besides those of `tui.texts`."""
LAST_NAMES = ("texts", "sentences")
"""Of all of them: who imports one names it, or the package it stands in."""

Named = set[tuple[str, str]]
"""Names with the modules they stand in."""


def module_of(path: Path, root: Path) -> str:
    """The dotted name of a file."""
    return ".".join(path.relative_to(root).with_suffix("").parts)


def texts_in(module: str, tree: ast.Module) -> Named:
    """Constants of a module of texts."""
    names: Named = set()
    for each in tree.body:
        targets = each.targets if isinstance(each, ast.Assign) else ()
        if isinstance(each, ast.AnnAssign) and each.value is not None:
            targets = (each.target,)
        names |= {(module, t.id) for t in targets if isinstance(t, ast.Name) and t.id.isupper()}
    return names


def used_in(module: str, tree: ast.Module) -> Named:
    """Names that a file uses, each with the module it comes from."""
    modules: dict[str, set[str]] = {}
    used: Named = set()
    kinds = ast.ImportFrom | ast.Import | ast.Name | ast.Assign | ast.Attribute
    nodes = [each for each in ast.walk(tree) if isinstance(each, kinds)]
    for each in nodes:
        if isinstance(each, ast.ImportFrom):
            for alias in each.names:
                name = alias.asname or alias.name
                modules.setdefault(name, set()).add(f"{each.module}.{alias.name}")
                used.add((each.module or "", alias.name))
        elif isinstance(each, ast.Import):
            for alias in each.names:
                modules.setdefault(alias.asname or alias.name, set()).add(alias.name)
        elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            used.add((module, each.id))
    for each in nodes:  # a shorter name for a module
        if isinstance(each, ast.Assign):
            for short, name in zip(_parts(each.targets[0]), _parts(each.value), strict=False):
                if isinstance(short, ast.Name) and isinstance(name, ast.Name):
                    modules.setdefault(short.id, set()).update(modules.get(name.id, ()))
    for each in nodes:
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            used |= {(place, each.attr) for place in modules.get(each.value.id, ())}
    return used


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def unsaid(sources: Iterable[tuple[str, str]]) -> list[str]:
    """Texts that no source uses; a source is the name of a module and what stands in it."""
    texts: Named = set()
    used: Named = set()
    for module, source in sources:
        if not any(name in source or name in module for name in LAST_NAMES):
            continue  # it imports no module of texts, and is none
        tree = ast.parse(source)
        used |= used_in(module, tree)
        if module.startswith("tui.texts.") or module in ELSEWHERE:
            texts |= texts_in(module, tree)
    assert texts
    return sorted(".".join(name) for name in texts - used)


def test_every_text_is_said_somewhere(checkout: Path) -> None:
    """By the module it stands in: the same name elsewhere does not count."""
    files = [file for package in PACKAGES for file in (checkout / package).rglob("*.py")]

    assert unsaid((module_of(f, checkout), f.read_text(encoding="utf-8")) for f in files) == []


def test_a_text_that_nothing_says_is_found() -> None:
    """Though another module has a text of the same name, which is said."""
    sources = [
        ("tui.texts.one", 'TITLE = "One"'),
        ("tui.texts.two", 'TITLE = "Two"'),
        ("tui.screen", "from tui.texts import one as words\nprint(words.TITLE)"),
    ]

    assert unsaid(sources) == ["tui.texts.two.TITLE"]
