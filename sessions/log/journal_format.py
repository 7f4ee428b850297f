"""The form of a journal on disk: how a line is made, and how what is left of a file is read.

A line is eight hex digits (CRC-32 of the rest), a space, JSON, a newline; the first line is the
header. So a file cut at any byte reads up to its last whole line, and a line damaged in the
middle is noticed, counted and passed over. Pure: bytes in, entries out.
"""

import math
import zlib
from pathlib import Path
from typing import Any, cast

import msgspec

from routines.language import _
from sessions.engine.interface.commands import (
    KEPT_TYPES,
    Finished,
    Kept,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.resume_point import is_pain
from sessions.log.entries import JOURNAL_SCHEMA, Entry, Header

FOLDER = "journal"
"""Under the data folder."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Entry | Header)


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A journal as read back from disk."""

    path: Path
    header: Header | None
    """None when its beginning cannot be read; `problem` says why."""
    entries: tuple[Entry, ...] = ()
    problem: str | None = None
    damaged_lines: int = 0
    whole_bytes: int = 0
    """Up to the end of the last whole line."""

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What the engine had kept, in order."""
        return cast("tuple[Kept, ...]", tuple(e for e in self.entries if type(e) in KEPT_TYPES))

    @property
    def plan(self) -> SessionPlan | None:
        """What to hand to the engine so that it goes on where it stopped."""
        if self.header is None:
            return None
        return msgspec.structs.replace(self.header.plan, kept=self.kept)

    @property
    def over(self) -> bool:
        """Whether it had come to its end and only the record is missing. Pain ends it."""
        return any(
            isinstance(entry, Finished) or (isinstance(entry, KeptVerdict) and is_pain(entry))
            for entry in self.entries
        )

    @property
    def worth_asking(self) -> bool:
        """Whether something was done that the person may want to go on with."""
        done = KeptRep | KeptUnseen | KeptVerdict | KeptStepEnd
        return not self.over and any(isinstance(entry, done) for entry in self.entries)


def read_journal(path: Path, content: bytes) -> Unfinished:
    """Read what can be read of a journal's bytes; never raises for what is in them."""
    header: Header | None = None
    entries: list[Entry] = []
    damaged = 0
    whole = content.rfind(b"\n") + 1
    for n, line in enumerate(content[:whole].split(b"\n")[:-1]):
        item = _parse(line)
        if item is None:
            damaged += 1
        elif not isinstance(item, Header):
            entries.append(item)
        elif n == 0:
            header = item
    problem = None
    if header is None:
        problem = _("its first line cannot be read; it may be damaged or from a newer program")
    elif header.schema > JOURNAL_SCHEMA:
        header, problem = None, _("it was written by a newer version of this program")
    return Unfinished(
        path=path,
        header=header,
        entries=tuple(entries) if header is not None else (),
        problem=problem,
        damaged_lines=damaged,
        whole_bytes=whole,
    )


def line_of(item: Entry | Header) -> bytes:
    """One line of a journal, newline included."""
    body = _encoder.encode(item)
    try:
        _decoder.decode(body)
    except msgspec.ValidationError:
        # JSON has no infinity: such numbers become 0, and the repetition counts as not scored.
        body = _encoder.encode(_finite(msgspec.to_builtins(item)))
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _parse(line: bytes) -> Entry | Header | None:
    try:
        if len(line) < 10 or line[8:9] != b" " or int(line[:8], 16) != zlib.crc32(line[9:]):
            return None
        return _decoder.decode(line[9:])
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else 0.0
    if isinstance(value, list | tuple):
        return [_finite(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        clean = {key: _finite(item) for key, item in cast("dict[str, Any]", value).items()}
        return clean | ({"scored": False} if "scored" in clean else {})
    return value
