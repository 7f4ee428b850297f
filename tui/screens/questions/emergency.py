"""The emergency card: one full screen, and nothing else, until a doctor has looked."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _
from sessions.care.triage import doctor_looked
from tui.person.country import place_here
from tui.person.person import Person
from tui.screens.questions.ask import Ask
from tui.texts import doctor as words
from tui.widgets.key_line import KeyLine


class EmergencyCard(Screen[None]):
    """Stands until `person` confirms that a doctor has looked, or leaves the program."""

    CSS_PATH = "doctor.tcss"
    TITLE = words.EMERGENCY_TITLE
    HELP = words.EMERGENCY_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "seen", _("A doctor has looked"), tooltip=_("a doctor has looked at this")),
        Binding("q,ctrl+q", "leave", _("Quit"), tooltip=_("leave the program")),
    ]

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person

    def compose(self) -> ComposeResult:
        """What to do, the numbers, why, and the one way out."""
        yield Static(words.EMERGENCY_TITLE, classes="title", markup=False)
        with VerticalScroll(can_focus=False):
            for text in words.emergency_card(place_here()):
                yield Static(text, classes="text", markup=False)
            yield Static(words.EMERGENCY_SEEN_KEY, classes="text", markup=False)
        yield KeyLine()

    @work(group="emergency", exclusive=True)
    async def action_seen(self) -> None:
        """Ask once more; a yes is kept with its date."""
        ask = Ask(words.SEEN_ASK, words.SEEN_ABOUT, words.SEEN_YES, words.SEEN_NO)
        if await self.app.push_screen_wait(ask):
            person = self._person
            person.keep(doctor_looked(person.settings, person.today), self._warn)
            self.dismiss(None)

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    def action_leave(self) -> None:
        """Leave the program; the card stands there again at the next start."""
        self.app.exit(return_code=0)
