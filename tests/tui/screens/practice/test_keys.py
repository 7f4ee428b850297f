"""Hands on the keyboard: other layouts, Esc, keys that bounce, keys that mean nothing."""

import ast
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

import tui.screens
from tests.tui.people import app_of, at_home, somebody, until_screen
from tests.tui.screens.practice_app import Practice, practice
from tui.screens.help import Help
from tui.screens.questions.ask import Ask
from tui.screens.questions.typed import Typed
from tui.terminal.key_bounce import BOUNCE_S, Bounce
from tui.texts import practice as words


def told(now: Practice) -> list[str]:
    """The toasts that stand there."""
    return [each.message for each in now.app._notifications]


async def test_stop_and_pain_are_heard_on_every_keyboard(tmp_path: Path) -> None:
    """By place; going on with the same exercise is the first choice, and pain ends the practice.
    What only looks like stop stops nothing, and the screen says so; pain is named on the stop card
    alone.

    Every letter of every keyboard: `tests/tui/terminal/test_key_places.py`.
    """
    async with practice(tmp_path) as now:
        await now.phase("hold", rep=2)
        for key in ("х", "alt+x", "з"):  # "р" lies on the key of h
            now.app.clear_notifications()
            assert told(now) == []
            view = await now.press(key)
            (said,) = told(now)

            assert view.phase == "hold", key
            assert "does nothing now" in said, key

        view = await now.press("Ч")
        choices = now.said("stop-choices").splitlines()
        on = await now.press("enter")
        again = await now.phase("hold")
        await now.press("x")
        ended = await now.press("π")

    assert view.phase == "stopped"
    assert words.STOP_GO_ON in choices[0]
    assert on.phase == "ready"
    assert again.rep == 2
    assert ended.ended == "stopped"


async def test_esc_closes_what_stands_over_the_practice(tmp_path: Path) -> None:
    """And the practice stays paused; so it does on one's own card, from which space goes on with
    the repetition that was stopped. Before the first exercise esc pauses the look for the face."""
    over: dict[str, type[Screen[bool]]] = {"question_mark": Help, "ctrl+q": Ask}
    async with practice(tmp_path) as now:
        await now.phase("finding-face")
        looking = await now.press("escape")
        assert looking.paused_reason == "person"
        assert looking.ended is None
        await now.press("space")
        await now.phase("hold", rep=2)
        for key, kind in over.items():
            await now.press(key)
            await until_screen(now.pilot, kind)
            view = await now.press("escape")
            assert now.app.screen is now.screen
            assert view.paused_reason == "person"
            assert view.phase != "stopped"
            went_on = await now.press("space")
            assert went_on.paused is None

        await now.phase("hold")
        stopped = await now.press("escape")
        view = await now.press("escape")
        await now.press("space")
        again = await now.phase("hold")

    assert stopped.phase == "stopped"
    assert view.paused_reason == "person"
    assert view.stop is None
    assert again.rep == 2


async def test_typed_text_is_left_as_it_is(tmp_path: Path) -> None:
    """In a line of text letters are letters, however fast the same one comes."""
    app, _ = app_of(somebody(tmp_path))
    app.bounce = Bounce()
    async with app.run_test() as pilot:
        await at_home(pilot)
        app.push_screen(Typed("", ""))
        await until_screen(pilot, Typed)
        await pilot.press("ч", "X", "x", "x")
        assert app.screen.query_one(Input).value == "чXxx"


async def press_at(now: Practice, key: str, at_s: float) -> None:
    """A key with its time."""
    event = events.Key(key, key if len(key) == 1 else None)
    event.time = at_s
    now.app.post_message(event)
    await now.pilot.pause()
    await now.pilot.pause()


@pytest.mark.long
async def test_a_key_that_bounces_does_nothing_on_what_follows(tmp_path: Path) -> None:
    """Space pauses; its bounce does not go on again, and the next press does."""
    async with practice(tmp_path) as now:
        now.app.bounce = Bounce()
        await now.phase("hold")
        await press_at(now, "space", 1.0)
        await press_at(now, "space", 1.0 + BOUNCE_S / 2)
        assert now.view().paused is not None
        await press_at(now, "space", 1.0 + BOUNCE_S * 3)
        assert now.view().paused is None


async def test_stop_pain_esc_and_other_keys_are_never_dropped(tmp_path: Path) -> None:
    """However soon; each pair with the key that goes on after it."""
    pairs = (("escape", "escape", "space"), ("space", "x", "enter"), ("x", "p", ""))
    async with practice(tmp_path) as now:
        for first, then, on in pairs:
            await now.phase("hold")
            now.app.bounce = Bounce()
            await press_at(now, first, 1.0)
            before = now.view()
            await press_at(now, then, 1.01)
            assert now.view() != before, then
            if on:
                now.app.bounce = Bounce()
                went_on = await now.press(on)
                assert went_on.paused is None
                assert went_on.phase in {"resuming", "ready"}
        assert now.view().ended is not None


def test_a_bounce_is_the_same_key_at_another_place_soon() -> None:
    """Neither another key, nor the same place, nor later."""
    bounce = Bounce()
    bounce.press("enter", 1.0, "a")
    assert bounce.repeats("enter", 1.1, "b")
    assert not bounce.repeats("enter", 1.1, "a")
    assert not bounce.repeats("n", 1.1, "b")
    assert not bounce.repeats("enter", 1.0, "b")
    assert not bounce.repeats("enter", 1.2, "b")


def described() -> Iterator[tuple[str, list[str]]]:
    """Every screen with the keys it binds."""
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        for name, made in vars(importlib.import_module(module.name)).items():
            if isinstance(made, type) and issubclass(made, Screen):
                bound = [each for each in made.BINDINGS if isinstance(each, Binding)]
                yield name, [key for each in bound for key in each.key.split(",")]


def test_no_two_keys_differ_by_case_only() -> None:
    """Caps Lock never makes one thing into another."""
    seen = dict(described())
    assert len(seen) > 20
    for name, keys in seen.items():
        cases = defaultdict(set)
        for key in keys:
            cases[key.lower()].add(key)
        assert all(len(each) == 1 for each in cases.values()), name
        assert not any(len(key) == 1 and key.isupper() for key in keys), name


def test_no_text_that_is_shown_is_markup() -> None:
    """Every toast and every static part says so; what is drawn by a subclass is no string."""
    calls = 0
    for path in Path(tui.screens.__path__[0]).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "notify" not in source and "Static" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if called in {"notify", "Static"}:
                calls += 1
                assert "markup" in {each.arg for each in node.keywords}, f"{path}:{node.lineno}"
    assert calls > 20
