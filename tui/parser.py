"""An argument parser that answers a mistake with one sentence and the nearest valid word."""

import argparse
import re
from typing import NoReturn

from routines.errors import Trouble

_BAD_CHOICE = re.compile(r"(argument \S+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_BAD_NUMBER = re.compile(r"(argument \S+): invalid (?:float|int) value: (.*)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """argparse, without abbreviations, raising `Trouble` where it would print its usage."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

        self._add_globals()

    def _add_globals(self) -> None:
        """The flags that every command takes, before its name and after."""
        group = self.add_argument_group("everywhere")
        group.add_argument("--data-dir", metavar="DIR", help="keep everything written in DIR")
        group.add_argument("--model", metavar="PATH", help="use this face_landmarker.task")

    def parse_all(self, argv: list[str]) -> argparse.Namespace:
        """Parse `argv` whole; a word that is left over is a mistake."""
        args, left = self.parse_known_args(argv)
        if left:
            word = left[0]
            if word.startswith("-"):
                name = word.partition("=")[0]
                from routines.reading.problems import did_you_mean

                options = [o for o in self._option_string_actions if o.startswith("--")]
                self.error(f"there is no option {name}{did_you_mean(name, options)}")
            self.error(f"'{word}' is one word too many")
        return args

    def error(self, message: str) -> NoReturn:
        """Raise the mistake as `Trouble`, with where to read on."""
        bad = _BAD_CHOICE.match(message)
        if bad:
            from routines.reading.problems import did_you_mean

            where, word, listed = bad.groups()
            words = [w.strip(" '\"") for w in listed.split(",")]
            message = (
                f"{where}: '{word}' is not one of {', '.join(words)}{did_you_mean(word, words)}"
            )
        number = _BAD_NUMBER.match(message)
        if number:
            message = f"{number[1]}: {number[2]} is not a number"
        message = message.replace("the following arguments are required", "missing")
        raise Trouble(f"{self.prog}: {message.rstrip('.')}. See {self.prog} --help.", "usage")
