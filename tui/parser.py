"""An argument parser that answers a mistake with one sentence and the nearest valid word."""

import argparse
import re
from typing import Any, NoReturn

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed, sentences

_BAD_CHOICE = re.compile(r"(argument \S+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_MISSING = re.compile(r"the following arguments are required: (.*)", re.DOTALL)
_BAD_NUMBER = re.compile(r"(argument \S+): invalid (?:float|int) value: (.*)", re.DOTALL)


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """argparse's own, with its one word in the language in use."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with how the command is typed."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse, without abbreviations, raising `Trouble` where it would print its usage."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            add_help=False,
            formatter_class=HelpFormatter,
        )
        self._positionals.title = _("positional arguments")
        self._optionals.title = _("options")
        said = _("show this help message and exit")
        self.add_argument("-h", "--help", action="help", help=said)
        self._add_globals()

    def _add_globals(self) -> None:
        """The flags that every command takes, before its name and after."""
        group = self.add_argument_group(_("everywhere"))
        group.add_argument("--data-dir", metavar="DIR", help=_("keep everything written in DIR"))
        group.add_argument("--model", metavar="PATH", help=_("use this face_landmarker.task"))

    def parse_all(self, argv: list[str]) -> argparse.Namespace:
        """Parse `argv` whole; a word that is left over is a mistake."""
        args, left = self.parse_known_args(argv)
        if left:
            word = left[0]
            if word.startswith("-"):
                name = word.partition("=")[0]
                from routines.reading.problems import did_you_mean

                options = [o for o in self._option_string_actions if o.startswith("--")]
                self.error(
                    sentences(
                        (
                            _("there is no option {name}.").format(name=name),
                            did_you_mean(name, options),
                        )
                    )
                )
            self.error(_("'{word}' is one word too many").format(word=word))
        return args

    def error(self, message: str) -> NoReturn:
        """Raise the mistake as `Trouble`, with where to read on."""
        bad = _BAD_CHOICE.match(message)
        if bad:
            from routines.reading.problems import did_you_mean

            where, word, choices = bad.groups()
            words = [w.strip(" '\"") for w in choices.split(",")]
            wrong = _("{where}: '{word}' is not one of {words}.").format(
                where=where, word=word, words=listed(words)
            )
            message = sentences((wrong, did_you_mean(word, words)))
        number = _BAD_NUMBER.match(message)
        if number:
            message = _("{flag}: {value} is not a number").format(flag=number[1], value=number[2])
        missing = _MISSING.match(message)
        if missing:
            message = _("missing: {names}").format(names=missing[1])
        if not message.endswith((".", "?")):
            message += "."
        raise Trouble(
            _("{prog}: {message} See {prog} --help.").format(prog=self.prog, message=message),
            "usage",
        )
