"""Waiting for an app to have done all that it can do by itself, without a clock.

Textual's own tests wait until the process has used little processor time for 20 ms, three times
for each key. That is slow, and wrong on a busy machine: a process that waits for its turn looks
idle too. The event loop knows better: nothing is ready to run, no thread is at work, and the
screen shows what it holds.
"""

import asyncio
import time
from asyncio import base_events
from collections.abc import Iterable, Mapping
from typing import Any
from weakref import WeakSet

import pytest
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from tests.patience import patience

AT_MOST_S = 1.0
"""A practice that runs freely is never at rest; whoever waits for more asks again."""

_at_work: WeakSet[asyncio.Future[Any]] = WeakSet()
_give = base_events.BaseEventLoop.run_in_executor
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_parse = Stylesheet._parse_rules
_deaf: dict[tuple[type, type, str], bool] = {}
_handlers = MessagePump._get_dispatch_methods
_undrawn: WeakSet[Screen[Any]] = WeakSet()
_draw = Screen._compositor_refresh


def quicken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pilots wait and draw in this way, and no style sheet be parsed twice in a run.

    Rules are hashed by identity in any case. Textual does so in Python, two hundred times for each
    widget that is styled, which was a twentieth of the time. Whether any class of a widget has a
    handler for a kind of message is looked up once: most have none.
    """
    monkeypatch.setattr(base_events.BaseEventLoop, "run_in_executor", _noting)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)
    monkeypatch.setattr(Screen, "_compositor_refresh", _draw_at_rest)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)
    monkeypatch.setattr(MessagePump, "_get_dispatch_methods", _heard_by)


async def settled(_min_sleep: float = 0.0, _max_sleep: float = 0.0) -> None:
    """Return when the app is at rest, or after a second of work."""
    loop = asyncio.get_running_loop()
    ends = time.monotonic() + AT_MOST_S
    while time.monotonic() < ends:
        await asyncio.sleep(0)
        if loop._ready:  # pyright: ignore[reportAttributeAccessIssue]
            continue
        threads = [each for each in _at_work if not each.done() and each.get_loop() is loop]
        if threads:
            await asyncio.wait(threads, timeout=patience(1.0), return_when="FIRST_COMPLETED")
        elif not _drawn(active_app.get().screen_stack):
            return
    _draw_what_waits(active_app.get().screen_stack)


def _noting(loop: Any, *arguments: Any) -> asyncio.Future[Any]:
    """Give work to a thread, and remember that it is at work."""
    future = _give(loop, *arguments)
    _at_work.add(future)
    future.add_done_callback(_at_work.discard)
    return future


def _drawn(stack: list[Screen[Any]]) -> bool:
    """Draw what waits for the next tick of the screen's timer, and then what is on the screen;
    whether there was anything.

    An app that has ended or failed draws nothing more, whatever waits.
    """
    if not stack or not stack[-1].app.is_running:
        return False
    screen = stack[-1]
    waits = (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or bool(screen._dirty_widgets)
        or bool(screen._callbacks)
    )
    if waits:
        screen._on_timer_update()
        return True
    return _draw_what_waits(stack)


def _draw_what_waits(stack: list[Screen[Any]]) -> bool:
    """Draw the screen on top; whether anything of it had changed."""
    if not stack or stack[-1] not in _undrawn or not stack[-1].app.is_running:
        return False
    _undrawn.discard(stack[-1])
    _draw(stack[-1])
    return True


def _draw_at_rest(screen: Screen[Any]) -> None:
    """Note that the screen on top is to be drawn, once all that goes on has come to rest.

    A screen is laid out and drawn six times until it stands there, each time from what has come
    by then; no test sees those pictures. All of them are drawn in the tests that have a terminal.
    What is never at rest is drawn once in each wait.
    """
    if screen is not screen.app.screen or not screen.app.is_headless:
        _draw(screen)
        return
    _undrawn.add(screen)
    screen._dirty_widgets.clear()
    screen.app._update_mouse_over(screen)


def _parse_once(sheet: Stylesheet, css: str, *where: Any, **kind: Any) -> list[RuleSet]:
    """Rules depend on the text, on where it stands and on the theme's colours."""
    key = (css, where, tuple(kind.items()), tuple(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, *where, **kind)
    return _parsed[key]


def _heard_by(pump: MessagePump, name: str, message: Message) -> Iterable[Any]:
    """What Textual finds, without a search where no class has anything to be found."""
    key = (type(pump), type(message), name)
    if key not in _deaf:
        _deaf[key] = not any(_hears(each, name, type(message)) for each in type(pump).__mro__)
    return () if _deaf[key] else _handlers(pump, name, message)


def _hears(kind: type, name: str, message: type) -> bool:
    decorated: Mapping[type, object] = kind.__dict__.get("_decorated_handlers", {})
    return (
        name in kind.__dict__
        or f"_{name}" in kind.__dict__
        or any(each in decorated for each in message.__mro__)
    )
