"""A practice on the screen with a patient who lives in the test, on a clock that never waits."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from textual.app import App
from textual.pilot import Pilot

from routines.reading.reader import read_routine
from sessions.engine.interface.view import SessionView
from sessions.live.clock import ManualClock
from sessions.live.request import SessionRequest
from tests.patience import patience
from tests.tui.pretend_camera import PretendCamera
from tui.app import SlowsmileApp
from tui.practice.sound import Silence
from tui.screens.practice.session import SessionScreen
from tui.widgets.lines import Said

ROUTINE = """
schema = 1
id = "two"
name = "Two things"
stage = "paretic"
[dose]
reps = 8
between_s = 20.0
[[exercise]]
do = "open-smile"
[[exercise]]
do = "brow-raise"
reps = 3
[[exercise]]
do = "massage-cheek"
for_s = 30
"""


def request(data: Path, **changes: Any) -> SessionRequest:
    """Two scored exercises and a guided one, left side affected."""
    routine = read_routine(ROUTINE, source="test", today=date(2026, 11, 21))
    asked = SessionRequest(routine=routine, side="left", data=data, source="sim")
    return msgspec.structs.replace(asked, **changes)


@dataclass
class Practice:
    """A running app with its session."""

    app: SlowsmileApp
    screen: SessionScreen
    camera: PretendCamera
    clock: ManualClock
    pilot: Pilot[str]

    def view(self) -> SessionView:
        """The session as it stands."""
        return self.screen.conductor.view()

    async def until(self, holds: Callable[[SessionView], bool]) -> SessionView:
        """Let time pass until the view is as wanted; draw that moment."""
        return await self._until(lambda: holds(self.view()))

    async def _until(self, holds: Callable[[], bool]) -> SessionView:
        await asyncio.wait_for(self.clock.run_until(holds), patience(10.0))
        self.screen.draw()
        await self.pilot.pause()
        return self.view()

    async def phase(self, name: str, rep: int = 0) -> SessionView:
        """Let time pass until a phase."""
        engine = self.screen.conductor.engine
        return await self._until(lambda: engine.phase == name and self.view().rep >= rep)

    async def press(self, *keys: str) -> SessionView:
        """Press keys; time stands still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.view()

    async def walk(self, seen: Callable[[str], None]) -> None:
        """From the card of how it is done to a pause before the second exercise; `seen` is called
        with the name of each picture. Takes `PretendCamera(strong_grows=0.2)` and
        `demonstrated=("open-smile",)`."""

        async def look(name: str) -> None:
            self.screen.draw()
            await self.pilot.pause()
            seen(name)

        await self.phase("demonstration")
        await look("demonstration")
        await self.press("enter")
        for phase in ("ready", "rise", "hold", "rest"):
            await self.phase(phase)
            await look(phase)
        await self.until(lambda view: view.caution is not None)
        await look("caution")
        await self.phase("stopped")
        await look("stopped")
        await self.press("s")
        await self.until(lambda view: view.exercise_id == "brow-raise")
        await look("between")
        await self.press("space")
        await look("paused")

    async def end(self) -> None:
        """Let the session run out."""
        self.clock.run()
        await asyncio.wait_for(self.screen.conductor.finished.wait(), patience(10.0))
        async with asyncio.timeout(patience(5.0)):
            while self.app.screen is self.screen:
                await self.pilot.pause()

    def said(self, name: str) -> str:
        """The text of one line of the session's screen."""
        return self.screen.query_one(f"#{name}", Said).text

    def part(self) -> str:
        """Which part of the screen is seen."""
        (seen,) = [c for c in self.screen.query_one("#parts").children if c.display]
        return seen.id or ""

    async def at_size(self, width: int, height: int) -> str:
        """The screen's text in a window of this size; time stands still."""
        await self.resize(width, height)
        return self.text()

    async def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        self.screen.draw()
        await self.pilot.pause()
        assert self.app.size == (width, height)

    def text(self) -> str:
        """The whole screen as plain text."""
        return text_of(self.app)


def text_of(app: App[Any]) -> str:
    """The whole screen of an app as plain text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    return "\n".join(lines)


@asynccontextmanager
async def practice(
    data: Path,
    camera: PretendCamera | None = None,
    size: tuple[int, int] = (80, 24),
    **changes: Any,
) -> AsyncIterator[Practice]:
    """Run a session on the screen."""
    camera = camera or PretendCamera()
    clock = ManualClock()
    screen = SessionScreen(request(data, **changes), lambda: camera, clock=clock, sounds=Silence())
    app = SlowsmileApp(screen)
    async with app.run_test(size=size) as pilot:
        yield Practice(app, screen, camera, clock, pilot)
