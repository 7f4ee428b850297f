"""A plan is built with keys alone, kept where it checks clean, and handed from one to another."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from routines.plan import default_plan
from routines.reading.library import find
from routines.writing import plan_text, routine_text
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.care.day_plan import load_plan
from sessions.care.leave_consent import unconfirmed
from sessions.care.therapist_plan import own_set
from sessions.exchange.code_texts import ROOM, code_texts
from sessions.exchange.hand_over import archived, of_routines, packed, texts_of
from sessions.history.clinician import read_totals
from sessions.messages import Code, Ended
from sessions.storage.private_files import write_private
from tests.tui.people import ANSWERED, MORNING, app_of, at_home, said, somebody, until, until_screen
from tests.tui.pretend_camera import HELLO, PretendCamera
from tui.app import SlowsmileApp
from tui.flows.plan.menu import plan_and_routines
from tui.flows.plan.plan_task import day_to_come
from tui.person.person import Person
from tui.screens.plan.conversation import Conversation
from tui.screens.plan.read_codes import ReadCodes
from tui.screens.plan.review import NARROWEST, Review
from tui.screens.plan.sheet import Sheet
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.typed import Typed
from tui.screens.settings import SettingsScreen
from tui.texts.plan import building as words
from tui.texts.plan import handing_over as words_over
from tui.widgets.menu import Menu

TODAY = MORNING.date()
CAMERA = replace(ANSWERED, source="camera:0")


def app_at_plan(person: Person, camera: PretendCamera | None = None) -> SlowsmileApp:
    """The app at `setup --plan`."""
    pretended = camera or PretendCamera()
    menu = Conversation(lambda app: plan_and_routines(app, person, lambda: pretended))
    return SlowsmileApp(menu, person.settings)


async def mark(pilot: Pilot[Any], row: str) -> None:
    """Mark a line of the sheet that stands there."""
    await until_screen(pilot, Sheet)
    menu = pilot.app.screen.query_one(Menu)
    menu.highlighted = menu.get_option_index(row)


async def answer(pilot: Pilot[Any], row: str, text: str) -> None:
    """Type `text` for the line `row`."""
    await mark(pilot, row)
    await pilot.press("enter")
    await type_in(pilot, text)


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Type `text` into the card that stands there."""
    await until_screen(pilot, Typed)
    pilot.app.screen.query_one(Input).value = text
    card = pilot.app.screen
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not card, "the end of the card")


