"""A language that nobody speaks, to see what a translation would do to every screen.

Each letter of a message has an accent, each message stands in brackets and is 40 % longer. So a
plain letter on the screen is a text that was left behind, a bracket inside a bracket is a message
that is put together from others, and what is cut would be cut in a longer language too.

    .venv/bin/python -m tests.language.pseudo            the program in it, for a translator to see
    .venv/bin/python -m tests.language.pseudo run --plain --source sim
"""

import re
import sys

from routines.language import Catalogue

LONGER = 0.4
"""Short English texts grow by more, sentences by less; IBM's guide to globalisation has 30 to 40 %
for sentences."""
ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀčďéƒğĥíĵķĺɱñóþʠŕšťúṽŵẋýžÁɃČĎÉƑĞĤÍĴĶĹṀÑÓÞɊŔŠŤÚṼŴẊÝŽ",
)
KEPT = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|%\(\w+\)\w|%%)")
"""Placeholders."""
WORD = re.compile(r"([A-Za-z]+) ?")
FULL_WIDTH = 0xFEE0
"""From a letter of ASCII to the same in two cells."""
ACCENT = "\N{COMBINING ACUTE ACCENT}"
PADDING = "·"
GROUP = 6
"""Padding comes in words of so many letters, so that lines break as usual."""


class PseudoCatalogue:
    """Translates everything; see `routines.language.Catalogue`."""

    def message(self, text: str, context: str = "") -> str:
        """`text` in the pseudo-language, line by line."""
        return "\n".join(map(pseudo, text.split("\n")))

    def plural(self, one: str, many: str, number: int) -> str:
        """The form of English in the pseudo-language."""
        return self.message(one if number == 1 else many)


def pseudo(line: str) -> str:
    """One line, its blanks at both ends as they were."""
    text = line.strip()
    if not text:
        return line
    begin, _, end = line.partition(text)
    parts = KEPT.split(text)
    said = "".join(part if n % 2 else part.translate(ACCENTED) for n, part in enumerate(parts))
    letters = sum(len(part) for n, part in enumerate(parts) if n % 2 == 0)
    more = max(0, round(letters * LONGER) - 2)
    padding = "".join(PADDING + " " * (n % GROUP == GROUP - 1) for n in range(more)).strip()[:more]
    gap = " " if more > GROUP else ""
    return f"{begin}[{said}{gap}{padding}]{end}"


class WideCatalogue(PseudoCatalogue):
    """A pseudo-language of wide letters, as Chinese and Japanese have, and of combining accents.

    Half as many letters, each of two cells, without blanks between words, so that only their width
    and their breaking differ from English.
    """

    def message(self, text: str, context: str = "") -> str:
        """`text` in wide letters, line by line."""
        return "\n".join(map(wide, text.split("\n")))


def wide(line: str) -> str:
    """One line, its blanks at both ends as they were."""
    text = line.strip()
    if not text:
        return line
    begin, _, end = line.partition(text)
    said = "".join(
        part if n % 2 else WORD.sub(_widened, part) for n, part in enumerate(KEPT.split(text))
    )
    return f"{begin}{said}{end}"


def _widened(word: re.Match[str]) -> str:
    """Every second letter as wide as a Chinese one (U+FF21 to U+FF5A); the first with an accent."""
    first, *others = (chr(ord(letter) + FULL_WIDTH) for letter in word[1][::2])
    return "".join((first, ACCENT, *others))


def speak(catalogue: Catalogue | None = None) -> None:
    """Speak `catalogue`, or the pseudo-language, from now on, and whatever else is chosen."""
    from routines.language import choice, use
    from tui import cli  # before the choice, as at a start

    def choose(*_: object) -> str:
        use(catalogue or PseudoCatalogue())
        return choice.ENGLISH

    assert cli.COMMANDS
    choice.choose = choose
    choose()


def main(words: list[str]) -> int:
    """The program in the pseudo-language; its exit code."""
    speak()
    from tui import cli

    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
