"""The shape of one repetition: where it began, where it was held, how it sagged.

No cue tells when a hold begins: a recording has none, and people follow cues late. So the
plateau is found from the movement itself, on the half that moved most (its edges are the
clearest), and both halves are read over the same stretch of time; a half that lags is read from
where it has arrived. Everything is a median, so that a blink or a lost frame weighs nothing.

Pure functions over plain lists; called once a repetition, never once a frame. Sums are `fsum`:
what `sum` adds up to in its last bit differs between Python 3.11 and 3.12, and a kept session must
come out the same on both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum, nan, sqrt
from statistics import median

STEADY_PER_S = 0.25
"""Slower than this share of the plateau a second is holding, faster is rising or letting go.
A movement of 2 s changes by 0.5 a second and more; a hold that sags by a third in 3 s by 0.1."""

SLOPE_OVER_S = 0.4
GAP_S = 0.25
BRIDGED_S = 0.3
BRIDGED_STEPS = 2.5
"""A dip this short does not end a hold, nor does one lost frame where frames are few."""

KEPT_S = 0.3
"""A height that is not kept this long is none."""

MISSING_S = 0.15
"""Frames further apart than this in a rise tell nothing about when it was."""

LAG_FRACTIONS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
ONSET_FRACTION = 0.1
ARRIVED = 0.9


def smooth(values: Sequence[float], reach: int = 2) -> list[float]:
    """Running median over `2 * reach + 1` samples, shorter at the ends."""
    near = (values[max(0, i - reach) : i + reach + 1] for i in range(len(values)))
    return [sorted(each)[len(each) // 2] for each in near]


def mean3(values: Sequence[float]) -> list[float]:
    """Running mean over three samples, for crossings between frames."""
    n = len(values)
    if n < 3:
        return list(values)
    inner = [(values[i - 1] + values[i] + values[i + 1]) / 3 for i in range(1, n - 1)]
    return [values[0], *inner, values[-1]]


def slope(times: Sequence[float], values: Sequence[float], i: int) -> float:
    """Least-squares slope a second about sample `i`, over `SLOPE_OVER_S`."""
    near = within(times, times[i] - SLOPE_OVER_S / 2, times[i] + SLOPE_OVER_S / 2)
    return trend(times[near], values[near])


def total(values: Iterable[float]) -> float:
    """Their sum, rounded once; not a number where infinite ones cancel."""
    try:
        return fsum(values)
    except (ValueError, OverflowError):
        return nan


def trend(times: Sequence[float], values: Sequence[float]) -> float:
    """Least-squares slope a second; 0 for fewer than two samples."""
    n = len(times)
    if n < 2:
        return 0.0
    mean_t = total(times) / n
    mean_v = total(values) / n
    offsets = [t - mean_t for t in times]
    spread = total([o**2 for o in offsets])
    if spread <= 0.0:
        return 0.0
    return total([o * (v - mean_v) for o, v in zip(offsets, values, strict=True)]) / spread


def plateau(times: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """Begin and end of the hold, seconds. Needs at least one sample.

    A movement without a hold gives the stretch in which it was above 85 % of its height.
    """
    calm = smooth(values)
    first, last = longest_run(times, calm, 0.5 * height(times, calm))
    level = median(calm[first : last + 1])
    first, last = longest_run(times, calm, 0.5 * level)
    high = (i for i in range(first, last + 1) if calm[i] >= 0.75 * level)
    limit = STEADY_PER_S * level
    begin = next((i for i in high if slope(times, calm, i) <= limit), None)
    fallen = range(last, first - 1, -1)
    end = next((i for i in fallen if slope(times, calm, i) >= -limit), None)
    if begin is None or end is None or times[end] - times[begin] < 0.3:
        top = max(calm[first : last + 1])
        top_ones = [i for i in range(first, last + 1) if calm[i] >= 0.85 * top]
        begin, end = top_ones[0], top_ones[-1]
    return times[begin], times[end]


def height(times: Sequence[float], values: Sequence[float]) -> float:
    """The highest level that was kept for `KEPT_S`: a blink has none."""
    best = min(values)
    end = 0
    for i, value in enumerate(values):
        if value <= best:
            continue
        while end < len(times) and times[end] < times[i] + KEPT_S:
            end += 1
        lowest = min(values[i:end])
        if lowest > best and end < len(times):
            best = lowest
    return best


def longest_run(times: Sequence[float], values: Sequence[float], level: float) -> tuple[int, int]:
    """First and last index of the longest stretch at or above `level`; short dips are bridged."""
    bridged_s = max(BRIDGED_S, BRIDGED_STEPS * frame_step(times))
    best = (0, 0)
    first: int | None = None
    last = 0
    for i, value in enumerate(values):
        if value < level:
            continue
        if first is None or times[i] - times[last] > bridged_s:
            first = i
        last = i
        if times[last] - times[first] > times[best[1]] - times[best[0]] or best == (0, 0):
            best = (first, last)
    return best


def longest_stay_s(times: Sequence[float], values: Sequence[float], level: float) -> float:
    """Seconds of the longest stretch at or above `level` without any dip."""
    longest = 0.0
    since: float | None = None
    for t, value in zip(times, values, strict=True):
        since = None if value < level else t if since is None else since
        longest = max(longest, 0.0 if since is None else t - since)
    return longest


def frame_step(times: Sequence[float]) -> float:
    """Usual time from one frame to the next, seconds; 0 for fewer than two frames."""
    steps = sorted(later - earlier for earlier, later in pairwise(times))
    return steps[len(steps) // 2] if steps else 0.0


def within(times: Sequence[float], begin_s: float, end_s: float) -> slice:
    """The samples from `begin_s` to `end_s`, both included."""
    return slice(bisect_left(times, begin_s), bisect_right(times, end_s))


def rise_crossings(
    times: Sequence[float], values: Sequence[float], level: float, hold: tuple[float, float]
) -> tuple[float, float | None] | None:
    """When a half began to rise, and its mean crossing time of a fifth to a half of `level`.

    Both are found backwards from its height in the hold, and between frames by interpolation.
    The second is the one to compare between halves: it rests on many frames, so its error is a
    fraction of one; it is None where frames are missing in the rise. All is None where the half
    was never below.
    """
    calm = mean3(values)
    held = within(times, *hold)
    if held.start >= held.stop:
        return None
    at = max(range(held.start, held.stop), key=lambda i: calm[i])
    while at > 0 and calm[at - 1] >= LAG_FRACTIONS[-1] * level:
        at -= 1
    if at == 0:
        return None
    crossings = [_crossing(times, calm, fraction * level, at) for fraction in LAG_FRACTIONS]
    began = _crossing(times, calm, ONSET_FRACTION * level, at)
    if began is None:
        began = next((c for c in crossings if c is not None), (times[at], 0.0))
    seen = [c[0] for c in crossings if c is not None and c[1] <= MISSING_S]
    middle = total(seen) / len(seen) if len(seen) == len(LAG_FRACTIONS) else None
    return began[0], middle


def _crossing(
    times: Sequence[float], values: Sequence[float], level: float, at: int
) -> tuple[float, float] | None:
    """The last rise through `level` up to index `at`: its time, and the gap it was found in."""
    for i in range(at, 0, -1):
        if values[i - 1] < level <= values[i]:
            gap = times[i] - times[i - 1]
            return times[i - 1] + gap * (level - values[i - 1]) / (values[i] - values[i - 1]), gap
    return None


def arrival(times: Sequence[float], values: Sequence[float], level: float, from_s: float) -> float:
    """First time from `from_s` on at which `ARRIVED` of `level` is reached, else `from_s`."""
    calm = smooth(values, 1)
    for i in range(bisect_left(times, from_s), len(times)):
        if calm[i] >= ARRIVED * level:
            return times[i]
    return from_s


def fall(times: Sequence[float], values: Sequence[float], level: float) -> float | None:
    """When the values last came down through `level`; None where they never did."""
    calm = mean3(values)
    for i in range(len(times) - 1, 0, -1):
        if calm[i] < level <= calm[i - 1]:
            share = (calm[i - 1] - level) / (calm[i - 1] - calm[i])
            return times[i - 1] + share * (times[i] - times[i - 1])
    return None


def time_inside(
    times: Sequence[float], values: Sequence[float], level: float, band: float
) -> float:
    """Seconds spent within `band` of `level`; longer gaps than `GAP_S` do not count, unless frames
    are few and only one is missing."""
    gap_s = max(GAP_S, BRIDGED_STEPS * frame_step(times))
    total = 0.0
    for i in range(1, len(times)):
        step = times[i] - times[i - 1]
        if step <= gap_s and abs(values[i] - level) <= band:
            total += step
    return total


def decay(times: Sequence[float], values: Sequence[float]) -> float:
    """First second of the hold minus its last quarter, mm; 0 for holds too short to tell."""
    if len(times) < 6 or times[-1] - times[0] < 1.2:
        return 0.0
    early = values[: bisect_right(times, times[0] + 1.0)]
    late = values[bisect_left(times, times[-1] - (times[-1] - times[0]) / 4) :]
    return median(early) - median(late)


def restlessness(times: Sequence[float], values: Sequence[float]) -> float:
    """Standard deviation about the hold's own trend, mm."""
    n = len(times)
    if n < 4:
        return 0.0
    slope = trend(times, values)
    mean_t = total(times) / n
    mean_v = total(values) / n
    residues = (v - mean_v - slope * (t - mean_t) for t, v in zip(times, values, strict=True))
    return sqrt(total(r * r for r in residues) / n)
