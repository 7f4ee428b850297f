"""The events a session heard as bytes, and back: the same events give the same decisions.

Of a reading only what decides is kept: when it came, why it is not scored, and, where a
repetition is looked for, the numbers of the exercise being done and of the lower lip. Numbers are
exact, because readings are on the grid of `rounding` before the engine hears them. Times that are
on no millisecond, such as the end of a phase, are kept to the last bit as well.
"""

import math
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

import msgspec

from routines.language import _
from routines.movements import MEASURES, MeasureKey
from sessions.decisions.columns import Damaged, Reader, Writer
from sessions.decisions.rounding import PER_DEGREE, PER_MM, PER_POINT, PER_S
from sessions.engine.interface.events import Event, Read, Ticked
from sessions.engine.interface.view import ReadFor
from sessions.readings import Half, Pose, Reading, Reason

FORMAT = 2
"""The first one had no lower lip but where that was the exercise: it was not asked whether the jaw
speaks, so zeros decide as it was decided then."""
_FIRST = 1
_KINDS = _TICK, _FACE, _NUMBERS, _OTHER = range(4)
"""Kinds of rows: time passed, a reading that only tells of a face, one with numbers, the rest."""

_REASONS: tuple[Reason | None, ...] = (None, *get_args(Reason))
_LOW, _LANDMARKS, _BUSY, _POSE = 1, 2, 4, 8
_LOWER_LIP = MEASURES.index("lower-lip")
_ENOUGH_FPS = 30.0
"""Given back for a camera that delivers enough while the computer does not keep up."""

_JSON = msgspec.json.Encoder()
_OTHERS = msgspec.json.Decoder(list[Event])


class Noted(NamedTuple):
    """An event, and what a reading was read for; None where it only told of a face."""

    event: Event
    numbers: ReadFor | None = None


class _Row(NamedTuple):
    """A reading with numbers, in steps."""

    measure: int
    corners: int
    doubtful: int
    """A bit for each measure that is not to be trusted."""
    values: tuple[int, ...]
    """Two measures, two narrowings, then four corner numbers where they are watched, and two of
    the lower lip."""
    yaw: int
    pitch: int


def encode(noted: Sequence[Noted]) -> bytes:
    """The events as bytes."""
    readings = [(each, each.event.reading) for each in noted if isinstance(each.event, Read)]
    rows = [_row(each, reading) for each, reading in readings]
    full = [row for row in rows if row is not None]
    others = [each.event for each in noted if not isinstance(each.event, Read | Ticked)]
    out = Writer()
    out.number(FORMAT)
    out.number(len(noted))
    kinds = iter(_FACE if row is None else _NUMBERS for row in rows)
    out.column(_kind(each.event, kinds) for each in noted)
    _times(out, [each.event.at_s for each in noted])
    _times(out, [reading.t_s for _, reading in readings])
    out.column(_REASONS.index(reading.reason) for _, reading in readings)
    out.column(_flags(reading) for _, reading in readings)
    out.column(row.measure for row in full)
    out.column(row.corners for row in full)
    out.column(row.doubtful for row in full)
    for column in range(4):
        out.column(row.values[column] for row in full)
    for column in range(4, 8):
        out.column(row.values[column] for row in full if row.corners)
    for column in range(8, 10):
        out.column(row.values[column] for row in full)
    out.column(row.yaw for row in full)
    out.column(row.pitch for row in full)
    out.block(_JSON.encode(others))
    return out.done()


def decode(content: bytes) -> list[Noted]:
    """The events again. Raises Damaged."""
    read = Reader(content)
    form = read.number()
    if not _FIRST <= form <= FORMAT:
        raise Damaged(_("it is of another format"))
    n = read.count()
    kinds = read.column(n)
    at = _times_of(read, n)
    readings = sum(kind in (_FACE, _NUMBERS) for kind in kinds)
    t = _times_of(read, readings)
    reasons, flags = read.column(readings), read.column(readings)
    _within(kinds, len(_KINDS))
    _within(reasons, len(_REASONS))
    full = kinds.count(_NUMBERS)
    measures, corners, doubtful = (read.column(full) for _ in range(3))
    values = [read.column(full) for _ in range(4)]
    _within(measures, len(MEASURES))
    watched = sum(map(bool, corners))
    values += [_spread(read.column(watched), corners) for _ in range(4)]
    values += [[0] * full if form == _FIRST else read.column(full) for _ in range(2)]
    yaws, pitches = read.column(full), read.column(full)
    try:
        others = iter(_OTHERS.decode(read.block()))
        numbers = zip(*values, strict=True)
        rows = iter(map(_Row, measures, corners, doubtful, numbers, yaws, pitches))
        seen = zip(t, reasons, flags, strict=True)
        heard = [
            _noted(kind, at_s, seen, rows, others) for kind, at_s in zip(kinds, at, strict=True)
        ]
    except (msgspec.MsgspecError, ValueError, StopIteration) as error:
        raise Damaged(_("its parts do not fit together")) from error
    if not read.over:
        raise Damaged(_("something follows it"))
    return heard


