"""The other screens of the day: check-in, weekly questions, routines, learn, settings, notes."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from routines.reading.library import find
from routines.writing import routine_text
from sessions.care.settings_file import load_settings
from sessions.care.therapist_plan import own_set
from sessions.history.diary import diary
from sessions.history.index import open_history
from sessions.log.record_files import record_files
from sessions.storage.private_files import write_private
from tests.tui.interrupted import interrupted
from tests.tui.people import (
    ANSWERED,
    DAY,
    MORNING,
    app_of,
    at_home,
    fill_in,
    said,
    somebody,
    until,
    until_screen,
)
from tui.screens.help import Help
from tui.screens.keymap_checks import complaint
from tui.screens.learn import LearnScreen, PageScreen
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.pick import Pick
from tui.screens.questions.typed import Typed
from tui.screens.questions.weekly import WeeklyScreen
from tui.screens.routines import RoutinesScreen
from tui.screens.settings import SettingsScreen
from tui.widgets.menu import Menu


async def test_a_tight_day_is_swapped_with_its_reason(tmp_path: Path) -> None:
    """The proposal says why; Enter takes it; the record carries the answers."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("2", "8", "0", "0", "enter")
        await until(pilot, lambda: "Your face is tight." in said(app.screen), "the proposal")
        await pilot.press("enter")
        await until_screen(pilot, SessionScreen)

        session = app.screen
        assert isinstance(session, SessionScreen)
        assert session.request.routine.id == "tight-day"
        assert not session.request.routine.active
        assert session.request.check_in is not None
        assert session.request.check_in.answers["tightness"] == 8


async def test_a_plan_that_is_not_used_is_said_whatever_else_there_is_to_say(
    tmp_path: Path,
) -> None:
    """A review does not hide it; in a small window the arrow keys lead to the rest."""
    write_private(tmp_path / "plan.toml", 'schema = 1\nstage = "paretic"\ndaily_cap = 9\n')
    onset = (MORNING - 100 * DAY).date()
    answered = replace(ANSWERED, answers=replace(ANSWERED.answers, onset=onset))
    app, _ = app_of(somebody(tmp_path, answered))
    async with app.run_test(size=(60, 16)) as pilot:
        home = await at_home(pilot)
        await until(pilot, lambda: "three months" in said(home), "the review")
        text = said(home)
        await pilot.press("down", "down")
        await pilot.pause()
        read = home.query_one("#home-body").scroll_offset.y

    assert "plan.toml cannot be used as it is written" in text
    assert f"routine check {tmp_path / 'plan.toml'}" in text
    assert "daily_cap" not in text
    assert read > 0


