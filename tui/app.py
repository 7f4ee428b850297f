"""The full-screen app: it shows a first screen, minds signals, and ends with an exit code.

Kept thin: what is on the screens stands in `screens`, what a session does in `sessions`.
"""

import asyncio
import contextlib
import signal
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui import exits, words
from tui.screens.help import Help
from tui.session_request import SessionOutcome
from tui.settings import Settings
from tui.themes import THEMES

SIGNALS = ("SIGTERM", "SIGHUP")


class SlowsmileApp(App[str]):
    """Shows `first`; the sentence it returns is for stderr, after the screen is restored."""

    TITLE = words.PROGRAM
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", show=False, id="app.help"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, id="app.suspend"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=False, id="app.quit"),
    ]

    def __init__(self, first: Screen[SessionOutcome], settings: Settings | None = None) -> None:
        super().__init__()
        self._first = first
        self.settings = settings or Settings()
        self.failure: BaseException | None = None
        """What nobody expected, for `exits` to describe; the screen is restored first."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.theme
        self.set_keymap(self.settings.keymap)
        self.set_class(self.settings.roomy, "-roomy")

    def on_mount(self) -> None:
        """Show the first screen; let signals restore the terminal and keep the journal."""
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            number: int | None = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self.leave_by_signal, number)
        self.push_screen(self._first, self._over)

    def _over(self, outcome: SessionOutcome | None) -> None:
        if outcome is not None:
            self.exit(outcome.sentence, return_code=outcome.exit_code)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers over `screen`."""
        from tui.palette import commands

        return commands(self, screen)

    def action_help(self) -> None:
        """The help of the screen that stands there."""
        if not isinstance(self.screen, Help):
            self.push_screen(Help.of(self.screen))

    def leave_by_signal(self, number: int) -> None:
        """Put a running session aside, so that it can be gone on with, and end."""
        for screen in self.screen_stack:
            put_aside = getattr(screen, "put_aside", None)
            if put_aside is not None:
                put_aside()
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with local variables: private things, on a screen."""
        self.failure = self._exception
        self._close_messages_no_wait()


def show(app: SlowsmileApp) -> int:
    """Run the app; say what it has to say; return the exit code."""
    sentence = app.run()
    if app.failure is not None:
        raise app.failure
    if sentence:
        exits.say(sentence)
    return exits.INTERRUPTED if app.return_code is None else app.return_code
