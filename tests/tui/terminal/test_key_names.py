"""Each key has one spelling, in footers, help and texts alike."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.screen import Screen

import tui.screens
import tui.texts
from tui.terminal.key_names import key_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("enter", "Enter"),
        ("escape,q", "Esc"),
        ("question_mark,f1", "?"),
        ("up", "Up"),
        ("r", "r"),
        ("ctrl+q", "Ctrl+Q"),
    ],
)
def test_names(key: str, name: str) -> None:
    """The first key of a binding, in characters every terminal has."""
    assert key_name(key) == name


def screens() -> Iterator[tuple[str, list[Binding]]]:
    """Every screen with what stands in its footer."""
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        for name, made in vars(importlib.import_module(module.name)).items():
            if isinstance(made, type) and issubclass(made, Screen):
                shown = [b for b in made.BINDINGS if isinstance(b, Binding) and b.show]
                if shown:
                    yield name, shown


def test_footers_have_one_form() -> None:
    """A name with a capital, and what leads away last."""
    seen = dict(screens())
    assert len(seen) > 15
    away = {"escape", "q", "question_mark"}
    for name, shown in seen.items():
        assert all(b.description[:1].isupper() for b in shown), name
        assert all(b.description.isascii() and len(b.description) <= 20 for b in shown), name
        firsts = [b.key.split(",")[0] for b in shown]
        begun = [n for n, key in enumerate(firsts) if key in away]
        assert not begun or all(key in away for key in firsts[begun[0] :]), (name, firsts)


TEXTS = list(pkgutil.walk_packages(tui.texts.__path__, "tui.texts."))


@pytest.mark.parametrize("name", [m.name for m in TEXTS])
def test_texts_spell_keys_alike(name: str) -> None:
    """A key that a sentence names is written as the footer writes it."""
    module = importlib.import_module(name)
    for text in map(str, vars(module).values()):
        wrong = re.findall(r"\b(?:enter|esc|ENTER|ESC|Escape|Return)\b(?=[:,. ])", text)
        assert not wrong, text[:80]
