"""Samples into cells of text: two colours and a block each, or strokes alone. Pure.

A cell has two samples across and four down, numbered row by row from the top left; a mask has
bit n set where sample n is drawn.
"""

from typing import NamedTuple

from tui.widgets.glyphs import Glyphs

Rgb = tuple[int, int, int]


class Cell(NamedTuple):
    """One character with its colours; None is the background of the widget."""

    text: str
    fore: Rgb | None = None
    back: Rgb | None = None


_L, _R = 0b01010101, 0b10101010
_BLOCKS: dict[int, str] = {
    0: " ",
    0xFF: "\u2588",
    0x0F: "\u2580",
    0xF0: "\u2584",
    0xC0: "\u2582",
    0xFC: "\u2586",
    _L: "\u258c",
    _R: "\u2590",
    0x0F & _L: "\u2598",
    0x0F & _R: "\u259d",
    0xF0 & _L: "\u2596",
    0xF0 & _R: "\u2597",
    (0x0F & _L) | (0xF0 & _R): "\u259a",
    (0x0F & _R) | (0xF0 & _L): "\u259e",
    0x0F | (0xF0 & _L): "\u259b",
    0x0F | (0xF0 & _R): "\u259c",
    0xF0 | (0x0F & _L): "\u2599",
    0xF0 | (0x0F & _R): "\u259f",
}
"""The block that draws a mask, of those that nearly every font has."""
MASK_OF = {text: mask for mask, text in _BLOCKS.items() if mask}
"""What each block draws."""
_PARTS = {
    mask: (
        [n for n in range(8) if mask >> n & 1],
        [n for n in range(8) if not mask >> n & 1],
    )
    for mask in _BLOCKS
    if mask not in {0, 0xFF}
}
_MASKS = tuple(_PARTS)
MIRRORED = str.maketrans(
    "\u258c\u2590\u2598\u259d\u2596\u2597\u259a\u259e\u259b\u259c\u2599\u259f/\\()`'",
    "\u2590\u258c\u259d\u2598\u2597\u2596\u259e\u259a\u259c\u259b\u259f\u2599\\/)('`",
)
"""What stands at the other half of the face for what stands at this one."""
_SYMMETRIC = frozenset(" \u2588\u2580\u2584\u2582\u2586")
"""Signs that are their own mirror image."""
_BRAILLE_BIT = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
ALIKE = 20
"""Samples of a cell whose colours differ by less, in any of red, green and blue, are one colour."""


def mirrored(cell: Cell) -> Cell:
    """The cell as the other half of the face has it."""
    if cell.text in _SYMMETRIC:
        return cell
    code = ord(cell.text)
    if 0x2800 <= code < 0x2900:
        bits = code - 0x2800
        swapped = sum(_BRAILLE_BIT[n ^ 1] for n in range(8) if bits & _BRAILLE_BIT[n])
        return cell._replace(text=chr(0x2800 + swapped))
    return cell._replace(text=cell.text.translate(MIRRORED))


def shaded_cell(samples: list[Rgb]) -> Cell:
    """The block and the two colours that come nearest to eight samples (least squares)."""
    reds, greens, blues = zip(*samples, strict=True)
    if max(max(part) - min(part) for part in (reds, greens, blues)) < ALIKE:
        return Cell(" ", None, _mean(samples))
    best, chosen = -1.0, _MASKS[0]
    for mask in _MASKS:
        inside, outside = _PARTS[mask]
        explained = 0.0
        for part in (reds, greens, blues):
            within = sum([part[n] for n in inside])
            without = sum(part) - within
            explained += within * within / len(inside) + without * without / len(outside)
        if explained > best:
            best, chosen = explained, mask
    inside, outside = _PARTS[chosen]
    fore, back = _mean([samples[n] for n in inside]), _mean([samples[n] for n in outside])
    return Cell(_BLOCKS[chosen], fore, back)


def stacked_cell(upper: Rgb, lower: Rgb) -> Cell:
    """Two samples, one over the other."""
    if max(abs(a - b) for a, b in zip(upper, lower, strict=True)) < ALIKE:
        return Cell(" ", None, _mean([upper, lower]))
    return Cell("\u2580", _mean([upper]), _mean([lower]))


def stroke_text(mask: int, glyphs: Glyphs) -> str:
    """Strokes alone, in the signs that the terminal has."""
    if glyphs is Glyphs.BRAILLE:
        bits = sum(_BRAILLE_BIT[n] for n in range(8) if mask >> n & 1)
        return chr(0x2800 + bits) if bits else " "
    upper, lower = (mask & 0x0F).bit_count() >= 2, (mask & 0xF0).bit_count() >= 2
    return " \u2580\u2584\u2588"[upper + 2 * lower]


def _mean(samples: list[Rgb]) -> Rgb:
    """Their mean in steps of 4, so that neighbours are often alike."""
    count = len(samples)
    red, green, blue = (sum(part) / count for part in zip(*samples, strict=True))
    return _step(red), _step(green), _step(blue)


def _step(value: float) -> int:
    return min(255, 4 * round(value / 4))
