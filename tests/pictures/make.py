"""Makes the README's pictures from the running program: `python3 -m tests.pictures.make`.

The real app with the real camera process and the simulated patient, drawn off screen and turned
into PNG by rsvg-convert (librsvg2-bin, with the DejaVu fonts). Run by hand when a screen has
changed; look at each picture before committing it.
"""

import asyncio
import html
import os
import re
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ["TERM"] = "xterm-256color"
os.environ["COLORTERM"] = "truecolor"
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from msgspec.structs import replace

from routines.reading.library import find
from tests.end_to_end.practising import practising, request, smile
from tests.sessions.log_samples import many
from tests.tui.people import ANSWERED, MORNING, app_of, at_home, said, somebody, until, until_screen
from tests.tui.screens.practice_app import practice
from tui.app import SlowsmileApp
from tui.screens.history.history import HistoryScreen
from tui.widgets.face.cells import MASK_OF

FOLDER = Path(__file__).parent
WIDTH_PX = 1000


_TEXT = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="(?P<length>[\d.]+)" (?P<clip>clip-path="url\(#[^"]*line-(?P<line>\d+)\)")>'
    r"(?P<text>[^<]*)</text>"
)
_WORD = re.compile(r"[!-~]+|[^\s\xa0]")
_LINE_PX, _FIRST_PX = 24.4, 1.5
"""Of Textual's picture: the height of a line, and where the first one begins."""


def placed(svg: str) -> str:
    """The same picture with every word, and every drawn cell, at its own place.

    rsvg-convert pays no heed to textLength and drops spaces at the ends of a text. Blocks become
    rectangles, because a terminal draws them without gaps and a font does not.
    """

    def apart(match: re.Match[str]) -> str:
        text = html.unescape(match["text"])
        cell, left = float(match["length"]) / len(text), float(match["x"])
        pieces: list[str] = []
        for word in _WORD.finditer(text):
            x = left + word.start() * cell
            if word[0] in MASK_OF:
                top = int(match["line"]) * _LINE_PX + _FIRST_PX
                pieces += _rectangles(MASK_OF[word[0]], match["style"], x, top, cell)
            else:
                pieces.append(
                    f'<text class="{match["style"]}" x="{x:.1f}" y="{match["y"]}" '
                    f"{match['clip']}>{html.escape(word[0])}</text>"
                )
        return "".join(pieces)

    return _TEXT.sub(apart, svg)


def _rectangles(mask: int, style: str, x: float, top: float, cell: float) -> list[str]:
    """The samples of a block that are drawn, row by row."""
    found: list[str] = []
    for row in range(4):
        sides = [side for side in (0, 1) if mask >> (2 * row + side) & 1]
        if sides:
            left, wide = x + sides[0] * cell / 2, len(sides) * cell / 2
            found.append(
                f'<rect class="{style}" x="{left:.2f}" y="{top + row * _LINE_PX / 4:.2f}" '
                f'width="{wide:.2f}" height="{_LINE_PX / 4 + 0.25:.2f}" '
                'shape-rendering="crispEdges"/>'
            )
    return found


def picture(app: SlowsmileApp, name: str) -> None:
    """Save the screen as it stands as `name`.png beside this file."""
    path = FOLDER / f"{name}.png"
    drawn(app, path)
    print(path)


def drawn(app: SlowsmileApp, path: Path) -> None:
    """Save the screen as it stands as a PNG."""
    svg = app.export_screenshot(title="slowsmile")
    subprocess.run(
        ["rsvg-convert", "--width", str(WIDTH_PX), "--output", str(path)],
        input=placed(svg).encode(),
        check=True,
    )


async def practice_pictures(data: Path) -> None:
    """A hold in the gentle daily set."""
    async with practising(request(data, find("daily-gentle"), "steady")) as practice:
        await practice.clock.run_until(lambda: practice.view().exercise_id == "open-smile")
        await practice.until("hold", rep=4)
        await practice.clock.run_until(lambda: (practice.view().seconds_left or 9.0) < 1.6)
        practice.screen.draw()
        await practice.pilot.pause()
        picture(practice.app, "practice")
        await practice.to_the_end()


async def stop_pictures(data: Path) -> None:
    """The strong side took over."""
    async with practising(request(data, smile(8), "overdriving")) as practice:
        await practice.until("stopped")
        picture(practice.app, "stop-card")
        await practice.to_the_end()


async def day_pictures(data: Path) -> None:
    """Home on a morning after nine weeks, and what History has to say about them."""
    many(data, 60, every_days=1.05, until=MORNING - timedelta(hours=15), growth_mm=1.8)
    person = somebody(data, replace(ANSWERED, source="camera:0"))
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        picture(app, "home")
        await pilot.press("h")
        await until_screen(pilot, HistoryScreen)
        await until(pilot, lambda: "mm" in said(app.screen), "a trend")
        picture(app, "history")


async def look_pictures(data: Path) -> None:
    """How it is done, large print, and a large window, each in another theme."""
    shows: tuple[tuple[str, str, tuple[int, int], str], ...] = (
        ("how", "calm-light", (80, 24), "ready"),
        ("large-window", "calm-dark", (160, 45), "hold"),
        ("large-print", "high-contrast", (60, 20), "hold"),
    )
    for name, theme, size, phase in shows:
        async with practice(data / name, size=size) as now:
            now.app.theme = theme
            await now.phase(phase, rep=4 if phase == "hold" else 0)
            if name == "how":
                now.screen.action_how()
                await now.pilot.pause(0.3)
            elif name == "large-print":
                await now.press("l")
            now.screen.draw()
            await now.pilot.pause()
            picture(now.app, name)


async def main() -> None:
    """All of them."""
    for make in (look_pictures, practice_pictures, stop_pictures, day_pictures):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["SLOWSMILE_DATA_DIR"] = folder
            await make(Path(folder))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
