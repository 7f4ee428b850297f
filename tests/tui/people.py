"""People for the tests of the day's screens, and ways to drive them without waiting."""

import asyncio
import datetime
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from sessions.care.settings import Answers, Settings
from sessions.care.settings_file import FILE_NAME, save_settings
from sessions.history.summary import SessionSummary, summarise
from sessions.live.clock import ManualClock
from sessions.log.record_builder import record_of
from tests.patience import patience
from tests.sessions.log_samples import header, whole
from tests.tui.pretend_camera import PretendCamera
from tui.app import SlowsmileApp
from tui.commands.parts.person_of import person_of
from tui.flows.home_actions import Starting
from tui.person.paths import find_places
from tui.person.person import Person
from tui.practice.sound import Silence
from tui.screens.closing import ClosingScreen
from tui.screens.home import Home
from tui.screens.practice.session import SessionScreen
from tui.screens.practice.summary import Summary

ZONE = datetime.timezone(datetime.timedelta(hours=1))
DAY = datetime.timedelta(days=1)
MORNING = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=ZONE)
"""A Saturday."""
ANSWERED = Settings(
    name="Ana",
    side="left",
    stage="paretic",
    eye_closes=True,
    source="sim:steady",
    answers=Answers(
        finished_on=datetime.date(2026, 11, 1),
        seen_by_doctor=True,
        causes_ruled_out=True,
        swelling_settled=True,
        exercises_agreed=True,
    ),
)
"""Somebody to whom everything is open, practising with the simulated patient."""

TURN_S = 0.005
"""From one look to the next at an app that waits for a timer or another process."""


def session(ago: datetime.timedelta, **changes: Any) -> SessionSummary:
    """A practice with the simulated patient, so long before this morning."""
    record = record_of(header(MORNING - ago, "sim:steady"), whole())
    return replace(summarise(record), **changes)


class Now:
    """The time of day, moved by hand."""

    def __init__(self, at: datetime.datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime.datetime:
        """The time as set."""
        return self.at


def somebody(data: Path, settings: Settings | None = ANSWERED, now: Now | None = None) -> Person:
    """A person with these settings on disk; None is somebody who never started the program."""
    if settings is not None:
        save_settings(settings, data / FILE_NAME)
    return person_of(find_places(str(data)), now or Now())


def app_of(
    person: Person, camera: Callable[[], PretendCamera] = PretendCamera
) -> tuple[SlowsmileApp, ManualClock]:
    """The app at Home, with a pretended camera, no sound, and a clock that stands still."""
    clock = ManualClock()
    starting = Starting(person, camera=camera, clock=clock, sounds=Silence())
    return SlowsmileApp(Home(person, starting), replace(person.settings)), clock


async def until(pilot: Pilot[Any], holds: Callable[[], bool], what: str) -> None:
    """Let the app work until `holds`, which it does in a moment."""
    ends = time.monotonic() + patience(10.0)
    while not holds():
        assert time.monotonic() < ends, f"it never came to this: {what}"
        await pilot.pause()
        await asyncio.sleep(0 if holds() else TURN_S)


async def until_screen(pilot: Pilot[str], kind: type[Screen[Any]]) -> None:
    """Wait for a screen of this kind to stand there and to have been drawn."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)
    await pilot.pause()


async def to_summary(pilot: Pilot[str]) -> None:
    """Practise to the end: each card that shows how a movement is done is left by Enter."""
    ends = time.monotonic() + patience(10.0)
    left: int | None = None
    while not isinstance(screen := pilot.app.screen, Summary):
        assert time.monotonic() < ends, f"it never came to the summary: {screen}"
        card: int | None = None
        if isinstance(screen, SessionScreen) and screen.conductor.engine.phase == "demonstration":
            card = screen.conductor.view().step
        if card is not None and card != left:
            # Not by the pilot, which would wait for a rest while minutes pass on the card.
            pilot.app.simulate_key("enter")
        left = card
        await asyncio.sleep(TURN_S)
    await pilot.pause()


async def at_home(pilot: Pilot[str]) -> Home:
    """Wait until Home stands there with what it offers; the closing picture is left by Enter."""
    await until(
        pilot, lambda: isinstance(pilot.app.screen, Home | ClosingScreen), "Home, or the closing"
    )
    if isinstance(pilot.app.screen, ClosingScreen):
        await pilot.press("enter")
    await until_screen(pilot, Home)
    home = pilot.app.screen
    assert isinstance(home, Home)
    await until(pilot, lambda: home.view is not None, "an offer on Home")
    await pilot.pause()
    return home


def fill_in(pilot: Pilot[Any], text: str) -> None:
    """Put a text where one is asked for; a key for each letter takes a hundredth of a second."""
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)


def said(screen: Screen[Any]) -> str:
    """All the text of a screen's static parts, in order."""
    return "\n".join(str(part.render()) for part in screen.query(Static) if part.display)


def said_in_one_line(screen: Screen[Any]) -> str:
    """The same without the breaks of lines: a small window puts them anywhere."""
    return " ".join(said(screen).split())
