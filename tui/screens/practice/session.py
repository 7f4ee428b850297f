"""The session on the screen: one conductor, one timer that draws its view, and the keys.

The parts each draw one view; which of them is seen follows from the phase alone. Nothing here
decides what happens next.
"""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen

from routines.errors import Trouble
from sessions.care.settings import VIEWS, View
from sessions.engine.interface.events import Feeling, UserAction
from sessions.live.clock import Clock
from sessions.live.conductor import Conductor
from sessions.live.interfaces import Camera
from sessions.live.request import SessionOutcome, SessionRequest
from tui.practice import keys_now
from tui.practice.aloud.speech import speeches
from tui.practice.cue_sounds import CuePlayer
from tui.practice.nudge import nudgers
from tui.practice.sound import Speaker, speaker
from tui.practice.stop_card_words import feeling_told
from tui.practice.summary_words import saved_words
from tui.practice.watching import Watching
from tui.screens.help import Help
from tui.screens.practice.how import HowItIsDone, HowScreen
from tui.screens.practice.parts import DRAWS_PER_S, Pace, Parts, part_for, where_line
from tui.screens.practice.session_keys import KEYS
from tui.screens.practice.sizes import wear_size
from tui.screens.practice.too_small import too_small
from tui.screens.questions.ask import Ask
from tui.screens.standing import when_drawn
from tui.terminal import exits
from tui.texts import practice as words
from tui.texts.photos import about_photos
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Said

PARTS = ("practice", "positioning", "guided", "how", "stop_card", "too_small")

Answer = TypeVar("Answer")


