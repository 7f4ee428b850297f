"""A row of weeks as small bars of text; a dot is a week without a number. Pure."""

from collections.abc import Sequence

from tui.widgets.glyphs import Glyphs

_LEVELS = {
    Glyphs.BRAILLE: "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588",
    Glyphs.BLOCKS: "_\u2584\u2588",
    Glyphs.ASCII: "_.-=#",
}


def sparkline(
    values: Sequence[float | None], width: int, glyphs: Glyphs, least_span: float = 0.0
) -> str:
    """The latest `width` weeks, oldest first.

    From the lowest to the highest bar it is `least_span` at least; less stays in the middle.
    """
    shown = list(values)[-width:] if width > 0 else []
    known = [value for value in shown if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    room = max(0.0, least_span - (high - low)) / 2
    low, span = low - room, max(high - low + 2 * room, 1e-9)
    levels = _LEVELS[glyphs]
    return "".join(
        "."
        if value is None
        else levels[min(len(levels) - 1, int((value - low) / span * len(levels)))]
        for value in shown
    )
