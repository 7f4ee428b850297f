"""The gate holds on every way into a session, not only on the one that Home offers."""

from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from routines.model import Routine
from routines.reading.library import find
from sessions.live.request import SessionOutcome, SessionRequest
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tests.tui.practised_days import checked_up
from tui.flows.practice_flow import Practising
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.questions.pick import Pick

LUMP = replace(
    ANSWERED,
    source="camera:0",
    mirrored_asked=True,
    answers=replace(ANSWERED.answers, red_flags=("lump",)),
)
OPERATED = replace(
    ANSWERED,
    source="camera:0",
    mirrored_asked=True,
    answers=replace(ANSWERED.answers, not_for=("graft-or-surgery",)),
)


def kept(routine: Routine) -> set[str]:
    """The exercises that are not left out."""
    return {step.exercise.id for step in routine.steps if step.skipped is None}


async def session_of(pilot: Pilot[str], practising: Practising, routine: Routine) -> bool:
    """Ask for a session of `routine` directly, as the flows do; whether it began."""
    app = pilot.app
    worker = app.run_worker(practising.session(app, routine, (), shown_ranges=False))
    await until(
        pilot, lambda: worker.is_finished or isinstance(app.screen, SessionScreen), "an answer"
    )
    return isinstance(app.screen, SessionScreen)


async def test_what_the_check_in_proposes_keeps_to_what_is_open(tmp_path: Path) -> None:
    """Soft hands for a sore day, but not before a doctor has looked at the lump."""
    app, _ = app_of(somebody(tmp_path, LUMP))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("0", "0", "5", "0", "enter")
        await pilot.pause()
        if not isinstance(app.screen, SessionScreen):
            await pilot.press("1")
        await until_screen(pilot, SessionScreen)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        assert screen.request.routine.id == "tight-day"
        assert kept(screen.request.routine) == {"breathing", "relax-face", "meditation"}


async def test_a_sitting_is_the_plan_but_no_doctor(tmp_path: Path) -> None:
    """With a therapist beside, work after an operation opens; a lump does not."""
    routine = find("first-look")
    for number, (settings, began) in enumerate([(OPERATED, True), (LUMP, False)]):
        person = somebody(tmp_path / str(number), settings)
        app, _ = app_of(person)
        async with app.run_test(size=(80, 24)) as pilot:
            home = await at_home(pilot)
            practising = home._start.practising
            assert isinstance(practising, Practising)
            assert await session_of(pilot, practising, routine) == began


async def test_a_check_up_is_followed_by_what_it_found(tmp_path: Path) -> None:
    """Linked movement that the check-up saw is asked about, from Home as anywhere."""
    routine = checked_up(tmp_path)
    app, _ = app_of(somebody(tmp_path, ANSWERED))
    async with app.run_test(size=(80, 24)) as pilot:
        home = await at_home(pilot)
        practising = home._start.practising
        assert isinstance(practising, Practising)

        async def run(app: object, request: SessionRequest) -> SessionOutcome:
            return SessionOutcome(ended="finished", record=tmp_path)

        practising.run = run
        app.run_worker(practising.session(app, routine, ()))
        await until_screen(pilot, Pick)
        assert "Your left eye narrowed when you smiled" in said(app.screen)
