"""Finds invisible and space-like Unicode characters that are invalid outside strings in TOML.

They come with text copied from a web page, a chat or a word processor.
"""

_NAMES = {
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u2007": "a figure space",
    "\u2009": "a thin space",
    "\u3000": "a wide space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2060": "a word joiner of no width",
    "\ufeff": "a byte order mark in the middle",
}


def hidden_in(text: str) -> str:
    """The first such character of `text` by name and number; empty when there is none."""
    for char in text:
        if char in _NAMES:
            return f"{_NAMES[char]} (U+{ord(char):04X})"
    return ""
