"""Makes the mutants of a module: its source with one small change each.

Changed are comparisons (the boundary, and the opposite), `and`/`or` (exchanged, and each operand
left out), `not`, signs, arithmetic, `min`/`max`, `any`/`all` and numbers. Annotations, decorators
and format specifications are left alone. A mutant's name holds no line numbers, so it stays the
same while the code around it changes.
"""

import ast
import random
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from types import CodeType
from typing import NamedTuple

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
SIGNS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
}
NOT_CODE = frozenset({"annotation", "returns", "decorator_list", "format_spec"})
"""Fields of syntax nodes that decide nothing."""


class Mutant(NamedTuple):
    """One change, compiled."""

    name: str
    """Target, function, the expression, the change; a number where these occur again."""
    line: int
    code: CodeType


class _Edit(NamedTuple):
    """A field of a syntax node and what it is to hold."""

    node: ast.AST
    field: str
    value: object
    change: str


def mutants(source: str, path: str, target: str) -> list[Mutant]:
    """All mutants of `source`; `path` is where its tracebacks point, `target` begins the names."""
    tree = ast.parse(source)
    return [
        Mutant(f"{target} {name}", _line(edit), _compiled(tree, path, edit))
        for name, edit in _named(tree)
    ]


def pairs(
    source: str, path: str, target: str, count: int, seed: int, without: Collection[str] = ()
) -> list[Mutant]:
    """At most `count` mutants with two changes at once, drawn by `seed`: one may hide the other.

    Both lie in one class or function, where they can meet. Names in `without` take no part.
    """
    tree = ast.parse(source)
    there = [(name, edit) for name, edit in _named(tree) if f"{target} {name}" not in without]
    every = [
        (one, other)
        for one, other in combinations(there, 2)
        if _scope(one[0]) == _scope(other[0]) and one[1].node is not other[1].node
    ]
    drawn = random.Random(seed).sample(every, min(count, len(every)))
    return [
        Mutant(f"{target} {first} + {second}", _line(one), _compiled(tree, path, one, two))
        for (first, one), (second, two) in drawn
    ]


def _named(tree: ast.Module) -> Iterator[tuple[str, _Edit]]:
    seen: Counter[str] = Counter()
    for function, text, edit in _edits(tree, [], []):
        name = f"{function}: {text} [{edit.change}]"
        seen[name] += 1
        yield f"{name} #{seen[name]}" if seen[name] > 1 else name, edit


def _scope(name: str) -> str:
    """The class of a method, else the function."""
    return name.partition(":")[0].partition(".")[0]


def _line(edit: _Edit) -> int:
    return getattr(edit.node, "lineno", 0)


def _compiled(tree: ast.Module, path: str, *edits: _Edit) -> CodeType:
    before = [(edit, getattr(edit.node, edit.field)) for edit in edits]
    for edit in edits:
        setattr(edit.node, edit.field, edit.value)
    try:
        return compile(ast.fix_missing_locations(tree), path, "exec")
    finally:
        for edit, value in reversed(before):
            setattr(edit.node, edit.field, value)


def _edits(
    node: ast.AST, scopes: list[str], above: list[ast.AST]
) -> Iterator[tuple[str, str, _Edit]]:
    """Function, expression and edit of every change below `node`, in the order of the source."""
    for edit in _edits_of(node):
        yield ".".join(scopes) or "module", _text(node, above), edit
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        scopes = [*scopes, node.name]
    for field, value in ast.iter_fields(node):
        if field in NOT_CODE:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _edits(child, scopes, [*above, node])


def _edits_of(node: ast.AST) -> Iterator[_Edit]:
    match node:
        case ast.Compare(ops=ops):
            for i, op in enumerate(ops):
                for new in COMPARISONS[type(op)]:
                    change = f"{SIGNS[type(op)]} becomes {SIGNS[new]}"
                    yield _Edit(node, "ops", [*ops[:i], new(), *ops[i + 1 :]], change)
        case ast.BoolOp(op=op, values=values):
            word, other = ("and", ast.Or()) if isinstance(op, ast.And) else ("or", ast.And())
            yield _Edit(node, "op", other, f"{word} exchanged")
            for i, value in enumerate(values):
                neutral = ast.Constant(word == "and")
                left = [*values[:i], neutral, *values[i + 1 :]]
                yield _Edit(node, "values", left, f"without {ast.unparse(value)}")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _Edit(node, "operand", ast.UnaryOp(ast.Not(), operand), "without not")
        case ast.UnaryOp(op=ast.USub()):
            yield _Edit(node, "op", ast.UAdd(), "without minus")
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            new_op = ARITHMETIC[type(op)]
            yield _Edit(node, "op", new_op(), f"{SIGNS[type(op)]} becomes {SIGNS[new_op]}")
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            other = ast.Name(CALLS[name], ast.Load())
            yield _Edit(node, "func", other, f"{name} becomes {CALLS[name]}")
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int(n)):
            yield _Edit(node, "value", n + 1, f"{n} becomes {n + 1}")
        case ast.Constant(value=float(x)):
            more, less = (x * 1.1, x * 0.9) if x else (1.0, -1.0)
            yield _Edit(node, "value", more, f"{x:g} becomes {more:g}")
            yield _Edit(node, "value", less, f"{x:g} becomes {less:g}")


def _text(node: ast.AST, above: list[ast.AST]) -> str:
    """The source of the changed expression; for a number that of what it stands in."""
    if isinstance(node, ast.Constant):
        for parent in reversed(above):
            if isinstance(parent, ast.arguments):
                break
            if not isinstance(parent, ast.Slice | ast.UnaryOp | ast.Tuple | ast.keyword):
                node = parent
                break
    return ast.unparse(node)
