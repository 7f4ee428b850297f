"""Text that came from a file or a person, made safe to show: no escapes, no line tricks.

Control characters, terminal escapes, and characters that turn the direction of writing around
are written out ("\\x1b") instead of obeyed; line breaks become spaces.
"""

import unicodedata
from pathlib import Path

_ALLOWED = {"\u200d", "\ufe0f", "\u00ad"}
"""Joiners inside emoji and Indic words, and the soft hyphen."""
_OBEYED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Unicode categories a terminal or browser may act upon."""


def harmless(text: str, most: int = 2000) -> str:
    """One line of at most `most` characters that nothing will obey."""
    line = " ".join(text[: 4 * most].split())
    shown = "".join(
        char.encode("unicode_escape").decode()
        if unicodedata.category(char) in _OBEYED and char not in _ALLOWED
        else char
        for char in line
    )
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def shown_path(path: Path) -> str:
    """A path as it may be shown, of any length a system allows."""
    return harmless(str(path), 4096)
