"""What the command palette offers: the keys that work now, and on Home the open routines."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from tui.person.open_routines import shelf
from tui.screens.home import Home
from tui.texts import day as words_day


def commands(app: App[Any], screen: Screen[Any]) -> Iterable[SystemCommand]:
    """What can be done on `screen` now, each once."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if not active.enabled or not binding.tooltip or binding.action in seen:
            continue
        seen.add(binding.action)
        yield SystemCommand(
            binding.tooltip[:1].upper() + binding.tooltip[1:],
            words_day.PALETTE_KEY.format(key=app.get_key_display(binding)),
            partial(app.run_action, binding.action, active.node),
        )
    if isinstance(screen, Home) and screen.view is not None:
        for routine in shelf(screen.person, screen.view.offered.open).routines:
            yield SystemCommand(
                words_day.PALETTE_BEGIN.format(name=routine.name),
                " ".join(routine.about.split())[:120],
                partial(screen.begin, routine),
            )
