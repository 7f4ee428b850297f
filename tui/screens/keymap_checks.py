"""Other keys for what the screens do: which names there are, and what is wrong with a keymap.

A key that is lost without a word would be found missing in the middle of a practice, so a name
that no screen has, a key that no keyboard has, and a key taken away from something else are
each refused. The names and usual keys are read from the screens themselves; that takes half a
second, so it is done only for somebody who changes keys.
"""

import importlib
import pkgutil
import unicodedata
from collections.abc import Mapping

from routines.language import _
from routines.language.lists import listed
from routines.reading.problems import nearest


def complaint(keymap: Mapping[str, str]) -> str:
    """What stands against `keymap`, in a sentence with the nearest name; empty when nothing."""
    if not keymap:
        return ""
    usual = usual_keys()
    for name, keys in keymap.items():
        if name not in usual:
            return _unknown(name, usual)
        for key in keys.split(","):
            if not _is_key(key.strip()):
                return _(
                    "`{name}`: `{key}` is no key. Write a letter, or space, f2, ctrl+k."
                ).format(name=name, key=key.strip())
    for name in keymap:
        robbed = _robbed(name, keymap, usual)
        if robbed:
            return _(
                "`{name}` would leave `{robbed}` without a key. Give that another one too."
            ).format(name=name, robbed=robbed)
    return ""


def usual_keys() -> dict[str, str]:
    """Every name that can be given other keys, with its usual keys (commas between them)."""
    from textual.binding import Binding
    from textual.dom import DOMNode

    found: dict[str, str] = {}
    for module in _modules():
        for made in vars(importlib.import_module(module)).values():
            if isinstance(made, type) and issubclass(made, DOMNode) and made.__module__ == module:
                own = vars(made).get("BINDINGS", ())
                found |= {b.id: b.key for b in own if isinstance(b, Binding) and b.id is not None}
    return found


def _modules() -> list[str]:
    import tui.screens
    import tui.widgets

    folders = (tui.screens, tui.widgets)
    return [
        "tui.app",
        *(m.name for f in folders for m in pkgutil.walk_packages(f.__path__, f"{f.__name__}.")),
    ]


def _unknown(name: str, usual: Mapping[str, str]) -> str:
    screen, _dot, rest = name.partition(".")
    there = {each.partition(".")[2]: each for each in usual if each.startswith(f"{screen}.")}
    near = there.get(nearest(rest, tuple(there)) or "") or nearest(name, tuple(usual))
    hint = _("Did you mean `{near}`?").format(near=near)
    if there and near is None:
        hint = _("There are: {values}.").format(values=listed(there.values()))
    elif near is None:
        hint = _("Their names stand in the help of each screen.")
    return _("nothing is called `{name}`. {hint}").format(name=name, hint=hint)


def _is_key(written: str) -> bool:
    """Whether a keyboard could send it: one letter or sign, or one of Textual's names."""
    from textual.keys import Keys

    *held, key = written.split("+") if len(written) > 1 else [written]
    if not set(held) <= {"ctrl", "shift", "alt", "super", "meta", "hyper"}:
        return False
    return len(key) == 1 or key in {each.value for each in Keys} or _is_sign(key)


def _is_sign(key: str) -> bool:
    """Whether it is the name of a sign, such as question_mark."""
    try:
        return bool(unicodedata.lookup(key.replace("_", " ")))
    except KeyError:
        return key in {"plus", "minus", "slash", "less_than", "greater_than"}


def _robbed(name: str, keymap: Mapping[str, str], usual: Mapping[str, str]) -> str:
    """What on the same screen would have no key left once `name` has its new ones."""
    screen = name.partition(".")[0]
    taken = _keys(keymap[name])
    for other, keys in usual.items():
        beside = other != name and other.partition(".")[0] == screen
        if beside and _keys(keymap.get(other, keys)) <= taken:
            return other
    return ""


def _keys(written: str) -> set[str]:
    return {key.strip() for key in written.split(",")}
