"""What is kept so that the decisions of one session can be made again, as one compressed block."""

import lzma
import zlib
from collections.abc import Iterable, Sequence

import msgspec

from routines.language import _
from sessions.decisions.columns import Damaged
from sessions.decisions.event_columns import Noted, decode, encode
from sessions.engine.interface.commands import Kept
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.rule_set import RULE_SET

SCHEMA = 1
MOST_BYTES = 2_000_000
"""Of the compressed block; a practice has some 30,000."""
MOST_PLAIN = 32_000_000
NOTHING_MORE = b""
"""In place of a chunk: what follows was not kept, so the decisions cannot be made again."""
_MEMORY = 16_000_000
"""Bytes that unpacking may take; `_FILTERS` needs about one million."""
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 20}]


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine heard without an interruption, and what it kept of it."""

    events: bytes
    """As `event_columns` writes them."""
    kept: tuple[Kept, ...]

    def heard(self) -> list[Noted]:
        """The events. Raises Damaged."""
        return decode(self.events)


class KeptDecisions(msgspec.Struct, frozen=True, kw_only=True):
    """One session: its plan, then each stretch of it."""

    schema: int = SCHEMA
    session: str
    """The session's id, as in its record."""
    rule_set: int = RULE_SET
    program: str
    model_sha256: str = ""
    plan: SessionPlan
    """As given to the engine at the beginning: routine, doses, thresholds."""
    stretches: tuple[Stretch, ...]


def chunk_of(noted: Sequence[Noted]) -> bytes:
    """Some events for the journal of a session that goes on."""
    return zlib.compress(encode(noted))


def joined(chunks: Iterable[bytes]) -> bytes:
    """The chunks of one stretch as one: it compresses better. Raises Damaged."""
    noted: list[Noted] = []
    for chunk in chunks:
        unpacker = zlib.decompressobj()
        try:
            noted += decode(unpacker.decompress(chunk, MOST_PLAIN))
        except zlib.error as error:
            raise Damaged(_("a part of it is damaged")) from error
    return encode(noted)


def pack(decisions: KeptDecisions) -> bytes:
    """The block."""
    return lzma.compress(msgspec.msgpack.encode(decisions), filters=_FILTERS)


def unpack(block: bytes) -> KeptDecisions:
    """What is in a block. Raises Damaged, with its reason, for anything else."""
    try:
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)
        plain = unpacker.decompress(block, MOST_PLAIN)
    except lzma.LZMAError as error:
        raise Damaged(_("it is damaged")) from error
    if not unpacker.eof or unpacker.unused_data:
        raise Damaged(_("it is cut off, or too large"))
    try:
        newer = msgspec.msgpack.decode(plain, type=_Schema).schema > SCHEMA
        if newer:
            raise Damaged(_("it was written by a newer version of this program"))
        return msgspec.msgpack.decode(plain, type=KeptDecisions)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        if isinstance(error, Damaged):
            raise
        raise Damaged(_("its parts cannot be read")) from error


class _Schema(msgspec.Struct):
    schema: int
