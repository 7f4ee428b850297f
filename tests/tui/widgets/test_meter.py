"""The meter's text: what a person reads from it without any colour."""

import msgspec
import pytest

from tests.tui.views import LEFT
from tui.widgets.glyphs import Glyphs
from tui.widgets.meter import bar

BLOCKS = Glyphs.BLOCKS


def text(percent: float | None, *, band: bool = True, mm: float | None = None) -> str:
    """The bar at `percent`, 32 cells for a scale of 160 %: 5 % a cell."""
    edges = (70.0, 110.0) if band else None
    meter = msgspec.structs.replace(LEFT, percent=percent, band=edges, mm=mm)
    return "".join(part for _, part in bar(meter, 32, Glyphs.ASCII))


def test_the_band_stands_where_it_belongs() -> None:
    """70 to 110 % of the own size, on a scale of 160 %."""
    assert text(0.0) == "." * 14 + "[::::::]" + "." * 10


def test_the_bar_grows_with_the_movement() -> None:
    """Half of the own size fills half of the way to it."""
    assert text(50.0) == "#" * 10 + "." * 4 + "[::::::]" + "." * 10


def test_the_band_can_be_seen_through_the_bar() -> None:
    """Its edges stay when the bar has passed them."""
    assert text(130.0) == "#" * 14 + "[######]" + "#" * 4 + "." * 6


@pytest.mark.parametrize(("percent", "cells"), [(-20.0, 0), (160.0, 32), (900.0, 32)])
def test_the_scale_is_fixed(percent: float, cells: int) -> None:
    """Below rest is empty, and nothing is ever rescaled to fit."""
    drawn = text(percent, band=False)

    assert drawn == "#" * cells + "." * (32 - cells)


def test_without_a_reference_plain_movement_is_shown() -> None:
    """Six of twelve millimetres fill half of it, and there is no band."""
    assert text(None, band=False, mm=6.0) == "#" * 16 + "." * 16


def test_what_is_over_the_band_is_marked_by_more_than_colour() -> None:
    """Over the band, within it and below it are different parts of the bar."""
    parts = [name for name, _ in bar(msgspec.structs.replace(LEFT, percent=130.0), 32, BLOCKS)]

    assert parts == ["fill", "edge", "in-band", "edge", "over", "empty"]


@pytest.mark.parametrize("width", [8, 9, 37, 120])
def test_the_bar_is_exactly_as_wide_as_its_place(width: int) -> None:
    """No cell more or less, at any size."""
    for percent in (0.0, 33.3, 71.0, 109.0, 159.0):
        runs = bar(msgspec.structs.replace(LEFT, percent=percent), width, BLOCKS)
        assert sum(len(part) for _, part in runs) == width
