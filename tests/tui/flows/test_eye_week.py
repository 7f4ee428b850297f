"""The weekly question about an eye that does not close, and the card in the first run."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.triage import SORE_EYE
from sessions.history.diary import kept_lines
from sessions.log.record_files import save_record
from tests.sessions.eye_closures import closing
from tests.tui.people import (
    ANSWERED,
    DAY,
    MORNING,
    Now,
    app_of,
    at_home,
    said,
    somebody,
    until_screen,
)
from tui.flows.eye_week import ask_about_eye, ask_about_eye_in_lines, week_lines
from tui.person.person import Person
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.today import TodayCard
from tui.texts import eye as words


async def test_gap_and_care_are_kept_and_the_clear_part_is_for_today(tmp_path: Path) -> None:
    """One line in the diary; the card says when to go."""
    person = somebody(tmp_path, replace(ANSWERED, eye_closes=False))
    app, _ = app_of(person)
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        home._go(lambda app: ask_about_eye(app, person))
        await until_screen(pilot, Pick)
        await pilot.press("3")
        await until_screen(pilot, Ticks)
        await pilot.press("space", "enter")
        await until_screen(pilot, TodayCard)
        assert words.TODAY_TITLE in said(app.screen)
        assert words.WHEN_TODAY in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)

    (line,) = kept_lines(tmp_path)
    assert line.kind == "eye"
    assert line.answers == {
        "gap": "clear-part",
        "drops": True,
        "ointment": False,
        "cover": False,
        "blinks": False,
    }
    again = week_lines("gap", line)
    assert again[0] == (
        "The gap is smaller than last time. On 21 November 2026 you said: the clear part stays "
        "visible."
    )


async def test_an_eye_that_closes_is_not_asked_about(tmp_path: Path) -> None:
    """Nothing is shown, nothing kept."""
    person = somebody(tmp_path)
    app, _ = app_of(person)
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        home._go(lambda app: ask_about_eye(app, person))
        await at_home(pilot)

    assert kept_lines(tmp_path) == []


@pytest.mark.long
async def test_a_gap_that_stays_sends_to_an_eye_doctor_at_once(tmp_path: Path) -> None:
    """With the answer itself."""
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(70, 24)) as pilot:
        home = await at_home(pilot)
        app.push_screen(FirstRun(home.person, page="eye-closes", only=True))
        await until_screen(pilot, FirstRun)
        await pilot.press("2")
        await until_screen(pilot, TodayCard)
        assert words.GAP_TITLE in said(app.screen)
        assert "clear part" in said(app.screen)
        assert "Massage, heat" not in said(app.screen)
        await pilot.press("enter")
        await at_home(pilot)


def in_lines(person: Person, *typed: str) -> list[str]:
    """What is said when these lines are typed; then the input ends."""
    left, told = list(typed), list[str]()

    def ask(question: str) -> str | None:
        return left.pop(0) if left else None

    ask_about_eye_in_lines(person, ask, told.append)
    return told


OPEN_EYE = replace(ANSWERED, source="camera:0", eye_closes=False)
"""Three weeks after the first run."""


def test_in_lines_it_is_asked_once_a_week_with_the_same_answers(tmp_path: Path) -> None:
    """The clear part is for today; a week later the gap is compared."""
    now = Now()
    person = somebody(tmp_path, OPEN_EYE, now)

    told = in_lines(person, "3", "1 4")

    (line,) = kept_lines(tmp_path)
    assert line.answers["gap"] == "clear-part"
    assert [key for key, done in line.answers.items() if done is True] == ["drops", "blinks"]
    assert f"{words.TODAY_TITLE}." in told
    assert words.DO["clear-part"] in told
    assert words.BLINKS_REMINDED in told
    now.at = MORNING + 6 * DAY
    assert in_lines(person) == []
    now.at = MORNING + 7 * DAY
    assert any(line.startswith(words.TREND["smaller"]) for line in in_lines(person, "2", "0"))


@pytest.mark.parametrize("typed", [(), ("",), ("1",)])
def test_in_lines_it_may_be_left_for_now(tmp_path: Path, typed: tuple[str, ...]) -> None:
    """Nothing is kept, and the next start asks again."""
    person = somebody(tmp_path, OPEN_EYE)

    in_lines(person, *typed)

    assert kept_lines(tmp_path) == []
    assert in_lines(person)


def test_in_lines_nobody_else_is_asked(tmp_path: Path) -> None:
    """The simulated patient, an eye that closes, and the week of the first run."""
    new = replace(OPEN_EYE.answers, finished_on=(MORNING - 6 * DAY).date())
    for number, settings in enumerate(
        (
            replace(OPEN_EYE, source="sim:steady"),
            replace(OPEN_EYE, eye_closes=True),
            replace(OPEN_EYE, answers=new),
        )
    ):
        assert in_lines(somebody(tmp_path / str(number), settings)) == []


def test_a_sore_eye_is_not_told_to_blink_by_hand(tmp_path: Path) -> None:
    """Nobody touches it until a doctor has looked."""
    sore = replace(OPEN_EYE.answers, red_flags=(SORE_EYE,))

    told = in_lines(somebody(tmp_path, replace(OPEN_EYE, answers=sore)), "2", "4")

    assert words.WHEN_TODAY in told
    assert not {words.BLINKS, words.BLINKS_REMINDED} & set(told)


@pytest.mark.parametrize(("answer", "again"), [("1", True), ("2", False)])
def test_what_the_camera_surely_saw_open_sends_back_to_the_mirror(
    tmp_path: Path, answer: str, again: bool
) -> None:
    """Where the person calls it closed; what it saw is never a comfort."""
    save_record(tmp_path, closing(3.0, days_ago=1))

    told = in_lines(somebody(tmp_path, OPEN_EYE), answer, "0")

    said = words.SEEN_OPEN.format(gap="a gap or open, about 5.0 mm (3.3 to 6.7)")
    assert (said in told) == again
