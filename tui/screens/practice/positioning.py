"""Can I see you? Distance, light, level, middle, pictures a second: live, each with what to do."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from sessions.engine.interface.view import SessionView
from tui.practice.view_words import check_rows, cue_line, cue_word, seconds_shown
from tui.texts import photos as words_photos
from tui.texts import practice as words
from tui.texts import seeing as words_seeing
from tui.widgets.cue import Countdown, CueText
from tui.widgets.lines import Said
from tui.widgets.sketch import Sketch


class Positioning(Container):
    """Shown until rest has been taken, and whenever the face has to be found again."""

    def __init__(
        self,
        *,
        remote: bool = False,
        photos: bool = False,
        clips: bool = False,
        framing: tuple[float, ...] = (),
        simulated: bool = False,
    ) -> None:
        """Of a `simulated` patient nothing is said of a camera. `framing` is where the face was in
        the first progress photos, to line up with.
        """
        super().__init__(id="positioning")
        self._remote = remote
        self._kept = words_photos.kept_here(photos=photos, clips=clips)
        self._framing = framing
        self._simulated = simulated

    def compose(self) -> ComposeResult:
        """Checks on the left, an outline of the face on the right."""
        with Vertical(id="see-words"):
            yield Said(words_seeing.SEE_TITLE, id="see-title")
            yield CueText(id="see-cue")
            yield Countdown(id="see-countdown")
            yield Said(id="see-line")
            yield Said(id="see-rows")
            yield Said(id="see-hint")
            yield Said(self._about_pictures(), id="see-private")
        with Vertical(id="see-face"):
            yield Sketch(id="see-sketch")
            yield Said(id="see-drawing")
            yield Said("" if self._simulated else words_seeing.SEE_FREE, id="see-free")
            if self._framing:
                yield Said(words_photos.LINE_UP, id="see-line-up")

    def _about_pictures(self) -> str:
        if self._simulated:
            return words_seeing.SEE_SIMULATED
        return words_seeing.SEE_REMOTE if self._remote else self._kept or words_seeing.SEE_PRIVATE

    def show(self, view: SessionView) -> None:
        """Draw what the camera sees, in words."""
        resting = view.phase == "taking-rest" and view.paused is None
        self.set_class(resting, "-resting")
        self.query_one("#see-cue", CueText).show(cue_word(view))
        self.query_one("#see-countdown", Countdown).show(seconds_shown(view))
        self.query_one("#see-sketch", Sketch).show(view.outline, self._framing)
        self.query_one("#see-line", Said).say(cue_line(view))
        rows = check_rows(view)
        if self._simulated and words_seeing.SEE_STARTING in rows:
            rows = []
        self.query_one("#see-rows", Said).say("\n".join(rows))
        drawing = "" if view.turned is None else words_seeing.TURNED_DRAWING[view.turned]
        self.set_class(view.turned is not None, "-turned")
        self.query_one("#see-drawing", Said).say(drawing.strip("\n"))
        good = view.reading_reason is None and view.face is not None
        hint = view.hint or (words_seeing.SEE_GOOD if good else "")
        offer = words.BY_CLOCK_OFFER if view.clock_offered else ""
        self.query_one("#see-hint", Said).say("\n".join(line for line in (hint, offer) if line))
