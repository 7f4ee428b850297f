"""Numbers as they are said and written: one repetition is not "1 repetitions", and nought has no
sign. Where a number is formatted in place, Python's `z` does the same: `f"{mm:z.1f}"`."""

from routines.language import ngettext


def counted(number: int, word: str) -> str:
    """ "1 file", "2 files", "0 files"; `word` is one whose plural ends in s.

    In another language the whole is one message with its plural forms.
    """
    form = ngettext(f"{{number}} {word}", f"{{number}} {word}s", number)
    return form.format(number=number)


def rounded(value: float, digits: int) -> float:
    """`value` to so many decimals, and 0.0 where that leaves -0.0."""
    return round(value, digits) + 0.0
