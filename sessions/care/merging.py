"""Three-way merge of a settings change with what another window or an editor wrote meanwhile.

Field by field: what this window did not change is left as it is found. Pure.
"""

import datetime
from typing import TypeVar, cast

import msgspec
from msgspec.structs import replace

Value = TypeVar("Value")
Mapped = dict[object, object]
Listed = tuple[object, ...]


def merged(before: Value, after: Value, found: Value) -> Value:
    """`found` with everything in which `after` differs from `before`.

    In a table each key is for itself, in a list each entry. Of two changes of one and the same
    value, the one of this window holds.
    """
    if before == after:
        return found
    if before == found:
        return after
    if isinstance(found, msgspec.Struct):
        names = found.__struct_fields__
        fields = {
            name: merged(getattr(before, name), getattr(after, name), getattr(found, name))
            for name in names
        }
        return replace(found, **fields)
    if isinstance(found, dict):
        return cast(Value, _tables(cast(Mapped, before), cast(Mapped, after), cast(Mapped, found)))
    if isinstance(found, tuple):
        return cast(Value, _lists(cast(Listed, before), cast(Listed, after), cast(Listed, found)))
    return after


def _tables(before: Mapped, after: Mapped, found: Mapped) -> Mapped:
    kept = {key: value for key, value in found.items() if key in after or key not in before}
    changed = {key: v for key, v in after.items() if key not in before or before[key] != v}
    return {**kept, **changed}


def _lists(before: Listed, after: Listed, found: Listed) -> Listed:
    kept = [entry for entry in found if entry in after or entry not in before]
    added = [entry for entry in after if entry not in before and entry not in kept]
    return (*kept, *added)


def put_changes(
    tables: dict[str, object], found: msgspec.Struct, wanted: msgspec.Struct
) -> dict[str, object]:
    """`tables`, which say `found`, changed to say `wanted`; what neither knows of stays.

    What is at its default is left out.
    """
    result = dict(tables)
    usual = type(wanted)()
    for name in wanted.__struct_fields__:
        here, there = getattr(found, name), getattr(wanted, name)
        if here == there:
            continue
        if isinstance(there, msgspec.Struct):
            inner = result.get(name)
            known = cast(dict[str, object], inner) if isinstance(inner, dict) else {}
            result[name] = put_changes(known, here, there)
        elif there is None or there == getattr(usual, name):
            result.pop(name, None)
        else:
            result[name] = msgspec.to_builtins(there, builtin_types=(datetime.date,))
        if result.get(name) == {}:
            del result[name]
    order = {name: place for place, name in enumerate(wanted.__struct_fields__)}
    return dict(sorted(result.items(), key=lambda item: order.get(item[0], len(order))))
