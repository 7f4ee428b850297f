"""A number with its word, as it is said: one repetition is not "1 repetitions"."""


def counted(number: int, word: str) -> str:
    """ "1 file", "2 files", "0 files"; `word` is one whose plural ends in s."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
