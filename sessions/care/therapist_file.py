"""What was settled in a sitting with a therapist: `therapist.toml` in the data folder.

The gentle sizes outrank the day's own reference, so that home practice keeps to the range that
was shown. Read strictly; a mistake is said and nothing of it is used.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.movements import MeasureKey, Side
from sessions.guards.known_reference import KnownReference
from sessions.guards.reference import LEAST_MM
from sessions.storage.private_files import write_private

FILE_NAME = "therapist.toml"
Size = Annotated[float, msgspec.Meta(ge=LEAST_MM, le=40.0)]
"""Millimetres; a face does not move further."""


class ShownRange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The gentle range of one movement, as shown on both halves, mm from rest.

    It goes up to where the other side or a linked movement would begin; at home the target band
    lies about it.
    """

    affected_mm: Size
    unaffected_mm: Size


class Sitting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Sitting)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise Trouble(
            f"{path}: what was settled with the therapist cannot be read ({error}). "
            "Correct the line, or move the file away and set up again.",
            "settings",
        ) from error


def write_sitting(data: Path, sitting: Sitting) -> None:
    """Keep it, in place of an earlier one. Raises OSError."""
    content = msgspec.to_builtins(sitting, builtin_types=(date,))
    write_private(data / FILE_NAME, tomli_w.dumps(content))


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
