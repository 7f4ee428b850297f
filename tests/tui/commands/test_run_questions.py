"""What `run` asks besides the safety questions: the face at rest, leaves, what is due again."""

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.screen import Screen

from routines.errors import Trouble
from routines.model import Routine
from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, load_settings, save_settings
from sessions.care.triage import EMERGENCY
from sessions.live.request import SessionOutcome, SessionRequest
from tests.conftest import ROOT
from tests.tui.people import ANSWERED, MORNING, said, somebody, until_screen
from tui.app import SlowsmileApp
from tui.commands import run as run_command
from tui.commands.parts.run_request import request_for
from tui.commands.run import add_arguments, run
from tui.flows.home_actions import Starting
from tui.flows.plain_questions import ask_at_rest, ask_leaves
from tui.parser import Parser
from tui.person.paths import find_places
from tui.person.person import Person
from tui.practice import plain
from tui.screens.again import Again
from tui.screens.keymap_checks import complaint
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.at_rest import AtRestScreen
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.first_run import FirstRun
from tui.texts import again as words_again
from tui.texts import plain_questions as words

Typing = Callable[[str], str | None]
CAMERA = replace(ANSWERED, source="film.mp4")
TAUGHT = """
schema = 1
id = "mine"
name = "Mine"
stage = "paretic"
[[exercise]]
do = "open-smile"
[[exercise]]
do = "one-corner"
[[therapist_allows]]
exercise = "one-corner"
by = "A. Example"
on = {on}
until = {until}
"""


def typing(*lines: str) -> Typing:
    """Types these; then the input ends."""
    left = list(lines)
    return lambda question: left.pop(0) if left else None


