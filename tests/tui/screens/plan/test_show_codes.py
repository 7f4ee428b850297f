"""Codes in turn, as many as the window needs, whatever the theme."""

from functools import cache
from typing import Any

import pytest
from textual.pilot import Pilot

from sessions.exchange.code_texts import Collector
from sessions.exchange.drawn_codes import Modules
from sessions.worker.qr_draw import drawn
from tests.tui.people import said, until
from tui.app import SlowsmileApp
from tui.screens.plan import show_codes
from tui.screens.plan.show_codes import ShowCodes
from tui.terminal.themes import THEMES
from tui.texts.plan import handing_over as words
from tui.widgets.qr_code import QrCode

CONTENT = bytes(range(200))


@cache
def modules(text: str) -> Modules:
    """A code, drawn once in a run."""
    return tuple(tuple(sign == "#" for sign in row) for row in drawn(text))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The texts that codes were drawn for, each time; drawn in this process."""
    found: list[tuple[str, ...]] = []

    def draw(texts: tuple[str, ...]) -> tuple[Modules, ...]:
        found.append(tuple(texts))
        return tuple(map(modules, texts))

    monkeypatch.setattr(show_codes, "draw_codes", draw)
    monkeypatch.setattr(show_codes, "SHOWN_S", 3600.0)
    return found


def number(pilot: Pilot[Any]) -> str:
    """Which code stands there."""
    return said(pilot.app.screen)


async def test_they_fit_into_the_window_and_are_numbered(shown: list[tuple[str, ...]]) -> None:
    """A larger window needs fewer; the arrows lead from one to the next, and round."""
    app = SlowsmileApp(ShowCodes(CONTENT))
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "Code 1 of" in number(pilot), "the first code")
        small = len(shown[-1])
        code = app.screen.query_one(QrCode)
        assert code.region.bottom <= 19
        assert code.region.width <= 60 - 23
        await pilot.press("left")
        await until(pilot, lambda: f"Code {small} of {small}" in number(pilot), "the last code")
        assert words.CODES_PAUSED in number(pilot)
        await pilot.resize_terminal(120, 40)
        await until(
            pilot, lambda: len(shown[-1]) < small and "Code " in number(pilot), "larger codes"
        )
        await pilot.press("escape")

    collector = Collector()
    for text in shown[-1]:
        collector.take(text)
    assert collector.content == CONTENT


async def test_ink_is_dark_and_the_ground_light_in_every_theme(
    shown: list[tuple[str, ...]],
) -> None:
    """Readers want it so; the code's own edge is part of it."""
    app = SlowsmileApp(ShowCodes(CONTENT))
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "Code 1 of" in number(pilot), "the first code")
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            (segment,) = app.screen.query_one(QrCode).render_line(1)
            assert segment.style is not None
            assert segment.style.color is not None
            assert segment.style.bgcolor is not None
            assert segment.style.color.triplet == (0, 0, 0)
            assert segment.style.bgcolor.triplet == (255, 255, 255)


async def test_a_window_that_is_too_small_says_so(shown: list[tuple[str, ...]]) -> None:
    """Instead of a code that no camera can read."""
    app = SlowsmileApp(ShowCodes(CONTENT))
    async with app.run_test(size=(60, 12)) as pilot:
        await until(pilot, lambda: words.CODES_SMALL in number(pilot), "why there is none")

    assert shown == []
