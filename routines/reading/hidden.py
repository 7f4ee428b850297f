"""Finds invisible and space-like Unicode characters that are invalid outside strings in TOML.

They come with text copied from a web page, a chat or a word processor.
"""

from routines.language import _

_NAMES = {
    "\u00a0": _("a no-break space"),
    "\u202f": _("a narrow no-break space"),
    "\u2007": _("a figure space"),
    "\u2009": _("a thin space"),
    "\u3000": _("a wide space"),
    "\u00ad": _("a soft hyphen"),
    "\u200b": _("a zero-width space"),
    "\u200c": _("a zero-width non-joiner"),
    "\u200d": _("a zero-width joiner"),
    "\u2060": _("a word joiner of no width"),
    "\ufeff": _("a byte order mark in the middle"),
}


def hidden_in(text: str) -> str:
    """The first such character of `text` by name and number; empty when there is none."""
    for char in text:
        if char in _NAMES:
            return f"{_NAMES[char]} (U+{ord(char):04X})"
    return ""