async def test_a_plan_with_a_routine_of_its_own_is_built_and_kept(tmp_path: Path) -> None:
    """In a small window: name, times, exercises, dose, aim, word, leave, limit; TOML as by hand."""
    person = somebody(tmp_path)
    app = app_at_plan(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Sheet)
        assert words.AS_USUAL.split(".")[0] in said(app.screen)
        await answer(pilot, "by", "M. Weber")
        await answer(pilot, "review", "8 weeks")
        await mark(pilot, "feedback")
        await pilot.press("enter", "enter")
        await answer(pilot, "add-routine", "Anna's set")
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await mark(pilot, "add")
        assert "1 to 20 exercises" in said(app.screen)
        for ticked in (("down", "down", "space"), ("end", "up", "up", "up", "space")):
            await pilot.press("a")
            await until_screen(pilot, Pick)
            await pilot.press("5")
            await until_screen(pilot, Ticks)
            await pilot.press(*ticked, "enter")
            await until_screen(pilot, Sheet)
        await mark(pilot, "step 1")
        await pilot.press("e", "enter")
        await until(pilot, lambda: pilot.app.screen.title != words.TITLE, "the exercise")
        await pilot.press("escape")
        await mark(pilot, "step 1")
        await pilot.press("enter")
        await until(pilot, lambda: "eee" in str(app.screen.title), "the exercise")
        await answer(pilot, "reps", "3")
        await answer(pilot, "target", "70")
        await answer(pilot, "note", "Small.")
        await mark(pilot, "guards")
        await pilot.press("enter")
        await until(pilot, lambda: "Limits" in str(app.screen.title), "the limits")
        await answer(pilot, "fatigue stop_drop_percent", "35")
        await pilot.press("escape")
        await until(pilot, lambda: "eee" in str(app.screen.title), "the exercise again")
        await pilot.press("escape")
        await until(pilot, lambda: "Routine" in str(app.screen.title), "the routine again")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.title == words.TITLE, "the plan again")
        assert "Anna's set stands at no time of day yet." in said(app.screen)
        await mark(pilot, "slot 0")
        await pilot.press("enter")
        await until_screen(pilot, Pick)
        assert "Time: 08:00" in said(app.screen)
        await pilot.press("1")
        await type_in(pilot, "7.30")
        await until(pilot, lambda: "Time: 07:30" in said(app.screen), "the parts")
        await pilot.press("2")
        await until_screen(pilot, Ticks)
        await pilot.press("home", "space", "enter")
        await until_screen(pilot, Pick)
        await pilot.press("escape")
        await mark(pilot, "by")
        await pilot.press("s")
        await until(pilot, (tmp_path / "plan.toml").exists, "the plan")
        await pilot.press("escape")
        await until_screen(pilot, Pick)

    plan = load_plan(tmp_path, TODAY, person.routine_folders)
    assert plan is not None
    assert (plan.by, plan.feedback) == ("M. Weber", "fading")
    assert plan.review == TODAY + datetime.timedelta(weeks=8)
    assert "anna-s-set" in plan.slots[0].routines
    assert (plan.slots[0].at.hour, plan.slots[0].at.minute) == (7, 30)
    made = find("anna-s-set", person.routine_folders, today=TODAY)
    step = next(each for each in made.steps if each.exercise.id == "well-eee")
    assert (step.dose.reps, step.target_percent, step.note) == (3, 70, "Small.")
    assert step.thresholds.fatigue.stop_drop_percent == 35
    assert len(made.steps) == 2


@pytest.mark.long
async def test_what_does_not_check_clean_is_not_kept_and_esc_asks(tmp_path: Path) -> None:
    """The checker's words; a no stays, a yes drops the changes."""
    person = somebody(tmp_path)
    text = plan_text(default_plan("paretic", TODAY))
    write_private(tmp_path / "plan.toml", text)
    app = app_at_plan(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Sheet)
        assert words.AS_KEPT in said(app.screen)
        await answer(pilot, "cap", "inf")
        for no_whole_number in ("nan", "2.5", "1e999"):
            await type_in(pilot, no_whole_number)
        await type_in(pilot, "1")
        assert "At most a day: expected at least" in said(app.screen)
        await pilot.press("s")
        await until(pilot, lambda: len(app._notifications) > 0, "that a name is missing")
        await answer(pilot, "by", "W")
        await pilot.press("s")
        await until_screen(pilot, Review)
        await pilot.press("n")
        await until_screen(pilot, Sheet)
        await pilot.press("escape")
        await until_screen(pilot, Ask)
        await pilot.press("n")
        await until_screen(pilot, Sheet)
        await pilot.press("escape")
        await until_screen(pilot, Ask)
        await pilot.press("y")
        await until_screen(pilot, Pick)

    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == text


async def test_codes_are_read_shown_and_kept_only_after_a_yes(tmp_path: Path) -> None:
    """Parts that are missing are named; a leave in it is left out and said."""
    made = own_set(find("daily-gentle"), ("one-corner",), "M. Weber", TODAY, 8)
    content = packed({"routines/own-set.toml": routine_text(made)})
    first, *others = code_texts(content, ROOM[7])
    person = somebody(tmp_path, CAMERA)
    camera = PretendCamera()
    app = app_at_plan(person, camera)
    async with app.run_test(size=(60, 20)) as pilot:
        await take_from_camera(pilot, person)
        camera.say(Code(text="https://example.org"))
        await until(pilot, lambda: words_over.READ_OTHER in said(app.screen), "not ours")
        camera.say(Code(text=first))
        some = f"Read: 1 of {1 + len(others)}"
        await until(pilot, lambda: some in said(app.screen), "one")
        camera.say(LinkLost(sentence="It was unplugged."))
        await until(pilot, lambda: "It was unplugged." in said(app.screen), "that it is lost")
        camera.say(LinkBack(hello=HELLO))
        await until(pilot, lambda: some in said(app.screen), "what was read before")
        for text in others:
            camera.say(Code(text=text))
        await until_screen(pilot, Review)
        assert "one-corner" in said(app.screen)
        assert not (tmp_path / "routines").exists()
        assert camera.closed
        await pilot.press("y")
        await until_screen(pilot, Pick)

    taken = find("own-set", person.routine_folders, today=TODAY)
    assert unconfirmed(taken, person.settings) == []
    assert taken.allows == ()


