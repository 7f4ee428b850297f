"""What belongs to a doctor today is said with the answer, with what stays open until then."""

from pathlib import Path

from tests.tui.people import app_of, said, somebody, until, until_screen
from tui.flows.plain_questions import ask_in_lines
from tui.screens.learn import PageScreen
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.today import TodayCard

EYE, EAR = ("2", "enter"), ("4", "enter")


SAID = (
    ("flags", EYE, ("look at your eye today", "Do not touch it")),
    ("flags", EAR, ("Blisters at the ear or hearing loss", "today")),
    ("doctor", ("0",), ("within 72 hours", "cannot tell it from a stroke yourself")),
    ("doctor", ("1", "enter"), ("needs a doctor today",)),
)
"""Answers, and what is said to each."""
ASKED = {"A doctor first", "What a doctor said"}
"""Titles of the pages that they stand on."""


async def test_it_is_said_at_once(tmp_path: Path) -> None:
    """All in sight in a small window; l shows when to see a doctor, Enter goes on."""
    person = somebody(tmp_path)
    answered = person.settings
    app, _ = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        for page, keys, words in SAID:
            person.change(answered)
            asked = FirstRun(person, page=page)
            app.push_screen(asked)
            await until(pilot, lambda asked=asked: app.screen is asked, page)
            await pilot.press(*keys)
            await until_screen(pilot, TodayCard)

            assert "See a doctor today" in said(app.screen)
            assert "Massage, heat and exercises are closed" in said(app.screen)
            for part in words:
                assert part in said(app.screen)
            body = app.screen.query_one("VerticalScroll")
            assert body.virtual_size.height <= body.size.height

            await pilot.press("l")
            await until_screen(pilot, PageScreen)
            await pilot.press("n", "escape")
            await until_screen(pilot, TodayCard)
            await pilot.press("enter")
            await until(pilot, lambda asked=asked: app.screen is asked, "the questions")
            at = asked.query_one("#title")
            await until(pilot, lambda at=at: str(at.render()) not in ASKED, "the next page")


async def test_what_can_wait_is_not_made_urgent(tmp_path: Path) -> None:
    """A lump is for an appointment soon; a face that was seen needs no card."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        for page, keys in (("flags", ("5", "enter")), ("doctor", ("2", "enter"))):
            asked = FirstRun(person, page=page, only=True)
            app.push_screen(asked)
            await until(pilot, lambda asked=asked: app.screen is asked, page)
            await pilot.press(*keys)
            await until(pilot, lambda asked=asked: app.screen is not asked, "the end of the page")
            assert not isinstance(app.screen, TodayCard)


def test_lines_say_it_at_once_too(tmp_path: Path) -> None:
    """Before the next question."""
    person = somebody(tmp_path, None)
    said_so_far: list[str] = []
    typed = iter(("2 4",))

    ask_in_lines(person, lambda question: next(typed, None), said_so_far.append)

    at = said_so_far.index("See a doctor today.")
    assert "your eye today" in said_so_far[at + 1]
    assert "Blisters" in said_so_far[at + 2]
    assert said_so_far.index("Which are true?") > at
