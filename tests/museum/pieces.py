"""The kept sessions of the museum: where they lie, what they show, which changed on purpose."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import msgspec

from sessions.decisions.kept_decisions import KeptDecisions, unpack

FOLDER = Path(__file__).parent
BLOCKS = FOLDER / "blocks"
README = FOLDER.parent / "README.md"
MARKER = "| piece | since | what changed | why | outcome now |"
"""Head of the list of decisions that were changed on purpose."""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the table."""

    shows: str
    decided: str
    """As `outcome.decided` says it."""


class Changed(NamedTuple):
    """A line of the list: one piece that this version decides otherwise, on purpose."""

    piece: str
    since: str
    what: str
    why: str
    outcome: str
    """The digest of what it comes to now."""


def table() -> dict[str, Row]:
    """Every piece by its name, `room/piece`."""
    rooms = tomllib.loads((FOLDER / "pieces.toml").read_text(encoding="utf-8"))
    rows = msgspec.convert(rooms, dict[str, dict[str, Row]])
    return {f"{room}/{name}": row for room, inside in rows.items() for name, row in inside.items()}


def block_of(piece: str, folder: Path = BLOCKS) -> Path:
    """The file of a piece."""
    return folder / f"{piece}.xz"


def read(piece: str) -> KeptDecisions:
    """The session as it was kept. Raises Damaged."""
    return unpack(block_of(piece).read_bytes())


def changed(text: str) -> dict[str, Changed]:
    """The list of decisions in `text`, by piece. Raises ValueError for a line it cannot read."""
    lines = iter(text.splitlines())
    if MARKER not in lines:
        raise ValueError("the list of decisions is missing")
    next(lines)  # the rule below the head
    found: dict[str, Changed] = {}
    for line in lines:
        if not line.startswith("|"):
            break
        cells = [cell.strip(" `") for cell in line.strip("| ").split("|")]
        if len(cells) != len(Changed._fields) or not all(cells) or cells[0] in found:
            raise ValueError(f"a line of the list of decisions cannot be read: {line}")
        found[cells[0]] = Changed(*cells)
    return found
