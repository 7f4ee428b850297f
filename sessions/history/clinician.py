"""Totals a clinician gave, typed in with their date: kept, listed, never worked out by us.

Only the sum is kept; no question of any scale is reproduced here. A change is marked only where a
smallest detectable change for one person is published, and only beyond it.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import (
    MOST_BYTES,
    NotText,
    reason,
    regular_bytes,
    text_if_there,
    text_of,
)
from routines.reading.typed import Tables, read_typed
from sessions.storage.listing import Unreadable
from sessions.storage.private_files import locked, write_private

Scale = Literal["sunnybrook", "house-brackmann", "saq", "face", "fdi-physical", "fdi-social"]
SCALES: tuple[Scale, ...] = get_args(Scale)
FILE_NAME = "clinician.toml"
"""Under the data folder."""

NAMES: dict[Scale, str] = {
    "sunnybrook": _("Sunnybrook"),
    "house-brackmann": _("House-Brackmann"),
    "saq": _("SAQ"),
    "face": _("FaCE"),
    "fdi-physical": _("FDI physical"),
    "fdi-social": _("FDI social"),
}
RANGES: dict[Scale, tuple[float, float]] = {
    "sunnybrook": (0, 100),
    "house-brackmann": (1, 6),
    "saq": (20, 100),
    "face": (0, 100),
    "fdi-physical": (-25, 100),
    "fdi-social": (0, 100),
}
DETECTABLE: dict[Scale, float] = {"saq": 28.2, "face": 17.6}
"""Smallest detectable change of one person (Facial Plast Surg Aesthet Med 2021, doi
10.1089/fpsam.2020.0604). The other scales have no accepted value, so no change is marked."""


EARLIEST = date(1900, 1, 1)
"""No total of anybody alive is older; a day before it is a slip of the hand."""


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """One total on one day."""

    scale: Scale
    on: date
    value: float


class _TotalsFile(msgspec.Struct, frozen=True, kw_only=True):
    schema: Literal[1] = 1
    total: tuple[Total, ...] = ()


def read_totals(data: Path) -> tuple[Total, ...]:
    """All totals by date. Raises Trouble, naming the file, when it cannot be read."""
    path = data / FILE_NAME
    try:
        return parse_totals(path, regular_bytes(path, MOST_BYTES))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise Unreadable(data, path, error) from error


def parse_totals(path: Path, content: bytes) -> tuple[Total, ...]:
    """The totals in these bytes by date; `path` is only for the words of a Trouble."""
    try:
        return _parsed(path, text_of(content))[0]
    except NotText as error:
        raise Trouble(
            _("{path} cannot be used: {error}.").format(path=path, error=error), "settings"
        ) from error


def _kept(path: Path) -> tuple[tuple[Total, ...], Tables]:
    text = text_if_there(path)
    return ((), {"schema": 1}) if text is None else _parsed(path, text)


def _parsed(path: Path, text: str) -> tuple[tuple[Total, ...], Tables]:
    """The totals by date, and the tables of the whole file."""
    advice = _("Correct the line, or move the file with the clinician's totals away.")
    found, tables = read_typed(text, _TotalsFile, file=str(path), advice=advice)
    return tuple(sorted(found.total, key=lambda total: total.on)), tables


def add_total(data: Path, total: Total, today: date) -> None:
    """Keep one more; the same scale on the same day is replaced. Raises Trouble."""
    low, high = RANGES[total.scale]
    if not low <= total.value <= high:
        raise Trouble(
            _("{names} totals go from {low:g} to {high:g}; {value:zg} is not one.").format(
                names=NAMES[total.scale], low=low, high=high, value=total.value
            )
        )
    if total.on > today:
        raise Trouble(_("{on} is still to come.").format(on=total.on))
    if total.on < EARLIEST:
        raise Trouble(
            _("{on} is before {earliest}. Look at the year.").format(on=total.on, earliest=EARLIEST)
        )
    path = data / FILE_NAME
    try:
        with locked(data):
            known, tables = _kept(path)
            others = [t for t in known if (t.scale, t.on) != (total.scale, total.on)]
            totals = msgspec.to_builtins((*others, total), builtin_types=(date,))
            write_private(path, tomli_w.dumps({**tables, "total": totals}))
    except OSError as error:
        raise Trouble(
            _(
                "{path} cannot be written ({reason}), so this total was not kept. What stood "
                "there before still does. Free some space, or look at the rights of the folder."
            ).format(path=path, reason=reason(error)),
            "settings",
        ) from error


def changed(totals: Sequence[Total], scale: Scale) -> str:
    """What may be said about the latest total of a scale beside the first, in plain words."""
    ours = [total for total in totals if total.scale == scale]
    if len(ours) < 2:
        return _("one value so far")
    by = ours[-1].value - ours[0].value
    limit = DETECTABLE.get(scale)
    if limit is None:
        return _("{by:+zg} since {on}; no accepted limit, so not marked").format(
            by=by, on=ours[0].on
        )
    if abs(by) < limit:
        return _("{by:+zg} since {on}; below {limit:g}, about the same").format(
            by=by, on=ours[0].on, limit=limit
        )
    return _("{by:+zg} since {on}; beyond {limit:g}, changed").format(
        by=by, on=ours[0].on, limit=limit
    )
