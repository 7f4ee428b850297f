"""The sets, repetitions and verdicts of one exercise, from journal entries. Pure."""

from collections.abc import Iterable

from routines import counted
from routines.movements import Watch
from sessions.engine.interface.commands import KeptRep, KeptUnseen, KeptVerdict
from sessions.log.entries import Entry
from sessions.log.record import RepRecord, SetRecord, UnseenRecord, VerdictRecord
from sessions.reps.rep import Verdict


class _Set:
    """A set being filled."""

    def __init__(self, n: int, fingers: tuple[Watch, ...], *, retry: bool) -> None:
        self.n = n
        self.fingers = fingers
        self.retry = retry
        self.reps: list[RepRecord] = []
        self.unseen: list[UnseenRecord] = []
        self.cautions: list[VerdictRecord] = []
        self.stops: list[VerdictRecord] = []

    def judge(self, kept: KeptVerdict) -> None:
        verdict = _verdict(kept.at_s, kept.verdict)
        if verdict.level != "stop":
            self.cautions.append(verdict)
            return
        if self.stops and self.stops[-1].rule == verdict.rule == "self":
            self.stops.pop()  # stopped by a key first, and the reason named on the card
        self.stops.append(verdict)

    def done(self) -> SetRecord:
        return SetRecord(
            n=self.n,
            retry=self.retry,
            fingers=self.fingers,
            reps=tuple(self.reps),
            unseen=tuple(self.unseen),
            cautions=tuple(self.cautions),
            stops=tuple(self.stops),
        )


def sets_of(entries: Iterable[Entry], fingers: tuple[Watch, ...] = ()) -> Iterable[SetRecord]:
    """The sets among the entries of one exercise, in order; `fingers` are the pairs of it that a
    finger kept from being watched."""
    sets: list[_Set] = []
    for entry in entries:
        if not isinstance(entry, KeptRep | KeptUnseen | KeptVerdict):
            continue
        here = sets[-1] if sets else None
        again = here is not None and here.n == entry.set and bool(here.stops)
        # A further stop, or the feeling named on the stop's card, belongs to the set that ended.
        of_stop = isinstance(entry, KeptVerdict) and (
            entry.verdict.level == "stop" or entry.verdict.rule == "self"
        )
        if here is None or here.n != entry.set or (again and not of_stop):
            here = _Set(entry.set, fingers, retry=again)
            sets.append(here)
        match entry:
            case KeptRep():
                here.reps.append(_rep(entry))
            case KeptUnseen():
                here.unseen.append(UnseenRecord(at_s=rounded(entry.at_s), why=entry.why))
            case KeptVerdict():
                here.judge(entry)
    return [each.done() for each in sets]


def _verdict(at_s: float, verdict: Verdict) -> VerdictRecord:
    return VerdictRecord(
        rule=verdict.rule,
        level=verdict.level,
        at_s=rounded(at_s),
        rep=verdict.rep,
        sentence=verdict.sentence,
        detail={
            key: value if isinstance(value, str) else rounded(value)
            for key, value in verdict.detail.items()
        },
    )


def _rep(kept: KeptRep) -> RepRecord:
    rep, affected, unaffected, linked = (
        kept.rep,
        kept.rep.affected,
        kept.rep.unaffected,
        kept.rep.linked,
    )
    return RepRecord(
        n=rep.n,
        at_s=rounded(kept.at_s),
        onset_s=rounded(rep.onset_s),
        peak_s=rounded(rep.peak_s),
        release_s=_maybe(rep.release_s),
        scored=rep.scored,
        reason=rep.reason,
        confidence=rep.confidence,
        method=rep.method,
        target_percent=kept.target_percent,
        hidden=kept.hidden,
        affected_mm=rounded(affected.excursion_mm),
        affected_seen=affected.seen,
        affected_percent=_maybe(affected.percent_of_reference),
        affected_hold_s=_maybe(affected.hold_s),
        affected_rise_s=_maybe(affected.rise_s),
        affected_decay_percent=rounded(affected.decay_percent),
        affected_jitter_mm=rounded(affected.jitter_mm),
        unaffected_mm=rounded(unaffected.excursion_mm),
        unaffected_seen=unaffected.seen,
        unaffected_percent=_maybe(unaffected.percent_of_reference),
        unaffected_hold_s=_maybe(unaffected.hold_s),
        unaffected_rise_s=_maybe(unaffected.rise_s),
        symmetry_percent=_maybe(rep.symmetry_percent),
        lag_ms=_maybe(rep.lag_ms),
        eye_narrowing_percent=_maybe(linked.eye_narrowing_percent),
        other_eye_narrowing_percent=_maybe(linked.other_eye_narrowing_percent),
        corner_mm=_maybe(linked.corner_mm),
        other_corner_mm=_maybe(linked.other_corner_mm),
        doubtful=rep.doubtful,
    )


def rounded(value: float) -> float:
    """As far as a record keeps it: micrometres, milliseconds."""
    return counted.rounded(value, 3)


def _maybe(value: float | None) -> float | None:
    return None if value is None else rounded(value)
