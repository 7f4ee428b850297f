"""On no screen is any text cut, in small, usual and large windows; text pages scroll."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets._footer import FooterKey

import tui.screens
from routines.learn import topics
from routines.reading.library import find
from sessions.care.access import unlocked
from sessions.exchange.drawn_codes import Modules
from sessions.history.index import open_history
from sessions.live.request import SessionOutcome
from sessions.log.record import SessionRecord
from sessions.log.record_files import FOLDER, read_record
from sessions.messages import Open
from sessions.worker.qr_draw import drawn
from tests.tui.people import ANSWERED, app_of, at_home, somebody
from tests.tui.practised_days import practised
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.cut_text import cut_texts
from tests.tui.screens.practice_app import practice
from tui.app import SlowsmileApp
from tui.flows.plan.routine_task import RoutineTask
from tui.person.open_routines import shelf
from tui.person.past import load_past
from tui.person.person import Person
from tui.presenters.closing import closing
from tui.presenters.history import subjects
from tui.screens.again import Again
from tui.screens.closing import ClosingScreen
from tui.screens.help import Help
from tui.screens.history.calendar import CalendarScreen
from tui.screens.history.chart import ChartScreen
from tui.screens.history.clips import ClipsScreen
from tui.screens.history.days import DayScreen, DaysScreen
from tui.screens.history.history import HistoryScreen
from tui.screens.history.photos import PhotosScreen
from tui.screens.history.why import WhyScreen
from tui.screens.home import Home
from tui.screens.interrupted import Interrupted
from tui.screens.learn import LearnScreen, PageScreen
from tui.screens.plan import show_codes
from tui.screens.plan.conversation import Conversation
from tui.screens.plan.read_codes import ReadCodes
from tui.screens.plan.review import Review
from tui.screens.plan.sheet import Sheet
from tui.screens.plan.show_codes import ShowCodes
from tui.screens.practice.example import ExampleScreen
from tui.screens.practice.how import HowScreen
from tui.screens.practice.session import SessionScreen
from tui.screens.practice.summary import Summary
from tui.screens.questions.ask import Ask
from tui.screens.questions.at_rest import AtRestScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.hand import WhichHand
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.today import TodayCard
from tui.screens.questions.typed import Typed
from tui.screens.questions.weekly import WeeklyScreen
from tui.screens.report import ReportScreen
from tui.screens.routines import RoutinesScreen
from tui.screens.set_up import SetUp
from tui.screens.settings import SettingsScreen
from tui.terminal.reflow import kept_in
from tui.texts import holds as words_holds
from tui.texts import settings as words_settings
from tui.widgets.lines import Lines

SIZES = SMALL, USUAL, LARGE = (60, 20), (80, 24), (160, 45)
LONG = "A sentence that is long enough to need two lines in a small window, and says nothing more."


async def nothing(_: str) -> None:
    """What a line of the settings would ask."""


def _chart(person: Person) -> ChartScreen:
    sessions = load_past(person).sessions
    return ChartScreen(subjects(sessions, ()), 0, sessions, ())


def _latest(person: Person) -> SessionRecord:
    return read_record(max((person.data / FOLDER).rglob("*.toml")))


SCREENS: dict[type[Screen[Any]], Callable[[Person], Screen[Any]]] = {
    Ask: lambda _: Ask(LONG, LONG * 3, "Yes, do that", "No, leave it"),
    AtRestScreen: lambda _: AtRestScreen(),
    CalendarScreen: lambda p: CalendarScreen(p, open_history(p.data), ()),
    ChartScreen: _chart,
    CheckInScreen: lambda _: CheckInScreen(),
    ClipsScreen: ClipsScreen,
    ClosingScreen: lambda p: ClosingScreen(closing(p, load_past(p), p.now())),
    DayScreen: lambda _: DayScreen(LONG, [LONG] * 40),
    DaysScreen: lambda p: DaysScreen(p, open_history(p.data)),
    EmergencyCard: EmergencyCard,
    FirstRun: lambda p: FirstRun(p, page="doctor", only=True),
    Help: lambda _: Help(LONG, LONG * 3, []),
    HistoryScreen: HistoryScreen,
    HowScreen: lambda _: HowScreen(
        find("daily-gentle", today=date(2026, 11, 21)).steps[0], "left", lambda: 0.0
    ),
    LearnScreen: lambda _: LearnScreen(),
    PageScreen: lambda _: PageScreen(topics(), 0),
    PhotosScreen: PhotosScreen,
    Pick: lambda _: Pick(LONG, (LONG, LONG), words_settings.FEEDBACK_OPTIONS),
    ReportScreen: lambda _: ReportScreen(lambda width: kept_in([LONG] * 40, width)),
    ReadCodes: lambda _: ReadCodes(PretendCamera, Open(wire=1, source="camera:0", model="")),
    Review: lambda _: Review(LONG, lambda _: [LONG] * 40, yes="Take it", no="Leave it"),
    RoutinesScreen: lambda p: RoutinesScreen(shelf(p, unlocked(p.settings, p.today))),
    Sheet: lambda p: Sheet(RoutineTask(p, find("daily-gentle", today=p.today), "M. Weber")),
    ShowCodes: lambda _: ShowCodes(LONG.encode() * 20),
    SettingsScreen: lambda p: SettingsScreen(p, nothing),
    Summary: lambda p: Summary(_latest(p)),
    Ticks: lambda _: Ticks(LONG, (LONG,), {"a": LONG, "b": LONG}),
    TodayCard: lambda _: TodayCard(list(words_holds.HOLDS.values())),
    Typed: lambda _: Typed(*words_settings.TYPE["keys"]),
    WeeklyScreen: lambda _: WeeklyScreen(),
    WhichHand: lambda _: WhichHand(PretendCamera, Open(wire=1, source="camera:0", model="")),
    WhyScreen: lambda _: WhyScreen(lambda: [LONG] * 40),
}
"""Every screen of the program with texts of its own, as it is at its fullest."""
ELSEWHERE = {Home, SessionScreen, ExampleScreen}
"""Home stands below all of them; a practice is walked through, phase by phase."""
EMPTY = {Again, Conversation, Interrupted, SetUp}
"""They hold a conversation of other screens, and show nothing themselves."""


def all_screens() -> set[type[Screen[Any]]]:
    """Every screen that a module of `tui.screens` defines."""
    found: set[type[Screen[Any]]] = set()
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Screen):
                found |= {each} if each.__module__.startswith("tui.screens.") else set()
    return found


def test_every_screen_is_looked_at() -> None:
    """A new screen has its line above."""
    assert all_screens() == set(SCREENS) | ELSEWHERE | EMPTY


def footer_faults(screen: Screen[Any]) -> list[str]:
    """Names in a footer without a capital, keys that stand there twice, or in the text besides."""
    keys = list(screen.query(FooterKey))
    small = [each.description for each in keys if not each.description[:1].isupper()]
    names = [each.key_display for each in keys]
    twice = sorted({name for name in names if names.count(name) > 1})
    shown = "\n".join(str(each.render()) for each in screen.query(Static))
    said = [name for name in ("y", "n") if name in names and re.search(rf"(?m)^{name}  ", shown)]
    return [f"footer: {each}" for each in (*small, *twice, *said)]


def one_code_for_all(texts: Sequence[str]) -> tuple[Modules, ...]:
    """All codes of a content have one size; to draw each of them in a child takes seconds."""
    code = tuple(tuple(sign == "#" for sign in row) for row in drawn(texts[0]))
    return (code,) * len(texts)


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(SMALL, id="small"),
        pytest.param(USUAL, id="usual", marks=pytest.mark.long),
        pytest.param(LARGE, id="large", marks=pytest.mark.long),
    ],
)
async def test_no_screen_cuts_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Each as it stands when it has been drawn."""
    monkeypatch.setattr(show_codes, "draw_codes", one_code_for_all)
    practised(tmp_path, 8)
    person = somebody(tmp_path, ANSWERED)
    app, _ = app_of(person)
    cut: dict[str, list[str]] = {}
    async with app.run_test(size=size) as pilot:
        home = await at_home(pilot)
        assert [*cut_texts(home), *footer_faults(home)] == []
        assert home.query_one("#home-body").max_scroll_y == 0
    app = SlowsmileApp(Screen[SessionOutcome](), person.settings)
    async with app.run_test(size=size) as pilot:
        for kind, made in SCREENS.items():
            screen = made(person)
            app.push_screen(screen)
            await pilot.pause()
            if found := [*cut_texts(screen), *footer_faults(screen)]:
                cut[kind.__name__] = found
            app.pop_screen()
    assert cut == {}


