"""What a key does in plain mode: the same as on the screen, and no more when it only bounces."""

from collections.abc import Callable

from sessions.engine.interface.view import SessionView
from sessions.live.conductor import Conductor
from tui.practice.keys_now import (
    FEELINGS,
    escape_wishes,
    how_makes_sense,
    key_nothing,
    may_feel,
    wish_of,
)
from tui.practice.stop_card_words import feeling_told
from tui.terminal.key_bounce import Bounce
from tui.terminal.key_places import letter_of
from tui.texts import practice as words

NEVER_DROPPED = frozenset({"\x1b", "x", "p"})
"""Esc, stop and pain are taken however fast they come again."""


class Presses:
    """Takes the keys of one session. `now` is any steady clock, seconds."""

    def __init__(
        self,
        conductor: Conductor,
        say: Callable[[str], None],
        now: Callable[[], float],
        say_how: Callable[[], None],
    ) -> None:
        self._conductor = conductor
        self._say = say
        self._now = now
        self._say_how = say_how
        self._bounce = Bounce()

    def press(self, pressed: str) -> None:
        """Do what the key means at this moment, or say that it means nothing."""
        view = self._conductor.view()
        key = letter_of(pressed)
        if key not in NEVER_DROPPED and self._bounces(key, view):
            return
        wish = wish_of(key, view)
        if wish is not None:
            self._conductor.ask(wish)
        elif key in FEELINGS and may_feel(view):
            self._conductor.feel(FEELINGS[key])
            if told := feeling_told(view, FEELINGS[key]):
                self._say(told)
        elif key == "q":
            self._conductor.leave()
        elif key == "\x1b":
            for each in escape_wishes(view):
                self._conductor.ask(each)
        elif key == "h" and how_makes_sense(view):
            if view.paused is None:
                self._conductor.ask("pause")
            self._say_how()
        elif key == "?":
            self._say(words.PLAIN_KEYS)
        else:
            self._say(key_nothing("", pressed))

    def _bounces(self, key: str, view: SessionView) -> bool:
        """Whether this key led to the present moment just now, and only comes again."""
        at_s, moment = self._now(), (view.phase, view.step, view.paused is None)
        self._bounce.press(key, at_s, moment)
        return self._bounce.repeats(key, at_s, moment)
