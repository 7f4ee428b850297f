"""The full-screen app: it shows a first screen, minds signals, and ends with an exit code.

Kept thin: what is on the screens stands in `screens`, what a session does in `sessions`.
"""

import contextlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType, Keymap
from textual.driver import Driver
from textual.markup import escape
from textual.screen import Screen

from sessions.care.settings import Settings
from sessions.live.request import SessionOutcome
from sessions.native import garbage
from tui.screens.dressing import dress
from tui.screens.help import Help
from tui.terminal import exits
from tui.terminal.key_bounce import Bounce
from tui.terminal.key_names import key_name
from tui.terminal.key_places import letter_of
from tui.terminal.sigcont import waking
from tui.terminal.signals import leaving
from tui.terminal.themes import THEMES
from tui.texts import practice as words

NEVER_DROPPED = frozenset({"escape", "ctrl+c", "ctrl+q", "tab", "shift+tab"})
NEVER_DROPPED_IDS = frozenset({"session.stop", "session.pain"})
"""Keys that are taken however fast they come again: stop, pain, the ways out, from part to part."""
SPACIOUS = 110
"""Columns from which the screens of the day have room at their sides."""
WIDE = 150
"""Columns from which a page of text stands in the middle."""
HIGH = 36
"""Lines from which it has room above and below."""


LastScreen = Callable[[SessionOutcome], Screen[None] | None]
"""The screen to show before the program ends with an outcome; None where there is none."""


class SlowsmileApp(App[str]):
    """Shows `first`; the sentence it returns is for stderr, after the screen is restored."""

    TITLE = words.PROGRAM
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", show=False, id="app.help"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, id="app.suspend"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=False, id="app.quit"),
    ]

    def __init__(
        self,
        first: Screen[SessionOutcome],
        settings: Settings | None = None,
        warning: str = "",
        last: LastScreen | None = None,
    ) -> None:
        """`warning` stands over the first screen for a while; `last` follows it."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-usual"), (SPACIOUS, "-spacious"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-flat"), (HIGH, "-high")]
        self._first = first
        self._warning = warning
        self._last = last
        self.settings = settings or Settings()
        self._on_the_way_out = contextlib.ExitStack()
        self.failure: BaseException | None = None
        """What nobody expected, for `exits` to describe; the screen is restored first."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.theme
        self.bounce: Bounce | None = None
        """What tells a key that bounces from one pressed twice; None takes every key."""
        self.keymap: Keymap = {}
        """Which keys are not the usual ones: the id of a binding to its keys."""
        self.set_keymap(self.settings.keymap)
        self.set_class(self.settings.roomy, "-roomy")

    def get_driver_class(self) -> type[Driver]:
        """Textual's own for this system; on POSIX with a reader that no byte can end."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.terminal.driver import TolerantDriver

        return TolerantDriver

    def push_screen(self, screen: Screen[Any] | str, *rest: Any, **named: Any) -> Any:
        """As Textual's, but the screen is styled once and not four times."""
        if isinstance(screen, Screen) and not screen.is_running:
            dress(self, screen)
        return super().push_screen(screen, *rest, **named)

    def set_keymap(self, keymap: Keymap) -> None:
        """Use other keys from now on, in the help too."""
        self.keymap = keymap
        super().set_keymap(keymap)

    async def on_event(self, event: events.Event) -> None:
        """Keys by their place, and none that only bounces; all else as Textual has it."""
        if isinstance(event, events.Key) and not self._types(event):
            if not event.is_forwarded:
                self._use_place(event)
            if self._bounces(event):
                event.stop()
                return
        await super().on_event(event)

    def _types(self, event: events.Key) -> bool:
        """Whether the key goes into a line of text."""
        focused = self.focused
        return focused is not None and focused.check_consume_key(event.key, event.character)

    def _use_place(self, event: events.Key) -> None:
        """Make a letter that nothing is bound to the letter of its physical key."""
        letter = letter_of(event.key)
        if letter and letter != event.key and event.key not in self.screen.active_bindings:
            event.key = event.character = letter

    def _bounces(self, event: events.Key) -> bool:
        """Asked when the key comes and when it is acted on: the screen may change between."""
        if self.bounce is None or event.key in NEVER_DROPPED:
            return False
        active = self.screen.active_bindings.get(event.key)
        if active is not None and active.binding.id in NEVER_DROPPED_IDS:
            return False
        place = (self.screen, self.focused, getattr(self.screen, "moment", None))
        if not event.is_forwarded:
            self.bounce.press(event.key, event.time, place)
        return self.bounce.repeats(event.key, event.time, place)

    def on_mount(self) -> None:
        """Show the first screen; let signals restore the terminal and keep the journal."""
        self._on_the_way_out.enter_context(leaving(self.leave_by_signal))
        self._on_the_way_out.enter_context(
            waking(self._driver, partial(self.call_later, self.refresh))
        )
        self.push_screen(self._first, self._over)
        if self._warning:
            self.notify(self._warning, severity="warning", timeout=10, markup=False)

    def on_unmount(self) -> None:
        """Signals mean again what they meant before."""
        self._on_the_way_out.close()

    def _over(self, outcome: SessionOutcome | None) -> None:
        if outcome is None:
            return
        end = partial(self.exit, outcome.sentence, return_code=outcome.exit_code)
        last = self._last(outcome) if self._last is not None else None
        if last is None:
            end()
        else:
            self.push_screen(last, lambda _: end())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers over `screen`."""
        from tui.screens.palette import commands

        for title, about, callback, discover in commands(self, screen):
            yield SystemCommand(escape(title), escape(about), callback, discover)

    def get_key_display(self, binding: Binding) -> str:
        """The key's name, spelled as everywhere."""
        return binding.key_display or key_name(binding.key)

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
    app.bounce = Bounce()
    garbage.keep_what_is_there()
    sentence = app.run()
    if app.failure is not None:
        raise app.failure
    if sentence:
        exits.say(sentence)
    return exits.INTERRUPTED if app.return_code is None else app.return_code
