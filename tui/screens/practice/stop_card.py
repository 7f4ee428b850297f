"""Why a set has ended, with the numbers, and what may follow. Never a scolding."""

from textual.app import ComposeResult
from textual.containers import Container

from sessions.engine.interface.view import SessionView
from tui.practice.stop_card_words import choice_lines, feeling_line, stop_title
from tui.practice.view_words import seconds_shown
from tui.texts import practice as words
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
            yield Said(words.STOP_KIND, id="stop-kind")
            yield Said(id="stop-next")
            yield Said(id="stop-choices")
            yield Said(id="stop-feeling")

    def show(self, view: SessionView) -> None:
        """Draw the card of this moment."""
        card = view.stop
        if card is None:
            return
        follows = f"{card.what_next}  {seconds_shown(view)}".rstrip()
        if view.paused is not None:
            follows = f"{view.paused}  {words.PAUSED_HINT}"
        self.query_one("#stop-title", Said).say(stop_title(card))
        self.set_class(card.offers_care, "-care")
        self.query_one("#stop-sentence", Said).say(card.verdict.sentence)
        self.query_one("#stop-next", Said).say(follows)
        self.query_one("#stop-choices", Said).say("\n".join(choice_lines(view)))
        self.query_one("#stop-feeling", Said).say(feeling_line(card))
