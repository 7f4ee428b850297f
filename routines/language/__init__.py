"""The one place where a sentence becomes a sentence of another language.

As with GNU gettext the English sentence is the key: `_("Small is right.")`. It stands in the code
as it is read, and a sentence without a translation is shown in English. Without a catalogue, which
is how English is spoken, nothing is looked up and no file is read.

A catalogue is chosen once, at the start (`choice`), before modules with texts are imported: their
constants are translated as they are made. What is imported earlier marks its texts by
`gettext_noop` and translates where it shows them.

Whole sentences are translated, with named placeholders that are filled afterwards, and never words
from which sentences are put together. What is listed in a sentence goes through `lists`. Ids, keys,
file formats, flags and lines of a log are not for a person and stay English.
"""

from typing import Protocol

VARIABLE = "SLOWSMILE_LANGUAGE"
"""The environment variable that outranks setting and locale. Child processes are told by it."""


class Catalogue(Protocol):
    """The sentences of one language."""

    def message(self, text: str, context: str = "") -> str:
        """The translation of `text`; `text` itself where there is none."""
        ...

    def plural(self, one: str, many: str, number: int) -> str:
        """The form for `number`, its placeholders unfilled."""
        ...


_in_use: Catalogue | None = None


def use(catalogue: Catalogue | None) -> None:
    """Speak by this catalogue from now on; None is English."""
    global _in_use
    _in_use = catalogue


def is_english() -> bool:
    """Whether sentences are shown as they stand in the code."""
    return _in_use is None


def _(text: str) -> str:
    """`text` in the language in use."""
    return text if _in_use is None else _in_use.message(text)


def pgettext(context: str, text: str) -> str:
    """`text` in the language in use, where it means what `context` says.

    For a short word that English uses for two things: "Close" is a cue, and a key that closes a
    page. Translators are shown the context; nobody else is.
    """
    return text if _in_use is None else _in_use.message(text, context)


def ngettext(one: str, many: str, number: int) -> str:
    """The one of both English sentences that fits `number`, in the language in use.

    It is not filled in: a language may need the number in other places.
    """
    if _in_use is None:
        return one if number == 1 else many
    return _in_use.plural(one, many, number)


def gettext_noop(text: str) -> str:
    """`text` itself: marked for catalogues, translated by `_` where it is shown."""
    return text
