"""Why a set has ended, with the numbers, and what may follow. Never a scolding."""

from textual.app import ComposeResult
from textual.containers import Container

from sessions.view import SessionView, StopCard
from tui import words
from tui.widgets.cue import seconds_shown
from tui.widgets.said import Said


def choice_lines(card: StopCard) -> list[str]:
    """The keys that lead on from here."""
    return [
        f"{key:>6}  {text}" for key, text in (words.STOP_CHOICES[choice] for choice in card.choices)
    ]


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
        own = card.verdict.rule == "self"
        seconds = seconds_shown(view)
        self.query_one("#stop-title", Said).say(words.STOP_TITLE_SELF if own else words.STOP_TITLE)
        self.query_one("#stop-sentence", Said).say(card.verdict.sentence)
        self.query_one("#stop-next", Said).say(f"{card.what_next}  {seconds}".rstrip())
        self.query_one("#stop-choices", Said).say("\n".join(choice_lines(card)))
        self.query_one("#stop-feeling", Said).say(
            words.STOP_FEELING if card.may_name_feeling else ""
        )
