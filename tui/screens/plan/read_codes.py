"""Codes on another screen, read by the camera. Returns what they hold, None where it was left.

No picture is kept.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.errors import Trouble
from routines.language import _
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.exchange.code_texts import Collector
from sessions.messages import Code, Ended, Open, Picture, ShowPictures
from tui.texts.plan import handing_over as words
from tui.widgets.key_line import KeyLine
from tui.widgets.mirror import Mirror

if TYPE_CHECKING:
    from sessions.live.interfaces import Camera

WIDTH, HEIGHT = 64, 48
"""Of the picture asked for, in points."""


class ReadCodes(Screen[bytes | None]):
    """Opens `camera` with `open` while it is shown, and closes it before it returns."""

    CSS_PATH = "plan.tcss"
    TITLE = words.READ_TITLE
    HELP = words.READ_HOW
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", _("Not now"), tooltip=_("leave it"), id="read-codes.leave"),
    ]

    def __init__(self, camera: "Callable[[], Camera]", open: Open) -> None:
        super().__init__()
        self._camera = camera()
        self._open = open
        self._collector = Collector()

    def compose(self) -> ComposeResult:
        """What is read, the picture, how to hold it."""
        yield Static(words.READ_TITLE, classes="title", markup=False)
        yield Static(words.READ_OPENING, id="codes-read", markup=False)
        with VerticalScroll():
            yield Mirror(id="codes-mirror")
            yield Static(words.READ_HOW, classes="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Open the camera."""
        self._watch()

    @work(group="codes-camera", exclusive=True)
    async def _watch(self) -> None:
        try:
            await self._camera.start(self._open)
            self._say(words.READ_NONE)
            await self._camera.send(ShowPictures(width=WIDTH, height=HEIGHT))
            async for message in self._camera:
                match message:
                    case Picture():
                        self.query_one(Mirror).show(message)
                    case Code(text=text):
                        if self._take(text):
                            break
                    case LinkLost(sentence=why):
                        self._say(words.READ_GONE.format(why=why))
                    case LinkBack():
                        self._say(self._said())
                    case Ended():
                        self._say(words.READ_GONE.format(why=f"{self._said()} {words.READ_END}"))
                    case _:
                        pass
        except Trouble as trouble:
            self._say(words.READ_GONE.format(why=trouble.sentence))
        finally:
            await self._camera.close()
        if self._collector.content is not None:
            self._answer(self._collector.content)

    def _take(self, text: str) -> bool:
        """Whether that was the last one."""
        self._say(self._said() if self._collector.take(text) else words.READ_OTHER)
        return self._collector.content is not None

    def _said(self) -> str:
        have, of = self._collector.have, self._collector.of
        if not have:
            return words.READ_NONE
        missing = [str(n) for n in range(1, of + 1) if n not in have]
        return words.READ_SOME.format(have=len(have), of=of, missing=", ".join(missing) or "-")

    def _say(self, sentence: str) -> None:
        self.query_one("#codes-read", Static).update(sentence)

    def action_leave(self) -> None:
        """Nothing is taken."""
        self._answer(None)

    @work(group="codes-answer", exclusive=True)
    async def _answer(self, content: bytes | None) -> None:
        """Return once, when the camera is free again."""
        await self._camera.close()
        if self.is_current:
            self.dismiss(content)
