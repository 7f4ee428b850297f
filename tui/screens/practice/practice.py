"""The heart of the screens: the cue, the seconds, both halves, and what is known about them.

Left stands left, as in a looking glass. It draws one `SessionView` and decides nothing.
"""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from routines.movements import MeasureKey, Side
from sessions.care.settings import View
from sessions.engine.interface.view import SessionView
from sessions.messages import Picture
from tui.practice.cue_words import sides_of
from tui.practice.how_words import ready_lines
from tui.practice.in_band import InBand
from tui.practice.view_words import (
    about_last,
    cautioned,
    count_line,
    cue_line,
    cue_word,
    hint_line,
    linked_line,
    next_line,
    rep_words,
    seconds_shown,
)
from tui.widgets.cue import Countdown, CueText
from tui.widgets.face.drawn import DrawnFace
from tui.widgets.face.scene import live
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.lines import Said
from tui.widgets.meter import HalfMeter
from tui.widgets.mirror import Mirror
from tui.widgets.sketch import Sketch

WORDY = 24
"""More words than this about getting ready need the whole width of a small window."""


class Practice(Container):
    """Cue, countdown and meters on the left, the drawn face (or sketch, or mirror) on the right."""

    def __init__(
        self,
        side: Side,
        *,
        reduced_motion: bool = False,
        blink: bool = False,
        shown: tuple[str, ...] = (),
    ) -> None:
        """`shown` are the ids of exercises whose card is shown before them."""
        super().__init__(id="practice")
        self._shown = shown
        self._side: Side = side
        self._reduced_motion = reduced_motion
        self._blink = blink
        self._in_band = InBand()

    def compose(self) -> ComposeResult:
        """Left column and right column."""
        with Vertical(id="practice-words"):
            with Horizontal(id="practice-cue"):
                yield CueText(id="cue")
                yield Countdown(id="countdown")
            yield Said(id="cue-line")
            yield Said(id="how")
            yield HalfMeter(id="meter-left")
            yield HalfMeter(id="meter-right")
            yield Said(id="linked")
            yield CueText(id="big-count")
            yield Said(id="count")
            yield Said(id="hint")
            yield Said(id="about-last")
            yield Said(id="next")
        with Vertical(id="practice-face"):
            yield DrawnFace(id="face")
            yield Sketch(id="sketch")
            yield Mirror(id="mirror")
            yield Countdown(id="face-countdown")

    def on_mount(self) -> None:
        """Look the parts up once; they are drawn many times a second."""
        self._cue = self.query_one("#cue", CueText)
        self._big_count = self.query_one("#big-count", CueText)
        self._countdowns = list(self.query(Countdown))
        self._left = self.query_one("#meter-left", HalfMeter)
        self._right = self.query_one("#meter-right", HalfMeter)
        self._face = self.query_one(DrawnFace)
        self._sketch = self.query_one(Sketch)
        self._mirror = self.query_one(Mirror)
        names = ("cue-line", "how", "linked", "count", "hint", "about-last", "next")
        self._lines = {name: self.query_one(f"#{name}", Said) for name in names}

    def show(
        self,
        view: SessionView,
        measure: MeasureKey | None,
        looks: View,
        picture: Picture | None,
    ) -> None:
        """Draw the session as it stands."""
        getting_ready = view.phase == "ready" and view.paused is None
        how: list[str] = []
        if getting_ready:
            how = ready_lines(view, shown=view.exercise_id in self._shown)
        classes = {
            "-ready": getting_ready,
            "-cautioned": cautioned(view),
            "-told": view.paused is not None or view.caution is not None,
            "-caution": view.caution is not None and view.paused is None,
            "-wordy": sum(len(line.split()) for line in how) > WORDY,
        }
        self.update_classes(classes)  # at once: each one by itself would style all parts anew
        self._cue.show(cue_word(view), caution=cautioned(view))
        for countdown in self._countdowns:
            countdown.show(seconds_shown(view))
        self._big_count.show(rep_words(view))
        meters = {meter.side: meter for meter in view.meters or ()}
        bars = looks != "cue-only" and view.scored
        self._left.show(meters.get("left") if bars else None)
        self._right.show(meters.get("right") if bars else None)
        if looks == "sketch":
            self._sketch.show(() if view.hidden else view.outline)
        elif looks == "mirror":
            self._mirror.show(None if view.hidden else picture)
        else:
            sides, still = sides_of(view.exercise_id), self._reduced_motion
            self._face.show(live(view, measure, sides, self._side, still=still))
        self._lines["cue-line"].say(cue_line(view))
        self._lines["how"].say("\n".join(how))
        linked = ""
        if looks != "cue-only":
            ascii_only = glyphs() is Glyphs.ASCII
            signs, edges = ("#.|", "[]") if ascii_only else ("\u2588\u00b7\u2502", "")
            width = self._lines["linked"].container_size.width
            linked = linked_line(view, self._side, width, signs, edges)
        self._lines["linked"].say(linked)
        self._lines["linked"].display = bool(linked) and not self.screen.has_class("-large-print")
        self._lines["count"].say(count_line(view, self._in_band.see(view)))
        self._lines["hint"].say(hint_line(view, blink=self._blink))
        self._lines["about-last"].say(about_last(view, self._side))
        self._lines["next"].say(next_line(view))
