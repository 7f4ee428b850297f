"""Reads a catalogue as translators' programs write it: GNU gettext's PO format.

Standard library only: the set-up speaks by it before there is a package. PO, because Poedit,
Weblate and the like read it; not the compiled MO, because nothing then has to be built before a
translation is seen. Only what this program writes is read: messages with contexts, plurals,
comments. Messages without a translation, doubtful ones ("fuzzy"), and those that fill in what the
English sentence does not, or in another format, are left out, so that they are shown in English.
"""

import gettext
import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}
_PLURAL_FORMS = re.compile(r"plural=([^;\n]+)")

Entry = dict[str, str]
"""What one message consists of, by keyword."""


class PoError(Exception):
    """A catalogue is damaged; a defect of the program, not of its user."""


@dataclass(frozen=True)
class PoCatalogue:
    """The sentences of one language; see `routines.language.Catalogue`."""

    messages: dict[str, tuple[str, ...]]
    """By the English sentence, in its singular, with its context where it has one (`key_of`): one
    translation, or one a plural form."""
    form: Callable[[int], int]
    """Which plural form a number takes."""

    def message(self, text: str, context: str = "") -> str:
        """The translation of `text`; `text` itself where there is none.

        A translation without a context is not taken for one with it: it may be another word.
        """
        found = self.messages.get(key_of(text, context))
        return found[0] if found else text

    def plural(self, one: str, many: str, number: int) -> str:
        """The form for `number`, its placeholders unfilled."""
        found = self.messages.get(one, ())
        try:
            form = self.form(number)
        except ArithmeticError:  # a division by zero, for this number only
            form = -1
        if not 0 <= form < len(found):
            return one if number == 1 else many
        return found[form]


def read_po(text: str) -> PoCatalogue:
    """The catalogue in the text of a PO file. Raises PoError."""
    messages: dict[str, tuple[str, ...]] = {}
    header = ""
    for entry in _entries(text):
        english = entry.get("msgid", "")
        forms = tuple(entry[key] for key in sorted(entry) if key.startswith("msgstr"))
        if not english:
            header = forms[0] if forms else ""
        elif forms and all(forms) and all(_fits(english, entry, form) for form in forms):
            messages[key_of(english, entry.get("msgctxt", ""))] = forms
    return PoCatalogue(messages, _plural_form(header))


def key_of(text: str, context: str) -> str:
    """A message and its context as one key, as GNU gettext has it."""
    return f"{context}\x04{text}" if context else text


def placeholders(text: str) -> frozenset[str]:
    """Placeholders of `text`, each with its format, such as "count" and "degrees:.0f".

    Raises ValueError for a brace that is not closed.
    """
    return frozenset(
        f"{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}"
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    )


def _fits(english: str, entry: Entry, translated: str) -> bool:
    """Whether what is filled into the translation is filled into the English sentence too.

    In the same format: "{side!x}" and "{side:d}" would end the program where they are filled in.
    """
    try:
        allowed = placeholders(english) | placeholders(entry.get("msgid_plural", english))
    except ValueError:  # not a sentence to be filled in
        return True
    try:
        return placeholders(translated) <= allowed
    except ValueError:
        return False


def _plural_form(header: str) -> Callable[[int], int]:
    found = _PLURAL_FORMS.search(header)
    try:
        return gettext.c2py(found[1] if found else "n != 1")
    except ValueError as error:
        raise PoError(f"plural forms: {error}") from error


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry = {}
    key = ""
    fuzzy = False
    for number, line in enumerate([*text.splitlines(), ""], 1):
        line = line.strip()
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        if line.startswith("#"):
            continue
        if not line:
            if "msgid" in entry and not fuzzy:
                yield entry
            entry, key, fuzzy = {}, "", False
            continue
        match = _LINE.fullmatch(line)
        if match is None or not (key := match[1] or key):
            raise PoError(f"line {number} is not part of a message")
        if match[1] and key in entry:
            raise PoError(f"line {number}: an empty line is missing before it")
        entry[key] = entry.get(key, "") + _ESCAPE.sub(
            lambda found: _ESCAPED.get(found[1], found[1]), match[2]
        )
