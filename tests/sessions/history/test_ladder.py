"""The ladder of a linked pair: up after two quiet days, down at once, from the records alone."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from routines.movements import Side
from sessions.engine.interface.commands import KeptRep, KeptVerdict
from sessions.history.ladder import Ladder, ladders, last_gentle
from sessions.history.linked_sets import LinkedSet, linked_sets
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import Entry
from sessions.log.record_builder import record_of
from sessions.reps.rep import HalfRep, Linked, Rep, Verdict
from tests.sessions.log_samples import MORNING, header, rep, step

PUCKER = step("pucker", reps=3)


def a_set(percent: float, eyes: tuple[float, ...], *, moved: float = 1.0) -> list[Entry]:
    """A set of puckers at `percent`, in which the eye narrows so; `moved` is of what was asked."""
    entries: list[Entry] = []
    for n, eye in enumerate(eyes, 1):
        half = HalfRep(excursion_mm=4.0, seen=True, percent_of_reference=percent * moved)
        one = Rep(
            n=n,
            onset_s=10.0 * n,
            peak_s=10.0 * n + 2,
            release_s=10.0 * n + 5,
            scored=True,
            affected=half,
            unaffected=half,
            symmetry_percent=100.0,
            lag_ms=0.0,
            linked=Linked(eye_narrowing_percent=eye, other_eye_narrowing_percent=0.0),
        )
        entries.append(KeptRep(at_s=9.0 * n, step=0, set=1, rep=one, target_percent=percent))
    return entries


QUIET, ONE_LOUD, LOUD = (3.0, 4.0, 5.0), (3.0, 12.0, 5.0), (3.0, 12.0, 14.0)


def session(
    day: int, entries: list[Entry], *, known: bool = True, side: Side = "left"
) -> SessionSummary:
    """One session of that day."""
    begun: datetime = MORNING + timedelta(days=day)
    record = record_of(header(begun, "camera:0", PUCKER), entries)
    return summarise(replace(record, known_linked=known, side=side))


def pucker(sessions: list[SessionSummary]) -> Ladder:
    """Where pucker and eye stand."""
    return ladders(sessions, "left")["pucker-eye"]


def test_it_begins_at_half_of_the_own_gentle_size() -> None:
    """Every pair, before anything was practised."""
    found = ladders([], "left")

    assert {each.target_percent for each in found.values()} == {50.0}
    assert set(found) == {"pucker-eye", "smile-eye", "closure-corner", "brow-corner"}
    assert not pucker([]).practised


def test_a_quiet_set_on_two_days_is_one_step() -> None:
    """Two on one day are one day."""
    same_day = [session(0, a_set(50, QUIET)) for _ in range(2)]
    two_days = [*same_day, session(1, a_set(50, QUIET))]

    assert (pucker(same_day).target_percent, pucker(same_day).quiet_days) == (50.0, 1)
    assert (pucker(two_days).target_percent, pucker(two_days).quiet_days) == (60.0, 0)
    assert pucker(two_days).quiet_percent == 50.0


def test_two_loud_repetitions_lead_down_at_once() -> None:
    """One step, and the quiet days count anew; never below the beginning."""
    climbed = [session(day, a_set(50 + 10 * (day // 2), QUIET)) for day in range(5)]
    loud = [*climbed, session(5, a_set(70, LOUD))]

    assert (pucker(climbed).target_percent, pucker(climbed).quiet_days) == (70.0, 1)
    assert (pucker(loud).target_percent, pucker(loud).quiet_days) == (60.0, 0)
    assert pucker([session(0, a_set(50, LOUD))]).target_percent == 50.0


def test_one_loud_repetition_earns_nothing_and_costs_nothing() -> None:
    """The set was not wholly quiet, and not loud."""
    found = pucker([session(0, a_set(50, QUIET)), session(1, a_set(50, ONE_LOUD))])

    assert (found.target_percent, found.quiet_days) == (50.0, 1)


@pytest.mark.parametrize(
    "entries",
    [
        a_set(50, QUIET[:2]),  # not the whole dose
        a_set(50, QUIET, moved=0.5),  # a still mouth is no quiet movement
        a_set(40, QUIET),  # smaller than the step
    ],
)
def test_what_is_not_a_whole_set_at_the_step_earns_nothing(entries: list[Entry]) -> None:
    """However often."""
    assert pucker([session(day, entries) for day in range(4)]).target_percent == 50.0


def test_a_weekly_record_at_full_size_moves_nothing() -> None:
    """It measures; neither a loud nor a quiet one is practice on the ladder."""
    quiet = [session(day, a_set(50, QUIET)) for day in range(3)]
    records = [session(3, a_set(100, LOUD)), session(4, a_set(100, QUIET))]

    assert pucker([*quiet, *records]) == pucker(quiet)


def test_other_sides_and_sessions_in_which_nothing_was_known_do_not_count() -> None:
    """Nor simulated ones beside a person's."""
    quiet = a_set(50, QUIET)
    others = [session(d, quiet, known=False) for d in (0, 1)]
    others += [session(d, quiet, side="right") for d in (2, 3)]

    assert pucker(others).target_percent == 50.0
    assert (
        ladders([session(d, quiet) for d in (0, 1)], "left", simulated=True)[
            "pucker-eye"
        ].target_percent
        == 50.0
    )


