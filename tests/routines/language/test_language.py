"""English costs nothing; another language is chosen once; numbers and pages follow it."""

from collections.abc import Iterator

import pytest

from routines import language
from routines.counted import counted
from routines.language import _, gettext_noop, ngettext, pgettext, use
from routines.language.pages import pieces, translated_page
from routines.language.po_file import read_po

GERMAN = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Small is right."
msgstr "Klein ist richtig."

msgid "{number} practice"
msgid_plural "{number} practices"
msgstr[0] "{number} Übung"
msgstr[1] "{number} Übungen"

msgid "One short line."
msgstr "Eine Zeile, die viel länger wird, als sie es im Englischen war, und deshalb umbricht."

msgid "- an item"
msgstr "- ein Punkt"
"""
PAGE = "One short\nline.\n- an item\n- another item\n  of two lines\n\nThe end."


@pytest.fixture
def german() -> Iterator[None]:
    """Five messages of German."""
    use(read_po(GERMAN))
    yield
    use(None)


def test_english_is_what_stands_in_the_code() -> None:
    """Without a catalogue."""
    assert _("Small is right.") == gettext_noop("Small is right.") == "Small is right."
    assert [ngettext("one", "many", n) for n in (0, 1, 2)] == ["many", "one", "many"]
    assert [counted(n, "file") for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert pgettext("key", "Close") == "Close"
    assert translated_page(PAGE) == PAGE
    assert language.is_english()


@pytest.mark.usefixtures("german")
def test_what_is_translated_is_shown_translated_and_all_else_in_english() -> None:
    """Sentences, and numbers with their plural."""
    assert _("Small is right.") == "Klein ist richtig."
    assert _("Softer, please.") == "Softer, please."
    assert [counted(n, "practice") for n in (0, 1, 2)] == ["0 Übungen", "1 Übung", "2 Übungen"]
    assert [counted(n, "file") for n in (1, 2)] == ["1 file", "2 files"]
    assert not language.is_english()


@pytest.mark.usefixtures("german")
def test_a_page_is_translated_piece_by_piece() -> None:
    """Its lines are broken anew, and what has no translation stays."""
    assert translated_page(PAGE).split("\n") == [
        "Eine Zeile, die viel länger wird, als sie es im Englischen war, und deshalb",
        "umbricht.",
        "- ein Punkt",
        "- another item of two lines",
        "",
        "The end.",
    ]


def test_the_pieces_of_a_page_have_no_line_breaks() -> None:
    """Paragraphs, items of lists, and empty lines."""
    assert list(pieces(PAGE)) == [
        "One short line.",
        "- an item",
        "- another item of two lines",
        "",
        "The end.",
    ]
