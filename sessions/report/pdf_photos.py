"""The pages of progress photos in a PDF, after the two pages of the report."""
# matplotlib's own annotations are partly unknown:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from sessions.report.paper import GREY, HEAD, MARGIN, SMALL, PaperName, PaperSheet, line_height
from sessions.report.photos import ABOUT, TITLE, Photo, PhotoPair

PAIRS_ACROSS, PAIRS_DOWN = 2, 4
GAP = 0.12
"""Inches between photos."""
SHAPE = 600 / 480
"""Height to width of a photo."""


def photo_sheets(pairs: Sequence[PhotoPair], paper: PaperName, clips: str = "") -> list[PaperSheet]:
    """As many sheets as the pairs need, eight pairs on each; the words on `clips` on the last."""
    each = PAIRS_ACROSS * PAIRS_DOWN
    begins = range(0, max(1, len(pairs)), each)
    return [_sheet(pairs[n : n + each], paper, clips if n == begins[-1] else "") for n in begins]


def _sheet(pairs: Sequence[PhotoPair], paper: PaperName, clips: str) -> PaperSheet:
    sheet = PaperSheet(paper)
    sheet.words(TITLE, HEAD, bold=True)
    for line in (ABOUT if pairs else "", clips):
        if line:
            sheet.words(line, SMALL, GREY)
    sheet.space(0.1)
    top, room = sheet.at, (sheet.end - sheet.at) / PAIRS_DOWN
    across = sheet.inner / PAIRS_ACROSS
    words = 2 * line_height(SMALL)
    width = min((across - 2 * GAP) / 2, (room - words - GAP) / SHAPE)
    for n, pair in enumerate(pairs):
        row, column = divmod(n, PAIRS_ACROSS)
        left = MARGIN + column * across
        sheet.at = top + row * room
        sheet.put(left, pair.name, SMALL, bold=True)
        for photo in pair.photos:
            sheet.at = top + row * room + line_height(SMALL)
            sheet.put(left, photo.day, SMALL, GREY)
            _place(sheet, photo, left, top + row * room + words, width)
            left += width + GAP
    return sheet


def _place(sheet: PaperSheet, photo: Photo, left: float, top: float, width: float) -> None:
    try:
        with Image.open(BytesIO(photo.jpeg), formats=("JPEG",)) as opened:
            picture = opened.convert("RGB")
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return
    axes = sheet.axes(left, top, width, width * SHAPE)
    axes.imshow(picture)
    axes.set_axis_off()
