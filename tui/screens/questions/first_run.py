"""The first run: one question at a time, one key an answer, back and out at any time.

What is asked and kept is decided in `presenters.first_run`; this screen shows a question among
those of its page, and keeps each answer, with the place that was reached, as it is given. Returns
True when it was gone through to its end.
"""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from routines.language import _
from routines.movements import Side, side_name
from sessions.care.settings import Settings, Sound
from sessions.care.triage import emergency
from tui.person.person import Person
from tui.practice.sound import Speaker, speaker
from tui.presenters import first_run
from tui.presenters.first_run_questions import Question, question
from tui.presenters.first_run_texts import place_of, understood
from tui.screens.elsewhere import tell_elsewhere
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.question_body import body_of
from tui.screens.questions.today import TodayCard
from tui.texts import eye as words_eye
from tui.texts import first_run as words_first_run
from tui.texts import holds as words_holds
from tui.texts import practice as words
from tui.texts.dates import understand
from tui.widgets.choices import Choices
from tui.widgets.drawn_side import DrawnSide
from tui.widgets.key_line import KeyLine
from tui.widgets.sound_check import SoundCheck, SpeakerMaker

_SIDES: dict[str, Side] = {"left": "left", "right": "right", "1": "left", "2": "right"}

Example = Callable[[], Awaitable[object]]
"""Shows a short practice with the simulated patient, over this screen."""


