"""The error of measuring as the self-test found it on this person's own face; kept, and used. Pure
but for its file.

A limit of everybody's (`weeks.FLOORS`, the small print of a report) gives way where the own one is
worse, and never where it is better: one picture on one day is a lower bound of a person's error.
Guards and the warning about slow worsening keep the limits of everybody: a larger floor would let
them speak later.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.language import _
from routines.movements import MeasureKey
from routines.reading.files import MOST_BYTES, NotText, regular_bytes, text_of
from routines.reading.typed import read_typed
from sessions.storage.listing import Unreadable
from sessions.storage.private_files import write_private

FILE_NAME = "own-error.toml"
"""Under the data folder."""

BETWEEN_TWO = 1.96 * 2**0.5
"""Times the standard error of a reading: the smallest difference of two readings that is more than
error, 95 % (repeatability coefficient; Bland and Altman, Stat Methods Med Res 1999, 8: 135)."""
EITHER_WAY = 1.96
NINE_OF_TEN = 1.645
"""Times a standard error: what holds the truth in 90 of 100 cases, as the range of an eye's gap."""

READS_THE_SAME: Mapping[str, MeasureKey] = {
    "closed-smile": "open-smile",
    "lip-corner-out": "open-smile",
}
"""Measures that the self-test does not move, by the one that reads the same points."""

_Millimetres = Annotated[float, msgspec.Meta(ge=0.0, le=50.0)]
_Share = Annotated[float, msgspec.Meta(ge=-5.0, le=5.0)]


class MovementError(msgspec.Struct, frozen=True, kw_only=True):
    """One movement."""

    measure: MeasureKey
    still_mm: _Millimetres | None = None
    """What a still face reads at random poses of the head, root mean square."""
    full_mm: _Millimetres
    """A full movement of the test; of the eye, how far it was open."""
    quarter: _Share
    """How a half of a quarter of the other's strength was read; 0.25 is true."""
    half: _Share


class OwnError(msgspec.Struct, frozen=True, kw_only=True):
    """One self-test on the person's own face."""

    schema: Literal[1] = 1
    on: date
    corner_rest_mm: _Millimetres | None = None
    """Error of the difference of the mouth corners at rest, root mean square."""
    movement: tuple[MovementError, ...] = ()

    def of(self, measure: str | None) -> MovementError | None:
        """What was found of this measure, or of the one that reads the same points."""
        wanted = READS_THE_SAME.get(measure or "", measure)
        return next((each for each in self.movement if each.measure == wanted), None)

    def change_mm(self, measure: str | None) -> float:
        """Smallest difference of two readings that the head's pose does not explain, mm."""
        found = self.of(measure)
        return 0.0 if found is None or found.still_mm is None else BETWEEN_TWO * found.still_mm

    def share_points(self, measure: str | None) -> float:
        """How wrong a share of the strong side was read at most, points of percent."""
        found = self.of(measure)
        if found is None:
            return 0.0
        return 100.0 * max(abs(found.quarter - 0.25), abs(found.half - 0.5))

    def eye_points(self) -> float:
        """The same as `change_mm` of the eye's opening, percent of its opening at rest."""
        found = self.of("eye-closure")
        if found is None or not found.full_mm:
            return 0.0
        return 100.0 * self.change_mm("eye-closure") / found.full_mm

    def eye_gap(self) -> tuple[float, float]:
        """What the gap of a gentle closure may be wrong by, as `sessions.reps.eye_gap` has it for
        everybody: of half a closure, as a share of the opening, and by the head's pose, mm."""
        found = self.of("eye-closure")
        if found is None:
            return 0.0, 0.0
        quarter = abs(found.quarter - 0.25) / (4 * 0.25 * 0.75)
        return max(quarter, abs(found.half - 0.5)), NINE_OF_TEN * (found.still_mm or 0.0)

    def rest_mm(self) -> float:
        """How wrong the difference of the mouth corners at rest may be, mm (95 %)."""
        return EITHER_WAY * (self.corner_rest_mm or 0.0)


def read_own_error(data: Path) -> OwnError | None:
    """The one kept, None where there is none. Raises Trouble, naming the file."""
    path = data / FILE_NAME
    try:
        return parse_own_error(path, regular_bytes(path, MOST_BYTES))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(data, path, error) from error


def own_error_if_readable(data: Path) -> tuple[OwnError | None, str]:
    """The one kept, and why it cannot be used; what shows changes goes on without it."""
    try:
        return read_own_error(data), ""
    except Trouble as trouble:
        return None, trouble.sentence


def parse_own_error(path: Path, content: bytes) -> OwnError:
    """What these bytes hold; `path` is only for the words of a Trouble."""
    try:
        text = text_of(content)
    except NotText as error:
        raise Trouble(
            _("{path} cannot be used: {error}.").format(path=path, error=error), "settings"
        ) from error
    advice = _("Delete the file, or make the self-test with the camera again.")
    return read_typed(text, OwnError, file=str(path), advice=advice)[0]


def own_error_text(found: OwnError) -> str:
    """As it stands in the file."""
    tables = msgspec.to_builtins(found, builtin_types=(date,))
    tables["movement"] = [
        {key: value for key, value in each.items() if value is not None}
        for each in tables["movement"]
    ]
    return tomli_w.dumps({key: value for key, value in tables.items() if value is not None})


def keep_own_error(data: Path, found: OwnError) -> None:
    """Keep it in place of the one before. Raises OSError."""
    write_private(data / FILE_NAME, own_error_text(found))
