"""The problems of one file as it is being read, each with its line, and its TOML.

What TOML itself refuses is said in words for someone who has never heard of TOML.
"""

import re
import tomllib

from routines.problems import Problem, printable
from routines.toml_lines import Path, find_lines, line_of

LARGEST_FILE = 200_000
"""Characters. A routine has about two thousand; something far larger is another kind of file."""
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Report:
    """Collects the problems of one file and knows its lines."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._lines = find_lines(text if len(text) <= LARGEST_FILE else "")

    def add(
        self, path: Path, key: str, expected: str, found: str = "", near: str | None = None
    ) -> None:
        """Note that at `path`, called `key`, something else was expected."""
        line = line_of(self._lines, path)
        self.problems.append(
            Problem(
                file=self.file,
                line=line,
                key=printable(key, longest=120),
                expected=expected,
                found=printable(found),
                nearest=near,
            )
        )

    def parse(self, text: str) -> dict[str, object] | None:
        """The TOML of `text`, or None with the reason noted."""
        if len(text) > LARGEST_FILE:
            self.add((), "the file", f"at most {LARGEST_FILE} characters", str(len(text)))
            return None
        try:
            return tomllib.loads(text)
        except RecursionError:
            self.add((), "the file", "lists that are not nested this deeply")
        except ValueError as error:
            self._note_syntax(text, str(error))
        return None

    def _note_syntax(self, text: str, message: str) -> None:
        match = _AT_LINE.search(message)
        number = int(match[1]) if match else text.count("\n") + 1
        written = text.split("\n")[number - 1].strip() if number <= text.count("\n") + 1 else ""
        key = written.split("=")[0].strip() if "=" in written else "this line"
        self.problems.append(
            Problem(
                file=self.file,
                line=number,
                key=printable(key) or "this line",
                expected=_syntax_expected(message, written),
            )
        )


def _syntax_expected(message: str, written: str) -> str:
    """What TOML wanted, for someone who has never heard of TOML."""
    if re.search(r"=\s*-?\d+,\d", written):
        return "a decimal number with a point, such as 2.5"
    if "overwrite" in message:
        return "each key once only, and this one stands here for the second time"
    if re.search(r"=\s*[A-Za-z]", written):
        return 'words in straight quotation marks, such as stage = "paretic"'
    if re.search(r"=\s*\"[^\"]*$", written):
        return "a closing quotation mark at the end of the text"
    if re.search("[“”„«»]", written):
        return 'straight quotation marks ("), not curly ones'
    if written.startswith("["):
        return "a heading such as [dose] or [[exercise]]"
    return "key = value, with text in straight quotation marks"
