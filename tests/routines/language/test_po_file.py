"""Catalogues as translators' programs write them."""

import pytest

from routines.language.choice import FOLDER, languages
from routines.language.po_file import PoError, placeholders, read_po

POLISH = r"""
# Comments, a header, and the places of a message.
msgid ""
msgstr ""
"Language: pl\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

#: tui/texts/day.py:3
msgid ""
"Two lines "
"in one.\n"
"A \"quoted\" word."
msgstr ""
"Dwie linie.\n"
"\"Cytat\"."

msgid "{number} day"
msgid_plural "{number} days"
msgstr[0] "{number} dzień"
msgstr[1] "{number} dni"
msgstr[2] "{number} dnia"

#, fuzzy
msgid "Doubtful"
msgstr "Wątpliwe"

msgid "Not yet"
msgstr ""

msgctxt "key"
msgid "Close"
msgstr "Zamknij"

msgctxt "a large word"
msgid "Close"
msgstr "Zaciśnij"

msgid "{name} is kept"
msgstr "{nazwa} jest"

msgid "{name} has {count}"
msgstr "{name} ma {count"

msgid "{name} is due"
msgstr "{name!x} czeka"

msgid "{name} is long"
msgstr "{name:d} jest"

msgid "{mm:.1f} wide"
msgstr "{mm} szeroki"

#~ msgid "Gone"
#~ msgstr "Nie ma"
"""  # noqa: E501 - as such files are


def test_messages_escapes_and_lines() -> None:
    """A message of several lines is one text."""
    assert read_po(POLISH).message('Two lines in one.\nA "quoted" word.') == 'Dwie linie.\n"Cytat".'


@pytest.mark.parametrize(("number", "form"), [(1, "dzień"), (2, "dni"), (5, "dnia"), (22, "dni")])
def test_plural_forms_are_the_languages_own(number: int, form: str) -> None:
    """Polish has three."""
    catalogue = read_po(POLISH)

    assert catalogue.plural("{number} day", "{number} days", number) == f"{{number}} {form}"
    assert catalogue.plural("{number} cat", "{number} cats", number).startswith("{number} cat")


def test_a_word_means_what_its_context_says() -> None:
    """And is English where only another context is translated."""
    catalogue = read_po(POLISH)

    assert catalogue.message("Close", "key") == "Zamknij"
    assert catalogue.message("Close", "a large word") == "Zaciśnij"
    assert catalogue.message("Close") == catalogue.message("Close", "a shop") == "Close"


@pytest.mark.parametrize("formula", ["4/(n-3)", "n-4", "7"])
def test_a_number_without_a_plural_form_is_said_in_english(formula: str) -> None:
    """Whatever a damaged header computes."""
    catalogue = read_po(POLISH.replace("(n==1 ? 0", f"n==3 ? {formula} : (n==1 ? 0"))

    assert catalogue.plural("{number} day", "{number} days", 3) == "{number} days"
    assert catalogue.plural("{number} day", "{number} days", 1) == "{number} dzień"


@pytest.mark.parametrize(
    "english",
    [
        "Doubtful",
        "Not yet",
        "{name} is kept",
        "{name} has {count}",
        "{name} is due",
        "{name} is long",
        "{mm:.1f} wide",
        "Gone",
        "",
    ],
)
def test_what_cannot_be_used_is_shown_in_english(english: str) -> None:
    """Doubtful, empty, gone, with placeholders that nothing fills, or with another format."""
    assert read_po(POLISH).message(english) == english


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        'msgid "one"\nmsgid "two"',
        '"a text of nothing"',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"',
    ],
)
def test_a_damaged_catalogue_is_refused(text: str) -> None:
    """Whole: what was meant is not known."""
    with pytest.raises(PoError):
        read_po(text)


def test_every_catalogue_that_is_shipped_can_be_read() -> None:
    """And has messages, whose placeholders are the English ones."""
    for code in languages():
        catalogue = read_po((FOLDER / f"{code}.po").read_text(encoding="utf-8"))
        assert catalogue.messages
        for key, forms in catalogue.messages.items():
            english = key.rpartition("\x04")[2]
            assert all(placeholders(form) <= placeholders(english) for form in forms if form)
    assert placeholders("{name} has {count:.1f} of {{all}}") == {"name", "count:.1f"}
