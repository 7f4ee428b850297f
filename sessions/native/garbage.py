"""When Python looks for objects that only hold each other: not while a process starts.

Left to itself it looks whenever there are 700 new objects, and from time to time at all of them. A
start makes fifty thousand that stay: modules, classes, functions. Looking through them took 0.14 s
of a start of one second, and later 90 ms at once at some key or other (Python 3.11, two cores).
"""

import gc

WHILE_STARTING = 100_000
"""New objects until the first look: more than a start makes, even with all of MediaPipe."""

_usual: list[tuple[int, int, int]] = []


def put_off() -> None:
    """For the start of a process. What never calls `keep_what_is_there` looks seldom to its end."""
    _usual.append(gc.get_threshold())
    gc.set_threshold(WHILE_STARTING)


def keep_what_is_there() -> None:
    """Where `put_off` was called: look as usual again, but never through what is there now."""
    if _usual:
        gc.freeze()
        gc.set_threshold(*_usual.pop())
