"""The first run on the screen: one key an answer, and no answer nobody gave."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static
from textual.widgets._toast import Toast

from sessions.care.settings_file import load_settings
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tui.app import SlowsmileApp
from tui.person.person import Person
from tui.practice.sound import Silence
from tui.screens.keymap_checks import complaint
from tui.screens.questions.first_run import FirstRun
from tui.widgets.sound_check import SoundCheck


def title(app: SlowsmileApp) -> str:
    """The question that is asked now."""
    return str(app.screen.query_one("#title", Static).render())


async def at_page(pilot: Pilot[str], person: Person, page: str) -> FirstRun:
    """The screen, beginning at `page`."""
    screen = FirstRun(person, page=page, make_speaker=lambda sound, bell: Silence())
    pilot.app.push_screen(screen)
    await until(pilot, lambda: bool(screen.query("#title")), page)
    await pilot.pause()
    return screen


async def test_enter_alone_answers_nothing(tmp_path: Path) -> None:
    """However often it is pressed, the doctor's page stays and nothing is kept. No note of what led
    here lies over the warning signs, and what is said of an empty list goes with the first tick:
    a hint that stays would say that the tick was not taken."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await until_screen(pilot, FirstRun)
        app.notify("Some questions come first.", timeout=600)
        await until(pilot, lambda: len(app.screen.query(Toast)) == 1, "the note")
        await pilot.press("enter")
        await until(pilot, lambda: title(app) == "A doctor first", "the warning signs")
        await pilot.pause()
        assert not app.screen.query(Toast)

        await pilot.press(*["enter"] * 5)
        await pilot.pause()
        assert title(app) == "A doctor first"
        assert "press 0 for none of it" in said(app.screen)
        assert person.settings.answers.red_flags == ()
        assert not (tmp_path / "settings.toml").exists()

        hint = app.screen.query_one("#say", Static)
        assert "press 0" in str(hint.render())
        await pilot.press("2")
        await until(pilot, lambda: not str(hint.render()), "no hint")


@pytest.mark.long
async def test_not_now_leaves_everything_closed(tmp_path: Path) -> None:
    """Left with Esc: Home offers the questions, and nothing active."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("escape")
        home = await at_home(pilot)

        assert "A few questions first" in said(home)
        await pilot.press("enter")
        await until_screen(pilot, FirstRun)


@pytest.mark.long
async def test_a_no_leaves_soft_tissue_and_says_why(tmp_path: Path) -> None:
    """The last page names what is open and what holds the rest back."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("enter", "0", "0", "1", "enter")
        await pilot.pause()
        assert title(app) == "Weak side"
        await at_page(pilot, person, "end")

        assert "Massage, relaxation, eye care and Learn are open." in said(app.screen)
        assert "whether other causes were looked for" in said(app.screen)


async def test_side_and_date_need_a_yes(tmp_path: Path) -> None:
    """Enter before a side was pointed at keeps nothing; the arrow alone keeps nothing yet. A date
    is shown back before it is kept; what is not understood stays on the page, with an example.
    The sound check finds a speaker by itself: space plays, on whatever there is to play with."""
    person = somebody(tmp_path)
    person.change(type(person.settings)(answers=person.settings.answers))
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_page(pilot, person, "side")
        await pilot.press("enter")
        assert title(app) == "Weak side"
        await pilot.press("right")
        assert person.settings.side is None
        assert "RIGHT: is your hand there?" in said(app.screen)
        await pilot.press("enter")
        await pilot.pause()

        assert person.settings.side == "right"
        assert title(app) == "Where you are now"
        await pilot.press("b")
        await pilot.pause()
        assert title(app) == "Weak side"

        person.change(ANSWERED)
        await at_page(pilot, person, "onset")
        await pilot.press(*"soon", "enter")
        assert "Try 2026-03" in said(app.screen)
        app.screen.query_one(Input).value = "3 weeks"
        await pilot.pause()
        assert "31 October 2026, 3 weeks ago" in said(app.screen)
        await pilot.press("enter")
        await until(pilot, lambda: title(app) == "Tight or twitching", "the next page")
        assert str(person.settings.answers.onset) == "2026-10-31"

        screen = FirstRun(person, page="sound")
        app.push_screen(screen)
        await until(pilot, lambda: bool(screen.query(SoundCheck)), "the sound check")
        app.screen.query_one(SoundCheck).focus()
        await pilot.press("space")
        await pilot.pause()
        assert app.screen is screen


async def test_the_sound_check_begins_at_the_softest(tmp_path: Path) -> None:
    """And every part of it can be chosen, or none."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_page(pilot, person, "sound")
        check = app.screen.query_one(SoundCheck)
        assert check.sound.level == 1
        await pilot.press("4", "h", "e", "e")
        assert "level 4 of 5, high pitch, right ear" in said(app.screen)
        await pilot.press("o", "enter")
        await pilot.pause()

    assert not person.settings.sound.on
    assert person.settings.sound.ear == "right"


@pytest.mark.long
async def test_a_yes_to_linked_movement_asks_which(tmp_path: Path) -> None:
    """Then for each on which side, then the finger. All fit a small window and are kept."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_page(pilot, person, "linked")
        await pilot.press("1")
        await until(pilot, lambda: title(app) == "What moves along", "the list of the pairs")
        body = app.screen.query_one("#page")
        assert body.virtual_size.height <= body.size.height
        await pilot.press("2", "5", "enter")
        await until(pilot, lambda: title(app).startswith("Pucker to eye"), "the side of one")
        await pilot.press("enter")
        await until(pilot, lambda: title(app).startswith("Neck"), "the side of the other")
        assert body.virtual_size.height <= body.size.height
        await pilot.press("3")
        await until(pilot, lambda: title(app) == "Your eye", "the next page")

    kept = load_settings(person.settings_path, complaint)
    assert (kept.known_linked, kept.linked_pairs) == (True, ("pucker-eye", "neck"))
    assert kept.linked_sides == {"neck": "both"}


async def test_every_page_fits_a_small_window(tmp_path: Path) -> None:
    """At 60 by 20 the answers of every page can be seen without scrolling."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_page(pilot, person, "welcome")
        for page in ("flags", "not-for", "cause", "side", "stage", "eye-covered", "sound", "view"):
            screen = await at_page(pilot, person, page)
            body = screen.query_one("#page")
            assert body.virtual_size.height <= body.size.height, page


@pytest.mark.long
async def test_left_it_goes_on_where_it_was(tmp_path: Path) -> None:
    """Each answer is kept with its place; the theme and the earlier answer are on the page."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, FirstRun)
        assert "Three minutes of questions" in said(app.screen)
        await pilot.press("enter", "0", "0", "1", "2", "3", "4", "enter")
        await until(pilot, lambda: title(app) == "Weak side", "the side")
        await pilot.press("left", "enter", "2", "escape")
        await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, FirstRun)

        assert title(app) == "When it began"
        assert "Palsy 3 of 5" in said(app.screen)
        assert "It moves a little" in said(app.screen)
        await pilot.press("ctrl+b")
        await until(pilot, lambda: title(app) == "Where you are now", "the question before")
