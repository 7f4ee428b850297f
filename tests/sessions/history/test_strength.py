"""Practice is shown smoothly; a missed day costs little, a stopped session nothing."""

from datetime import date, timedelta

import msgspec

from sessions.engine.interface.commands import Ending
from sessions.history.strength import days, practice_strength, same_for_weeks
from sessions.history.summary import SessionSummary, summarise
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, kept_rep, whole

TODAY = MORNING.date()


def _on(ago: int, ended: Ending = "finished", affected: float = 4.0) -> SessionSummary:
    started = MORNING - timedelta(days=ago)
    summary = summarise(record_of(header(started), [kept_rep(1, affected=affected), *whole()[-1:]]))
    return msgspec.structs.replace(summary, ended=ended)


def test_nothing_yet_has_no_number() -> None:
    """Zero would be a reproach, and all of one day a flattery."""
    assert practice_strength([], TODAY) is None
    assert practice_strength([_on(0), _on(1)], TODAY) is None
    assert practice_strength([_on(0), _on(7)], TODAY) is not None


def test_every_day_is_all_of_it_and_today_may_still_come() -> None:
    """A morning without practice yet takes nothing away."""
    sessions = [_on(ago) for ago in range(1, 15)]

    assert practice_strength(sessions, TODAY) == 100.0
    assert practice_strength([*sessions, _on(0)], TODAY) == 100.0


def test_a_missed_day_costs_little_and_a_missed_fortnight_not_everything() -> None:
    """No streak to lose."""
    steady = [_on(ago) for ago in range(60) if ago != 1]
    paused = [_on(ago) for ago in range(14, 60)]

    one = practice_strength(steady, TODAY)
    many = practice_strength(paused, TODAY)
    assert one is not None
    assert many is not None
    assert one > 90
    assert 25 < many < 60


def test_stopped_counts_as_practice_and_an_empty_start_does_not() -> None:
    """A session ended by its guard is a success."""
    empty = summarise(record_of(header(MORNING - timedelta(days=1)), []))
    calendar = days([_on(0, "stopped"), _on(0), empty])

    assert calendar[TODAY].sessions == 2
    assert calendar[TODAY].stopped == 1
    assert calendar[TODAY - timedelta(days=1)].sessions == 0
    assert calendar[TODAY - timedelta(days=1)].abandoned == 1


def test_a_session_belongs_to_the_day_on_its_own_wall() -> None:
    """Ten to midnight there is not tomorrow here."""
    late = MORNING.replace(hour=23, minute=50)

    assert list(days([summarise(record_of(header(late), whole()))])) == [date(2026, 11, 21)]


def test_eight_weeks_the_same_is_noticed_and_seven_are_not_yet() -> None:
    """A reason to show a therapist."""
    same = [_on(ago) for ago in range(0, 60, 2)]

    assert same_for_weeks(list(reversed(same)), TODAY)
    assert not same_for_weeks(
        [s for s in reversed(same) if s.started > MORNING.replace(day=1)], TODAY
    )
    assert not same_for_weeks([], TODAY)


def test_eight_weeks_with_a_change_are_not_the_same() -> None:
    """Growth beyond the default limit."""
    grown = [_on(ago, affected=6.0 if ago < 20 else 3.0) for ago in range(60, -1, -2)]

    assert not same_for_weeks(grown, TODAY)
