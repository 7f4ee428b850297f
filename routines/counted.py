"""Numbers as they are said and written: one repetition is not "1 repetitions", and nought has no
sign. Where a number is formatted in place, Python's `z` does the same: `f"{mm:z.1f}"`."""


def counted(number: int, word: str) -> str:
    """ "1 file", "2 files", "0 files"; `word` is one whose plural ends in s."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def rounded(value: float, digits: int) -> float:
    """`value` to so many decimals, and 0.0 where that leaves -0.0."""
    return round(value, digits) + 0.0
