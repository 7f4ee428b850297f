"""Home: one obvious next thing, and everything else a key away.

It draws a `HomeView` and starts what is asked for. Returns only when the program is left.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.model import Routine
from sessions.care.reviews import put_away
from sessions.live.request import SessionOutcome
from tui.person.past import Past, day_state, load_past
from tui.person.person import Person
from tui.person.weekly_backup import begin_backup
from tui.presenters.home import HomeView, greeting, home_view, who
from tui.screens.elsewhere import tell_elsewhere
from tui.screens.home_actions import AnyApp, HomeActions
from tui.texts import day as words_day
from tui.texts import practice as words
from tui.texts import settings as words_settings
from tui.widgets.glyphs import Glyphs, draw_strength, glyphs
from tui.widgets.week_dots import WeekDots, draw_week
from tui.widgets.whole_footer import WholeFooter


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words_day.HOME_KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"home.{name}")


class Home(Screen[SessionOutcome]):
    """The first screen of the day."""

    CSS_PATH = "home.tcss"
    TITLE = words.PROGRAM
    HELP = words_day.HELP_HOME
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("begin", "enter", "begin"),
        _key("routines", "r", "routines"),
        _key("history", "h", "history"),
        _key("report", "p", "report"),
        _key("learn", "l", "learn"),
        _key("settings", "s", "settings"),
        _key("weekly", "w", "weekly"),
        _key("note", "n", "note"),
        _key("example", "e", "example"),
        _key("put-away", "d", "put_away"),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        _key("help", "question_mark,f1", "app.help"),
        _key("quit", "q,ctrl+q", "quit"),
    ]

    def __init__(self, person: Person, start: HomeActions) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-tall"), (36, "-high")]
        self.person = person
        self._start = start
        self.view: HomeView | None = None
        self.past = Past()
        self._altered = person.altered
        """How often the person had been altered elsewhere when this was drawn."""

    def compose(self) -> ComposeResult:
        """Who, the card with the next thing, what was, the keys."""
        with Horizontal(id="home-head"):
            yield Static(words.PROGRAM, id="home-name", markup=False)
            yield Static(id="home-who", markup=False)
        with VerticalScroll(id="home-body", can_focus=False):
            yield Static(id="home-greeting", markup=False)
            with Vertical(id="home-card"):
                yield Static(id="home-headline", markup=False)
                yield Static(id="home-title", markup=False)
                yield Static(id="home-lines", markup=False)
                yield Static(id="home-enter", markup=False)
            yield Static(id="home-trouble", markup=False)
            yield Static(id="home-review", markup=False)
            yield WeekDots(id="home-week")
            yield Static(id="home-sentence", markup=False)
            yield Static(id="home-next", markup=False)
            yield Static(id="home-last", markup=False)
            yield Static(id="home-strength", markup=False)
        yield WholeFooter()

    def on_mount(self) -> None:
        """Show what can be said at once; plan and history follow."""
        self.set_class(glyphs() is Glyphs.ASCII, "-ascii")
        person = self.person
        tell_elsewhere(self.app, person)
        for part in self.query("#home-body Static").results(Static):
            part.display = False
        self._show(
            headline=words_day.ONE_MOMENT,
            who=who(person),
            greeting=greeting(person.settings.name, person.now().hour),
        )
        self._go(self._start.day)
        begin_backup(person, self._warn_from_thread)

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen stood here, in other windows too."""
        self.person.look(self._warn)
        self.refresh_home()

    @work(group="home", exclusive=True)
    async def refresh_home(self) -> None:
        """Read plan and history away from the screen, then draw."""
        self.past = await asyncio.to_thread(load_past, self.person)
        self._altered = self.person.altered
        self._draw(home_view(self.person, self.past))

    def _draw(self, view: HomeView) -> None:
        """Draw Home as it stands."""
        self.view = view
        review = "" if view.review is None else words_day.REVIEWS[view.review]
        weekly = words_day.WEEKLY_DUE if view.weekly else ""
        self._show(
            who=view.who,
            greeting=view.greeting,
            headline=view.headline,
            title=view.title,
            lines="\n".join(view.lines),
            enter=view.enter,
            trouble=view.trouble,
            review=f"{review}\n{words_day.REVIEW_AWAY}" if review else "",
            last="\n".join(line for line in (view.last, view.note, weekly) if line),
            week=draw_week(view.week, view.today, glyphs()) if view.week else "",
            sentence=view.sentence,
            next=view.next,
            strength=draw_strength(view.strength, glyphs()),
        )
        self.refresh_bindings()

    def _show(self, **texts: str) -> None:
        for widget in self.query(Static):  # none once the app has ended
            text = texts.get((widget.id or "").removeprefix("home-"))
            if text is None:
                continue
            if widget.content != text:  # it is drawn twice in a start, mostly with the same words
                widget.update(text)
            widget.display = bool(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "begin":
            return True if self.view is not None and self.view.enter else None
        if action == "put_away":
            return self.view is not None and self.view.review is not None
        return True

    def action_scroll(self, by: int) -> None:
        """Go on reading, where there is more than fits the window."""
        self.query_one("#home-body").scroll_relative(y=3 * by, animate=False)

    # What Enter and the keys begin

    def _as_drawn(self) -> bool:
        """Whether a practice may begin by what stands here; where not, it is said and drawn anew.

        Another window may have changed the side, the stage, an answer or the plan meanwhile, or
        kept a practice, which counts for the cap and the gap.
        """
        person = self.person
        if person.as_seen(self._altered, self._warn) and day_state(person) == self.past.state:
            return True
        self._warn(words_settings.LOOK_AGAIN)
        self.refresh_home()
        return False

    def action_begin(self) -> None:
        """The one next thing."""
        view, past = self.view, self.past
        if view is None or not view.enter or not self._as_drawn():
            return
        if view.offered.kind == "answer":
            self._go(self._start.first_run)
        elif view.routine is not None:
            routine = view.routine
            self._go(lambda app: self._start.practising.practice(app, routine, past.sessions))

    def action_routines(self) -> None:
        """Another routine."""
        view, past = self.view, self.past
        if view is not None and self._as_drawn():
            self._go(lambda app: self._start.practising.other(app, past.sessions, view.offered))

    def begin(self, routine: Routine) -> None:
        """A routine that was named."""
        view, past = self.view, self.past
        if view is not None and self._as_drawn():
            self._go(
                lambda app: self._start.practising.named(app, routine, past.sessions, view.offered)
            )

    def action_history(self) -> None:
        """What was."""
        self._go(self._start.history)

    def action_report(self) -> None:
        """The report for a therapist."""
        self._go(self._start.report)

    def action_example(self) -> None:
        """A short practice with the simulated patient."""
        self._go(self._start.example)

    def action_learn(self) -> None:
        """Short pages."""
        self._go(self._start.learn)

    def action_settings(self) -> None:
        """Change anything."""
        self._go(self._start.settings)

    def action_weekly(self) -> None:
        """The weekly questions."""
        self._go(self._start.weekly)

    def action_note(self) -> None:
        """A line for oneself."""
        self._go(self._start.note)

    @work(group="home-way", exclusive=True)
    async def _go(self, way: Callable[[AnyApp], Awaitable[object]]) -> None:
        """Go one way over other screens, and come back to a Home that knows of it."""
        await way(self.app)
        self.refresh_home()

    def action_put_away(self) -> None:
        """The reminder was read."""
        person, view = self.person, self.view
        if view is None or view.review is None:
            return
        dates = put_away(person.settings, view.review, person.today)
        person.keep(replace(person.settings, reviews_put_away=dates), self._warn)
        self.refresh_home()

    def action_quit(self) -> None:
        """Leave; nothing can be lost here."""
        self.dismiss(SessionOutcome(ended=None))

    def _warn_from_thread(self, sentence: str) -> None:
        with contextlib.suppress(RuntimeError):  # the app has been left meanwhile
            self.app.call_from_thread(self._warn, sentence)

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False)
