"""How a screen of the practice wears the size of its window: classes that its styles ask for."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen

NARROW = 76
"""Below these columns the seconds stand under the face, so that the cue stays in large letters."""
LOW = 24
"""Below these lines nothing is left empty between two lines."""
LARGE = Size(110, 34)
"""From here on cue, face and meters are twice as large."""
HUGE = Size(150, 44)
"""From here on three times."""


def wear_size(screen: Screen[Any], size: Size) -> None:
    """Set the classes for a window of this size."""
    screen.set_class(size.width < NARROW, "-narrow")
    screen.set_class(size.height < LOW, "-low")
    huge = size.width >= HUGE.width and size.height >= HUGE.height
    screen.set_class(size.width >= LARGE.width and size.height >= LARGE.height, "-large")
    screen.set_class(huge, "-huge")
