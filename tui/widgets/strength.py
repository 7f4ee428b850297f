"""Practice strength as ten small blocks and a word. Pure text; no number to chase."""

from tui.texts import day as words_day
from tui.widgets.glyphs import Glyphs

BLOCKS = 10


def draw_strength(strength: float | None, glyphs: Glyphs) -> str:
    """`strength` is 0 to 100; None before the first practice gives nothing."""
    if strength is None:
        return ""
    full, empty = ("#", ".") if glyphs is Glyphs.ASCII else ("\u25ae", "\u25af")
    if glyphs is Glyphs.BLOCKS:
        full, empty = "\u2588", "\u2591"
    count = max(1, round(strength * BLOCKS / 100.0))
    word = next(word for least, word in words_day.STRENGTH_WORDS if strength >= least)
    return f"{words_day.STRENGTH}  {full * count}{empty * (BLOCKS - count)}  {word}"
