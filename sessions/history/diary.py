"""How the person said it was: check-ins, weekly questions and note lines, in order and searchable.

Those of a session stand in its record. Those given outside a session (weekly questions, a note on
a day of rest) are appended to `diary.jsonl` in the data folder, one JSON object a line; a line that
cannot be read is named, and stays where it is.
"""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from routines.language import _
from routines.language.lists import more_of
from routines.reading.files import UTF_16, NotText, open_regular, regular_bytes, text_of
from sessions.history.summary import SessionSummary
from sessions.storage.listing import Unreadable
from sessions.storage.private_files import append_private, locked, write_private

FILE_NAME = "diary.jsonl"
"""Under the data folder."""

MOST_BYTES = 100_000_000
"""Some three hundred thousand lines."""

MOST_NAMED = 5
"""Lines that cannot be read and are named one by one."""

Kind = Literal["check-in", "weekly", "note", "eye"]


class DiaryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One answer or note. Answers are 0 to 10 unless their key says otherwise."""

    when: datetime
    kind: Kind
    answers: dict[str, bool | int | float | str] = {}
    text: str = ""

    @property
    def words(self) -> str:
        """The line as one searchable text."""
        said = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in self.answers.items())
        return "; ".join(part for part in (said, self.text) if part)


_encode = _encode_any = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(DiaryLine).decode


def add_line(data: Path, line: DiaryLine) -> None:
    """Keep a line given outside a session. Raises OSError."""
    path = data / FILE_NAME
    with locked(data):
        append_private(path, _line_end(path) + _encode(line) + b"\n")


def _line_end(path: Path) -> bytes:
    """What an edited file lacks before its next line; one saved as UTF-16 is made UTF-8 first."""
    if not path.exists():
        return b""
    with open_regular(path, MOST_BYTES) as file:
        utf_16 = file.read(2) in UTF_16
        file.seek(max(0, file.seek(0, os.SEEK_END) - 1))
        last = file.read(1)
    if utf_16:
        plain = _as_utf_8(regular_bytes(path, MOST_BYTES))
        write_private(path, plain)
        last = plain[-1:]
    return b"" if last in (b"", b"\n") else b"\n"


def _as_utf_8(content: bytes) -> bytes:
    """`content` in UTF-8 without a byte order mark; as it is where it is no text as a whole."""
    try:
        return text_of(content).encode()
    except NotText:
        return content


def add_lines(data: Path, lines: Iterable[DiaryLine]) -> None:
    """Keep many at once, all or none. Raises OSError."""
    content = b"".join(_encode(line) + b"\n" for line in lines)
    if content:
        append_private(data / FILE_NAME, content)


def line_key(line: DiaryLine) -> bytes:
    """Equal for lines that say the same of the same moment, in whatever time zone."""
    answers = {key: line.answers[key] for key in sorted(line.answers)}
    return _encode_any((line.when.timestamp(), line.kind, answers, line.text))


def diary(data: Path, sessions: Iterable[SessionSummary]) -> list[DiaryLine]:
    """Every line, oldest first."""
    lines = kept_lines(data)
    for session in sessions:
        if session.check_in:
            lines.append(DiaryLine(when=session.started, kind="check-in", answers=session.check_in))
        lines += [DiaryLine(when=session.started, kind="note", text=t) for t in session.notes]
    return sorted(lines, key=lambda line: line.when)


def search(lines: Iterable[DiaryLine], wanted: str) -> list[DiaryLine]:
    """The lines that hold every word of `wanted`, whatever the case."""
    words = wanted.casefold().split()
    return [line for line in lines if all(word in line.words.casefold() for word in words)]


def kept_lines(data: Path) -> list[DiaryLine]:
    """The lines given outside sessions, in the order they were given. Raises Unreadable."""
    path = data / FILE_NAME
    try:
        return parse_lines(regular_bytes(path, MOST_BYTES))[0]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Unreadable(data, path, error) from error


def unread_lines(data: Path) -> str:
    """Which lines of the diary cannot be read, in a sentence; empty where all can.

    Raises Unreadable.
    """
    path = data / FILE_NAME
    try:
        return passed_over(parse_lines(regular_bytes(path, MOST_BYTES))[1])
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise Unreadable(data, path, error) from error


def passed_over(numbers: Sequence[int]) -> str:
    """A sentence that names these lines of a diary; empty for none."""
    if not numbers:
        return ""
    named = more_of([str(number) for number in numbers], MOST_NAMED)
    return _("{file_name}: cannot be read in line {named}.").format(
        file_name=FILE_NAME, named=named
    )


def parse_lines(content: bytes) -> tuple[list[DiaryLine], list[int]]:
    """The lines of a diary file's bytes, and the numbers, from 1, of those that cannot be read."""
    lines: list[DiaryLine] = []
    unread: list[int] = []
    for number, raw in enumerate(_as_utf_8(content).splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            line = _decode(raw)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            unread.append(number)
            continue
        if line.when.tzinfo is None:
            unread.append(number)
        else:
            lines.append(line)
    return lines, unread