def _within(values: Sequence[int], count: int) -> None:
    """Raise Damaged where a value names nothing."""
    if values and not (min(values) >= 0 and max(values) < count):
        raise Damaged(_("a value of it names nothing"))


def _kind(event: Event, kinds: Iterator[int]) -> int:
    if isinstance(event, Read):
        return next(kinds)
    return _TICK if isinstance(event, Ticked) else _OTHER


def _flags(reading: Reading) -> int:
    return (
        _LOW * (reading.confidence == "low")
        | _LANDMARKS * (reading.method == "landmarks")
        | _BUSY * reading.computer_busy
        | _POSE * (reading.pose is not None)
    )


def _row(noted: Noted, reading: Reading) -> _Row | None:
    left, right, numbers = reading.left, reading.right, noted.numbers
    if numbers is None or reading.reason is not None or left is None or right is None:
        return None
    values = [round(half.measure(numbers.measure) * PER_MM) for half in (left, right)]
    values += [round(half.narrowing_percent * PER_POINT) for half in (left, right)]
    for half in (left, right):
        values += [round(half.corner_out_mm * PER_MM), round(half.corner_up_mm * PER_MM)]
    values += [round(half.measure("lower-lip") * PER_MM) for half in (left, right)]
    pose = reading.pose or Pose(0.0, 0.0, 0.0)
    return _Row(
        MEASURES.index(numbers.measure),
        int(numbers.corners),
        sum(1 << MEASURES.index(key) for key in reading.doubtful),
        tuple(values),
        round(pose.yaw_deg * PER_DEGREE),
        round(pose.pitch_deg * PER_DEGREE),
    )


def _noted(
    kind: int,
    at_s: float,
    seen: Iterator[tuple[float, int, int]],
    rows: Iterator[_Row],
    others: Iterator[Event],
) -> Noted:
    if kind == _TICK:
        return Noted(Ticked(at_s))
    if kind == _OTHER:
        return Noted(next(others))
    t_s, reason, flags = next(seen)
    row = next(rows) if kind == _NUMBERS else None
    pose = Pose(0.0, 0.0, 0.0)
    if row is not None:
        pose = Pose(row.yaw / PER_DEGREE, row.pitch / PER_DEGREE, 0.0)
    reading = Reading(
        n=0,
        t_s=t_s,
        reason=_REASONS[reason],
        confidence="low" if flags & _LOW else "normal",
        method="landmarks" if flags & _LANDMARKS else "composite",
        pose=pose if flags & _POSE else None,
        doubtful=() if row is None else _doubtful(row),
        left=None if row is None else _half(row, 0),
        right=None if row is None else _half(row, 1),
        camera_fps=_ENOUGH_FPS if flags & _BUSY else 0.0,
    )
    numbers = None if row is None else ReadFor(MEASURES[row.measure], bool(row.corners))
    return Noted(Read(at_s, reading), numbers)


def _doubtful(row: _Row) -> tuple[MeasureKey, ...]:
    return tuple(key for n, key in enumerate(MEASURES) if row.doubtful >> n & 1)


def _half(row: _Row, half: int) -> Half:
    mm = [0.0] * len(MEASURES)
    mm[_LOWER_LIP] = row.values[8 + half] / PER_MM
    mm[row.measure] = row.values[half] / PER_MM
    out, up = row.values[4 + 2 * half : 6 + 2 * half]
    return Half(tuple(mm), row.values[2 + half] / PER_POINT, out / PER_MM, up / PER_MM)


def _spread(values: Sequence[int], corners: Sequence[int]) -> list[int]:
    """A column that is only there for some rows, with zeros for the others."""
    each = iter(values)
    return [next(each) if corner else 0 for corner in corners]


def _times(out: Writer, times: Sequence[float]) -> None:
    """Times to the last bit: whole milliseconds, and how many floats off they are."""
    steps = [_step(t_s) for t_s in times]
    out.column(steps)
    out.column(_place(t_s) - _place(step / PER_S) for t_s, step in zip(times, steps, strict=True))


def _times_of(read: Reader, n: int) -> list[float]:
    steps, off = read.column(n), read.column(n)
    try:
        places = [_place(s / PER_S) + o for s, o in zip(steps, off, strict=True)]
        times = [struct.unpack("<d", struct.pack("<q", place))[0] for place in places]
    except (struct.error, OverflowError) as error:
        raise Damaged(_("a time is none")) from error
    if not all(map(math.isfinite, times)):
        raise Damaged(_("a time is none"))
    return times


def _step(t_s: float) -> int:
    return round(t_s * PER_S)


def _place(value: float) -> int:
    """Which double it is: neighbours differ by one."""
    return struct.unpack("<q", struct.pack("<d", value))[0]
