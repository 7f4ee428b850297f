"""Calm stretches of time: guided steps, rests between exercises, and rests the person chose.

A guided step shows all its steps, the present one bright; a release step says what to relax; a
rest shows the next movement as a drawing, with one line about it.
"""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from routines.model import Step
from routines.movements import Side
from sessions.engine.interface.view import SessionView
from tui.practice.cue_words import breathes
from tui.practice.guided_rows import guided_rows
from tui.practice.how_words import in_one_line, shown_at
from tui.practice.view_words import cue_line, cue_word, seconds_shown
from tui.practice.watching import Watched
from tui.texts import practice as words
from tui.widgets.cue import Countdown, CueText
from tui.widgets.face.breath import fullness
from tui.widgets.face.drawn import DrawnFace
from tui.widgets.face.scene import guided, shown_how, stepped
from tui.widgets.lines import Said
from tui.widgets.mirror import Mirror
from tui.widgets.step_lines import StepLines

NOTHING = Watched()


class Guided(Container):
    """Cue, countdown, and text in large calm; the next movement beside a rest."""

    def __init__(self, side: Side, *, blink: bool = False, reduced_motion: bool = False) -> None:
        """`side` is the weak one, for what one hand does."""
        super().__init__(id="guided")
        self._side: Side = side
        self._blink = blink
        self._reduced_motion = reduced_motion

    def compose(self) -> ComposeResult:
        """Words from top to bottom; the drawing on the right."""
        with Vertical(id="guided-words"):
            with Horizontal(id="guided-cue"):
                yield CueText(id="guided-word")
                yield Countdown(id="guided-countdown")
            yield Said(id="guided-line")
            yield Said(id="guided-name")
            yield Said(id="guided-text")
            yield Said(id="guided-blink")
            yield StepLines(id="guided-steps")
        yield DrawnFace(id="guided-face")
        yield Mirror(midline=False, id="guided-half")

    def show(self, view: SessionView, step: Step | None, watched: Watched = NOTHING) -> None:
        """Draw this moment of `step`, or the rest before it; a picture in place of the drawing."""
        self.query_one(CueText).show(cue_word(view))
        self.query_one(Countdown).show(seconds_shown(view))
        leads, rests = view.phase == "guided", view.phase in {"between", "relax"}
        self.query_one("#guided-line", Said).say(watched.line or cue_line(view))
        self.query_one("#guided-blink", Said).say(words.BLINK if self._blink and rests else "")
        self.query_one("#guided-blink").display = self._blink and rests
        half = self.query_one("#guided-half", Mirror)
        half.display = watched.half is not None
        half.show(watched.half)
        drawn = step if (leads or rests) and watched.half is None else None
        self._draw(view, drawn, leads=leads)
        steps = self.query_one(StepLines)
        steps.display = leads
        if leads and step is not None:
            elapsed_s = (view.seconds_total or 0.0) - (view.seconds_left or 0.0)
            steps.show(guided_rows(step, view.moment, elapsed_s))
        name, text = self._said(view, step)
        self.query_one("#guided-name", Said).say(name)
        self.query_one("#guided-text", Said).say(text)
        self.query_one("#guided-text").display = bool(text)

    def _draw(self, view: SessionView, step: Step | None, *, leads: bool) -> None:
        """The step of now, or the next one in a rest."""
        face = self.query_one(DrawnFace)
        face.display = step is not None
        if step is None:
            return
        still = self._reduced_motion
        if leads and breathes(step.exercise.id):
            elapsed_s = (view.seconds_total or 0.0) - (view.seconds_left or 0.0)
            face.show_breath(0.5 if still else fullness(view.moment, elapsed_s))
        elif leads:
            face.show(guided(step, view, self._side, still=still))
        else:
            amount = stepped(shown_at(view.at_s, step.dose)[1], still=still)
            face.show(shown_how(step, amount, self._side))

    def _said(self, view: SessionView, step: Step | None) -> tuple[str, str]:
        """The line of the name, and the text below it."""
        if view.phase == "guided":
            return view.exercise_name, view.text
        if view.phase == "release-step":
            return "", view.hint
        line = "" if step is None else in_one_line(step)
        return words.NEXT.format(name=view.exercise_name), line
