"""What waits for the next picture of a screen is left out once the screen has gone.

Textual hands it on to the screen that comes next. Nothing of the first could be found there, and an
error would end the program.
"""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen


def when_drawn(screen: Screen[Any], do: Callable[[], object]) -> None:
    """Call `do` when `screen` has been drawn, if it still stands then."""
    screen.call_after_refresh(_if_it_stands, screen, do)


def _if_it_stands(screen: Screen[Any], do: Callable[[], object]) -> None:
    if screen in screen.app.screen_stack:
        do()
