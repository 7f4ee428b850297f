"""The first run: one question a page, one key an answer, back and out at any time.

What is asked and kept is decided in `presenters.first_run`; this screen shows a page and keeps each
answer as it is given. Returns True when it was gone through to its end.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Input, Static

from routines.movements import Side
from sessions.care.settings import Sound
from sessions.care.triage import emergency
from tui.person.person import Person
from tui.practice.sound import Speaker, speaker
from tui.presenters import first_run
from tui.presenters.first_run import Page
from tui.presenters.first_run_texts import page_texts
from tui.screens.elsewhere import tell_elsewhere
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.today import TodayCard
from tui.texts import eye as words_eye
from tui.texts import first_run as words_first_run
from tui.texts import holds as words_holds
from tui.texts import practice as words
from tui.texts.dates import day_in_words, how_long, understand
from tui.widgets.choices import Choices
from tui.widgets.drawn_side import DrawnSide
from tui.widgets.sound_check import SoundCheck, SpeakerMaker

_SIDES: dict[str, Side] = {"left": "left", "right": "right", "1": "left", "2": "right"}


class FirstRun(Screen[bool]):
    """Shows `person` the pages from `page` on; with `only`, this one page and no other."""

    CSS_PATH = "first_run.tcss"
    TITLE = words.PROGRAM
    HELP = words_first_run.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", tooltip="the page before", id="first-run.back"),
        Binding("x", "not_now", "not now", tooltip="leave for now", id="first-run.not-now"),
        Binding("left", "side('left')", "left", show=False),
        Binding("right", "side('right')", "right", show=False),
        Binding("1", "side('left')", "left", show=False),
        Binding("2", "side('right')", "right", show=False),
        Binding("enter", "go_on", "go on", tooltip="the next page", id="first-run.go-on"),
    ]

    def __init__(
        self,
        person: Person,
        *,
        page: str = "welcome",
        only: bool = False,
        intro: str = "",
        make_speaker: SpeakerMaker | None = None,
    ) -> None:
        super().__init__()
        self._intro = (intro,) if intro else ()
        self._only = only
        self._person = person
        self._page = first_run.page(page)
        self._make_speaker = make_speaker or self._speaker

    def _speaker(self, sound: Sound, ring: Callable[[], None]) -> Speaker:
        return speaker(sound, self._person.data / "cache", ring)

    def compose(self) -> ComposeResult:
        """A title line, the page, a line for what is missing, the keys."""
        with Horizontal(id="head"):
            yield Static(id="title", markup=False)
            yield Static(id="count", markup=False)
        yield VerticalScroll(id="page", can_focus=False)
        yield Static(id="say", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    async def on_mount(self) -> None:
        """Show the first page; an emergency that was ticked before stands over it."""
        tell_elsewhere(self.app, self._person)
        self._person.look(self._warn)
        await self._show()
        if emergency(self._person.settings):
            self._stand_still()

    # One page

    async def _show(self) -> None:
        """Show the page that is due, with its earlier answer."""
        page = self._page
        text = words_first_run.PAGES[page.id]
        asked = first_run.pages(self._person.settings)
        place = [each.id for each in asked].index(page.id) + 1
        self.query_one("#title", Static).update(text.title)
        self.query_one("#count", Static).update(
            words_first_run.PAGE_OF.format(page=place, pages=len(asked))
        )
        self._say("")
        body = self.query_one("#page", VerticalScroll)
        with self.app.batch_update():
            await body.remove_children()
            await body.mount_all(
                [Static(each, classes="text", markup=False) for each in self._texts(page)]
            )
            await body.mount_all(list(self._asking(page)))
        body.scroll_home(animate=False)
        for answer in body.query("Choices, Input, SoundCheck").results(Widget):
            answer.focus()
        if page.kind == "side":
            self._say_side(self.query_one(DrawnSide).side)

    def _texts(self, page: Page) -> tuple[str, ...]:
        return (*self._intro, *page_texts(page, self._person))

    def _asking(self, page: Page) -> Iterator[Widget]:
        """The widget that takes the page's answer, if it asks for one."""
        settings = self._person.settings
        text = words_first_run.PAGES[page.id]
        match page.kind:
            case "one" | "many":
                yield Choices(
                    text.options,
                    chosen=page.get(settings),
                    many=page.kind == "many",
                    none=text.none,
                )
            case "side":
                yield DrawnSide(
                    {"left": text.options["left"], "right": text.options["right"]}, settings.side
                )
            case "date":
                day = page.day(settings)
                text_now = "" if day is None else day.isoformat()
                yield Input(text_now, placeholder=words_first_run.ONSET_LABEL)
            case "name":
                yield Input(settings.name, placeholder=words_first_run.NAME_LABEL, max_length=40)
            case "sound":
                first = settings.answers.finished_on is None
                sound = replace(settings.sound, level=1) if first else settings.sound
                yield SoundCheck(sound, self._make_speaker)
            case "read" | "end":
                return

    def _say(self, text: str) -> None:
        self.query_one("#say", Static).update(text)

    # Answers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean something on this page only."""
        if action == "go_on":
            return self._page.kind in {"read", "end", "side"}
        if action == "side":
            return self._page.kind == "side"
        if action == "not_now":
            return self._page.kind != "end"
        return True

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self._keep_and_go_on(message.keys)

    @on(Choices.Missing)
    def _missing(self) -> None:
        many = self._page.kind == "many"
        self._say(words_first_run.TICK_OR_NONE if many else words_first_run.CHOOSE_FIRST)

    @on(SoundCheck.Chosen)
    def _sound_chosen(self, message: SoundCheck.Chosen) -> None:
        self._person.keep(replace(self._person.settings, sound=message.sound), self._warn)
        self._go_on()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        """Show back what was understood of a date."""
        if self._page.kind != "date":
            return
        day = understand(message.value, self._person.today)
        said = ""
        if day is not None:
            ago = how_long((self._person.today - day).days)
            said = words_first_run.DATE_UNDERSTOOD.format(day=day_in_words(day), ago=ago)
            said += words_first_run.DATE_ENTER
        self._say(said)

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        settings = self._person.settings
        typed = message.value.strip()
        if self._page.kind == "name":
            self._person.keep(replace(settings, name=typed), self._warn)
        else:
            day = understand(typed, self._person.today)
            if typed and day is None:
                self._say(words_first_run.DATE_NOT_UNDERSTOOD)
                return
            self._person.keep(self._page.put_day(settings, day), self._warn)
        self._go_on()

    def action_side(self, key: str) -> None:
        """Point at a side; Enter confirms it."""
        self._point(_SIDES[key])

    @on(DrawnSide.Pointed)
    def _pointed(self, message: DrawnSide.Pointed) -> None:
        self._point(message.side)

    def _point(self, side: Side) -> None:
        self.query_one(DrawnSide).show(side)
        self._say_side(side)

    def _say_side(self, side: Side | None) -> None:
        self._say(
            words_first_run.SIDE_ASK
            if side is None
            else words_first_run.SIDE_CHOSEN.format(side=side.upper())
        )

    def action_go_on(self) -> None:
        """Enter on a page without a list."""
        if self._page.kind == "side":
            side = self.query_one(DrawnSide).side
            if side is not None:
                self._keep_and_go_on((side,))
        elif self._page.kind == "end":
            person = self._person
            person.keep(first_run.finish(person.settings, person.today), self._warn)
            self.dismiss(True)
        else:
            self._go_on()

    def _keep_and_go_on(self, value: tuple[str, ...]) -> None:
        self._person.keep(self._page.put(self._person.settings, value), self._warn)
        settings = self._person.settings
        page_id = self._page.id
        doctor = first_run.at_once(page_id, settings) or first_run.eye_doctor(page_id, settings)
        if emergency(settings) or doctor:
            self._doctor_first()
        else:
            self._go_on()

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
        if keys := first_run.at_once(self._page.id, person.settings):
            await self.app.push_screen_wait(TodayCard([words_holds.HOLDS[key] for key in keys]))
        if first_run.eye_doctor(self._page.id, person.settings):
            await self.app.push_screen_wait(
                TodayCard(words_eye.GAP_LINES, title=words_eye.GAP_TITLE, closing="")
            )
        self._go_on()

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)

    # Ways

    def _go_on(self) -> None:
        following = first_run.after(self._page.id, self._person.settings)
        if self._only:
            self.dismiss(True)
        elif following is not None:
            self._turn_to(following)

    def action_back(self) -> None:
        """The page before; on the first page nothing happens, an only page is left."""
        if self._only:
            self.dismiss(False)
            return
        earlier = first_run.before(self._page.id, self._person.settings)
        if earlier is not None:
            self._turn_to(earlier)

    @work(group="first-run-page", exclusive=True)
    async def _turn_to(self, page: Page) -> None:
        """Show another page."""
        self._page = page
        await self._show()
        self.refresh_bindings()

    def action_not_now(self) -> None:
        """Leave; what was answered stays, the rest can be answered any day."""
        self.dismiss(False)
