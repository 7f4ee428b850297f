"""The problems of one file as it is being read, each with its line, and its TOML.

What TOML itself refuses is said in words for someone who has never heard of TOML.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, cast

from routines.language import _
from routines.reading.hidden import hidden_in
from routines.reading.problems import Problem
from routines.reading.toml_lines import Path, find_lines, line_of, without_texts
from routines.safe_text import harmless

LARGEST_FILE = 200_000
"""Characters. A routine has about two thousand; something far larger is another kind of file."""
DEEPEST = 20
"""Tables and lists inside one another; the files of this program have at most five."""
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_LISTED = re.compile(r"^\s*\[\s*(exercise|therapist_allows|slot)\s*\]\s*(#.*)?$")
"""A heading that stands once for each of several things, written as one that stands once only."""


class ReadingReport:
    """Collects the problems of one file and knows its lines."""

    def __init__(self, file: str, text: str, most: int = LARGEST_FILE) -> None:
        """`most` is how many characters the file may have."""
        self.file = file
        self.problems: list[Problem] = []
        self._most = most
        self._noted: list[Path] = []
        self._text = text if len(text) <= most else ""

    @cached_property
    def _lines(self) -> Mapping[Path, int]:
        """Of every key; looked for only once something is wrong."""
        return find_lines(self._text)

    def add(
        self,
        path: Path,
        key: str,
        expected: str,
        found: str = "",
        near: str | None = None,
        advice: str = "",
    ) -> None:
        """Note that at `path`, called `key`, something else was expected."""
        line = line_of(self._lines, path)
        self._noted.append(path)
        self.problems.append(
            Problem(
                file=self.file,
                line=line,
                key=harmless(key, 120),
                expected=harmless(expected),
                found=harmless(found, 60),
                nearest=near,
                advice=advice,
            )
        )

    def noted(self, *path: str | int) -> bool:
        """Whether something is wrong at `path` or below it."""
        return any(noted[: len(path)] == path for noted in self._noted)

    def parse(
        self, text: str, parse_float: Callable[[str], Any] = float
    ) -> dict[str, object] | None:
        """The TOML of `text`, or None with the reason noted."""
        if len(text) > self._most:
            self.add(
                (),
                _("the file"),
                _("at most {most} characters").format(most=self._most),
                str(len(text)),
            )
            return None
        try:
            document: dict[str, object] = tomllib.loads(text, parse_float=parse_float)
        except tomllib.TOMLDecodeError as error:
            self._note_syntax(text, str(error))
        except ValueError as error:
            self.add((), _("the file"), _("ordinary numbers"), str(error))
        except RecursionError:
            self._note_depth()
        else:
            if not too_deep(document):
                return document
            self._note_depth()
        return None

    def _note_depth(self) -> None:
        self.add((), _("the file"), _("lists and tables that are not nested this deeply"))

    def _note_syntax(self, text: str, message: str) -> None:
        match = _AT_LINE.search(message)
        number = int(match[1]) if match else text.count("\n") + 1
        lines = text.split("\n")
        line = lines[number - 1] if number <= len(lines) else ""
        written = line.strip()
        if written.startswith("[") and self._note_single_brackets(lines):
            return
        key = written.split("=")[0].strip() if "=" in written else _("this line")
        hidden = hidden_in(without_texts(line))
        self.problems.append(
            Problem(
                file=self.file,
                line=number,
                key=harmless(key, 60) or _("this line"),
                expected=_("ordinary spaces") if hidden else _syntax_expected(message, written),
                found=hidden,
                advice=_("Delete that character and type the space again.") if hidden else "",
            )
        )

    def _note_single_brackets(self, lines: list[str]) -> bool:
        """Note every heading that lacks its second brackets; whether there was one."""
        wrong = [(n, m[1]) for n, line in enumerate(lines, start=1) if (m := _LISTED.match(line))]
        self.problems += [
            Problem(
                file=self.file,
                line=number,
                key=name,
                expected=f"[[{name}]]",
                found=f"[{name}]",
                advice=_("Write [[{name}]] with two brackets.").format(name=name),
            )
            for number, name in wrong
        ]
        return bool(wrong)


def too_deep(document: object, deepest: int = DEEPEST) -> bool:
    """Whether more than `deepest` tables and lists stand inside one another."""
    level = [document]
    for _turn in range(deepest + 1):
        level = [inner for each in level for inner in _inside(each)]
    return bool(level)


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(cast(dict[str, object], value).values())
    return cast(list[object], value) if isinstance(value, list) else []


def _syntax_expected(message: str, written: str) -> str:
    """What TOML wanted, for someone who has never heard of TOML."""
    if re.search(r"=\s*-?\d+,\d", written):
        return _("a decimal number with a point, such as 2.5")
    if "overwrite" in message:
        return _("each key once only, and this one stands here for the second time")
    if re.search(r"=\s*[A-Za-z]", written):
        return _('words in straight quotation marks, such as stage = "paretic"')
    if re.search(r"=\s*\"[^\"]*$", written):
        return _("a closing quotation mark at the end of the text")
    if re.search("[“”„«»]", written):
        return _('straight quotation marks ("), not curly ones')
    if written.startswith("["):
        return _("a heading such as [dose] or [[exercise]]")
    return _("key = value, with text in straight quotation marks")
