"""The parts of the session's screen, which of them is seen, and how often.

Exactly one at a time, and it follows from the view and the size of the window alone.
"""

import os
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from routines.language.cells import cells
from routines.model import Step
from routines.movements import MeasureKey
from sessions.camera.source_name import is_simulated
from sessions.care.settings import View
from sessions.engine.interface.view import SessionView
from sessions.live.conductor import Conductor
from sessions.live.request import SessionRequest
from sessions.readings import Load
from tui.practice.watching import Watched
from tui.screens.practice.guided import Guided
from tui.screens.practice.how import HowItIsDone
from tui.screens.practice.positioning import Positioning
from tui.screens.practice.practice import Practice
from tui.screens.practice.stop_card import StopCardPanel
from tui.screens.practice.too_small import TooSmall, too_small
from tui.texts import how as words
from tui.texts import practice as words_practice
from tui.widgets.glyphs import shortened

DRAWS_PER_S = 10.0
"""What the timer asks for: bars that follow a movement."""
BUSY: frozenset[Load] = frozenset({"in-turns", "eight-a-second"})
"""Loads at which every other picture is left out: it takes time from measuring."""

Part = Literal["positioning", "how-card", "practice", "guided", "stop", "small"]


def part_for(view: SessionView) -> Part:
    """Which part shows this moment, where there is room."""
    if view.phase in {"finding-face", "taking-rest"}:
        return "positioning"
    if view.phase == "stopped":
        return "stop"
    if view.phase == "demonstration" and view.paused is None:
        return "how-card"
    if view.phase in {"guided", "between", "release-step", "relax"} and view.paused is None:
        return "guided"
    return "practice"


class Pace:
    """Tells which of the timer's pictures to draw."""

    def __init__(self) -> None:
        self._moment = ""
        self._left_out = 0

    def due(self, view: SessionView) -> bool:
        """Whether to draw at a tick of the timer; what is new is never left out."""
        self._left_out += 1
        return self._left_out > (view.load in BUSY) or _moment(view) != self._moment

    def drawn(self, view: SessionView) -> bool:
        """It was drawn; whether something else has begun since the last time."""
        self._left_out = 0
        before, self._moment = self._moment, _moment(view)
        return self._moment != before


def _moment(view: SessionView) -> str:
    return f"{view.step} {view.phase} {view.paused_reason}"


class Parts(Container):
    """All of them, one displayed."""

    def __init__(self, request: SessionRequest) -> None:
        super().__init__(id="parts")
        self._request = request
        self._steps = request.plan.routine.steps
        self._seen: Part | None = None

    def compose(self) -> ComposeResult:
        """Each part knows what it needs of the request."""
        request = self._request
        blink = request.reminds_to_blink
        remote = bool(os.environ.get("SSH_CONNECTION"))
        yield Positioning(
            remote=remote,
            photos=request.takes_photos,
            clips=request.takes_clips,
            framing=request.framing,
            simulated=is_simulated(request.source),
        )
        yield HowItIsDone(request.side, reduced_motion=request.reduced_motion)
        yield Practice(
            request.side,
            reduced_motion=request.reduced_motion,
            blink=blink,
            shown=request.plan.demonstrated,
        )
        yield Guided(request.side, blink=blink, reduced_motion=request.reduced_motion)
        yield StopCardPanel()
        yield TooSmall()

    def show(self, view: SessionView, looks: View, watched: Watched, window: Size) -> bool:
        """Draw this moment; True when another part than before is seen now."""
        small = window.width > 0 and too_small(window)
        part: Part = "small" if small else part_for(view)
        changed = part != self._seen
        if changed:
            self._seen = part
            for child in self.children:
                child.display = child.id == part
        match part:
            case "positioning":
                self.query_one(Positioning).show(view)
            case "how-card":
                if (step := self.step(view)) is not None:
                    follows = words.PASSES if view.seconds_left is not None else words.WHEN_READY
                    self.query_one(HowItIsDone).show(step, view.at_s, follows, view.fingers)
            case "practice":
                self.query_one(Practice).show(view, self._measure(view), looks, watched.mirror)
            case "guided":
                self.query_one(Guided).show(view, self.step(view), watched)
            case "stop":
                self.query_one(StopCardPanel).show(view)
            case "small":
                self.query_one(TooSmall).show(window)
        return changed

    def step(self, view: SessionView) -> Step | None:
        """The step being done, or the next one in a rest; None before the first."""
        return next((s for s in self._steps if s.exercise.id == view.exercise_id), None)

    def _measure(self, view: SessionView) -> MeasureKey | None:
        step = self.step(view)
        return None if step is None else step.exercise.measure


def where_line(view: SessionView, conductor: Conductor, width: int) -> str:
    """The line of orientation: the exercise, and which of how many; trouble with the log first.

    Where it is longer than `width`, the name is shorter; never the number.
    """
    if conductor.trouble:
        return shortened(f"! {conductor.trouble}", width)
    name = view.exercise_name or conductor.plan.routine.name
    if view.phase == "stopped" and view.stop is not None:
        return shortened(view.stop.exercise or name, width)
    if not view.steps or view.phase == "done" or part_for(view) == "positioning":
        return shortened(name, width)
    step = words_practice.EXERCISE_OF.format(step=min(view.steps, view.step + 1), steps=view.steps)
    return f"{shortened(name, width - cells(step) - 3)}   {step}"
