"""Finds rest in a recording: the stillest good stretch of its first half. Pure.

A held smile can be as still as a rest. Recordings begin with rest far more often than with a
hold, so among stretches that are about equally still the earliest is taken.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec
import numpy as np

REST_S = 1.0
SHORT_REST_S = 0.3
FIRST_FRAME = 6
"""Frames before this are never rest: encoders and trackers are still settling."""
EQUALLY_STILL_MM = 0.15
"""Differences in stillness below this are jitter (validity study, section 6)."""


class Track(msgspec.Struct, frozen=True):
    """What the first pass keeps of a frame."""

    t_s: float
    good: bool
    """One face, well placed and lit, within the angles of a rest."""
    shape_mm: tuple[float, ...] = ()
    """Brow, lid gap and corner positions of both halves in the head frame, mm; empty if not
    good."""
    shut: bool = False
    """Both eyes; no reason against a frame, as a blink is none, but against a stretch."""


class Stretch(msgspec.Struct, frozen=True):
    """Where rest is, source seconds; `short` where it is under a second."""

    begin_s: float
    end_s: float
    short: bool


def find_rest(tracks: Sequence[Track]) -> Stretch | None:
    """The rest of a recording whose frames are `tracks`, in order; None where there is none."""
    if len(tracks) < 2:
        return None
    middle_s = (tracks[0].t_s + tracks[-1].t_s) / 2
    half = [track for track in tracks[FIRST_FRAME:] if track.t_s <= middle_s]
    runs = _runs(half)
    return _best(runs, REST_S, short=False) or _best(runs, SHORT_REST_S, short=True)


def _runs(tracks: list[Track]) -> list[list[Track]]:
    runs: list[list[Track]] = [[]]
    for track in tracks:
        if track.good:
            runs[-1].append(track)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= 2]


def _best(runs: list[list[Track]], seconds: float, *, short: bool) -> Stretch | None:
    found: list[tuple[float, Stretch]] = []
    for run in runs:
        times = [track.t_s for track in run]
        shut = np.array([track.shut for track in run])
        shapes = np.array([track.shape_mm for track in run])
        step = (times[-1] - times[0]) / (len(run) - 1)
        for first in range(len(run)):
            last = bisect_left(times, times[first] + seconds - step / 2)
            if last >= len(run):
                break
            if shut[first : last + 1].mean() > 0.5:
                continue
            restless = float(shapes[first : last + 1].std(axis=0).max())
            found.append((restless, Stretch(times[first], times[last], short)))
    if not found:
        return None
    stillest = min(restless for restless, _ in found)
    return next(stretch for restless, stretch in found if restless <= stillest + EQUALLY_STILL_MM)
