"""On which line a key of a TOML text stands.

`tomllib` returns values without line numbers. This scanner returns line numbers without values:
it follows table headers, keys, long strings and lists over several lines, and never fails, not
even on a text that is not TOML. What it cannot place it leaves out.
"""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""A key from the top of the document: `("exercise", 1, "hold_s")`; list places count from 0."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[A-Za-z0-9_"'-]+)*)\s*=""")
_LONG = re.compile(r'"""|\'\'\'')
_SHORT_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')


def find_lines(text: str) -> Mapping[Path, int]:
    """Every header and key of `text` with its line, counted from 1."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside: str | None = None
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if inside is not None:
            inside = None if line.count(inside) % 2 else inside
            continue
        if depth > 0:
            depth += _opened(line)
            continue
        header = _HEADER.match(line)
        if header is not None:
            table = _table(header, counts)
            lines.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key is None:
            continue
        lines.setdefault(table + _parts(key[1]), number)
        value = line[key.end() :]
        long = _LONG.search(value)
        if long is not None:
            inside = None if value.count(long[0]) % 2 == 0 else long[0]
        else:
            depth = max(0, _opened(value))
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int | None:
    """The line of `path`, or of the nearest thing around it that has one."""
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return None


def _parts(dotted: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    """The full path of a header: a name that is a list means its newest entry."""
    parts = _parts(header[2])
    path: Path = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if header[1] == "[[" and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def without_texts(line: str) -> str:
    """`line` without its texts in quotation marks and its comment."""
    return _SHORT_STRINGS.sub("", line)


def _opened(line: str) -> int:
    """How many brackets a line leaves open."""
    bare = without_texts(line)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
