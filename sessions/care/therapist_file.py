"""What was settled in a sitting with a therapist: `therapist.toml` in the data folder.

The gentle sizes outrank the day's own reference, so that home practice keeps to the range that
was shown. Read strictly; a mistake is said and nothing of it is used.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import tomli_w
from msgspec.structs import replace

from routines.language import _
from routines.movements import MeasureKey, Side
from routines.reading.files import text_if_there
from routines.reading.typed import Tables, read_typed
from sessions.care.merging import merged
from sessions.guards.known_reference import KnownReference
from sessions.guards.reference import LEAST_MM
from sessions.storage.private_files import locked, write_private

FILE_NAME = "therapist.toml"
Size = Annotated[float, msgspec.Meta(ge=LEAST_MM, le=40.0)]
"""Millimetres; a face does not move further."""


class ShownRange(msgspec.Struct, frozen=True, kw_only=True):
    """The gentle range of one movement, as shown on both halves, mm from rest.

    It goes up to where the other side or a linked movement would begin; at home the target band
    lies about it.
    """

    affected_mm: Size
    unaffected_mm: Size


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """One sitting."""

    schema: Literal[1] = 1
    by: str
    """The therapist's name."""
    on: date
    side: Side
    """The affected side the ranges belong to."""
    comment: str = ""
    range: dict[MeasureKey, ShownRange] = {}


def read_sitting(data: Path) -> Sitting | None:
    """The last sitting, None where there was none. Raises Trouble naming file and key."""
    path = data / FILE_NAME
    text = text_if_there(path)
    return None if text is None else _parsed(path, text)[0]


def check_sitting(text: str) -> None:
    """Raises Trouble where a file with this text could not be used here."""
    _parsed(Path(FILE_NAME), text)


def _parsed(path: Path, text: str) -> tuple[Sitting, Tables]:
    advice = _("Correct the line, or move the file away and set up again with your therapist.")
    return read_typed(text, Sitting, file=str(path), advice=advice)


def write_sitting(data: Path, sitting: Sitting, before: Sitting | None = None) -> None:
    """Keep it, in place of `before`, the one that was there when it began.

    Ranges of the same side that were kept elsewhere meanwhile stay, and what a newer version wrote.
    Raises OSError, and Trouble for a file with mistakes, which is left as it is.
    """
    path = data / FILE_NAME
    with locked(data):
        text = text_if_there(path)
        beside: Tables = {}
        if text is not None:
            found, beside = _parsed(path, text)
            if found.side == sitting.side:
                known = before is not None and before.side == sitting.side
                earlier = before if before and known else replace(found, range={})
                sitting = merged(earlier, sitting, found)
        content = msgspec.to_builtins(sitting, builtin_types=(date,))
        own = set(sitting.__struct_fields__) - {"schema"}
        kept = {key: value for key, value in beside.items() if key not in own}
        write_private(path, tomli_w.dumps({**content, **kept}))


def shown_references(data: Path, side: Side) -> dict[MeasureKey, KnownReference]:
    """The ranges as references for the engine; none where they belong to the other side.

    Raises Trouble for a file with mistakes.
    """
    sitting = read_sitting(data)
    if sitting is None or sitting.side != side:
        return {}
    return {
        key: KnownReference(
            affected_mm=shown.affected_mm, unaffected_mm=shown.unaffected_mm, origin="therapist"
        )
        for key, shown in sitting.range.items()
    }
