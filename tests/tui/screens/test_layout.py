"""The screens of every day look as they did: each line of text in its place.

What changed on purpose is written anew by `SLOWSMILE_LAYOUTS=write python3 -m tests FILE`, and read
before it is kept. Colours are left out; pictures of them are made by `tests.pictures`.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tests.tui.people import ANSWERED, app_of, at_home, somebody
from tests.tui.practised_days import practised
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.practice_app import practice, text_of
from tests.tui.screens.test_nothing_is_cut import LARGE, SCREENS, SMALL, USUAL
from tui.app import SlowsmileApp
from tui.screens.closing import ClosingScreen
from tui.screens.practice.summary import Summary
from tui.widgets.glyphs import Glyphs, glyphs

pytestmark = pytest.mark.skipif(
    glyphs() is not Glyphs.BRAILLE,
    reason="signs are chosen once by the terminal the tests run in: a Linux console has few",
)
FOLDER = Path(__file__).parent / "layouts"
WRITES = os.environ.get("SLOWSMILE_LAYOUTS") == "write"
LARGER = [pytest.param(each, marks=[] if WRITES else pytest.mark.long) for each in (USUAL, LARGE)]
"""Written with the small ones, and looked at in the long run."""
SHOWN: tuple[type[Screen[Any]], ...] = (Summary, ClosingScreen)
SETTLES = 5
"""Times that a screen is left alone before it is compared."""
PHASES = ("ready", "hold", "stopped")


@pytest.fixture(autouse=True)
def usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The face is drawn by the colours that there are."""
    monkeypatch.setenv("TERM", "xterm")


async def looks_as_it_did(pilot: Pilot[Any], name: str) -> None:
    """Compare the screen, once it has been drawn, with the one that is kept."""
    for _ in range(SETTLES):
        await pilot.pause()
    width, height = pilot.app.size
    file = FOLDER / f"{name}-{width}x{height}.txt"
    text = "".join(f"{line.rstrip()}\n" for line in text_of(pilot.app).splitlines())
    if WRITES:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [SMALL, *LARGER], ids=str)
async def test_screens_of_the_day(tmp_path: Path, size: tuple[int, int]) -> None:
    """Home, and what a practice leaves."""
    practised(tmp_path, 8)
    person = somebody(tmp_path, ANSWERED)
    app, _ = app_of(person)
    async with app.run_test(size=size) as pilot:
        await at_home(pilot)
        await looks_as_it_did(pilot, "Home")
    app = SlowsmileApp(Screen[SessionOutcome](), person.settings)
    async with app.run_test(size=size) as pilot:
        for kind in SHOWN:
            app.push_screen(SCREENS[kind](person))
            await looks_as_it_did(pilot, kind.__name__)
            app.pop_screen()


@pytest.mark.parametrize("size", [SMALL, *LARGER], ids=str)
async def test_a_practice(tmp_path: Path, size: tuple[int, int]) -> None:
    """Before, in and after a set that ends by itself."""
    camera = PretendCamera(weak_fades=0.2)
    async with practice(tmp_path, camera=camera, size=size) as running:
        for phase in PHASES:
            await running.phase(phase)
            running.screen.draw()
            await looks_as_it_did(running.pilot, f"practice-{phase}")
