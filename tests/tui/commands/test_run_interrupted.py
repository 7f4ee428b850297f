"""`run` and `due` with practices that were interrupted: offered, or named and left."""

import argparse
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.care.triage import EMERGENCY
from sessions.live.request import SessionOutcome, SessionRequest
from sessions.log.journal import Journal
from sessions.log.record_files import read_record, record_files
from sessions.log.recovery import keep_as_is, unfinished
from tests.sessions.log_samples import header, whole
from tests.tui.interrupted import interrupted
from tests.tui.people import ANSWERED, MORNING
from tui.cli import main
from tui.commands import run as run_command
from tui.commands.run import add_arguments
from tui.parser import Parser
from tui.person.paths import find_places
from tui.practice import plain
from tui.screens.interrupted import Interrupted
from tui.screens.practice.session import SessionScreen

Out = pytest.CaptureFixture[str]
PLAIN = ["run", "--plain", "--no-sound", "--source", "sim"]


@pytest.fixture
def data() -> Path:
    """A data folder of somebody to whom everything is open."""
    places = find_places()
    save_settings(ANSWERED, places.config / FILE_NAME)
    return places.data


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[SessionRequest]:
    """The sessions that would have been run in lines."""
    found: list[SessionRequest] = []

    def run(request: SessionRequest, places: object) -> SessionOutcome:
        found.append(request)
        return SessionOutcome(ended=None)

    monkeypatch.setattr(plain, "run_plain", run)
    return found


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Type these lines at a terminal, then end the input; what is left of them."""

    def typed(*lines: str) -> list[str]:
        rest = list(lines)

        def line(question: str) -> str:
            if not rest:
                raise EOFError
            return rest.pop(0)

        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", line)
        return rest

    return typed


def repetitions(data: Path) -> list[int]:
    """Those of every record."""
    return [read_record(path).repetitions for path in record_files(data)]


def three(data: Path) -> None:
    """Three kills, three journals."""
    for n in range(3):
        interrupted(data, reps=n + 1, started=MORNING + timedelta(hours=n))


def test_three_kills_are_all_asked_about(
    data: Path, typing: Callable[..., list[str]], begun: list[SessionRequest], capsys: Out
) -> None:
    """Kept one after the other; then the session that was typed begins."""
    three(data)
    rest = typing("2", "2", "2")

    assert main(PLAIN) == 0

    out = capsys.readouterr().out
    assert [f"Movements kept: {n}." in out for n in (1, 2, 3)] == [True] * 3
    assert out.count("1  Go on where it stopped\n2  Keep what was done\n3  Throw it away\n") == 3
    assert rest == []
    assert repetitions(data) == [1, 2, 3]
    assert unfinished(data) == []
    (request,) = begun
    assert request.resume is None


def test_going_on_runs_that_practice_instead(
    data: Path, typing: Callable[..., list[str]], begun: list[SessionRequest]
) -> None:
    """The others come up at the next start."""
    three(data)
    typing("1")

    assert main(PLAIN) == 0

    (request,) = begun
    assert request.resume is not None
    assert len(request.plan.kept) == 1
    assert not request.sound.on
    assert len(unfinished(data)) == 3


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("3", "yes"), 0),
        (("3", "YES "), 0),
        (("3", "y", ""), 1),
        (("3", "", ""), 1),
        (("3", "3", ""), 1),
        (("3",), 1),
        (("",), 1),
        ((), 1),
    ],
)
def test_throwing_away_asks_for_a_whole_word(
    data: Path,
    typing: Callable[..., list[str]],
    begun: list[SessionRequest],
    lines: tuple[str, ...],
    left: int,
) -> None:
    """Enter, or the end of the input, leaves it; the session that was typed begins all the same."""
    interrupted(data)
    rest = typing(*lines)

    assert main(PLAIN) == 0

    assert rest == []
    assert len(unfinished(data)) == left
    assert repetitions(data) == []
    assert len(begun) == 1


def test_what_is_no_answer_is_asked_again(
    data: Path, typing: Callable[..., list[str]], begun: list[SessionRequest], capsys: Out
) -> None:
    """A letter, a number that is not there."""
    interrupted(data)
    typing("k", "0", "4", "2")

    assert main(PLAIN) == 0

    assert capsys.readouterr().out.count("I did not understand that.") == 3
    assert repetitions(data) == [2]
    assert len(begun) == 1


def test_going_on_is_not_offered_past_an_answer(
    data: Path, typing: Callable[..., list[str]], begun: list[SessionRequest], capsys: Out
) -> None:
    """The first answer is then to keep it."""
    interrupted(data, "camera:0")
    answers = replace(ANSWERED.answers, red_flags=("lump",))
    save_settings(replace(ANSWERED, answers=answers), find_places().config / FILE_NAME)
    typing("1")

    assert main(PLAIN) == 0

    assert "Go on where it stopped" not in capsys.readouterr().out
    assert repetitions(data) == [2]
    assert len(begun) == 1


def test_a_practice_that_goes_on_elsewhere_is_said(
    data: Path, begun: list[SessionRequest], capsys: Out
) -> None:
    """On stderr; both may go on, each with a record of its own."""
    interrupted(data)
    elsewhere = Journal.resume(unfinished(data)[0], 0.0, MORNING)

    assert main(PLAIN) == 0
    elsewhere.close()

    assert "A practice is running in another window." in capsys.readouterr().err
    assert len(begun) == 1


def test_the_other_window_was_first(
    data: Path, begun: list[SessionRequest], monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """It is said before anything begins, and the record is the only one."""
    interrupted(data)

    def line(question: str) -> str:
        keep_as_is(unfinished(data)[0])
        return "1"

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", line)

    assert main(PLAIN) == 0

    assert "Another window has kept this practice already." in capsys.readouterr().out
    assert [request.resume for request in begun] == [None]
    assert repetitions(data) == [2]


@pytest.mark.parametrize("plain_mode", [True, False])
def test_without_a_terminal_they_are_named_and_left(
    data: Path, begun: list[SessionRequest], capsys: Out, plain_mode: bool
) -> None:
    """One line each on stderr; nobody can be asked."""
    three(data)

    code = main(PLAIN if plain_mode else ["run", "--source", "sim"])

    found = capsys.readouterr()
    assert code == (0 if plain_mode else 2)
    assert found.out == ""
    assert found.err.count("A practice was interrupted: Gentle daily set,") == 3
    assert len(unfinished(data)) == 3
    assert len(begun) == int(plain_mode)


@pytest.mark.parametrize("terminal", [True, False])
def test_one_that_had_come_to_its_end_becomes_a_record(
    data: Path,
    typing: Callable[..., list[str]],
    begun: list[SessionRequest],
    terminal: bool,
    capsys: Out,
) -> None:
    """Only its record was missing: there is nothing to ask, and nobody is told of a question."""
    journal = Journal.begin(data, header())
    for entry in whole():
        journal.add(entry)
    journal.close()
    if terminal:
        typing()
    for command in ("due", "history"):
        assert main([command]) == 0
        told = capsys.readouterr().err
        assert "had come to its end and is not in the history yet: Gentle daily set," in told
        assert "You are asked" not in told

    assert main(PLAIN) == 0

    shown = capsys.readouterr()
    assert "A practice that had come to its end is kept now" in shown.out + shown.err
    assert repetitions(data) == [5]
    assert unfinished(data) == []
    assert len(begun) == 1


def test_an_emergency_shows_its_card_only(data: Path, capsys: Out) -> None:
    """Neither `run` nor `due` speaks of a practice then."""
    interrupted(data)
    answers = replace(ANSWERED.answers, red_flags=(EMERGENCY,))
    settings = replace(ANSWERED, answers=answers, source="camera:0")
    save_settings(settings, find_places().config / FILE_NAME)

    assert main(["run", "--plain"]) == 2
    assert main(["due"]) == 0

    assert "interrupted" not in capsys.readouterr().err


def test_due_names_them_and_leaves_them(data: Path, capsys: Out) -> None:
    """On stderr, so that a prompt stays one line; a damaged one with its place."""
    three(data)
    broken = data / "journal" / "2026-11-20T07-00-00.jsonl"
    broken.write_bytes(b"\0" * 300)

    assert main(["due"]) == 0

    found = capsys.readouterr()
    assert len(found.out.splitlines()) == 1
    assert found.err.count("A practice was interrupted: Gentle daily set,") == 3
    assert str(broken) in found.err
    assert len(unfinished(data)) == 4


@pytest.mark.parametrize("went", ["settled", "gone on with"])
def test_on_the_screen_they_are_asked_about_first(
    data: Path, monkeypatch: pytest.MonkeyPatch, went: str
) -> None:
    """The session that was typed follows only where all were settled."""
    interrupted(data)
    shown: list[object] = []
    monkeypatch.setattr(run_command, "is_terminal", lambda: True)
    parser = Parser("run", "test")
    add_arguments(parser)
    args: argparse.Namespace = parser.parse_all(["--source", "sim"])
    args.places = find_places()

    def show(screen: object, *rest: object) -> int:
        shown.append(screen)
        if isinstance(screen, Interrupted):
            screen.all_asked = went == "settled"
            return 143
        return 0

    args.show = show

    code = run_command.run(args)

    assert isinstance(shown[0], Interrupted)
    assert [isinstance(each, SessionScreen) for each in shown[1:]] == [True] * (went == "settled")
    assert code == (0 if went == "settled" else 143)


@pytest.mark.parametrize("outcome", [None, SessionOutcome(ended="finished", sentence="kept")])
async def test_the_empty_screen_ends_with_what_became_of_them(
    outcome: SessionOutcome | None,
) -> None:
    """With the sentence of the practice that was gone on with."""
    from tui.app import SlowsmileApp
    from tui.screens.home_actions import AnyApp

    class Answered:
        async def interrupted(self, app: AnyApp) -> SessionOutcome | None:
            return outcome

    screen = Interrupted(Answered())
    app = SlowsmileApp(screen)
    async with app.run_test() as pilot:
        await pilot.pause()

    assert screen.all_asked is (outcome is None)
    assert app.return_value == ("" if outcome is None else "kept")
