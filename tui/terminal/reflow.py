"""Plain pages broken anew to the width there is; dashes get a hanging indent. Pure."""

import re
import textwrap
from collections.abc import Iterable

from routines.language.cells import cells, cut, wrapped

DASH = "- "
MORE = " \u2026"


def reflow(text: str, width: int) -> str:
    """`text` with every paragraph and every dash broken to `width` columns."""
    return "\n".join(
        "\n".join(
            wrapped(
                block,
                max(20, width),
                " " * len(DASH) if block.startswith(DASH) else "",
                hyphens=False,
            )
        )
        for block in _blocks(text)
    )


def wrap(text: str, width: int, most: int = 99) -> list[str]:
    """`text` as one paragraph in lines of `width` columns; past `most` lines it ends in an
    ellipsis after a whole word.
    """
    words = " ".join(text.split())
    width = max(20, width)
    lines = wrapped(words, width)
    if len(lines) <= most:
        return lines
    if cells(words) == len(words):
        return textwrap.wrap(words, width, max_lines=most, placeholder=MORE)
    return [*lines[: most - 1], cut(lines[most - 1], width - len(MORE)) + MORE]


def path_in(path: str, width: int) -> str:
    """A path broken behind its separators, so that no name is cut that fits a line."""
    lines = [""]
    for part in re.findall(r"[^/\\]*[/\\]+|[^/\\]+", path):
        if lines[-1] and len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def kept_in(lines: Iterable[str], width: int) -> str:
    """Lines broken to `width` columns, each going on below its own beginning."""
    return "\n".join("\n".join(wrapped(line, max(20, width), _lead(line))) for line in lines)


def _lead(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()))


def _blocks(text: str) -> list[str]:
    """Paragraphs and dashes as one line each, empty ones between paragraphs kept."""
    blocks: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        begins_anew = not blocks or not blocks[-1] or not words or words.startswith(DASH)
        if begins_anew:
            blocks.append(words)
        else:
            blocks[-1] += f" {words}"
    return blocks
