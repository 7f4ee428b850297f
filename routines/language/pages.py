"""Pages of text in another language, paragraph by paragraph.

Each paragraph and each item of a list is one message, without its line breaks. So a page of which
some sentences were changed keeps the translation of the others.
"""

from collections.abc import Iterator

from routines.language import _, is_english
from routines.language.cells import wrapped

WIDTH = 79
"""Columns, as the English pages are written."""
ITEM = "- "


def translated_page(text: str) -> str:
    """`text` in the language in use, its lines broken anew; in English as it is."""
    if is_english():
        return text
    return "\n".join(_broken(_(piece)) for piece in pieces(text))


def pieces(text: str) -> Iterator[str]:
    """The messages of a page, and empty ones where it has an empty line."""
    piece = ""
    for line in text.split("\n"):
        if piece and line and not line.startswith(ITEM):
            piece = f"{piece} {line.strip()}"
            continue
        if piece:
            yield piece
        piece = line.strip()
        if not piece:
            yield ""
    if piece:
        yield piece


def _broken(piece: str) -> str:
    later = " " * len(ITEM) if piece.startswith(ITEM) else ""
    return "\n".join(wrapped(piece, WIDTH, later))
