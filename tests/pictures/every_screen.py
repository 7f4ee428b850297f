"""Makes pictures of every screen and phase, to be looked at.

    python3 -m tests.pictures.every_screen FOLDER [SIZE THEME]

Three sizes of window in three themes, some 360 pictures in a few minutes; `FOLDER/SIZE-THEME/`
holds one a screen. Words after the folder choose among these: `80x24 calm-light`. Nothing is kept
in the repository.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ["TERM"] = "xterm-256color"
os.environ["COLORTERM"] = "truecolor"
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from msgspec.structs import replace
from textual.screen import Screen

from sessions.live.request import SessionOutcome
from tests.pictures.make import drawn
from tests.tui.people import ANSWERED, app_of, at_home, somebody
from tests.tui.practised_days import practised
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.practice_app import practice
from tests.tui.screens.test_nothing_is_cut import SCREENS, SIZES
from tui.app import SlowsmileApp
from tui.terminal.themes import THEMES


async def day_screens(data: Path, folder: Path, size: tuple[int, int], theme: str) -> None:
    """All but a practice, after eight days of it."""
    practised(data, 8)
    person = somebody(data, replace(ANSWERED, theme=theme))
    app, _ = app_of(person)
    async with app.run_test(size=size) as pilot:
        await at_home(pilot)
        drawn(app, folder / "Home.png")
    app = SlowsmileApp(Screen[SessionOutcome](), person.settings)
    async with app.run_test(size=size) as pilot:
        for kind, made in SCREENS.items():
            app.push_screen(made(person))
            await pilot.pause()
            drawn(app, folder / f"{kind.__name__}.png")
            app.pop_screen()


async def practice_phases(data: Path, folder: Path, size: tuple[int, int], theme: str) -> None:
    """From the card of how it is done to a pause."""
    camera = PretendCamera(strong_grows=0.2)
    shown = ("open-smile",)
    async with practice(data, camera=camera, size=size, demonstrated=shown) as running:
        running.app.theme = theme

        await running.walk(lambda name: drawn(running.app, folder / f"practice-{name}.png"))


def main(words: Sequence[str]) -> None:
    """Make the pictures that were asked for."""
    chosen = set(words[1:])
    for width, height in SIZES:
        for theme in THEMES:
            if chosen and not {f"{width}x{height}", theme} <= chosen:
                continue
            folder = Path(words[0]) / f"{width}x{height}-{theme}"
            folder.mkdir(parents=True, exist_ok=True)
            for take in (day_screens, practice_phases):
                with tempfile.TemporaryDirectory() as data:
                    asyncio.run(take(Path(data), folder, (width, height), theme))
            print(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