def arguments(*typed: str, settings: Settings = CAMERA) -> argparse.Namespace:
    """These words on the command line of somebody with these settings."""
    places = find_places()
    places.data.mkdir(parents=True, exist_ok=True)
    (places.data / "model.task").touch()
    save_settings(settings, places.config / FILE_NAME)
    parser = Parser("run", "test")
    add_arguments(parser)
    args = parser.parse_all(list(typed))
    args.places = places
    return args


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No landmark model is needed to be asked something."""
    monkeypatch.setattr("tui.practice.request_for.find_model", lambda path: Path("model.task"))


@pytest.mark.parametrize(
    ("typed", "rating"),
    [(("6",), {"rest_uneven": 6}), (("11", "x", "0"), {"rest_uneven": 0}), (("",), {}), ((), {})],
)
def test_the_face_at_rest_in_lines(typed: tuple[str, ...], rating: dict[str, int]) -> None:
    """0 to 10; nonsense is asked again, Enter and the end of the input leave it out."""
    told: list[str] = []

    assert ask_at_rest(typing(*typed), told.append) == rating
    assert told.count(words.AT_REST_AGAIN) == max(0, len(typed) - 1)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (["check-up"], True),
        (["daily-gentle"], False),
        (["check-up", "--source", "sim"], False),
    ],
)
def test_run_plain_keeps_the_rating_in_the_session(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], asked: bool
) -> None:
    """Of a check-up, and of a person: the simulated patient is asked nothing."""
    begun: list[SessionRequest] = []

    def practise(request: SessionRequest, places: object) -> SessionOutcome:
        begun.append(request)
        return SessionOutcome(ended=None)

    monkeypatch.setattr(plain, "run_plain", practise)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        "builtins.input", lambda question: "4" if words.AT_REST_ASK in question else "0"
    )

    assert run(arguments(*typed, "--plain", "--anyway")) == 0

    (request,) = begun
    answers = {} if request.check_in is None else request.check_in.answers
    assert answers == ({"rest_uneven": 4} if asked else {})


@pytest.mark.parametrize(
    ("key", "begins"), [pytest.param("5", True, marks=pytest.mark.long), ("escape", False)]
)
async def test_the_face_at_rest_on_its_screen(key: str, begins: bool) -> None:
    """A digit and Enter; Esc wants no check-up now."""
    screen = AtRestScreen()
    app = SlowsmileApp(screen, ANSWERED)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, AtRestScreen)
        assert "Face uneven at rest" in said(screen)
        await pilot.press(key, "enter")

    assert screen.answers == ({"rest_uneven": 5} if begins else None)


@pytest.mark.parametrize("answers", [{"rest_uneven": 3}, {}, None])
def test_run_asks_before_the_check_up(
    monkeypatch: pytest.MonkeyPatch, answers: dict[str, int] | None
) -> None:
    """The session has the rating; left with Esc, no session begins."""
    shown: list[Screen[SessionOutcome]] = []

    def show(screen: Screen[SessionOutcome], *rest: object) -> int:
        shown.append(screen)
        if isinstance(screen, AtRestScreen):
            screen.answers = answers
        return 0

    monkeypatch.setattr(run_command, "is_terminal", lambda: True)
    args = arguments("check-up", "--anyway")
    args.show = show

    assert run(args) == 0

    sessions = [screen.request for screen in shown if isinstance(screen, SessionScreen)]
    kept = [each.check_in.answers if each.check_in else {} for each in sessions]
    assert kept == ([] if answers is None else [answers])


@pytest.mark.parametrize("plain_mode", [[], ["--plain"]])
@pytest.mark.parametrize("as_file", [False, True])
def test_screen_and_lines_have_one_gate_for_ids_and_files(
    monkeypatch: pytest.MonkeyPatch, plain_mode: list[str], as_file: bool
) -> None:
    """Nothing is shown and nothing begins; --anyway is no way round."""
    monkeypatch.setattr(run_command, "is_terminal", lambda: True)
    monkeypatch.setattr(plain, "run_plain", lambda *args: pytest.fail("a session began"))
    flaccid = replace(CAMERA, stage="flaccid")
    named = str(ROOT / "routines" / "library" / "daily-gentle.toml") if as_file else "daily-gentle"
    args = arguments(named, "--anyway", *plain_mode, settings=flaccid)
    args.show = lambda *shown: pytest.fail("a screen was shown")

    with pytest.raises(Trouble, match="While nothing moves, effort does not help"):
        run(args)


def leave() -> Path:
    """A routine of one's own with a therapist's leave that holds today."""
    today = datetime.date.today()
    path = find_places().data / "mine.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    until = today + datetime.timedelta(days=30)
    path.write_text(TAUGHT.format(on=today, until=until), encoding="utf-8")
    return path


def test_what_a_therapist_allows_runs_only_when_it_was_confirmed() -> None:
    """Typed as a command, too: else the step is left out and says why."""
    path = leave()
    request = request_for(arguments(str(path), "--anyway"))

    skipped = {step.exercise.id: step.skipped for step in request.routine.steps}
    assert skipped["open-smile"] is None
    assert "not confirmed" in (skipped["one-corner"] or "")


@pytest.mark.parametrize(("typed", "runs"), [("1", True), ("2", False), ("", False)])
def test_a_leave_is_asked_about_once_in_lines(typed: str, runs: bool) -> None:
    """A yes is kept."""
    path, told = leave(), list[str]()

    def ask(person: Person, routine: Routine) -> None:
        ask_leaves(person, routine, typing(typed), told.append)

    request = request_for(arguments(str(path), "--anyway"), ask_leaves=ask)

    (step,) = (each for each in request.routine.steps if each.exercise.id == "one-corner")
    assert (step.skipped is None) == runs
    assert "allowed by A. Example" in told[0]
    kept = load_settings(find_places().config / FILE_NAME, complaint)
    assert bool(kept.leaves_confirmed) == runs


async def test_safety_questions_that_are_due_stand_before_the_session(tmp_path: Path) -> None:
    """The full screen that `run` shows first: answered, it ends by itself, and the date is kept."""
    month_ago = replace(ANSWERED.answers, finished_on=MORNING.date() - datetime.timedelta(days=40))
    person = somebody(tmp_path, replace(CAMERA, answers=month_ago))
    app = SlowsmileApp(Again(Starting(person)), person.settings)
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        assert words_again.INTRO["flags"] in said(app.screen)
        await pilot.press("0")
        await pilot.pause()

    assert person.settings.answers.flags_asked_on == MORNING.date()
    assert app.return_code == 0


async def test_signs_of_a_stroke_under_run_are_kept_before_anything_begins(tmp_path: Path) -> None:
    """The card stands there; `run` then refuses, because the answer is on disk."""
    month_ago = replace(ANSWERED.answers, finished_on=MORNING.date() - datetime.timedelta(days=40))
    person = somebody(tmp_path, replace(CAMERA, answers=month_ago))
    app = SlowsmileApp(Again(Starting(person)), person.settings)
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("1", "enter")
        await until_screen(pilot, EmergencyCard)
        await pilot.press("q")
        await pilot.pause()

    kept = load_settings(person.settings_path, complaint)
    assert kept.answers.red_flags == (EMERGENCY,)