@pytest.mark.parametrize(
    ("size", "large_print"),
    [
        pytest.param(SMALL, False, id="small"),
        pytest.param(SMALL, True, id="small-large-print", marks=pytest.mark.long),
        pytest.param(USUAL, False, id="usual", marks=pytest.mark.long),
        pytest.param(USUAL, True, id="usual-large-print", marks=pytest.mark.long),
        pytest.param(LARGE, False, id="large", marks=pytest.mark.long),
        pytest.param(LARGE, True, id="large-large-print", marks=pytest.mark.long),
    ],
)
async def test_no_phase_of_a_practice_cuts_its_text(
    tmp_path: Path, size: tuple[int, int], large_print: bool
) -> None:
    """From the card of how it is done to the card of a stop; with a caution too."""
    cut: dict[str, list[str]] = {}
    camera = PretendCamera(strong_grows=0.2)
    changes = {"large_print": large_print, "demonstrated": ("open-smile",)}
    async with practice(tmp_path, camera=camera, size=size, **changes) as running:

        def look(name: str) -> None:
            if found := cut_texts(running.screen):
                cut[name] = found

        await running.walk(look)
    assert cut == {}


class Cutting(Screen[None]):
    """Texts that fit, scroll, are too long, too wide, and outside."""

    CSS = """
    .low { height: 1; width: 20; }
    #narrow { width: 4; height: 1; }
    #page { height: 3; width: 20; }
    #outside { offset-y: 100; }
    """

    def compose(self) -> ComposeResult:
        """In this order."""
        yield Static("It fits.", classes="low", id="fits")
        with VerticalScroll(id="page"):
            yield Static(LONG, id="scrolls")
        yield Static(LONG, classes="low", id="long")
        yield Lines(id="narrow")
        yield Static("Somewhere.", id="outside")

    def on_mount(self) -> None:
        """Give the lines their text."""
        self.query_one(Lines).show_lines(["wide words"])


async def test_a_cut_text_is_found() -> None:
    """Each in its way; what fits or scrolls is not."""
    app: App[None] = App()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = Cutting()
        await app.push_screen(screen)
        await pilot.pause()
        found = cut_texts(screen)

    assert [each.split()[0] for each in found] == ["Static#long", "Lines#narrow", "Static#outside"]
