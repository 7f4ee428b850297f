"""A clinic's study: the program's numbers beside those of raters with a ruler or callipers. Pure.

One row a subject, movement, half and rater. In a practice of the routine `validation.toml` each
movement is held four times; the first rater measures the affected half in the first hold and the
unaffected half in the second, the second rater in the third and the fourth. So each value stands
beside what the program read in the very same hold.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Final, Literal, get_args

import msgspec

from routines.counted import rounded
from routines.errors import Trouble
from routines.language import _
from routines.movements import TOO_COARSE, MeasureKey
from routines.program import COMMAND
from routines.safe_text import harmless
from sessions.history.summary import counts
from sessions.log.record import ExerciseRecord, RepRecord, SessionRecord
from sessions.selftest.agreement import Agreement, agreement

ROUTINE: Final = "validation"
"""Id of the routine in the kit."""
MOVEMENTS: tuple[MeasureKey, ...] = (
    "brow-raise",
    "eye-closure",
    "open-smile",
    "pucker",
    "lower-lip",
)
Half = Literal["affected", "unaffected"]
HALVES: tuple[Half, ...] = get_args(Half)
RATERS = (1, 2)
SHORTENS = frozenset({"eye-closure", "open-smile", "pucker"})
"""Movements in which the distance that is measured gets smaller; see the protocol."""
LEAST_MM, MOST_MM = -15.0, 40.0
"""Of a movement. No face moves further; what lies outside is a slip of the hand."""
LEAST_TYPED_MM = -1.0
"""A rater reads a ruler to about a millimetre; what is further below 0 is a slip of the hand: the
two distances the wrong way round."""
MOST_ROWS = 100_000


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one rater, and what the program read in the same hold."""

    subject: str
    movement: MeasureKey
    half: Half
    rater: Literal[1, 2]
    program_mm: float
    rater_mm: float
    source: str
    """"camera", or "sim" for the simulated patient."""
    program: str
    """Its version when the practice was done."""

    @property
    def place(self) -> tuple[str, str, str, int]:
        """What there is one value of."""
        return (self.subject, self.movement, self.half, self.rater)


COLUMNS: tuple[str, ...] = Row.__struct_fields__


def routine_text() -> str:
    """The routine of the kit."""
    return _part("validation.toml")


def protocol_text() -> str:
    """The page for the clinic."""
    return _part("protocol.txt").replace("{command}", COMMAND)


def _part(name: str) -> str:
    return resources.files("sessions.selftest").joinpath(name).read_text(encoding="utf-8")


def hold_of(rater: int, half: Half) -> int:
    """Number of the repetition in which this rater measures this half, from 1."""
    return 2 * (rater - 1) + 1 + HALVES.index(half)


def program_mm(record: SessionRecord, movement: MeasureKey, rater: int, half: Half) -> float | None:
    """What the program read in that hold; None where it was not scored, or is doubtful.

    A movement of which no size is ever shown is always doubtful. What it reads is told here: only
    so can it be known how coarse it is.
    """
    found = next((each for each in record.exercises if each.measure == movement), None)
    rep = None if found is None else _rep(found, hold_of(rater, half))
    if rep is None or not (rep.scored if movement in TOO_COARSE else _sure(rep, movement)):
        return None
    return rounded(rep.affected_mm if half == "affected" else rep.unaffected_mm, 2)


def _sure(rep: RepRecord, movement: MeasureKey) -> bool:
    return counts(rep) and movement not in rep.doubtful


def _rep(found: ExerciseRecord, n: int) -> RepRecord | None:
    return next((rep for rep in found.reps if rep.n == n), None)


def typed_mm(typed: str, movement: MeasureKey) -> float:
    """The movement that was typed, mm: one number, or the distance at rest and in the hold.

    Raises Trouble in words.
    """
    parts = typed.replace(",", ".").split()
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) == 2:
        rest, held = numbers
        value = rest - held if movement in SHORTENS else held - rest
    elif len(numbers) == 1:
        value = numbers[0]
    else:
        raise Trouble(
            _("Type one number (the movement), or two (at rest, then held), such as 62 57.5.")
        )
    if LEAST_MM <= value < LEAST_TYPED_MM:
        raise Trouble(
            _(
                "{typed} comes to {value:zg} mm, the wrong way. Type the distance at "
                "rest first. Where that is what the ruler said, write it into the table by hand."
            ).format(typed=harmless(typed, 30), value=value)
        )
    if not LEAST_MM <= value <= MOST_MM:
        raise Trouble(
            _("{typed} comes to {value:zg} mm. That is no movement of a face.").format(
                typed=harmless(typed, 30), value=value
            )
        )
    return rounded(value, 2)


