"""The face on which a weak side is pointed at."""

import pytest

from routines.movements import Side
from tui.widgets.drawn_side import HEIGHT, draw_side
from tui.widgets.glyphs import Glyphs

WORDS: dict[Side, str] = {"left": "LEFT", "right": "RIGHT"}


def inked(lines: list[str]) -> tuple[int, int]:
    """Dots drawn on the left and on the right half of the screen, words left out."""
    rows = [line.replace("LEFT", "    ").replace("RIGHT", "     ") for line in lines]
    middle = max(map(len, rows)) // 2
    dots = {character: bin(ord(character) - 0x2800).count("1") for row in rows for character in row}
    dots[" "] = 0
    return (
        sum(dots[c] for row in rows for c in row[:middle]),
        sum(dots[c] for row in rows for c in row[middle:]),
    )


def test_it_is_a_mirror() -> None:
    """The person's own left stands on the left of the screen."""
    row = next(line for line in draw_side(None, WORDS, Glyphs.BRAILLE) if "LEFT" in line)

    assert row.index("LEFT") < row.index("RIGHT")


@pytest.mark.parametrize(("side", "more"), [("left", 0), ("right", 1)])
def test_the_chosen_half_is_dotted(side: Side, more: int) -> None:
    """Clearly more ink on that half, and on that half only."""
    plain = inked(draw_side(None, WORDS, Glyphs.BRAILLE))
    chosen = inked(draw_side(side, WORDS, Glyphs.BRAILLE))

    assert chosen[more] > 1.5 * plain[more]
    assert abs(chosen[1 - more] - plain[1 - more]) < 0.2 * plain[1 - more]


@pytest.mark.parametrize("glyphs", list(Glyphs))
def test_it_fits_sixty_columns(glyphs: Glyphs) -> None:
    """With the words beside it."""
    lines = draw_side("left", WORDS, glyphs)

    assert len(lines) == HEIGHT
    assert max(map(len, lines)) <= 56


@pytest.mark.parametrize("width", [50, 55, 56])
def test_in_a_narrow_window_the_face_gives_way(width: int) -> None:
    """No line is wider than the window, and both words stand whole beside the face."""
    cheeks: dict[Side, str] = {"left": " LEFT cheek ", "right": "[RIGHT cheek]"}
    lines = draw_side("right", cheeks, Glyphs.BRAILLE, width)

    assert max(map(len, lines)) <= width
    (row,) = [line for line in lines if "LEFT" in line]
    assert row.strip().startswith("LEFT cheek")
    assert row.strip().endswith("[RIGHT cheek]")
