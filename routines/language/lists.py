"""Lists and names inside a sentence, in the language in use.

The marks between the parts are messages as well: other languages put other words there, or none,
and some another comma. The patterns are those of Unicode's CLDR (a pair, a beginning, an end).
"""

from collections.abc import Iterable
from functools import reduce

from routines.language import is_english, ngettext, pgettext


def joined(parts: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    *most, last = [*parts] or [""]
    if not most:
        return last
    if len(most) == 1:
        return pgettext("a list of two", "{one} and {two}").format(one=most[0], two=last)
    return pgettext("the end of a list", "{most} and {last}").format(most=listed(most), last=last)


def either(parts: Iterable[str]) -> str:
    """ "A", "A or B", "A or B or C"."""
    return _between(pgettext("a choice", "{most} or {last}"), parts)


def listed(parts: Iterable[str]) -> str:
    """ "A, B, C": names, values and keys that are only set side by side."""
    return _between(pgettext("a list", "{most}, {last}"), parts)


def in_turn(parts: Iterable[str]) -> str:
    """ "A, 2; B, 3": parts that hold commas themselves."""
    return _between(pgettext("a list", "{most}; {last}"), parts)


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences, one after the other; empty ones are left out."""
    found = [part for part in parts if part]
    return _between(pgettext("two sentences", "{most} {last}"), found)


def within(name: str) -> str:
    """A name in the middle of a sentence.

    English writes it small there; another language as its catalogue has it, since German nouns
    keep their capitals.
    """
    return name[:1].lower() + name[1:] if is_english() else name


def begun(sentence: str) -> str:
    """A message that begins a sentence here, with a capital."""
    return sentence[:1].upper() + sentence[1:]


def more_of(parts: list[str], most: int) -> str:
    """The first `most` of them, "A, B and 3 more", where there are more."""
    left = len(parts) - most
    if left <= 0:
        return listed(parts)
    form = ngettext("{names} and {number} more", "{names} and {number} more", left)
    return form.format(names=listed(parts[:most]), number=left)


def _between(pattern: str, parts: Iterable[str]) -> str:
    found = [*parts]
    return reduce(lambda most, last: pattern.format(most=most, last=last), found) if found else ""
