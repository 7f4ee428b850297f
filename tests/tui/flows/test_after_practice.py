"""After a practice: one suggestion at a time, with its reason, and the person decides."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from routines.plan import default_plan
from routines.reading.library import find
from routines.writing import plan_text
from sessions.care.settings_file import load_settings
from tests.tui.people import (
    ANSWERED,
    MORNING,
    app_of,
    at_home,
    said,
    somebody,
    until,
    until_screen,
)
from tests.tui.practised_days import DAILY, checked_up, practised
from tui.flows.after_practice import Afterwards
from tui.person.person import Person
from tui.screens.home import Home
from tui.screens.keymap_checks import complaint
from tui.screens.questions.pick import Pick


async def asked(pilot: Pilot[str], person: Person) -> Home:
    """Home, with the questions after a practice on their way."""
    home = await at_home(pilot)
    home._go(lambda app: Afterwards(app, person).ask(DAILY))
    await until_screen(pilot, Pick)
    return home


async def test_calm_days_suggest_a_longer_hold(tmp_path: Path) -> None:
    """Yes keeps it for next time, beside the library; nothing else changes."""
    practised(tmp_path, 8)
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(pilot, person)
        assert "without a stop" in said(app.screen)
        assert "hold 5 seconds" in said(app.screen)
        await pilot.press("1")
        await at_home(pilot)
        own = tmp_path / "routines" / "daily-gentle.toml"
        await until(pilot, own.exists, "the own routine")

    found = find("daily-gentle", person.routine_folders)
    assert sum(step.dose.hold_s == 5.0 for step in found.steps) == 1


@pytest.mark.long
async def test_no_is_remembered(tmp_path: Path) -> None:
    """Nothing changes, and it is not asked again for two weeks."""
    practised(tmp_path, 8)
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, person)
        await pilot.press("2")
        await at_home(pilot)
        assert await Afterwards(app, person).ask(DAILY) == ""
        assert isinstance(app.screen, Home)

    assert not (tmp_path / "routines").exists()
    assert list(load_settings(person.settings_path, complaint).declined.values()) == [
        MORNING.date()
    ]


async def test_a_signed_plan_is_for_the_therapist(tmp_path: Path) -> None:
    """What is seen is said; nothing can be changed here."""
    practised(tmp_path, 8, stopped=2)
    person = somebody(tmp_path)
    signed = replace(default_plan("paretic", MORNING.date()), by="M. Weber")
    (tmp_path / "plan.toml").write_text(plan_text(signed), encoding="utf-8")
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, person)
        assert "ended early in 2" in said(app.screen)
        assert "ask there before anything changes" in said(app.screen)
        await pilot.press("1")
        await at_home(pilot)

    assert not (tmp_path / "routines").exists()


@pytest.mark.long
@pytest.mark.parametrize(("key", "side"), [("1", "left"), ("2", "right")])
async def test_swapped_sides_are_asked_about_once(tmp_path: Path, key: str, side: str) -> None:
    """Only the person changes the side; whatever the answer, it is not asked again."""
    practised(tmp_path, 1, affected_mm=14.0)
    person = somebody(tmp_path, ANSWERED)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(pilot, person)
        assert "Is your left side the one that was weak" in said(app.screen)
        await pilot.press(key)
        await at_home(pilot)
        await until(pilot, lambda: person.settings.sides_confirmed, "the answer")
        assert await Afterwards(app, person).ask(DAILY) == ""

    assert person.settings.side == side


async def test_a_side_that_another_window_changed_is_not_swapped_back(tmp_path: Path) -> None:
    """The question stood there with the old side; neither answer may bring that one back."""
    for key in ("1", "2"):
        data = tmp_path / key
        practised(data, 1, affected_mm=14.0)
        person, other = somebody(data, ANSWERED), somebody(data, None)
        app, _ = app_of(person)
        async with app.run_test(size=(60, 20)) as pilot:
            await asked(pilot, person)
            other.change(replace(other.settings, side="right"))
            person.refresh()
            await pilot.press(key)
            await at_home(pilot)
            await until(pilot, lambda each=person: each.settings.sides_confirmed, "the answer")

        assert load_settings(person.settings_path, complaint).side == "right"


@pytest.mark.long
async def test_linked_movement_in_a_check_up_is_asked_about(tmp_path: Path) -> None:
    """No is remembered and asked nothing more for two weeks; yes makes the pair a known one."""
    routine = checked_up(tmp_path)
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        home = await at_home(pilot)
        for key in ("2", "1"):
            home._go(lambda app: Afterwards(app, person).ask(routine))
            await until_screen(pilot, Pick)
            assert "Your left eye narrowed when you smiled" in said(app.screen)
            await pilot.press(key)
            await at_home(pilot)
            if key == "2":
                await until(pilot, lambda: bool(person.settings.declined), "the answer")
                assert await Afterwards(app, person).ask(routine) == ""
                assert isinstance(app.screen, Home)
                assert not person.settings.known_linked
                person.change(replace(person.settings, declined={}))
        await until(pilot, lambda: person.settings.known_linked, "the answer")

    assert load_settings(person.settings_path, complaint).linked_pairs == ("smile-eye",)
