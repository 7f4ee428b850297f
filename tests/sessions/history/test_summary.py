"""A session in a few numbers: only honest repetitions enter the medians."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec
import pytest

from sessions.engine.interface.commands import KeptRep, KeptStepEnd
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import Entry
from sessions.log.record import AtRestRecord, EyeGapRecord
from sessions.log.record_builder import record_of
from sessions.readings import CLEAR_FROM, RestHalf
from sessions.reps.eye_gap import EyeGap
from sessions.reps.rep import Linked
from tests.sessions.log_samples import header, kept_rep, rep, stop, whole


def test_medians_come_from_scored_full_size_repetitions_of_normal_confidence() -> None:
    """The others are counted, each under its reason."""
    low = msgspec.structs.replace(rep(4, affected=50.0), confidence="low")
    entries: list[Entry] = [
        kept_rep(1, affected=3.0),
        kept_rep(2, affected=5.0),
        KeptRep(at_s=36.0, step=0, set=1, rep=rep(3, affected=50.0, scored=False)),
        KeptRep(at_s=46.0, step=0, set=1, rep=low),
        KeptRep(at_s=56.0, step=0, set=1, rep=rep(5, affected=1.0), target_percent=80.0),
    ]
    smile = summarise(record_of(header(), entries)).exercises[0]

    assert smile.affected_mm == 4.0
    assert (smile.reps, smile.counted, smile.low_confidence) == (5, 2, 1)
    assert smile.unscored == {"head-turned": 1}
    assert smile.affected_seen is True


def test_linked_movement_is_read_from_repetitions_of_every_size() -> None:
    """Where it is known the size asked for is smaller: sizes leave those out, the eye does not."""

    def kept(n: int, percent: float, eye: float, *, scored: bool = True) -> KeptRep:
        linked = Linked(eye_narrowing_percent=eye, corner_mm=eye / 10)
        one = msgspec.structs.replace(rep(n, affected=float(n), scored=scored), linked=linked)
        return KeptRep(at_s=9.0 * n, step=0, set=1, rep=one, target_percent=percent)

    entries: list[Entry] = [
        kept(1, 100.0, 30.0),
        kept(2, 50.0, 14.0),
        kept(3, 50.0, 12.0),
        kept(4, 50.0, 90.0, scored=False),
    ]
    smile = summarise(record_of(header(), entries)).exercises[0]

    assert (smile.counted, smile.affected_mm) == (1, 1.0)
    assert (smile.eye_narrowing_percent, smile.corner_mm) == (14.0, 1.4)


def test_a_doubtful_eye_enters_no_trend() -> None:
    """The repetition itself counts; what the eye did in it does not."""
    linked = Linked(eye_narrowing_percent=30.0, corner_mm=1.0)
    one = msgspec.structs.replace(rep(1), linked=linked, doubtful=("eye-closure",))
    record = record_of(header(), [KeptRep(at_s=9.0, step=0, set=1, rep=one)])
    smile = summarise(record).exercises[0]

    assert record.exercises[0].reps[0].doubtful == ("eye-closure",)
    assert (smile.counted, smile.eye_narrowing_percent, smile.corner_mm) == (1, None, 1.0)
    assert smile.linked == ()


def test_nothing_counted_is_no_number() -> None:
    """An exercise without repetitions has no median, not zero."""
    smile = summarise(record_of(header(), [])).exercises[0]

    assert smile.affected_mm is None
    assert smile.symmetry_percent is None
    assert smile.affected_seen is None


def test_a_begun_session_counts_as_practice_once_something_was_done() -> None:
    """Abandoned is no failure; empty is no practice."""
    assert not summarise(record_of(header(), [])).practised
    assert summarise(record_of(header(), [kept_rep(1)])).practised
    assert summarise(record_of(header(), whole())).practised


def test_stops_are_named_with_rule_and_sentence() -> None:
    """As the report shows them."""
    entries = [kept_rep(1), stop(1, sign="hold decay")]
    (only,) = summarise(record_of(header(), entries)).stops

    assert (only.exercise, only.rule, only.sign) == ("Open smile", "fatigue", "hold decay")
    assert "34 %" in only.sentence


def test_what_was_learned_is_the_size_without_the_meters() -> None:
    """Percent of the size with them; no number where none, or all, were hidden."""

    def kept(n: int, mm: float, *, hidden: bool) -> KeptRep:
        return KeptRep(at_s=9.0 * n, step=0, set=1, rep=rep(n, affected=mm), hidden=hidden)

    def percent(*entries: KeptRep) -> float | None:
        return summarise(record_of(header(), entries)).exercises[0].kept_percent

    both = [kept(1, 4.0, hidden=False), kept(2, 4.0, hidden=False), kept(3, 3.0, hidden=True)]
    assert percent(*both) == 75.0
    assert percent(*both[:2]) is None
    assert percent(both[2]) is None
    assert summarise(record_of(header(), both)).hid_meters
    assert record_of(header(), both).exercises[0].reps[2].hidden


def _seen_by(scale: float, size: float | None) -> SessionSummary:
    """A session with every number in millimetres, read at this scale."""
    gap = EyeGap(
        mm=2.0 * scale,
        low_mm=1.2 * scale,
        high_mm=2.8 * scale,
        opening_mm=8.0 * scale,
        calibrated=True,
        words=("gap",),
    )
    left = RestHalf(brow_mm=19.5 * scale, eye_mm=10.0 * scale, corner_mm=-61.0 * scale)
    right = RestHalf(brow_mm=20.0 * scale, eye_mm=9.0 * scale, corner_mm=-60.0 * scale)
    reps = [rep(n, (2.0 + n) * scale, 8.0 * scale) for n in range(1, 6)]
    entries: list[Entry] = [KeptRep(at_s=9.0 * one.n, step=0, set=1, rep=one) for one in reps]
    entries.append(KeptStepEnd(at_s=71.0, step=0, ended="done"))
    summary = summarise(record_of(header(), entries))
    smile = msgspec.structs.replace(
        summary.exercises[0],
        eye_gap=EyeGapRecord(affected=gap),
        shown_mm=4.0 * scale,
        hidden_mm=3.0 * scale,
        corner_mm=scale,
    )
    return msgspec.structs.replace(
        summary,
        exercises=(smile, *summary.exercises[1:]),
        id="one",
        at_rest=AtRestRecord(affected=left, unaffected=right, clear_from=CLEAR_FROM),
        size=size,
    )


def test_an_older_scale_reads_as_the_size_of_the_face_would_have() -> None:
    """Every millimetre, and no share or word."""
    older, newer = _seen_by(1.0, None), _seen_by(1.25, 1.25)

    assert older.exercises[0].affected_spread_mm is not None
    assert _near(older.in_size(1.25), newer)
    assert _near(newer.in_size(1.0), msgspec.structs.replace(older, size=1.0))
    assert newer.in_size(1.25) is newer


def _near(one: SessionSummary, other: SessionSummary) -> bool:
    """To the last digit that a record keeps."""
    told = [dict(_numbers(msgspec.to_builtins(each))) for each in (one, other)]
    assert told[0] == pytest.approx(told[1], abs=0.0015)
    return one.size == other.size


def _numbers(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in a built-in value, by its place."""
    if isinstance(value, dict):
        for key, one in cast(dict[str, Any], value).items():
            yield from _numbers(one, f"{at}.{key}")
    elif isinstance(value, list | tuple):
        for n, one in enumerate(cast(Iterable[Any], value)):
            yield from _numbers(one, f"{at}.{n}")
    else:
        yield at, value


def test_the_simulated_patient_keeps_millimetres() -> None:
    """Nobody measured them."""
    simulated = msgspec.structs.replace(_seen_by(1.0, None), simulated=True)

    assert simulated.in_size(1.25) is simulated