async def test_the_person_decides_what_follows_from_the_answers(tmp_path: Path) -> None:
    """Pain today: resting is the first choice, and what was said goes into the diary without a
    session. Tight, and as planned all the same: it is always possible."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("down", "down", "8", "enter")
        await until(pilot, lambda: "Let your face rest today" in said(app.screen), "the proposal")
        await pilot.press("enter")
        await at_home(pilot)
        await until(pilot, lambda: bool(diary(tmp_path, [])), "the diary")
        assert record_files(tmp_path) == []

        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("7", "0", "0", "0", "enter", "2")
        await until_screen(pilot, SessionScreen)

        session = app.screen
        assert isinstance(session, SessionScreen)
        assert session.request.routine.id == "daily-gentle"

    (line,) = diary(tmp_path, [])
    assert (line.kind, line.answers) == ("check-in", {"pain": 8})


async def test_routines_that_are_open(tmp_path: Path) -> None:
    """A flaccid face finds no active routine; the mark says what each is for."""
    app, _ = app_of(somebody(tmp_path, replace(ANSWERED, stage="flaccid")))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("r")
        await until_screen(pilot, RoutinesScreen)
        menu = app.screen.query_one(Menu)
        heading = next(n for n, line in enumerate(menu.lines) if line == "CLOSED FOR NOW")
        opened, closed = menu.lines[:heading], menu.lines[heading + 1 :]
        assert any("Care, massage and rest" in name for name in opened)
        assert not any("Gentle daily set" in name for name in opened)
        menu.highlighted = (
            heading + 1 + next(n for n, line in enumerate(closed) if "Gentle daily set" in line)
        )
        await pilot.pause()
        told = " ".join(str(app.screen.query_one("#about", Static).content).split())
        assert told.startswith('"Gentle daily set" has active exercises, and nothing moves')
        assert told.endswith("Opens when something moves. The weekly look asks you.")
        await pilot.press("enter")
        assert isinstance(app.screen, RoutinesScreen)
        await pilot.press("escape")
        await at_home(pilot)


async def test_a_long_routine_in_a_small_window(tmp_path: Path) -> None:
    """Its name goes on below itself, its text ends at a whole word, a broken file is named."""
    long = find("daily-gentle").about + " And so on and so on." * 30
    own = routine_text(replace(find("daily-gentle"), id="own", name="Word " * 14, about=long))
    write_private(tmp_path / "routines" / "own.toml", own)
    write_private(tmp_path / "routines" / "broken.toml", "schema = 1")
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("r")
        await until_screen(pilot, RoutinesScreen)
        await pilot.pause()
        about = app.screen.query_one("#about", Static)
        first = str(app.screen.query_one(Menu).get_option_at_index(0).prompt)
        told, room = str(about.content), about.content_size
        closed = str(app.screen.query_one("#routines-below", Static).content)

    lines = first.splitlines()
    assert len(lines) > 1
    assert all(line.startswith(" " * 10 + "Word") for line in lines[1:])
    assert max(map(len, lines)) <= 56
    assert told.endswith(" \u2026")
    assert len(told.splitlines()) == room.height
    assert f"routine check {tmp_path / 'routines' / 'broken.toml'}" in closed


async def test_learn_help_a_note_and_the_weekly_questions(tmp_path: Path) -> None:
    """By a key of the person's own, Learn can be read through: Enter goes from page to page, escape
    leads back in two steps. Help comes by either key, a line for oneself at any time. A low mood
    gets a kind line and no task, and is kept like the other answers."""
    app, _ = app_of(somebody(tmp_path, replace(ANSWERED, keymap={"home.learn": "k"})))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("k")
        await until_screen(pilot, LearnScreen)
        await pilot.press("down", "enter")
        await until_screen(pilot, PageScreen)
        assert "What to expect" in said(app.screen)
        await pilot.press("enter")
        assert "What to expect" not in said(app.screen)
        assert max(map(len, said(app.screen).splitlines())) <= 56
        await pilot.press("escape")
        await until_screen(pilot, LearnScreen)
        await pilot.press("escape")

        await at_home(pilot)
        await pilot.press("w")
        await until_screen(pilot, WeeklyScreen)
        await pilot.press("1", "2", *["0"] * 6, "8", "enter")
        await until(pilot, lambda: "That sounds heavy" in said(app.screen), "the kind line")
        assert "emergency number" in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)
        await until(pilot, lambda: bool(diary(tmp_path, [])), "the diary")
        (line,) = diary(tmp_path, [])
        assert line.kind == "weekly"
        assert line.answers["low_mood"] == 8
        assert line.answers["drinking"] == 2

        home = await at_home(pilot)
        await pilot.press("f1")
        await until_screen(pilot, Help)
        await pilot.press("escape", "question_mark")
        await until_screen(pilot, Help)
        await pilot.press("escape", "n")
        await until_screen(pilot, Typed)
        fill_in(pilot, "slept well")
        await pilot.press("enter")
        await until(pilot, lambda: "slept well" in said(home), "the note on Home")


async def test_settings_are_kept_at_once(tmp_path: Path) -> None:
    """A line that turns over is on disk and on the screen before anything else is pressed. A key
    that is not to be had is refused where it is typed, with the reason."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        menu = app.screen.query_one(Menu)
        menu.highlighted = menu.get_option_index("keys")
        await pilot.press("enter")
        await until_screen(pilot, Typed)
        fill_in(pilot, "session.paus=k")
        await pilot.press("enter")
        await until_screen(pilot, SettingsScreen)
        await until(pilot, lambda: bool(app._notifications), "the reason")
        (told,) = [each.message for each in app._notifications]
        assert "Did you mean `session.pause`?" in told
        assert person.settings.keymap == {}

        menu.highlighted = menu.get_option_index("theme")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "calm-light", "the other theme")
        assert "calm, light" in str(menu.get_option("theme").prompt)
        menu.highlighted = menu.get_option_index("source")
        await pilot.press("enter")
        await until_screen(pilot, Typed)
        await pilot.press("ctrl+u")
        fill_in(pilot, "camera:1")
        await pilot.press("enter")
        await until_screen(pilot, SettingsScreen)
        await until(pilot, lambda: person.settings.source == "camera:1", "the source")
        menu.highlighted = menu.get_option_index("stage")
        await pilot.press("enter")
        await until_screen(pilot, FirstRun)
        await pilot.press("1")
        await until_screen(pilot, SettingsScreen)
        await pilot.press("escape")
        home = await at_home(pilot)
        await until(pilot, lambda: "There is no goal" in said(home), "the weekly look")

    assert load_settings(person.settings_path, complaint) == person.settings
    assert person.settings.stage == "flaccid"
    assert 'stage = "flaccid"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")


