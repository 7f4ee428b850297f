"""How a movement is done: the drawn face makes it slowly, again and again, beside a few words.

The same picture is the card before a movement that is new, and what `h` shows at any time.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.screen import ModalScreen

from routines.language import _
from routines.model import Step
from routines.movements import Side, Watch
from tui.practice.cue_words import word_of
from tui.practice.how_words import how_lines, legend, shown_at
from tui.screens.practice.sizes import wear_size
from tui.screens.standing import when_drawn
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.widgets.cue import CueText
from tui.widgets.face.drawn import DrawnFace
from tui.widgets.face.scene import shown_how, stepped
from tui.widgets.lines import Said

DRAWS_PER_S = 10.0
ROOMY = 24
"""In a window of this many lines or more, an empty line stands between two sentences."""


class HowItIsDone(Container):
    """Words on the left, the moving face on the right."""

    def __init__(self, side: Side, *, reduced_motion: bool = False) -> None:
        """`side` is the weak one, where a finger helps."""
        super().__init__(id="how-card")
        self._side: Side = side
        self._reduced_motion = reduced_motion

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        with Vertical(id="how-words"):
            yield CueText(id="how-word")
            with VerticalScroll(id="how-body", can_focus=False):
                yield Said(id="how-lines")
            yield Said(id="how-next")
        with Vertical(id="how-side"):
            yield DrawnFace(id="how-face")
            yield Said(id="how-phase")
            yield Said(id="how-legend")

    def show(self, step: Step, at_s: float, follows: str, fingers: tuple[Watch, ...] = ()) -> None:
        """Draw this moment; `follows` says how it goes on."""
        exercise = step.exercise
        self.query_one(CueText).show(words.CUE["demonstration"])
        apart = "\n\n" if self.app.size.height >= ROOMY else "\n"
        self.query_one("#how-lines", Said).say(apart.join(how_lines(step, fingers)))
        more = self.query_one("#how-body").max_scroll_y > 0
        self.query_one("#how-next", Said).say(f"{follows}\n{words.HELP_MORE}" if more else follows)
        phase, amount = shown_at(at_s, step.dose)
        amount = stepped(amount, still=self._reduced_motion)
        self.query_one(DrawnFace).show(shown_how(step, amount, self._side))
        self.query_one("#how-phase", Said).say(word_of(phase, exercise.id) if step.scored else "")
        self.query_one("#how-legend", Said).say(legend(step))

    def scroll_by(self, lines: int) -> None:
        """Go on in the words, where a small window does not hold them all."""
        self.query_one("#how-body").scroll_relative(y=lines, animate=False)


class HowScreen(ModalScreen[bool]):
    """The same over a practice that waits. True when it was read, None when Esc closed it."""

    CSS_PATH = "how.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,h,q", "close", _("Back"), id="how.close"),
        Binding("escape", "leave", _("Back")),
        Binding("down", "scroll_by(3)", show=False),
        Binding("up", "scroll_by(-3)", show=False),
    ]

    def __init__(
        self,
        step: Step,
        side: Side,
        now: Callable[[], float],
        *,
        fingers: tuple[Watch, ...] = (),
        reduced_motion: bool = False,
    ) -> None:
        """`now` is any steady time that goes on while the practice waits, seconds."""
        super().__init__()
        self._step = step
        self._side: Side = side
        self._now = now
        self._fingers = fingers
        self._reduced_motion = reduced_motion

    def compose(self) -> ComposeResult:
        """The exercise's name and the card."""
        yield Said(self._step.exercise.name, id="how-name")
        yield HowItIsDone(self._side, reduced_motion=self._reduced_motion)

    def on_mount(self) -> None:
        """Begin to move."""
        self.set_interval(1 / DRAWS_PER_S, self.draw)
        when_drawn(self, self.draw)

    def draw(self) -> None:
        """Draw the face as it is at this time."""
        card = self.query_one(HowItIsDone)
        card.show(self._step, self._now(), words_how.BACK, self._fingers)

    def on_resize(self) -> None:
        """Fit the drawing to the window."""
        wear_size(self, self.size)

    def action_scroll_by(self, lines: int) -> None:
        """Go on in the words."""
        self.query_one(HowItIsDone).scroll_by(lines)

    def action_close(self) -> None:
        """Back to the practice, which goes on."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back to the practice, which stays paused."""
        self.dismiss(None)
