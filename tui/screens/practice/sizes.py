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
    """Set the classes for a window of this size, all at once: to style a screen anew is slow.

    Not faded in, or the first frame would be laid out as before.
    """
    classes = {
        "-narrow": size.width < NARROW,
        "-low": size.height < LOW,
        "-large": size.width >= LARGE.width and size.height >= LARGE.height,
        "-huge": size.width >= HUGE.width and size.height >= HUGE.height,
    }
    screen.update_classes(classes, animate=False)
