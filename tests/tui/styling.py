"""Style sheets that are parsed once in a run, and matched once for each kind of place.

Textual parses all its style sheets anew for each app, and looks for the rules of a widget anew each
time it is styled: when it is made, when the focus moves, when its screen comes back. Most tests
make the same screens. What is found hangs on nothing but the rules, the path of widgets from the
app down to the one in question, and the states (`:focus`, `:last-child`) that rules ask for on it.
"""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import pytest
from textual.css.model import RuleSet, Selector
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

Sheet: TypeAlias = int
"""A number for each list of rules."""
Place: TypeAlias = tuple[Sheet, *tuple[object, ...]]
"""A sheet, and of each widget on the path its kind, its classes and its name."""
Asked: TypeAlias = list[tuple[int, str]]
"""Which states are asked for, and of which widget on the path."""
Found: TypeAlias = tuple[RulesMap | None, tuple[bool, ...]]
"""What a widget is to look like; which later changes may alter it."""

EVERYWHERE = frozenset({"dark", "light", "nocolor", "ansi", "inline"})
"""States that are those of the app, whichever widget is asked."""
FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")

_parse = Stylesheet._parse_rules
_apply = Stylesheet.apply
_replace = Stylesheet.replace_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_numbers: dict[tuple[int, ...], Sheet] = {}
_next = count()
_sheets: WeakKeyDictionary[Stylesheet, tuple[list[RuleSet], Sheet]] = WeakKeyDictionary()
_variables: WeakKeyDictionary[Stylesheet, tuple[dict[str, str], int]] = WeakKeyDictionary()
_palettes: dict[tuple[tuple[str, str], ...], int] = {}
_asked: dict[Place, Asked] = {}
_found: dict[tuple[object, ...], Found] = {}
_as_set: dict[int, tuple[RulesMap, RulesMap]] = {}
_replaced: dict[DOMNode, RulesMap] = {}


def style_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse and match only what was not met before.

    Rules are hashed by identity in any case. Textual does so in Python, two hundred times for each
    widget that is styled.
    """
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)
    monkeypatch.setattr(Stylesheet, "apply", _match_once)
    monkeypatch.setattr(Stylesheet, "replace_rules", staticmethod(_noted))
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)


def _parse_once(sheet: Stylesheet, css: str, *where: Any, **kind: Any) -> list[RuleSet]:
    """Rules depend on the text, on where it stands and on the theme's colours."""
    key = (css, where, tuple(kind.items()), _colours(sheet))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, *where, **kind)
    return _parsed[key]


def _colours(sheet: Stylesheet) -> int:
    """The same for sheets with the same variables, of which there are hundreds."""
    variables, number = _variables.get(sheet, (None, 0))
    if variables is not sheet._variables:
        number = _palettes.setdefault(tuple(sheet._variables.items()), next(_next))
        _variables[sheet] = (sheet._variables, number)
    return number


def _number(sheet: Stylesheet) -> Sheet:
    """The same for sheets with the same rules, which `_parsed` keeps for good."""
    rules = sheet.rules
    of, number = _sheets.get(sheet, (None, 0))
    if of is not rules:
        number = _numbers.setdefault(tuple(map(id, rules)), next(_next))
        _sheets[sheet] = (rules, number)
    return number


def _match_once(
    sheet: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None
) -> None:
    """Give a widget its styles, looked for where none stood in such a place before."""
    path = node.css_path_nodes
    place: Place = (_number(sheet), *((type(p), frozenset(p._classes), p._id) for p in path))
    if place not in _asked:
        _asked[place] = list(_states(sheet, node, path))
    key = (place, *(_in(state, path[n]) for n, state in _asked[place]))
    if key in _found:
        rules, flags = _found[key]
        for name, flag in zip(FLAGS, flags, strict=True):
            setattr(node, name, flag)
        if rules is not None:
            _give(node, rules, animate=animate)
        sheet._process_component_classes(node)
        return
    _apply(sheet, node, animate=animate, cache=cache)
    flags = tuple(getattr(node, name) for name in FLAGS)
    _found[key] = (_replaced.pop(node, None), flags)


def _noted(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    _replaced[node] = rules
    _give(node, rules, animate=animate)


def _give(node: DOMNode, rules: RulesMap, *, animate: bool) -> None:
    """Set what a widget looks like: one after the other only where it looked otherwise before.

    Each setter brings its value into a form that depends on nothing else, and asks for the widget
    to be laid out, which whatever is new will be.
    """
    base = node.styles.base
    if base._rules or node._running:
        _replace(node, rules, animate=animate)
        return
    if id(rules) not in _as_set:
        _replace(node, rules)
        _as_set[id(rules)] = (rules, base._rules.copy())
        return
    base._rules.update(_as_set[id(rules)][1])
    base._updates += 1
    node.refresh(layout=True)
    node.notify_style_update()


def _in(state: str, widget: DOMNode) -> bool:
    """Whether a widget is in a state."""
    asked: Callable[[Any], bool] = widget._PSEUDO_CLASSES[state]
    return asked(widget)


def _states(sheet: Stylesheet, node: DOMNode, path: list[DOMNode]) -> Iterable[tuple[int, str]]:
    """The states that rules for such a widget ask for, of all that they are about."""
    names = sheet.rules_map.keys() & node._selector_names
    selectors: list[Selector] = [
        selector
        for name in sorted(names)
        for rule in sheet.rules_map[name]
        for chosen in rule.selector_set
        for selector in chosen.selectors
    ]
    return dict.fromkeys(
        (0 if state in EVERYWHERE else n, state)
        for selector in selectors
        for n, widget in enumerate(path)
        if selector._check(widget)
        for state in sorted(selector.pseudo_classes)
        if state in widget._PSEUDO_CLASSES
    )