def test_it_never_grows_beyond_full_size() -> None:
    """At full size further quiet days change nothing."""
    days = [session(day, a_set(min(100, 50 + 10 * (day // 2)), QUIET)) for day in range(20)]

    assert pucker(days).target_percent == 100.0


def test_the_gentle_size_is_the_last_one_at_full_size() -> None:
    """Smaller sets say nothing about it, old ones too little."""
    sessions = [session(0, a_set(100, QUIET)), session(3, a_set(50, QUIET))]
    today = MORNING.date() + timedelta(days=4)

    assert last_gentle(sessions, "left", today)["pucker"].affected_mm == 4.0
    assert last_gentle(sessions[1:], "left", today) == {}
    assert last_gentle(sessions, "left", today + timedelta(days=60)) == {}


def bare(one: Rep) -> Rep:
    """The same repetition before the own size is known."""
    half = replace(one.affected, percent_of_reference=None)
    return replace(one, affected=half, unaffected=half)


def of(entries: list[Entry]) -> LinkedSet:
    """The one set of these entries."""
    (found,) = linked_sets(record_of(header(MORNING, "camera:0", PUCKER), entries).exercises[0])
    return found


def test_a_set_says_how_open_the_eye_stayed_at_its_size() -> None:
    """The median over the repetitions at the size it began with."""
    entries = [*a_set(60, (10.0, 12.0)), *a_set(50, (0.0, 0.0, 2.0))[2:]]
    found = of(entries)

    assert (found.target_percent, found.eye_open_percent, found.moved) == (60.0, 89.0, 11.0)
    assert found.loud_percents == (60.0, 60.0)
    assert not found.quiet


def test_loud_is_what_the_guard_said_too() -> None:
    """A restless picture may raise its limit, a kept caution never counts as quiet."""
    verdict = Verdict(rule="synkinesis", level="caution", t_s=12.0, rep=2, detail={})
    said = KeptVerdict(at_s=12.0, step=0, set=1, verdict=verdict)

    assert of([*a_set(50, QUIET), said]).loud_percents == (50.0,)


def test_repetitions_that_are_not_sure_leave_a_set_not_whole() -> None:
    """Neither loud nor quiet."""
    unsure = KeptRep(at_s=27.0, step=0, set=1, rep=rep(3, scored=False), target_percent=50.0)
    found = of([*a_set(50, QUIET)[:2], unsure])

    assert (found.reps, found.quiet) == (2, False)


def test_full_size_needs_no_percentages() -> None:
    """The repetitions that the own size is made of are that size."""
    plain = [replace(e, rep=bare(e.rep)) for e in a_set(100, QUIET) if isinstance(e, KeptRep)]

    assert of(list(plain)).quiet
