"""Windows of any size, changed at any moment."""

from pathlib import Path

import pytest

from tests.robust.practising import end_here, in_practice, kept, practising

SIZES = ((1, 1), (500, 3), (3, 100), (160, 45), (20, 5), (79, 23), (1, 40), (240, 2))


@pytest.mark.long
def test_a_window_resized_wildly_ends_up_right(tmp_path: Path) -> None:
    """Down to one cell and up to hundreds, keys pressed in between: afterwards it goes on. Nobody
    practises unseen in a sliver of a window: one that is too small pauses, and room goes on."""
    with practising(tmp_path) as window:
        in_practice(window)
        for width, height in SIZES:
            window.resize(width, height)
            window.press("v")  # another view
            window.look(0.02)
        window.resize(40, 12)
        window.until("Practice is paused")
        window.resize(80, 24)
        in_practice(window)

        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw
    assert any(pause.why for pause in kept(tmp_path).pauses)
