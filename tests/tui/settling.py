"""Waiting for an app to have done all that it can do by itself, without a clock.

Textual's own tests wait until the process has used little processor time for 20 ms, three times
for each key. That is slow, and wrong on a busy machine: a process that waits for its turn looks
idle too. The event loop knows better: nothing is ready to run, no thread is at work, and the
screen shows what it holds.
"""

import asyncio
import time
from asyncio import base_events
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Self
from weakref import WeakSet

import pytest
from textual import _callback
from textual import screen as screens
from textual._context import active_app
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from tests.patience import patience
from tests.tui.styling import style_once

AT_MOST_S = 1.0
"""A practice that runs freely is never at rest; whoever waits for more asks again."""
UPDATES_S = 0.5
"""A screen looks so often whether it is to be laid out anew, where no pilot asks for it."""

_at_work: WeakSet[asyncio.Future[Any]] = WeakSet()
_give = base_events.BaseEventLoop.run_in_executor
_ears: dict[tuple[type, type, str], list[tuple[type, str]] | None] = {}
_handlers = MessagePump._get_dispatch_methods
_undrawn: WeakSet[Screen[Any]] = WeakSet()
_compose = Screen._compositor_refresh
_parameters: dict[tuple[object, bool], int] = {}
_count_parameters = _callback._count_parameters


def quicken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pilots wait and draw in this way.

    Which classes of a widget hear a kind of message is looked up once: most do not. So is how
    many arguments a handler takes. What Textual would tell its log, which nobody reads, is not put
    together.
    """
    style_once(monkeypatch)
    monkeypatch.setattr(base_events.BaseEventLoop, "run_in_executor", _noting)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr(Screen, "_compositor_refresh", _draw_at_rest)
    monkeypatch.setattr(screens, "UPDATE_PERIOD", UPDATES_S)
    monkeypatch.setattr(_callback, "_count_parameters", _counted)
    monkeypatch.setattr("textual.message_pump.log", _Unread())
    monkeypatch.setattr(MessagePump, "_get_dispatch_methods", _heard_by)


class _Unread:
    """A log that takes everything."""

    def __getattr__(self, name: str) -> Self:
        return self

    def __call__(self, *_: object) -> Self:
        return self


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
        _compose(screen)
        return
    _undrawn.add(screen)
    screen._dirty_widgets.clear()
    screen.app._update_mouse_over(screen)


def _draw(screen: Screen[Any]) -> None:
    """Render what every widget in the window shows.

    That the pieces are not joined to one picture, with borders and dimmed screens behind, saves
    two thirds: no test looks at it but those that ask for it, as `text_of` does.
    """
    screen._compositor._dirty_regions.clear()
    for widget, (region, _clip) in screen._compositor.visible_widgets.items():
        if widget is screen or not widget.is_running:  # gone, and not laid out since
            continue
        if _is_plain(type(widget)):
            if widget._dirty_regions and not widget.BLANK:
                widget._render_content()
        else:
            widget.render_lines(Region(0, 0, region.width, region.height))


@cache
def _is_plain(kind: type[Widget]) -> bool:
    return kind.render_line is Widget.render_line and kind.render_lines is Widget.render_lines


def _counted(function: Callable[..., Any]) -> int:
    """How many arguments a function takes; Textual looks each time at what is wrapped."""
    bound = hasattr(function, "__self__")
    code = getattr(function, "__code__", None)
    if code is None or hasattr(function, "__wrapped__"):
        return _count_parameters(function)
    if (code, bound) not in _parameters:
        _parameters[code, bound] = _count_parameters(function)
    return _parameters[code, bound]


def _heard_by(pump: MessagePump, name: str, message: Message) -> Iterable[Any]:
    """What Textual finds, looked for once for each kind of widget and of message."""
    key = (type(pump), type(message), name)
    if key not in _ears:
        _ears[key] = _listen(*key)
    named = _ears[key]
    if named is None:
        yield from _handlers(pump, name, message)
        return
    for kind, method in named:
        if message._no_default_action:
            return
        yield kind, kind.__dict__[method].__get__(pump, kind)


def _listen(kind: type, message: type, name: str) -> list[tuple[type, str]] | None:
    """The classes that hear such a message by a method's name; None where one is decorated."""
    named: list[tuple[type, str]] = []
    for each in kind.__mro__:
        decorated: Mapping[type, object] = each.__dict__.get("_decorated_handlers", {})
        if any(base in decorated for base in message.__mro__):
            return None
        method = f"_{name}" if each.__dict__.get(f"_{name}") else name
        if not getattr(found := each.__dict__.get(method), "_textual_on", None) and found:
            named.append((each, method))
    return named
