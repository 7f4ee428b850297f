"""Codes in turn, for the camera of another computer: as many as the window needs, numbered."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from routines.errors import Trouble
from routines.language import _, pgettext
from sessions.exchange.code_texts import ROOM, code_texts
from sessions.exchange.drawn_codes import Modules, best_version, draw_codes
from sessions.live.request import SessionOutcome
from tui.texts.plan import handing_over as words
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.key_line import KeyLine
from tui.widgets.qr_code import QrCode

SHOWN_S = 1.2
"""How long a code stands: a slow computer looks at three to five pictures meanwhile."""
TEXT_COLUMNS = 23
"""What is left for words beside the code."""


class ShowCodes(Screen[SessionOutcome]):
    """Shows `content`, drawn anew where the window changes."""

    CSS_PATH = "plan.tcss"
    TITLE = words.CODES_TITLE
    HELP = words.CODES_HOW.format(turns=words.CODES_TURN)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "pause", _("Pause"), tooltip=_("stop or go on changing"), id="codes.pause"
        ),
        Binding(
            "left",
            "step(-1)",
            pgettext("key", "Before"),
            tooltip=_("the code before"),
            id="codes.before",
        ),
        Binding(
            "right", "step(1)", pgettext("key", "Next"), tooltip=_("the next code"), id="codes.next"
        ),
        Binding("escape,q,enter", "back", _("Done"), tooltip=_("enough shown"), id="codes.back"),
    ]

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = content
        self._codes: tuple[Modules, ...] = ()
        self._quiet = 0
        self._at = 0
        self._paused = False

    def compose(self) -> ComposeResult:
        """The code, words beside it, the keys."""
        with Horizontal(id="codes"):
            yield QrCode(id="code")
            with Vertical(id="codes-words"):
                yield Static(words.CODES_TITLE, classes="title", markup=False)
                yield Static(words.CODES_DRAWING, id="codes-number", markup=False)
                yield Static("", id="codes-how", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to turn them."""
        self._draw()
        self.set_interval(SHOWN_S, self._turn)

    def on_resize(self) -> None:
        """Other codes where the window is another."""
        self._draw()

    @work(group="codes", exclusive=True)
    async def _draw(self) -> None:
        self._codes = ()
        if not self.query("#code"):  # a window may change before there is anything in it
            return
        self.query_one("#code").display = False
        fits = best_version(self.size.width - TEXT_COLUMNS, self.size.height - 1, max(ROOM))
        if glyphs() is Glyphs.ASCII or fits is None:
            self._say(words.CODES_NO_BLOCKS if glyphs() is Glyphs.ASCII else words.CODES_SMALL)
            return
        version, self._quiet = fits
        codes, trouble = (), ""
        try:
            texts = code_texts(self._content, ROOM[version])
            self._say(words.CODES_DRAWING)
            codes = await asyncio.to_thread(draw_codes, texts)
        except ValueError:
            trouble = words.CODES_MANY
        except Trouble as error:
            trouble = error.sentence
        if not self.query("#code"):  # left meanwhile
            return
        if trouble:
            self._say(trouble)
            return
        self._codes = codes
        self._at = min(self._at, len(self._codes) - 1)
        self.query_one("#code").display = True
        turns = words.CODES_TURN if len(self._codes) > 1 else words.CODES_ONE
        self.query_one("#codes-how", Static).update(words.CODES_HOW.format(turns=turns))
        self._show()

    def _say(self, text: str) -> None:
        self.query_one("#codes-number", Static).update(text)
        self.query_one("#codes-how", Static).update("")

    def _show(self) -> None:
        if not self._codes:
            return
        self.query_one(QrCode).show(self._codes[self._at], self._quiet)
        said = words.CODES_NUMBER.format(n=self._at + 1, of=len(self._codes))
        if self._paused:
            said = f"{said}\n{words.CODES_PAUSED}"
        self.query_one("#codes-number", Static).update(said)

    def _turn(self) -> None:
        if self._codes and not self._paused:
            self._at = (self._at + 1) % len(self._codes)
            self._show()

    def action_pause(self) -> None:
        """Let one stand, or go on."""
        self._paused = not self._paused
        self._show()

    def action_step(self, by: int) -> None:
        """Another one, which then stands."""
        if self._codes:
            self._paused = True
            self._at = (self._at + by) % len(self._codes)
            self._show()

    def action_back(self) -> None:
        """Enough shown."""
        self.dismiss(SessionOutcome(ended=None))