async def take_from_camera(pilot: Pilot[Any], person: Person) -> None:
    """From the menu to the camera."""
    await until_screen(pilot, Pick)
    await pilot.press("3")
    await until(pilot, lambda: words_over.TAKE_TITLE in said(pilot.app.screen), "from where")
    await pilot.press("1")
    await until_screen(pilot, ReadCodes)


async def test_a_no_keeps_nothing_and_a_camera_that_ends_says_so(tmp_path: Path) -> None:
    """Esc leaves the camera; a file is shown before it is kept too."""
    person = somebody(tmp_path, CAMERA)
    camera = PretendCamera()
    app = app_at_plan(person, camera)
    async with app.run_test(size=(80, 24)) as pilot:
        await take_from_camera(pilot, person)
        camera.say(Ended(frames=3))
        await until(pilot, lambda: words_over.READ_END in said(app.screen), "the end")
        await pilot.press("escape")
        await until(pilot, lambda: words_over.NOT_TAKEN in said(app.screen), "that nothing was")
        handed = of_routines((find("wind-down"),))
        write_private(tmp_path / "handed.zip", archived(texts_of(handed)))
        await pilot.press("3")
        await until(pilot, lambda: words_over.TAKE_TITLE in said(app.screen), "from where")
        await pilot.press("2")
        await type_in(pilot, str(tmp_path / "handed.zip"))
        await until_screen(pilot, Review)
        await pilot.press("escape")
        await until_screen(pilot, Pick)

    assert not (tmp_path / "routines").exists()


@pytest.mark.long
async def test_a_text_is_broken_anew_in_every_window() -> None:
    """Also in one with hardly any room, from which the person comes back."""
    widths: list[int] = []
    app = App[str]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Review("Read", lambda width: [f"{widths.append(width)}"], no="no"))
        await until(pilot, lambda: len(widths) > 0, "the text")
        await pilot.resize_terminal(4, 2)
        await until(pilot, lambda: widths[-1] == NARROWEST, "the text as narrow as it gets")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: NARROWEST < widths[-1] < widths[0], "more room again")

    assert min(widths) == NARROWEST


async def test_a_total_is_typed_on_the_screen(tmp_path: Path) -> None:
    """From Settings; a number out of its range is asked for again."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        menu = app.screen.query_one(Menu)
        menu.highlighted = menu.get_option_index("plan")
        await pilot.press("enter")
        await until_screen(pilot, Pick)
        await pilot.press("4")
        await until(pilot, lambda: "Sunnybrook" in said(app.screen), "the scales")
        await pilot.press("1")
        await type_in(pilot, "180")
        await type_in(pilot, "63")
        await type_in(pilot, "yesterday")
        await until(pilot, lambda: "Kept: Sunnybrook 63" in said(app.screen), "what was kept")

    (total,) = read_totals(tmp_path)
    assert (total.scale, total.value) == ("sunnybrook", 63)
    assert total.on == TODAY - datetime.timedelta(days=1)


def test_a_review_lies_ahead() -> None:
    """A date or weeks; yesterday and nonsense are none."""
    assert day_to_come("8 weeks", TODAY) == TODAY + datetime.timedelta(weeks=8)
    assert day_to_come("2027-01-16", TODAY) == datetime.date(2027, 1, 16)
    assert {day_to_come(text, TODAY) for text in ("0 weeks", "2026-11-20", "soon", "")} == {None}
