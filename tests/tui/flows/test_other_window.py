"""What another window or a therapist changes is seen before a practice begins by it."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from routines.plan import default_plan
from routines.writing import plan_text
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from tests.sessions.log_samples import header, whole
from tests.tui.people import ANSWERED, MORNING, app_of, at_home, somebody, until, until_screen
from tui.screens.home import Home
from tui.screens.keymap_checks import complaint
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.settings import SettingsScreen
from tui.texts import settings as words
from tui.widgets.menu import Menu

MINUTE = timedelta(minutes=1)


def told(pilot: Pilot[str]) -> str:
    """Every toast so far."""
    return "\n".join(each.message for each in pilot.app._notifications)


async def test_home_does_not_begin_for_the_side_it_was_drawn_with(tmp_path: Path) -> None:
    """Enter says what changed and draws anew; the next Enter begins, for the right side."""
    person, other = somebody(tmp_path), somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        other.change(replace(other.settings, side="right"))
        await pilot.press("enter")
        await until(pilot, lambda: "right" in home.view.who if home.view else False, "the side")
        assert isinstance(app.screen, Home)
        assert "weak side is now right" in told(pilot)
        assert words.LOOK_AGAIN in told(pilot)

        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)

    assert load_settings(tmp_path / FILE_NAME, complaint).side == "right"


@pytest.mark.long
async def test_a_change_during_the_check_in_is_noticed_too(tmp_path: Path) -> None:
    """The check-in may stand there for an hour; back to Home, nothing runs."""
    person, other = somebody(tmp_path), somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        other.change(replace(other.settings, stage="flaccid"))
        await pilot.press("enter")
        await until_screen(pilot, Home)
        await until(pilot, lambda: "nothing moves yet" in told(pilot), "the words")
        assert not any(isinstance(each, SessionScreen) for each in app.screen_stack)
        await until(
            pilot, lambda: home.view is not None and "no goal" in str(home.view.lines), "the stage"
        )


@pytest.mark.long
async def test_a_plan_signed_meanwhile_is_drawn_first(tmp_path: Path) -> None:
    """A therapist's sitting in another window changes what is next."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        signed = replace(default_plan("paretic", MORNING.date()), by="M. Weber")
        (tmp_path / "plan.toml").write_text(plan_text(signed), encoding="utf-8")
        await pilot.press("enter")
        plan = lambda: home.past.plan is not None and home.past.plan.by == "M. Weber"  # noqa: E731
        await until(pilot, plan, "the signed plan")
        assert isinstance(app.screen, Home)
        assert words.LOOK_AGAIN in told(pilot)


@pytest.mark.parametrize("where", [Home, CheckInScreen])
async def test_a_practice_kept_meanwhile_counts(
    tmp_path: Path, where: type[Home | CheckInScreen]
) -> None:
    """Another window practised while Home, or the check-in, stood here: now the face rests."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        if where is CheckInScreen:
            await pilot.press("enter")
            await until_screen(pilot, CheckInScreen)
        save_record(tmp_path, record_of(header(MORNING - 30 * MINUTE, "sim:steady"), whole()))
        await pilot.press("enter")
        await until(
            pilot, lambda: home.view is not None and home.view.offered.kind == "wait", "the rest"
        )
        assert words.LOOK_AGAIN in told(pilot)
        assert not any(isinstance(each, SessionScreen) for each in app.screen_stack)


async def test_a_damaged_file_is_said_and_nothing_begins(tmp_path: Path) -> None:
    """It is not overwritten either."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        (tmp_path / FILE_NAME).write_text("side = lef", encoding="utf-8")
        await pilot.press("enter")
        await until(pilot, lambda: "settings.toml, line 1" in told(pilot), "the words")
        assert isinstance(app.screen, Home)

    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "side = lef"


@pytest.mark.long
async def test_colours_changed_elsewhere_do_not_stop_a_start(tmp_path: Path) -> None:
    """They are taken on, and the practice begins."""
    person, other = somebody(tmp_path), somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        other.change(replace(other.settings, theme="calm-light"))
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        assert app.theme == "calm-light"


async def test_the_settings_screen_changes_only_its_own_line(tmp_path: Path) -> None:
    """Colours are turned over in one window after the side was changed in the other."""
    person, other = somebody(tmp_path), somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(100, 60)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        other.change(replace(other.settings, side="right"))
        menu = app.screen.query_one(Menu)
        menu.highlighted = menu.get_option_index("theme")
        await pilot.press("enter")
        await until(pilot, lambda: person.settings.theme != ANSWERED.theme, "the colours")
        assert "weak side is now right" in told(pilot)

    kept = load_settings(tmp_path / FILE_NAME, complaint)
    assert (kept.side, kept.theme) == ("right", "calm-light")
