"""Detects key bounce: a key repeated too fast to be meant, once the screen has changed. Pure."""

from dataclasses import dataclass

BOUNCE_S = 0.15
"""Up to so long after a press the same key again is a bounce (keyboard firmware filters 5 to 50 ms;
a second press that is meant takes 200 ms or more)."""


@dataclass
class Bounce:
    """Remembers the last key and the place (screen, or page of one) it was pressed at."""

    _key: str = ""
    _at_s: float = -1.0
    _place: object = None

    def press(self, key: str, at_s: float, place: object) -> None:
        """A key was pressed; a bounce does not become a press of its own."""
        if key != self._key or at_s - self._at_s > BOUNCE_S:
            self._key, self._at_s, self._place = key, at_s, place

    def repeats(self, key: str, at_s: float, place: object) -> bool:
        """Whether this press only repeats the one that led to `place`."""
        soon = 0.0 < at_s - self._at_s <= BOUNCE_S
        return soon and key == self._key and place != self._place