def csv_text(rows: Iterable[Row]) -> str:
    """The anonymous table: a made-up code, no name, no date."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(msgspec.to_builtins(row).values() for row in rows)
    return out.getvalue()


def read_csv(text: str, name: str) -> list[Row]:
    """The rows of such a table, as a spreadsheet may have left it. Raises Trouble for `name`."""
    lines = text.removeprefix("\ufeff").splitlines()
    mark = ";" if lines and ";" in lines[0] else ","
    found: list[Row] = []
    seen: set[tuple[str, str, str, int]] = set()
    for number, cells in enumerate(_cells(lines, mark, name), 1):
        if number == 1:
            if tuple(cells) != COLUMNS:
                raise Trouble(
                    _(
                        "{name} is no table of this study. Its first line would be {columns}."
                    ).format(name=name, columns=",".join(COLUMNS))
                )
            continue
        if not any(cells):
            continue
        if mark == ";":
            cells = [cell.replace(",", ".") for cell in cells]
        row = _row(cells, _("{name}, line {number}").format(name=name, number=number))
        if row.place in seen:
            raise Trouble(
                _("{name}, line {number}: this value stands there twice.").format(
                    name=name, number=number
                )
            )
        seen.add(row.place)
        found.append(row)
        if len(found) > MOST_ROWS:
            raise Trouble(
                _("{name} has more than {most_rows} rows.").format(name=name, most_rows=MOST_ROWS)
            )
    return found


def _cells(lines: Sequence[str], mark: str, name: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=mark))
    except csv.Error as error:
        raise Trouble(
            _("{name} cannot be read as a table ({error}).").format(name=name, error=error)
        ) from error


def _row(cells: Sequence[str], where: str) -> Row:
    try:
        row = msgspec.convert(dict(zip(COLUMNS, cells, strict=True)), Row, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise Trouble(f"{where}: {harmless(str(error), 120)}.") from error
    if not all(LEAST_MM <= mm <= MOST_MM for mm in (row.program_mm, row.rater_mm)):
        raise Trouble(
            _("{where}: {program_mm:g} and {rater_mm:g} are no movements in mm.").format(
                where=where, program_mm=row.program_mm, rater_mm=row.rater_mm
            )
        )
    return row


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement in one movement of one half; None where there are too few pairs."""

    movement: MeasureKey
    half: Half
    pairs: int
    found: Agreement | None


ComparedId = Literal["program-rater-1", "program-rater-2", "raters", "program-holds"]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison, a line a movement and half that was measured."""

    id: ComparedId
    lines: tuple[Line, ...]


def compare(rows: Sequence[Row]) -> list[Compared]:
    """Program against each rater (same hold), rater against rater, and the program against itself
    (other holds); comparisons without a pair are left out."""
    first, second = ({row.place[:3]: row for row in rows if row.rater == n} for n in RATERS)
    both = [place for place in first if place in second]
    pairs: dict[ComparedId, dict[tuple[str, str, str], tuple[float, float]]] = {
        "program-rater-1": {p: (r.program_mm, r.rater_mm) for p, r in first.items()},
        "program-rater-2": {p: (r.program_mm, r.rater_mm) for p, r in second.items()},
        "raters": {p: (first[p].rater_mm, second[p].rater_mm) for p in both},
        "program-holds": {p: (first[p].program_mm, second[p].program_mm) for p in both},
    }
    return [
        Compared(id=name, lines=lines) for name, given in pairs.items() if (lines := _lines(given))
    ]


def _lines(given: dict[tuple[str, str, str], tuple[float, float]]) -> tuple[Line, ...]:
    found: list[Line] = []
    for movement in MOVEMENTS:
        for half in HALVES:
            ours = [pair for place, pair in given.items() if place[1:] == (movement, half)]
            if ours:
                line = Line(movement=movement, half=half, pairs=len(ours), found=agreement(ours))
                found.append(line)
    return tuple(found)
