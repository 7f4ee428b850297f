"""A nudge for whoever looks away: when a rest is over, and when nobody is in the picture any more.

Only where the person wants it, only on the full screen, and only while a practice is open: nothing
runs in the background. A notification may be seen by others, so it says nothing of a face.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from sessions.engine.interface.commands import Command, Cue, Phase
from sessions.engine.interface.view import SessionView
from sessions.live.interfaces import Listener
from sessions.live.request import SessionRequest
from tui.terminal.notifications import notification
from tui.texts.practice import NUDGES, PROGRAM

if TYPE_CHECKING:
    from textual.app import App

RESTS: Final[frozenset[Phase]] = frozenset({"between", "relax", "stopped"})
"""Rests during which one may look away; a card after a stop is one where it has an end."""
LEAST_S: Final = 8.0
"""A shorter rest is no time to go anywhere. Engineering default."""
EARLY_S: Final = 0.5
"""Whoever ends a rest by a key so much before its end is there."""


class Nudger:
    """Listens to a session; calls `nudge` with the words."""

    def __init__(self, view: Callable[[], SessionView], nudge: Callable[[str], None]) -> None:
        self._view = view
        self._nudge = nudge
        self._over_at_s: float | None = None

    def hear(self, command: Command) -> None:
        """Notice the end of a rest, and a pause because nobody is there."""
        if not isinstance(command, Cue):
            return
        if command.phase == "paused":
            if self._view().paused_reason == "no-face":
                self._nudge(NUDGES["away"])
            return
        over_at_s, self._over_at_s = self._over_at_s, None
        if command.phase in RESTS:
            seconds = command.seconds
            # What is left of a rest after a pause may be short, and is still the end of a long one.
            if seconds is not None and (seconds >= LEAST_S or over_at_s is not None):
                self._over_at_s = command.at_s + seconds
            return
        ended = over_at_s is not None and command.at_s >= over_at_s - EARLY_S
        if ended and command.phase != "done":
            self._nudge(NUDGES["rested"])

    def pass_time(self, at_s: float) -> None:
        """Nothing."""


def nudgers(
    request: SessionRequest, view: Callable[[], SessionView], app: "App[Any]"
) -> list[Listener]:
    """One that writes to the app's terminal, where it is wished for and somebody sits there."""
    if not (request.nudge and request.attended):
        return []

    def nudge(text: str) -> None:
        driver = app._driver  # as Textual's own bell
        if driver is not None and not app.is_headless:
            driver.write(notification(os.environ, PROGRAM, text))

    return [Nudger(view, nudge)]