class SessionScreen(Screen[SessionOutcome]):
    """One session, from the first look for a face to its outcome."""

    CSS_PATH = ["session.tcss", *(f"{part}.tcss" for part in PARTS)]  # noqa: RUF012 - Textual's type
    TITLE = words.PROGRAM
    HELP = words.HELP_PRACTICE
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self,
        request: SessionRequest,
        camera: Callable[[], Camera],
        *,
        clock: Clock | None = None,
        sounds: Speaker | None = None,
    ) -> None:
        super().__init__()
        self.request = replace(request, keyboard=True)
        self._make_camera = camera
        self._clock = clock
        self._sounds = sounds
        self.looks: View = request.view
        # Before anything is composed: later, each would style the whole screen once more.
        self._mark_looks()
        self.set_class(glyphs() is Glyphs.ASCII, "-ascii", update=False)
        self.set_class(request.large_print, "-large-print", update=False)
        self._pace, self._paused_for_size, self._left = Pace(), False, False

    def compose(self) -> ComposeResult:
        """A line of orientation, the parts, the keys."""
        yield Said(id="where")
        with Container(id="middle"):
            yield Parts(self.request)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin the session behind the first picture of the screen."""
        camera = self._make_camera()
        self.conductor = Conductor(self.request, camera, clock=self._clock, answered=True)
        self.watching = Watching(self.request, self.conductor.looking)
        self.set_interval(1 / DRAWS_PER_S, self._tick)
        self.app.app_suspend_signal.subscribe(self, self._on_suspend)
        self.draw()
        when_drawn(self, self._begin)

    def _begin(self) -> None:
        request, conductor = self.request, self.conductor
        if self._sounds is None:
            self._sounds = speaker(request.sound, request.data / "cache", self.app.bell)
        conductor.listeners.append(CuePlayer(self._sounds))
        conductor.listeners += speeches(conductor.view, conductor.plan, wanted=request.spoken)
        conductor.listeners += nudgers(request, conductor.view, self.app)
        if about := about_photos(request):
            self.notify(about, timeout=8, markup=False)
        self.run_worker(self._conduct(), group="session", description="the session itself")

    async def _conduct(self) -> None:
        """Run the session to its end, then hand over to the summary."""
        try:
            await self.conductor.run()
        except Trouble as trouble:
            code = exits.CODES[trouble.kind]
            self.dismiss(SessionOutcome(ended=None, sentence=trouble.sentence, exit_code=code))
            return
        if self.conductor.left_alone:
            self.conductor.put_aside()
            self.dismiss(SessionOutcome(ended=None, sentence=words.LEFT_ALONE))
            return
        self.draw()
        self.dismiss(await self.sum_up())

    async def sum_up(self) -> SessionOutcome:
        """The summary, unless the session was left, and the record."""
        from tui.screens.practice.summing_up import sum_up

        return await sum_up(self.app, self.conductor, asks=not self._left)

    def put_aside(self) -> None:
        """The program is being ended: keep the journal, to be gone on with."""
        self.conductor.put_aside()

    def on_unmount(self) -> None:
        """Let go of the sounds, however the screen ended."""
        if self._sounds is not None:
            self._sounds.close()

    def _on_suspend(self, _: object) -> None:
        if self.conductor.view().paused is None:
            self._wish("pause")

    def _tick(self) -> None:
        if self._pace.due(self.conductor.view()):
            self.draw()

    def draw(self, size: Size | None = None) -> None:
        """Draw the session as it stands, in the window or in one of another size."""
        view = self.conductor.view()
        if why := self.conductor.take_was_lost():
            self.notify(words.CAMERA_AGAIN.format(why=why), timeout=8, markup=False)
        while self.conductor.notes:
            self.notify(self.conductor.notes.pop(0), timeout=8, markup=False)
        parts = self.query_one(Parts)
        watched = self.watching.see(view, parts.step(view), self.looks)
        if parts.show(view, self.looks, watched, size or self.size):
            when_drawn(self, self.draw)
        where = self.query_one("#where", Said)
        where.say(where_line(view, self.conductor, where.content_size.width))
        if self._pace.drawn(view):
            self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the layout to the window; pause while it is too small for a practice."""
        wear_size(self, size := event.size)
        if not hasattr(self, "conductor"):
            return
        view = self.conductor.view()
        if too_small(size) and view.paused is None and view.phase != "done":
            self._paused_for_size = True
            self._wish("pause")
        elif self._paused_for_size and not too_small(size):
            self._paused_for_size = False
            self._wish("resume")
        self.draw(size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what makes no sense at this moment."""
        if not hasattr(self, "conductor"):
            return True
        view = self.conductor.view()
        if action == "next_view":
            step = self.query_one(Parts).step(view)
            return part_for(view) == "practice" or self.watching.may_turn(view, step)
        return keys_now.makes_sense(action, parameters, view)

    def _wish(self, wish: UserAction) -> None:
        self.conductor.ask(wish)
        self.draw()

    def action_wish(self, wish: UserAction) -> None:
        """Pass on what the person asked for."""
        self._wish(wish)

    def action_escape(self) -> None:
        """Stop; a card is closed and the practice stays paused."""
        for wish in keys_now.escape_wishes(self.conductor.view()):
            self._wish(wish)

    def on_key(self, event: events.Key) -> None:
        """Say so where a key means nothing at this moment."""
        active = self.active_bindings.get(event.key)
        if active is None or not active.enabled:
            self.app.clear_notifications()
            self.notify(keys_now.key_nothing(event.key, event.character), timeout=3, markup=False)

    @property
    def moment(self) -> tuple[object, ...]:
        """What a key changes: another moment is another page to a key that bounces."""
        if not hasattr(self, "conductor"):
            return ()
        view = self.conductor.view()
        return view.phase, view.step, view.paused is None

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._wish(keys_now.pause_wish(self.conductor.view()))

    def action_skip(self) -> None:
        """The next exercise, from a stop card too."""
        self._wish(keys_now.skip_wish(self.conductor.view()))

    def action_rest(self) -> None:
        """More rest; on the card after an own stop, rest first."""
        self._wish(keys_now.rest_wish(self.conductor.view()))

    def action_feel(self, feeling: Feeling) -> None:
        """Name how it felt."""
        told = feeling_told(self.conductor.view(), feeling)
        self.conductor.feel(feeling)
        if told:
            self.notify(told, timeout=3, markup=False)
        self.draw()

    def action_next_view(self) -> None:
        """The next of the four ways of looking; hide or show the mirrored half."""
        if part_for(self.conductor.view()) == "practice":
            self.looks = VIEWS[(VIEWS.index(self.looks) + 1) % len(VIEWS)]
            self._mark_looks()
            self.update_node_styles()
            self.app.clear_notifications()
            self.notify(words.VIEW_NAMES[self.looks], timeout=2, markup=False)
        else:
            self.watching.turn()
        self.draw()

    def _mark_looks(self) -> None:
        for view in VIEWS:
            self.set_class(view == self.looks, f"-view-{view}", update=False)

    def action_large_print(self) -> None:
        """Only cue, count and two bars; again: all of it."""
        self.toggle_class("-large-print")

    def action_how(self) -> None:
        """How the movement of now, or of next, is done; the practice waits."""
        view = self.conductor.view()
        if (step := self.query_one(Parts).step(view)) is not None:
            card = HowScreen(
                step,
                self.request.side,
                lambda: self.conductor.view().at_s,
                fingers=view.fingers,
                reduced_motion=self.request.reduced_motion,
            )
            self._wait_for(card, lambda _: None)

    def action_scroll_by(self, lines: int) -> None:
        """Go on in the words of the card."""
        self.query_one(HowItIsDone).scroll_by(lines)

    def action_help(self) -> None:
        """Help; the practice waits."""
        self._wait_for(Help.of(self), lambda _: None)

    def action_leave(self) -> None:
        """Ask once, saying what is kept; then end. The practice waits."""
        saved = saved_words(self.conductor.record())
        self._wait_for(Ask(words.QUIT_ASK, saved, words.QUIT_YES, words.QUIT_NO), self._leave_if)

    def _wait_for(self, screen: Screen[Answer], then: Callable[[Answer | None], None]) -> None:
        """Show a screen over this one; pause meanwhile, and go on if it was not paused before.

        Closed by Esc (no answer) the practice stays paused.
        """
        running = self.conductor.view().paused is None
        if running:
            self._wish("pause")

        def back(answer: Answer | None) -> None:
            then(answer)
            if running and answer is not None and not self.conductor.finished.is_set():
                self._wish("resume")

        self.app.push_screen(screen, back)

    def _leave_if(self, answer: bool | None) -> None:
        if answer:
            self._left = True
            self.conductor.leave()
