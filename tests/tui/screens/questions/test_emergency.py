"""The emergency card: at the moment of the answer, alone on the screen, one confirmed way out."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.settings import Answers, Settings
from sessions.care.triage import EMERGENCY
from tests.tui.people import ANSWERED, MORNING, app_of, at_home, said, somebody, until_screen
from tui.commands.parts.person_of import person_of
from tui.person.paths import find_places
from tui.screens.help import Help
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.first_run import FirstRun

STROKE = replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=(EMERGENCY, "lump")))
NUMBERS = "112 Europe and most mobiles, 999 UK, 911 US and Canada, 000 Australia, 111 New Zealand"


async def test_the_card_comes_with_the_answer(tmp_path: Path) -> None:
    """On the second page of the first run, kept on disk, all of it in sight."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("enter", "1", "enter")
        await until_screen(pilot, EmergencyCard)

        assert "Call your emergency number now" in said(app.screen)
        assert NUMBERS in said(app.screen)
        body = app.screen.query_one("VerticalScroll")
        assert body.virtual_size.height <= body.size.height
    assert person_of(find_places(str(tmp_path))).settings.answers.red_flags == (EMERGENCY,)


async def test_no_key_but_the_confirmed_one_leads_past_it(tmp_path: Path) -> None:
    """Neither Enter nor escape nor the keys of Home; a single d, or d and Enter, is no yes. A yes
    is kept with its date, and the other sign still holds practice back."""
    person = somebody(tmp_path, STROKE)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, EmergencyCard)
        await pilot.press("enter", "escape", "r", "l", "s", "x", "d", "enter", "d", "escape")
        await pilot.pause()
        assert isinstance(app.screen, EmergencyCard)
        await pilot.press("question_mark")
        await until_screen(pilot, Help)
        await pilot.press("escape")
        await until_screen(pilot, EmergencyCard)
        assert person.settings == STROKE

        await pilot.press("d", "y")
        home = await at_home(pilot)
        assert "lump" in said(home)
    kept = person_of(find_places(str(tmp_path))).settings.answers
    assert kept.red_flags == ("lump",)
    assert kept.emergency_seen_on == MORNING.date()


@pytest.mark.long
async def test_the_first_run_goes_on_after_a_confirmed_yes(tmp_path: Path) -> None:
    """The page after the signs."""
    person = somebody(tmp_path, None)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("enter", "1", "enter")
        await until_screen(pilot, EmergencyCard)
        await pilot.press("d", "y")
        await until_screen(pilot, FirstRun)
        assert "Which are true?" in said(app.screen)


async def test_asking_again_cannot_untick_it(tmp_path: Path) -> None:
    """The questions begin with the card, so that 'none of these' is no way round it."""
    person = somebody(tmp_path, Settings(answers=Answers(red_flags=(EMERGENCY,))))
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, EmergencyCard)
        app.push_screen(FirstRun(person, page="flags"))
        await pilot.pause()
        await until_screen(pilot, EmergencyCard)
        await pilot.press("0", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EmergencyCard)
    assert person.settings.answers.red_flags == (EMERGENCY,)


async def test_leaving_leaves_the_program(tmp_path: Path) -> None:
    """q ends it with 0; Home is never reached."""
    person = somebody(tmp_path, STROKE)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, EmergencyCard)
        await pilot.press("q")
    assert app.return_code == 0
    assert person.settings == STROKE
