"""What the end-to-end tests share: a whole app, a real camera process, a clock that never waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from routines.model import Routine
from routines.reading.reader import read_routine
from sessions.engine.interface.view import SessionView
from sessions.live.clock import ManualClock
from sessions.live.request import SessionRequest
from sessions.log.record import SessionRecord
from sessions.log.record_files import read_record
from tests.patience import patience
from tui.app import SlowsmileApp
from tui.person.paths import find_places
from tui.practice.camera import camera_for
from tui.practice.sound import Silence
from tui.screens.practice.session import SessionScreen

SMILE = """
schema = 1
id = "smile"
name = "One smile"
stage = "paretic"
[dose]
sets = 1
reps = {reps}
between_s = 10.0
[[exercise]]
do = "open-smile"
"""

SESSION_S = 15.0
"""A whole simulated session takes a few seconds on a quiet machine."""


def smile(reps: int) -> Routine:
    """A routine of one exercise."""
    return read_routine(SMILE.format(reps=reps), source="test", today=date(2026, 11, 21))


def request(data: Path, routine: Routine, profile: str) -> SessionRequest:
    """A session with the simulated patient called `profile`."""
    return SessionRequest(routine=routine, side="left", data=data, source=f"sim:{profile}")


@dataclass
class Practice:
    """A running app."""

    app: SlowsmileApp
    screen: SessionScreen
    pilot: Pilot[str]
    clock: ManualClock

    def view(self) -> SessionView:
        """The session as it stands."""
        return self.screen.conductor.view()

    async def until(self, phase: str, *, rep: int = 0) -> None:
        """Let the session run until a phase (of a repetition), and stand there."""

        def reached() -> bool:
            view = self.view()
            return view.phase == phase and view.rep >= rep

        await asyncio.wait_for(self.clock.run_until(reached), patience(SESSION_S))
        self.screen.draw()
        await self.pilot.pause()

    async def to_the_end(self) -> SessionRecord:
        """Let it run to its end, close the summary, and read the record from the disk."""
        self.clock.run()
        await asyncio.wait_for(self.screen.conductor.finished.wait(), patience(SESSION_S))
        async with asyncio.timeout(patience(SESSION_S)):
            while self.app.screen is self.screen:
                await self.pilot.pause()
        await self.pilot.press("2", "enter")
        async with asyncio.timeout(patience(SESSION_S)):
            while self.app.return_code is None:  # the record is written by a thread
                await self.pilot.pause()
        return kept(self.screen.request.data)


def kept(data: Path) -> SessionRecord:
    """The one record in the data folder."""
    (path,) = (data / "sessions").rglob("*.toml")
    assert path.stat().st_mode & 0o777 == 0o600
    return read_record(path)


@asynccontextmanager
async def practising(
    asked: SessionRequest, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Practice]:
    """The whole app on a session, with the real child process."""
    clock = ManualClock()
    places = find_places()
    screen = SessionScreen(asked, lambda: camera_for(places), clock=clock, sounds=Silence())
    app = SlowsmileApp(screen)
    async with app.run_test(size=size) as pilot:
        yield Practice(app, screen, pilot, clock)
    assert not (asked.data / "journal").exists() or not list((asked.data / "journal").iterdir())