async def test_an_interrupted_practice_does_not_go_on_past_an_answer(tmp_path: Path) -> None:
    """What was done can be kept; going on is not offered for a face it is closed to."""
    interrupted(tmp_path, "camera:0")
    answers = replace(ANSWERED.answers, red_flags=("lump",))
    app, _ = app_of(somebody(tmp_path, replace(ANSWERED, answers=answers)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        assert "Go on where it stopped" not in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)

    assert len(open_history(tmp_path).sessions) == 1


async def test_an_interrupted_practice_goes_on(tmp_path: Path) -> None:
    """Enter takes it up again where it stopped."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("enter")
        await until_screen(pilot, SessionScreen)

        session = app.screen
        assert isinstance(session, SessionScreen)
        assert session.request.resume is not None
        assert len(session.request.plan.kept) == 2


async def test_a_leave_is_confirmed_before_it_counts(tmp_path: Path) -> None:
    """A no leaves the exercise out of the session and asks again next time."""
    routines = tmp_path / "routines"
    made = own_set(find("daily-gentle"), ("one-corner",), "M. Weber", MORNING.date(), 4)
    write_private(routines / "own-set.toml", routine_text(made))
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("r")
        await until_screen(pilot, RoutinesScreen)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("x")
        await until_screen(pilot, Pick)
        assert "allowed by M. Weber" in said(app.screen)
        await pilot.press("2")
        await until_screen(pilot, SessionScreen)

        session = app.screen
        assert isinstance(session, SessionScreen)
        last = session.request.routine.steps[-1]
        assert last.exercise.id == "one-corner"
        assert "not confirmed" in str(last.skipped)
    assert person.settings.leaves_confirmed == ()


@pytest.mark.long
async def test_an_interrupted_practice_is_asked_about(tmp_path: Path) -> None:
    """Kept as it is: a record with what was done, and Home after it."""
    person = somebody(tmp_path)
    interrupted(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, Pick)
        assert "Movements kept: 2" in said(app.screen)
        await pilot.press("2")
        home = await at_home(pilot)
        await until(pilot, lambda: len(home.past.sessions) == 1, "the record")

    (record,) = record_files(tmp_path)
    assert record.exists()
    assert list((tmp_path / "journal").glob("*.jsonl")) == []
