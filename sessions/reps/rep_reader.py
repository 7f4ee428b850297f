"""Turns the frames of one movement into a `Rep`, or says that it was none.

The numbers guards rest on are read here: medians over the hold, from the rest just before the
rise. Frames of low confidence or from plain landmarks are left out as long as enough good ones
remain; with too few good ones the repetition is kept but not scored, with its commonest reason.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import msgspec

from routines.movements import MEASURES, MeasureKey, Watch
from sessions.readings import Confidence, Method, Reason
from sessions.reps import waveform as shape
from sessions.reps.frames import LEAST_FRAMES, REST_GAP_S, REST_S, RepFrame, RestLevel, before_rise
from sessions.reps.held import is_held
from sessions.reps.jaw import OF_THE_MOUTH, SWING_SHARE, SYLLABLES, gapes, jaw_mm, sinks
from sessions.reps.linked_reader import LinkedReader
from sessions.reps.rep import HalfRep, Rep
from sessions.reps.smallest_movement import GHOST_SHARE

ENOUGH_GOOD = 0.6
"""Share of frames that must have numbers for a repetition to be scored, and share of those that
must be of full confidence for guards to use it."""

TIMED_FROM = 2.0
"""Times the smallest movement: from there on it can be told when a half began to rise."""

LAG_STEP_S = 0.1
"""Where frames are further apart than this, no lag is told: a person sees 150 ms, which is little
more than one step of eight readings a second."""

BAND_SHARE = 0.2
"""The own plateau, about its level."""


_Rise = tuple[float, float | None]
"""When a half began to rise, and the middle of its rise."""


class _Track(NamedTuple):
    """One half over the movement, millimetres from the local rest."""

    values: list[float]
    smallest_mm: float
    jitter_mm: float


class RepReader:
    """Reads repetitions of one measure. Thresholds are pairs: affected, unaffected."""

    def __init__(
        self,
        measure: MeasureKey,
        smallest_mm: tuple[float, float],
        jitter_mm: tuple[float, float],
        watch: tuple[Watch, ...],
        lower_lip_mm: float,
    ) -> None:
        """`lower_lip_mm` is the smallest movement of the lower lip, whatever is measured."""
        self._measure: MeasureKey = measure
        self._lower_lip_mm = lower_lip_mm
        self._smallest = smallest_mm
        self._jitter = jitter_mm
        self._rests = [RestLevel(mm) for mm in smallest_mm]
        self.linked = LinkedReader(watch)
        """What moves along."""

    def read(
        self,
        n: int,
        frames: Sequence[RepFrame],
        base_mm: tuple[float, float],
        least_s: float,
        ended: bool,
    ) -> Rep | None:
        """The repetition in `frames`, or None when it was not one.

        `base_mm` is the tracker's rest of each half, used where the frames hold no rest of
        their own; `least_s` the shortest time above half of its height; `ended` whether both
        halves came back.
        """
        good = [f for f in frames if f.reason is None]
        sure = [f for f in good if f.usable]
        if len(sure) >= ENOUGH_GOOD * len(good):
            good = sure
        if len(good) < LEAST_FRAMES:
            return None
        times = [f.t_s for f in good]
        raw = self._raw(good)
        rough = [[v - base_mm[i] for v in raw[i]] for i in (0, 1)]
        calm = [shape.smooth(values) for values in rough]
        tops = [shape.height(times, values) for values in calm]
        lead = 0 if tops[0] / self._smallest[0] > tops[1] / self._smallest[1] else 1
        top = tops[lead]
        if top < self._smallest[lead]:
            return None
        first, last = shape.longest_run(times, calm[lead], 0.5 * top)
        talking = _rises(calm[lead][first : last + 1], top) >= SYLLABLES
        if talking or times[last] - times[first] < least_s:
            return None
        if gapes(times, jaw_mm(good)) or self._speaks(good[first : last + 1], top):
            return None
        hold = shape.plateau(times, rough[lead])
        tracks = [self._track(times, raw[i], base_mm[i], hold, i) for i in (0, 1)]
        rises = [self._rise(times, tracks[i], hold, certain=i == lead) for i in (0, 1)]
        lag_s = _lag(rises)
        if lag_s is not None and (lag_s > 0) == (lead == 1):
            hold = (min(hold[0] + abs(lag_s), (hold[0] + hold[1]) / 2), hold[1])
        rep = self._rep(n, frames, good, times, tracks, lead, hold, rises, lag_s)
        none_lost = all(frame.reason is None for frame in frames)
        must_stay = rep.scored or none_lost  # too short to be scored is no hold either
        if must_stay and not is_held(rep, lead, times, tracks[lead].values, least_s):
            return None
        release_s = _release(rep, times, tracks) if ended else None
        return msgspec.structs.replace(rep, release_s=release_s)

    def _speaks(self, frames: Sequence[RepFrame], top: float) -> bool:
        """Whether the jaw swings in these frames, in an exercise of the mouth that reads `top`."""
        swing = max(self._lower_lip_mm, SWING_SHARE * top)
        return self._measure in OF_THE_MOUTH and sinks(jaw_mm(frames), swing) >= SYLLABLES

    def _raw(self, good: Sequence[RepFrame]) -> tuple[list[float], list[float]]:
        key = self._measure
        return (
            [f.affected.measure(key) for f in good if f.affected is not None],
            [f.unaffected.measure(key) for f in good if f.unaffected is not None],
        )

    def _track(
        self,
        times: list[float],
        raw: list[float],
        base: float,
        hold: tuple[float, float],
        half: int,
    ) -> _Track:
        """One half from its rest, which follows the rests before the rises."""
        smallest = self._smallest[half]
        rough = [v - base for v in raw]
        level = median(rough[shape.within(times, *hold)])
        moved = level >= TIMED_FROM * smallest
        rise = shape.rise_crossings(times, rough, level, hold) if moved else None
        start = times[0] + REST_S + REST_GAP_S if rise is None else rise[0]
        before = raw[before_rise(times, start)]
        rest = self._rests[half].follow(before)
        return _Track([v - rest for v in raw], smallest, self._jitter[half])

    @staticmethod
    def _rise(
        times: list[float], track: _Track, hold: tuple[float, float], *, certain: bool
    ) -> _Rise | None:
        """When a half rose, if it moved enough to tell; the one that opened the movement did."""
        level = median(track.values[shape.within(times, *hold)])
        if level < track.smallest_mm * (1.0 if certain else TIMED_FROM):
            return None
        return shape.rise_crossings(times, track.values, level, hold)

    def _rep(
        self,
        n: int,
        frames: Sequence[RepFrame],
        good: list[RepFrame],
        times: list[float],
        tracks: list[_Track],
        lead: int,
        hold: tuple[float, float],
        rises: list[_Rise | None],
        lag_s: float | None,
    ) -> Rep:
        onset = min((rise[0] for rise in rises if rise is not None), default=hold[0])
        inside = [i for i, t in enumerate(times) if hold[0] <= t <= hold[1]]
        kept = [i for i in inside if good[i].usable]
        sure = len(kept) >= ENOUGH_GOOD * len(inside) and len(kept) >= LEAST_FRAMES
        kept = kept if sure else inside
        reason = _unscored(frames, onset, hold[1], len(kept))
        levels = [median([t.values[i] for i in kept]) for t in tracks]
        halves = [
            self._half(times, t, kept, levels[i], levels[1 - i], hold, rises[i])
            for i, t in enumerate(tracks)
        ]
        methods: Counter[Method] = Counter(good[i].method for i in kept)
        confidence: Confidence = "normal" if sure else "low"
        peak = halves[lead].peak_s
        timed = shape.frame_step(times) <= LAG_STEP_S and all(h.seen for h in halves)
        return Rep(
            n=n,
            onset_s=onset,
            peak_s=hold[0] if peak is None else peak,
            release_s=None,
            scored=reason is None,
            reason=reason,
            confidence=confidence,
            doubtful=_doubtful([good[i] for i in kept]),
            method=methods.most_common(1)[0][0],
            affected=halves[0],
            unaffected=halves[1],
            symmetry_percent=100 * levels[0] / levels[1] if halves[1].seen else None,
            lag_ms=1000 * lag_s if lag_s is not None and timed else None,
            linked=self.linked.read(good, kept, times, onset),
        )

    @staticmethod
    def _half(
        times: list[float],
        track: _Track,
        kept: list[int],
        level: float,
        other_level: float,
        hold: tuple[float, float],
        rise: _Rise | None,
    ) -> HalfRep:
        seen = level >= max(track.smallest_mm, GHOST_SHARE * other_level)
        if not seen:
            return HalfRep(excursion_mm=level, seen=False)
        held_times = [times[i] for i in kept]
        held = [track.values[i] for i in kept]
        band = max(BAND_SHARE * level, 2 * track.jitter_mm)
        decay = shape.decay(held_times, held)
        onset = None if rise is None else rise[0]
        peak = shape.arrival(times, track.values, level, hold[0] if onset is None else onset)
        return HalfRep(
            excursion_mm=level,
            seen=True,
            hold_s=shape.time_inside(held_times, held, level, band),
            onset_s=onset,
            peak_s=peak,
            rise_s=None if onset is None else peak - onset,
            decay_mm=decay,
            decay_percent=100 * decay / max(level + decay / 2, track.smallest_mm),
            jitter_mm=shape.restlessness(held_times, held),
        )


def _release(rep: Rep, times: Sequence[float], tracks: Sequence[_Track]) -> float:
    """When the later half was back; where rest itself has moved, when it came to its new rest."""
    later = rep.peak_s
    for track, half in zip(tracks, (rep.affected, rep.unaffected), strict=True):
        if half.seen:
            low = max(0.5 * track.smallest_mm, 0.1 * half.excursion_mm)
            fall = shape.fall(times, track.values, low)
            later = max(later, times[-1] if fall is None or fall <= rep.peak_s else fall)
    return later


def _doubtful(kept: Sequence[RepFrame]) -> tuple[MeasureKey, ...]:
    """The measures that are doubtful in at least half of the frames of the hold."""
    found = Counter(key for frame in kept for key in frame.doubtful)
    return tuple(key for key in MEASURES if 2 * found[key] >= len(kept) > 0)


def _lag(rises: Sequence[_Rise | None]) -> float | None:
    """How much later the affected half rose, seconds."""
    middles = [None if rise is None else rise[1] for rise in rises]
    affected, unaffected = middles
    return None if affected is None or unaffected is None else affected - unaffected


def _rises(values: Sequence[float], top: float) -> int:
    """How often the values go from under a third to over two thirds of `top`."""
    count, low = 0, True
    for v in values:
        if low and v > 0.67 * top:
            count, low = count + 1, False
        elif v < 0.33 * top:
            low = True
    return count


def _unscored(
    frames: Sequence[RepFrame], begin_s: float, end_s: float, numbers: int
) -> Reason | None:
    """Why the repetition cannot be scored, if it cannot.

    Lost frames count from the onset to the end of the hold, and further to the next good one:
    a face lost in the hold takes the rest of the hold with it.
    """
    lost: list[Reason] = []
    seen = 0
    for frame in frames:
        if frame.t_s < begin_s:
            continue
        if frame.reason is None:
            if frame.t_s > end_s:
                break
            seen += 1
        else:
            lost.append(frame.reason)
    if numbers >= LEAST_FRAMES and seen >= ENOUGH_GOOD * (seen + len(lost)):
        return None
    return Counter(lost).most_common(1)[0][0] if lost else "slow"
