"""Asked again at a start: warning signs, the toxin's date, and what the weekly look saw."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from tests.sessions.log_samples import header, whole
from tests.tui.people import ANSWERED, DAY, MORNING, app_of, at_home, said, somebody, until_screen
from tui.flows.ask_again import ask_again_in_lines
from tui.flows.plain_questions import Ask
from tui.person.person import Person
from tui.screens.questions.emergency import EmergencyCard
from tui.screens.questions.first_run import FirstRun
from tui.screens.questions.pick import Pick
from tui.texts import again as words

TODAY = MORNING.date()
MONTH_AGO = replace(
    ANSWERED,
    source="camera:0",
    answers=replace(ANSWERED.answers, finished_on=TODAY - datetime.timedelta(days=40)),
)
FLACCID = replace(ANSWERED, stage="flaccid", source="camera:0")


def looked(data: Path) -> None:
    """A weekly look yesterday in which the weak side moved."""
    head = header(MORNING - DAY)
    routine = replace(head.plan.routine, id="weekly-look", stage="flaccid", kind="weekly-look")
    save_record(data, record_of(replace(head, plan=replace(head.plan, routine=routine)), whole()))


def typing(*lines: str) -> Ask:
    """Types these, one a question; then the input ends."""
    left = list(lines)
    return lambda question: left.pop(0) if left else None


def in_lines(person: Person, *lines: str) -> list[str]:
    """What is said when these lines are typed."""
    told: list[str] = []
    ask_again_in_lines(person, typing(*lines), told.append)
    return told


async def test_warning_signs_are_asked_on_one_screen_before_home(tmp_path: Path) -> None:
    """None of these keeps the date; the next start asks nothing."""
    person = somebody(tmp_path, MONTH_AGO)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        assert words.INTRO["flags"] in said(app.screen)
        await pilot.press("0")
        await at_home(pilot)

    assert person.settings.answers.flags_asked_on == TODAY
    assert in_lines(person) == []


async def test_signs_of_a_stroke_bring_the_emergency_card(tmp_path: Path) -> None:
    """At a monthly question as in the first run."""
    app, _ = app_of(somebody(tmp_path, MONTH_AGO))
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("1", "enter")
        await until_screen(pilot, EmergencyCard)


@pytest.mark.long
async def test_put_off_it_comes_again_and_closes_nothing(tmp_path: Path) -> None:
    """Esc goes to Home with its offer."""
    person = somebody(tmp_path, MONTH_AGO)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("escape")
        home = await at_home(pilot)
        assert home.view is not None
        assert home.view.enter

    assert person.settings.answers.flags_asked_on is None


async def test_the_simulated_patient_is_asked_nothing(tmp_path: Path) -> None:
    """Home stands there at once."""
    app, _ = app_of(somebody(tmp_path, replace(MONTH_AGO, source="sim:steady")))
    async with app.run_test(size=(60, 24)) as pilot:
        await at_home(pilot)


def test_in_lines_the_same_is_asked(tmp_path: Path) -> None:
    """A sign for today is told with what stays open; the input's end puts the rest off."""
    person = somebody(tmp_path, MONTH_AGO)

    assert words.INTRO["flags"] in in_lines(person)
    assert person.settings.answers.flags_asked_on is None
    told = in_lines(person, "2")
    assert "See a doctor today." in told
    assert person.settings.answers.red_flags == ("eye-pain-or-vision",)
    assert person.settings.answers.flags_asked_on == TODAY


def test_the_date_of_botulinum_toxin_in_lines(tmp_path: Path) -> None:
    """Empty is not known; then a month goes by before it is asked again."""
    toxin = replace(ANSWERED.answers, not_for=("botulinum",))
    person = somebody(tmp_path, replace(ANSWERED, source="camera:0", answers=toxin))

    assert words.INTRO["toxin-date"] in in_lines(person, "")
    assert person.settings.answers.toxin_asked_on == TODAY
    assert in_lines(person) == []
    person.keep(replace(person.settings, answers=toxin), print)
    in_lines(person, "20 weeks")
    assert person.settings.answers.toxin_on == TODAY - datetime.timedelta(weeks=20)


@pytest.mark.long
async def test_what_the_look_saw_is_asked_and_opens_first_flickers(tmp_path: Path) -> None:
    """Confirmed, linked movement is asked about, and the plan follows."""
    looked(tmp_path)
    person = somebody(tmp_path, FLACCID)
    app, _ = app_of(person)
    async with app.run_test(size=(60, 24)) as pilot:
        await until_screen(pilot, Pick)
        assert "small movement on your weak side at:" in said(app.screen)
        await pilot.press("1")
        await until_screen(pilot, FirstRun)
        await pilot.press("2")
        home = await at_home(pilot)
        assert home.view is not None
        assert home.view.offered.routine == "first-flickers"

    assert person.settings.stage == "paretic"
    assert 'stage = "paretic"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")


def test_what_was_not_felt_is_not_asked_twice(tmp_path: Path) -> None:
    """In lines: no, and nothing changes; yes makes the stage paretic."""
    looked(tmp_path)
    person = somebody(tmp_path, FLACCID)

    assert words.MOVEMENT_NO in in_lines(person, "2")
    assert person.settings.stage == "flaccid"
    assert in_lines(person) == []
    person.keep(replace(person.settings, declined={}), print)
    assert words.MOVEMENT_YES in in_lines(person, "1", "1", "2 5", "1", "3", "0")
    assert (person.settings.stage, person.settings.known_linked) == ("paretic", True)
    assert person.settings.linked_pairs == ("pucker-eye", "neck")
    assert person.settings.linked_sides == {"neck": "both"}
