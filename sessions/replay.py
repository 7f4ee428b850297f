"""One recorded set, analysed at the patient's own pace: readings in, one JSON object out.

The same tracker, reference and guards as in a live session, fed to the end of the recording;
no cues, no clock. The shape of the object is a contract with scripts: fields are added, never
renamed, and only those that say so may be null. Pure; `tui.commands.replay` gets the readings.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from routines.counted import rounded
from routines.model import Exercise
from routines.movements import Side
from routines.thresholds import Thresholds
from sessions.guards import Guards
from sessions.guards.reference import Reference
from sessions.messages import FromWorker, RestTaken
from sessions.readings import Reading
from sessions.reps.rep import HalfRep, Linked, Rep, Verdict
from sessions.reps.tracker import RepTracker

Json = dict[str, Any]


class NoRest(Exception):
    """The recording held no rest to measure from."""


def analyse(
    messages: Iterable[FromWorker],
    exercise: Exercise,
    side: Side,
    *,
    thresholds: Thresholds | None = None,
    known_linked: bool = False,
) -> Json:
    """Analyse a recorded set of `exercise`, which must have a measure.

    `messages` is what a worker says of a recording: `RestTaken` before the readings that carry
    measures; anything else but readings is passed over. `side` is the affected one.

    Raises:
        NoRest: no rest was taken before the end.
        ValueError: the exercise has nothing to measure.
    """
    measure = exercise.measure
    if measure is None:
        raise ValueError(f"{exercise.id} has nothing to measure")
    watcher: _Watcher | None = None
    unscored: Counter[str] = Counter()
    frames = 0
    for message in messages:
        if isinstance(message, RestTaken):
            watcher = _Watcher(
                message, exercise, side, thresholds or Thresholds(), known_linked=known_linked
            )
        elif isinstance(message, Reading):
            frames += 1
            if message.reason is not None:
                unscored[message.reason] += 1
            if watcher is not None:
                watcher.see(message)
    if watcher is None:
        raise NoRest
    watcher.end()
    return {
        "exercise": exercise.id,
        "side": side,
        "rest_s": [rounded(watcher.rest.begin_s, 3), rounded(watcher.rest.end_s, 3)],
        "short_rest": watcher.rest.short,
        "frames": frames,
        "scored_frames": frames - unscored.total(),
        "unscored": dict(unscored.most_common()),
        "reps": [_rep(watcher.reference.with_percent(rep)) for rep in watcher.reps],
        "cautions": [_caution(v) for v in watcher.verdicts if v.level == "caution"],
        "stop": next((_stop(v) for v in watcher.verdicts if v.level == "stop"), None),
    }


class _Watcher:
    """Tracker and guards over one recording."""

    def __init__(
        self,
        rest: RestTaken,
        exercise: Exercise,
        side: Side,
        thresholds: Thresholds,
        *,
        known_linked: bool,
    ) -> None:
        assert exercise.measure is not None
        self.rest = rest
        self.reps: list[Rep] = []
        self.verdicts: list[Verdict] = []
        self.reference = Reference()
        self._last_s = rest.begin_s
        self._tracker = RepTracker(
            exercise.measure, side, rest.left, rest.right, watch=exercise.watch
        )
        self._guards = Guards(
            thresholds,
            measure=exercise.measure,
            watch=exercise.watch,
            affected=side,
            left=rest.left,
            right=rest.right,
            reference=self.reference,
            known_linked=known_linked,
            ladder=False,  # a recording cannot be asked for a smaller movement
        )

    def see(self, reading: Reading) -> None:
        """Take in one frame."""
        self._last_s = reading.t_s
        rep = self._tracker.feed(reading)
        told = self._guards.live(reading, self._tracker)
        if told is not None:
            self.verdicts.append(told)
        self._judge(rep)

    def end(self) -> None:
        """The recording is over: a movement may still be open, the reference still short."""
        self._judge(self._tracker.close(self._last_s))
        if not self.reference.ready:
            self.reference.settle()

    def _judge(self, rep: Rep | None) -> None:
        if rep is not None:
            self.reps.append(rep)
            self.verdicts += self._guards.judge(rep)


def _rep(rep: Rep) -> Json:
    return {
        "n": rep.n,
        "onset_s": rounded(rep.onset_s, 3),
        "peak_s": rounded(rep.peak_s, 3),
        "release_s": _rounded(rep.release_s, 3),
        "scored": rep.scored,
        "reason": rep.reason,
        "confidence": rep.confidence if rep.method == "composite" else "low",
        "doubtful": list(rep.doubtful),
        "affected": _half(rep.affected),
        "unaffected": _half(rep.unaffected),
        "symmetry_percent": _rounded(rep.symmetry_percent, 1),
        "lag_ms": None if rep.lag_ms is None else round(rep.lag_ms),
        "linked": _linked(rep.linked),
    }


def _half(half: HalfRep) -> Json:
    return {
        "excursion_mm": rounded(half.excursion_mm, 2),
        "seen": half.seen,
        "percent_of_reference": _rounded(half.percent_of_reference, 1),
        "hold_s": _rounded(half.hold_s, 2),
    }


def _linked(linked: Linked) -> Json:
    named = {
        "eye-narrowing_percent": linked.eye_narrowing_percent,
        "other-eye-narrowing_percent": linked.other_eye_narrowing_percent,
        "corner_mm": linked.corner_mm,
        "other-corner_mm": linked.other_corner_mm,
    }
    return {key: rounded(value, 2) for key, value in named.items() if value is not None}


def _caution(verdict: Verdict) -> Json:
    return {
        "t_s": rounded(verdict.t_s, 3),
        "rep": verdict.rep,
        "rule": verdict.rule,
        "detail": verdict.detail,
    }


def _stop(verdict: Verdict) -> Json:
    return _caution(verdict) | {"sentence": verdict.sentence}


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else rounded(value, digits)
