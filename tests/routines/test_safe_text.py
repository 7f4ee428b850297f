"""Text from outside is shown, not obeyed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from routines.safe_text import harmless


def test_escapes_line_breaks_and_turned_writing() -> None:
    """Each as itself, written out."""
    assert harmless("a\x1b[31mb\nc\r\nd\u202ee") == "a\\x1b[31mb c d\\u202ee"


def test_words_of_any_language_and_emoji_stay() -> None:
    """Only what is obeyed is changed."""
    for text in ("Übung für Zoë", "微笑", "👩‍⚕️", "สวัสดี"):
        assert harmless(text) == text


@given(st.text(max_size=300), st.integers(5, 60))
def test_nothing_that_could_be_obeyed_is_left(text: str, most: int) -> None:
    """One short line of visible characters."""
    shown = harmless(text, most)

    assert len(shown) <= most
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    shown.encode()
