"""Codes as a terminal shows them, photographed askew and noisily, are read back whole."""

import asyncio
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from routines.reading.library import find, library_ids
from sessions.camera.child_process import code_reader_command
from sessions.camera.link import Link
from sessions.exchange.code_texts import ROOM, Collector, code_texts
from sessions.exchange.drawn_codes import Modules, best_version, draw_codes, shown
from sessions.exchange.hand_over import of_routines, packed, texts_of, unpacked
from sessions.messages import WIRE_VERSION, Code, Ended, Open
from sessions.worker.qr_draw import drawn
from sessions.worker.qr_read import CodeReader

WINDOWS = {"60x20": (60, 18), "80x24": (80, 22), "160x45": (160, 43)}
"""Columns and lines that are left for a code."""
CELL = 8
"""Pixels of a column; a line has twice as many."""


def modules(text: str) -> Modules:
    """A code, drawn in this process."""
    return tuple(tuple(sign == "#" for sign in row) for row in drawn(text))


def on_screen(code: Modules, quiet: int) -> NDArray[np.uint8]:
    """What the terminal shows, in pixels: half blocks in dark ink on a light ground."""
    inks = {" ": (225, 225), "▀": (20, 225), "▄": (225, 20), "█": (20, 20)}
    rows: list[list[int]] = []
    for line in shown(code, quiet):
        for half in (0, 1):
            rows.append([inks[sign][half] for sign in line])
    return np.kron(np.array(rows, np.uint8), np.ones((CELL, CELL), np.uint8))


def photographed(screen: NDArray[np.uint8], seed: int, *, mirrored: bool = False) -> NDArray:
    """640x480, the code 240 to 400 pixels high, turned by up to 20 degrees about any axis in the
    picture and 10 within it, out of focus, lit from one side, with noise."""
    chance = np.random.default_rng(seed)
    high, wide = screen.shape
    by = chance.uniform(240, 400) / max(high, wide)
    corners = np.array([[-wide, -high, 0], [wide, -high, 0], [wide, high, 0], [-wide, high, 0]])
    about = chance.uniform(-np.pi, np.pi)
    tilt = np.deg2rad(chance.uniform(0, 20)) * np.array([np.cos(about), np.sin(about), 0.0])
    turn = np.array([0.0, 0.0, np.deg2rad(chance.uniform(-10, 10))])
    turned = corners * by / 2 @ cv2.Rodrigues(tilt)[0].T @ cv2.Rodrigues(turn)[0].T
    depth = 700 + turned[:, 2:]
    at = np.array([320, 240]) + 700 * turned[:, :2] / depth
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    view = cv2.getPerspectiveTransform(flat, at.astype(np.float32))
    picture = cv2.warpPerspective(
        screen.astype(np.float32), view, (640, 480), flags=cv2.INTER_AREA, borderValue=(30.0,)
    )
    picture = cv2.GaussianBlur(picture, (0, 0), chance.uniform(0.5, 1.0))
    picture = picture * np.linspace(0.8, 1.1, 640) + chance.normal(0, 6, picture.shape)
    grey = np.clip(picture, 0, 255).astype(np.uint8)
    return cv2.cvtColor(cv2.flip(grey, 1) if mirrored else grey, cv2.COLOR_GRAY2BGR)


def taken_back(routine_id: str, window: str, seed: int, *, mirrored: bool = False) -> bool:
    """Whether a routine comes back whole. A person holds still for a while, so a code that was not
    read at once is seen from elsewhere."""
    texts = texts_of(of_routines((find(routine_id),)))
    fits = best_version(*WINDOWS[window], most=max(ROOM))
    assert fits is not None
    version, quiet = fits
    collector, reader = Collector(), CodeReader()
    for place, text in enumerate(code_texts(packed(texts), ROOM[version])):
        screen = on_screen(modules(text), quiet)
        assert screen.shape[0] <= 2 * CELL * WINDOWS[window][1]
        for again in range(4):
            view = photographed(screen, 1000 * seed + 10 * place + again, mirrored=mirrored)
            if collector.take(reader.read(view)):
                break
    return collector.content is not None and unpacked(collector.content) == texts


def test_a_routine_is_read_from_pictures_of_a_screen() -> None:
    """Of a small window, by a camera that mirrors."""
    assert taken_back("wind-down", "60x20", 2, mirrored=True)


@pytest.mark.long
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("routine_id", library_ids())
def test_every_routine_is_read_from_pictures_of_a_screen(routine_id: str, window: str) -> None:
    """Three times each, straight and mirrored."""
    assert all(taken_back(routine_id, window, seed, mirrored=seed == 3) for seed in (1, 2, 3))


def test_pictures_without_a_code_say_nothing() -> None:
    """Grey, noise, one pixel."""
    reader = CodeReader()
    noise = np.random.default_rng(1).integers(0, 255, (48, 64, 3), np.uint8)
    for picture in (np.full((480, 640, 3), 128, np.uint8), noise, np.zeros((1, 1, 3), np.uint8)):
        assert reader.read(picture) == ""


def test_the_size_of_a_code_follows_the_window() -> None:
    """With a wide quiet zone where there is room; none where not even a small one fits."""
    assert best_version(60, 18, 8) == (3, 3)
    assert best_version(80, 22, 8) == (5, 3)
    assert best_version(200, 60, 8) == (8, 4)
    assert best_version(60, 13, 8) is None


async def test_the_child_processes_draw_and_read(tmp_path: Path) -> None:
    """One draws what the other reads from pictures in files, and no model is needed for it."""
    content = packed(texts_of(of_routines((find("wind-down"),))))
    texts = code_texts(content, ROOM[7])
    codes = await asyncio.to_thread(draw_codes, texts)
    for n, code in enumerate(codes):
        picture = photographed(on_screen(code, 4), n)
        assert cv2.imwrite(str(tmp_path / f"code{n}.png"), picture)
    link = Link(log=tmp_path / "camera.log", command=code_reader_command())
    collector = Collector()

    await link.start(Open(wire=WIRE_VERSION, source=str(tmp_path / "code%d.png"), model=""))
    async for message in link:
        if isinstance(message, Code):
            assert collector.take(message.text)
        if isinstance(message, Ended):
            break
    await link.close()

    assert collector.content == content
