"""A screen is dressed before it is shown: its style sheet is read, its width and height have names.

Textual does both once the screen is there: it parses all style sheets anew for each that it did not
know, and styles all that is on the screens again; the first `Resize` gives the screen its classes
for the window's size, and all on it is styled and laid out once more.
"""

from typing import Any

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

Breakpoints = list[tuple[int, str]]
"""The least number of cells, and the class that a screen has from there."""


def dress(app: App[Any], screen: Screen[Any]) -> None:
    """Let a screen that is about to be pushed be styled once, as it will stand there."""
    unread = [path for path in screen.css_path if not app.stylesheet.has_source(str(path))]
    if unread:
        app.stylesheet.read_all(unread)
        app.stylesheet.parse()
    screen.add_class(*_size_classes(app, screen, app.size), update=False)


def _size_classes(app: App[Any], screen: Screen[Any], size: Size) -> list[str]:
    """The classes that Textual gives a screen in a window of so many cells."""
    horizontal, vertical = screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS
    across = _reached(app.HORIZONTAL_BREAKPOINTS if horizontal is None else horizontal, size.width)
    down = _reached(app.VERTICAL_BREAKPOINTS if vertical is None else vertical, size.height)
    return across + down


def _reached(breakpoints: Breakpoints | None, cells: int) -> list[str]:
    reached = [each for each in breakpoints or [] if each[0] <= cells]
    return [max(reached)[1]] if reached else []
