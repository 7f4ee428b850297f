"""Lift your left hand: the mirror view, the side on which it moves, and what the person sees.

Returns the side of the picture the hand is on, "unsure", or None where it was left. What the
screen has seen is said and never answers by itself. Before the first picture there is no side to
tell. No picture is kept.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.errors import Trouble
from routines.language import _
from sessions.camera.supervised_link import LinkLost
from sessions.messages import Ended, Open, Picture, ShowPictures
from tui.presenters.hand_side import HandSide
from tui.texts import first_run as words_first_run
from tui.texts import hand as words
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.mirror import Mirror

if TYPE_CHECKING:
    from sessions.live.interfaces import Camera

WIDTH, HEIGHT = 64, 48
"""Of the picture asked for, in points: enough for a hand, cheap to compare 15 times a second."""


class WhichHand(Screen[str | None]):
    """Opens `camera` with `open` while it is shown, and closes it before the answer is given."""

    CSS_PATH = "hand.tcss"
    TITLE = words.TITLE
    HELP = words.ABOUT[0]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Not now"), tooltip=_("leave it for now"), id="hand.leave"),
    ]

    def __init__(self, camera: "Callable[[], Camera]", open: Open) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-tall"), (36, "-high")]
        self._camera = camera()
        self._open = open
        self._hand = HandSide()
        self._shown = False

    def compose(self) -> ComposeResult:
        """The picture below the question, the answers below the picture."""
        yield Static(words.TITLE, classes="title", markup=False)
        with VerticalScroll(can_focus=False):
            for text in words.ABOUT:
                yield Static(text, classes="text", markup=False)
            yield Mirror(id="hand-mirror")
            yield Static(words.LOOKING, id="hand-seen", markup=False)
            yield Choices(words.OPTIONS)
        yield Static(id="say", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ready for a digit; the camera is opened meanwhile."""
        self.query_one(Choices).focus()
        self._watch()

    @work(group="hand-camera", exclusive=True)
    async def _watch(self) -> None:
        try:
            await self._camera.start(self._open)
            await self._camera.send(ShowPictures(width=WIDTH, height=HEIGHT))
            async for message in self._camera:
                match message:
                    case Picture():
                        self._show(message)
                    case LinkLost(sentence=why):
                        self._say_seen(words.GONE.format(why=why))
                    case Ended():
                        self._say_seen(words.GONE.format(why=words.NO_MORE))
                    case _:
                        pass
        except Trouble as trouble:
            self._say_seen(words.GONE.format(why=trouble.sentence))
        finally:
            await self._camera.close()

    def _show(self, picture: Picture) -> None:
        self._shown = True
        self.query_one(Mirror).show(picture)
        self._hand.take(picture)
        seen = self._hand.seen
        self._say_seen(words.NO_MOVEMENT if seen is None else words.SEEN[seen])

    def _say_seen(self, sentence: str) -> None:
        self.query_one("#hand-seen", Static).update(sentence)

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        answer = message.keys[0]
        if self._shown or answer == "unsure":
            self._answer(answer)
        else:
            self.query_one("#say", Static).update(words.NO_PICTURE)

    @on(Choices.Missing)
    def _missing(self) -> None:
        self.query_one("#say", Static).update(words_first_run.CHOOSE_FIRST)

    def action_leave(self) -> None:
        """Not answered; it is asked again before the next practice with a camera."""
        self._answer(None)

    @work(group="hand-answer", exclusive=True)
    async def _answer(self, side: str | None) -> None:
        """Close, once, when the camera is free again for the practice that follows."""
        await self._camera.close()
        if self.is_current:
            self.dismiss(side)
