"""A TOML file read strictly into a struct: each field by its type, each mistake with its line.

For files whose form is a msgspec struct (settings, totals, a sitting, a simulated patient), so that
they are refused in the same words as a routine. A file of a newer schema than this program knows
is read as far as it is understood; whoever writes it again must keep the rest.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

import msgspec
from msgspec import inspect

from routines.errors import Trouble
from routines.reading.fields import Table
from routines.reading.report import LARGEST_FILE, ReadingReport

Read = TypeVar("Read", bound=msgspec.Struct)
Tables = dict[str, object]
CarefulValues = Mapping[tuple[str, ...], object]
"""For a key of a newer file that is not understood: what is assumed in its place."""


def read_typed(
    text: str,
    kind: type[Read],
    *,
    file: str,
    advice: str,
    newest: int = 1,
    careful: CarefulValues = {},  # noqa: B006 never changed
    most: int = LARGEST_FILE,
    prepared: Callable[[Tables], Tables] = lambda tables: tables,
) -> tuple[Read, Tables]:
    """The struct that `text` describes, and the whole file as tables.

    `file` names it in messages, `advice` ends them. `prepared` may bring the tables into form.
    Raises Trouble with every problem; in a file newer than `newest` only with those that leave no
    struct to be made.
    """
    report = ReadingReport(file, text, most)
    tables = report.parse(text)
    found: Read | None = None
    if tables is not None:
        tables = prepared(tables)
        found = _struct(report, tables, kind, newest, careful)
    if found is None or tables is None:
        problems = "\n".join(map(str, report.problems))
        raise Trouble(f"{problems} {advice}", "settings")
    return found, tables


def is_newer(tables: Mapping[str, object], newest: int) -> bool:
    """Whether a file says that it is of a newer schema than `newest`."""
    version = tables.get("schema")
    return isinstance(version, int) and not isinstance(version, bool) and version > newest


def _struct(
    report: ReadingReport, tables: Tables, kind: type[Read], newest: int, careful: CarefulValues
) -> Read | None:
    newer = is_newer(tables, newest)
    form = cast(inspect.StructType, inspect.type_info(kind))
    known = {**tables, "schema": newest} if newer else tables
    values = struct_values(Table(report, known), form)
    if report.problems and not newer:
        return None
    for path, value in careful.items():
        if report.noted(*path):
            _assume(values, path, value)
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError:
        return None


def _assume(values: Tables, path: tuple[str, ...], value: object) -> None:
    """Put the careful value at `path`; to a list it is added."""
    *above, key = path
    for part in above:
        values = cast(Tables, values.setdefault(part, {}))
    if isinstance(value, tuple):
        before = cast(tuple[object, ...], values.get(key, ()))
        value = (*before, *cast(tuple[object, ...], value))
    values[key] = value


def struct_values(section: Table, form: inspect.StructType) -> Tables:
    """The values of the fields that stand there rightly; the rest is noted, unknown keys too."""
    values: Tables = {}
    for field in form.fields:
        key = field.encode_name
        if field.required:
            section.need(key)
        value = _value(section, key, field.type)
        if value is not None:
            values[key] = value
    section.close()
    return values


def _value(section: Table, key: str, form: inspect.Type) -> object | None:
    """The value of `key`; None where there is none, or a wrong one."""
    match form:
        case inspect.UnionType(types=types):
            (form,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return _value(section, key, form)
        case inspect.LiteralType(values=values) if isinstance(values[0], int):
            return section.whole(key, *_ends(cast(tuple[int, ...], values)))
        case inspect.LiteralType(values=values):
            return section.choice(key, cast(tuple[str, ...], values))
        case inspect.BoolType():
            return section.flag(key)
        case inspect.IntType(ge=low, le=high):
            return section.whole(key, low, high)
        case inspect.FloatType(ge=low, le=high):
            return section.number(key, low, high)
        case inspect.StrType():
            return section.string(key)
        case inspect.DateType():
            return section.day(key)
        case inspect.VarTupleType(item_type=inspect.LiteralType(values=values)):
            return section.choices(key, cast(tuple[str, ...], values))
        case inspect.VarTupleType(item_type=inspect.StrType()):
            return section.strings(key)
        case inspect.VarTupleType(item_type=inspect.StructType() as inner):
            return _entries(section, key, inner)
        case inspect.StructType():
            table = section.table(key)
            return None if table is None else struct_values(table, form)
        case inspect.DictType(key_type=names, value_type=inner):
            return _mapping(section, key, names, inner)
        case _:
            raise TypeError(f"{key}: {form} cannot be read")


def _ends(values: tuple[int, ...]) -> tuple[int, int]:
    return min(values), max(values)


def _entries(section: Table, key: str, form: inspect.StructType) -> list[Tables]:
    """The tables of a list that have all they need."""
    needed = {field.encode_name for field in form.fields if field.required}
    found = [struct_values(each, form) for each in section.tables(key)]
    return [values for values in found if needed <= set(values)]


def _mapping(section: Table, key: str, names: inspect.Type, form: inspect.Type) -> Tables | None:
    """A table with keys of the person's own, or out of a list of words."""
    table = section.table(key)
    if table is None:
        return None
    words = names.values if isinstance(names, inspect.LiteralType) else table.written()
    found = {str(word): _value(table, str(word), form) for word in words}
    table.close()
    return {word: value for word, value in found.items() if value is not None}
