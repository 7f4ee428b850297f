"""Why a set has ended, in words, and what may follow. Never a scolding."""

from textual.app import ComposeResult
from textual.containers import Container

from sessions.engine.interface.view import SessionView
from sessions.guards.brief import brief
from tui.practice.stop_card_words import (
    choice_lines,
    feeling_line,
    follows_line,
    kind_line,
    stop_title,
)
from tui.widgets.lines import Said


class StopCardPanel(Container):
    """The card."""

    def __init__(self) -> None:
        super().__init__(id="stop")

    def compose(self) -> ComposeResult:
        """One card in the middle."""
        with Container(id="stop-card"):
            yield Said(id="stop-title")
            yield Said(id="stop-sentence")
            yield Said(id="stop-next")
            yield Said(id="stop-kind")
            yield Said(id="stop-choices")
            yield Said(id="stop-feeling")

    def show(self, view: SessionView) -> None:
        """Draw the card of this moment."""
        card = view.stop
        if card is None:
            return
        self.query_one("#stop-title", Said).say(stop_title(card))
        self.set_class(not (kind := kind_line(view, card)), "-no-kind")
        self.query_one("#stop-kind", Said).say(kind)
        self.query_one("#stop-sentence", Said).say(brief(card.verdict))
        self.query_one("#stop-next", Said).say(follows_line(view, card))
        self.query_one("#stop-choices", Said).say("\n".join(choice_lines(view)))
        self.query_one("#stop-feeling", Said).say(feeling_line(card))
