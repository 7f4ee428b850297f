"""Calm stretches of time: guided steps, rests between exercises, and rests the person chose.

A guided step shows its text one sentence at a time; a release step says what to relax; a rest
shows what comes next, so that there is time to read it.
"""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from sessions.engine.interface.view import SessionView
from tui.practice.view_words import cue_line, cue_word, seconds_shown, sentence_now
from tui.texts import practice as words
from tui.widgets.cue import Countdown, CueText
from tui.widgets.lines import Said


class Guided(Container):
    """Cue, countdown, and text in large calm."""

    def __init__(self, *, blink: bool = False) -> None:
        super().__init__(id="guided")
        self._blink = blink

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        with Horizontal(id="guided-cue"):
            yield CueText(id="guided-word")
            yield Countdown(id="guided-countdown")
        yield Said(id="guided-line")
        yield Said(id="guided-name")
        yield Said(id="guided-text")
        yield Said(id="guided-blink")

    def show(self, view: SessionView) -> None:
        """Draw this moment."""
        self.query_one(CueText).show(cue_word(view))
        self.query_one(Countdown).show(seconds_shown(view))
        self.query_one("#guided-line", Said).say(cue_line(view))
        if view.phase == "guided":
            self.query_one("#guided-name", Said).say(view.exercise_name)
            parts = [part for part in (sentence_now(view), view.text) if part]
            self.query_one("#guided-text", Said).say("\n\n".join(parts))
            self.query_one("#guided-blink", Said).say("")
            return
        if view.phase == "release-step":
            self.query_one("#guided-name", Said).say("")
            self.query_one("#guided-text", Said).say(view.hint)
            self.query_one("#guided-blink", Said).say("")
            return
        self.query_one("#guided-name", Said).say(words.NEXT.format(name=view.exercise_name))
        self.query_one("#guided-text", Said).say("\n".join(view.how))
        self.query_one("#guided-blink", Said).say(words.BLINK if self._blink else "")