class FirstRun(Screen[bool]):
    """Asks `person` from `page` on, by default where it was left; with `only`, this one question.

    `page` is the id of a question. `example` is offered before the first one.
    """

    CSS_PATH = "first_run.tcss"
    TITLE = words.PROGRAM
    HELP = words_first_run.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "example", _("Example, 30 seconds"), id="first-run.example"),
        Binding("b", "back", _("Back"), tooltip=_("the question before"), id="first-run.back"),
        Binding("ctrl+b", "back_typing", _("Back"), id="first-run.back-typing"),
        Binding(
            "left", "side('left')", _("Side"), key_display=_("Left/Right"), id="first-run.left"
        ),
        Binding("right", "side('right')", show=False, id="first-run.right"),
        Binding("1", "side('left')", "Left", show=False),
        Binding("2", "side('right')", "Right", show=False),
        Binding("enter", "go_on", _("Go on"), tooltip=_("the next question"), id="first-run.go-on"),
        Binding(
            "escape", "not_now", _("Later"), tooltip=_("leave for now"), id="first-run.not-now"
        ),
    ]

    def __init__(
        self,
        person: Person,
        *,
        page: str = "",
        only: bool = False,
        intro: str = "",
        example: Example | None = None,
        make_speaker: SpeakerMaker | None = None,
    ) -> None:
        super().__init__()
        self._intro = (intro,) if intro else ()
        self._only = only
        self._person = person
        self._question = question(page or first_run.start(person.settings, person.today))
        self._example = example
        self._make_speaker = make_speaker or self._speaker

    @property
    def question(self) -> str:
        """The id of the question that is asked now."""
        return self._question.id

    def _speaker(self, sound: Sound, ring: Callable[[], None]) -> Speaker:
        return speaker(sound, self._person.data / "cache", ring)

    def compose(self) -> ComposeResult:
        """A title line, the page, a line for what is missing, the keys."""
        with Horizontal(id="head"):
            yield Static(id="title", markup=False)
            yield Static(id="count", markup=False)
        yield VerticalScroll(id="page", can_focus=False)
        yield Static(id="say", markup=False)
        yield KeyLine()

    async def on_mount(self) -> None:
        """Show the first page; an emergency that was ticked before stands over it."""
        tell_elsewhere(self.app, self._person)
        self._person.look(self._warn)
        await self._show()
        if emergency(self._person.settings):
            self._stand_still()

    # One question

    async def _show(self) -> None:
        """Show the question that is due, with its earlier answer."""
        asked = self._question
        page = first_run.page_of(asked.id)
        self.query_one("#title", Static).update(words_first_run.PAGES[asked.id].title)
        self.query_one("#count", Static).update("" if self._only else place_of(page))
        self._say("")
        body = self.query_one("#page", VerticalScroll)
        parts = body_of(asked, self._person, self._make_speaker, intro=self._intro, only=self._only)
        with self.app.batch_update():
            await body.remove_children()
            await body.mount_all(parts)
        body.scroll_home(animate=False)
        for answer in body.query("Choices, Input, SoundCheck").results(Widget):
            answer.focus()
        if asked.kind == "side" and (known := self.query_one(DrawnSide).side):
            self._point(known)

    def _say(self, text: str) -> None:
        self.query_one("#say", Static).update(text)

    # Answers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean something on this page only."""
        kind = self._question.kind
        typing = kind in {"date", "name"}
        if action == "example":
            return self._question.id == "welcome" and self._example is not None
        if action in {"back", "back_typing"}:
            earlier = first_run.before(self._question.id, self._person.settings)
            return not self._only and earlier is not None and typing == (action == "back_typing")
        if action == "go_on":
            return kind in {"read", "end", "side"}
        if action == "side":
            return kind == "side"
        return True

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self._keep_and_go_on(message.keys)

    @on(Choices.Missing)
    def _missing(self) -> None:
        many = self._question.kind == "many"
        self._say(words_first_run.TICK_OR_NONE if many else words_first_run.CHOOSE_FIRST)

    @on(Choices.Moved)
    def _moved(self) -> None:
        """What was said of an empty list goes once a line of it was taken."""
        self._say("")

    @on(SoundCheck.Chosen)
    def _sound_chosen(self, message: SoundCheck.Chosen) -> None:
        self._keep(replace(self._person.settings, sound=message.sound))
        self._go_on()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        """Show back what was understood of a date."""
        if self._question.kind != "date":
            return
        self._say(understood(message.value, self._person.today))

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        settings = self._person.settings
        typed = message.value.strip()
        if self._question.kind == "name":
            self._keep(replace(settings, name=typed))
        else:
            day = understand(typed, self._person.today)
            if typed and day is None:
                self._say(words_first_run.DATE_NOT_UNDERSTOOD)
                return
            self._keep(self._question.put_day(settings, day))
        self._go_on()

    def action_side(self, key: str) -> None:
        """Point at a side; Enter confirms it."""
        self._point(_SIDES[key])

    @on(DrawnSide.Pointed)
    def _pointed(self, message: DrawnSide.Pointed) -> None:
        self._point(message.side)

    def _point(self, side: Side) -> None:
        self.query_one(DrawnSide).show(side)
        self._say(words_first_run.SIDE_CHOSEN.format(side=side_name(side).upper()))

    def action_go_on(self) -> None:
        """Enter on a page without a list."""
        if self._question.kind == "side":
            side = self.query_one(DrawnSide).side
            if side is not None:
                self._keep_and_go_on((side,))
        elif self._question.kind == "end":
            person = self._person
            person.keep(first_run.finish(person.settings, person.today), self._warn)
            self.dismiss(True)
        else:
            self.app.clear_notifications()  # they would lie over the warning signs that follow
            self._go_on()

    def _keep_and_go_on(self, value: tuple[str, ...]) -> None:
        self._keep(self._question.put(self._person.settings, value))
        settings = self._person.settings
        asked = self._question.id
        doctor = first_run.at_once(asked, settings) or first_run.eye_doctor(asked, settings)
        if emergency(settings) or doctor:
            self._doctor_first()
        else:
            self._go_on()

    def _keep(self, settings: Settings) -> None:
        """Keep an answer, and where to go on if the rest is left for later."""
        person = self._person
        following = first_run.after(self._question.id, settings)
        if following is not None and not self._only:
            settings = first_run.reached(settings, following.id, person.today)
        person.keep(settings, self._warn)

    @work(group="first-run-doctor", exclusive=True)
    async def _stand_still(self) -> None:
        """Nothing but the emergency card until a doctor has looked."""
        await self.app.push_screen_wait(EmergencyCard(self._person))

    @work(group="first-run-doctor", exclusive=True)
    async def _doctor_first(self) -> None:
        """What belongs to a doctor is said with the answer, then the questions go on."""
        person = self._person
        if emergency(person.settings):
            await self.app.push_screen_wait(EmergencyCard(person))
        if keys := first_run.at_once(self._question.id, person.settings):
            await self.app.push_screen_wait(TodayCard([words_holds.HOLDS[key] for key in keys]))
        if first_run.eye_doctor(self._question.id, person.settings):
            await self.app.push_screen_wait(
                TodayCard(words_eye.GAP_LINES, title=words_eye.GAP_TITLE, closing="")
            )
        self._go_on()

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    # Ways

    def _go_on(self) -> None:
        following = first_run.after(self._question.id, self._person.settings)
        if self._only:
            self.dismiss(True)
        elif following is not None:
            self._turn_to(following)

    def action_back(self) -> None:
        """The question before."""
        earlier = first_run.before(self._question.id, self._person.settings)
        if earlier is not None:
            self._turn_to(earlier)

    def action_back_typing(self) -> None:
        """The same where letters are typed."""
        self.action_back()

    @work(group="first-run-page", exclusive=True)
    async def _turn_to(self, following: Question) -> None:
        """Show another question."""
        self._question = following
        await self._show()
        self.refresh_bindings()

    @work(group="first-run-example", exclusive=True)
    async def action_example(self) -> None:
        """A short practice with the simulated patient; then this page again."""
        if self._example is not None:
            await self._example()

    def action_not_now(self) -> None:
        """Leave; what was answered stays, and is gone on with from there."""
        self.dismiss(False)
