"""Weekly medians fool nobody: too few sessions say nothing, own scatter is respected."""

import random
from datetime import date, timedelta

import msgspec
import pytest

from sessions.history.summary import SessionSummary, summarise
from sessions.history.weeks import (
    FEWEST_FREE,
    Quantity,
    monday_of,
    own_scatter,
    t_quantile,
    trend,
)
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, kept_rep


def _session(day: int, value: float, quantity: Quantity = "affected_mm") -> SessionSummary:
    """A session so many days after Monday, 7 September 2026."""
    started = MORNING.replace(month=9, day=7) + timedelta(days=day)
    summary = summarise(record_of(header(started), [kept_rep(1)]))
    smile = msgspec.structs.replace(summary.exercises[0], **{quantity: value})
    return msgspec.structs.replace(summary, exercises=(smile, *summary.exercises[1:]))


def _weeks(
    levels: list[float], noise: float, quantity: Quantity = "affected_mm", seed: int = 1
) -> list[SessionSummary]:
    chance = random.Random(seed)
    return [
        _session(7 * week + day, level + chance.gauss(0, noise), quantity)
        for week, level in enumerate(levels)
        for day in (0, 1, 3, 5)
    ]


def test_a_week_of_two_sessions_has_no_median() -> None:
    """Three are needed."""
    sessions = [_session(0, 3.0), _session(2, 5.0), *(_session(7 + d, 4.0) for d in range(3))]
    first, second = trend(sessions, "open-smile", "affected_mm").weeks

    assert (first.sessions, first.median) == (2, None)
    assert (second.sessions, second.median) == (3, 4.0)
    assert first.monday == date(2026, 9, 7)


def test_one_week_is_no_trend() -> None:
    """Nothing is said of today beside yesterday."""
    sessions = [_session(day, 3.0 + day) for day in range(5)]

    assert trend(sessions, "open-smile", "affected_mm").change is None


def test_until_own_error_is_known_the_default_holds() -> None:
    """1.5 mm or 20 %, whichever is larger."""
    few = [*(_session(d, 4.0) for d in range(3)), *(_session(7 + d, 5.4) for d in range(3))]
    change = trend(few, "open-smile", "affected_mm").change

    assert change is not None
    assert (change.own, change.detectable, change.verdict) == (False, 1.5, "about the same")
    large = [*(_session(d, 10.0) for d in range(3)), *(_session(7 + d, 11.9) for d in range(3))]
    change = trend(large, "open-smile", "affected_mm").change
    assert change is not None
    assert (change.detectable, change.verdict) == (2.0, "about the same")


def test_a_steady_person_is_told_of_a_change_beyond_one_pixel() -> None:
    """Own error is small, so the floor decides."""
    change = trend(_weeks([3.0, 3.4, 3.8, 4.3], 0.1), "open-smile", "affected_mm").change

    assert change is not None
    assert (change.own, change.detectable, change.verdict) == (True, 1.0, "larger")
    assert change.by == pytest.approx(1.3, abs=0.2)


def test_a_scattered_person_is_not_told_of_what_may_be_chance() -> None:
    """The same change within large scatter is about the same."""
    change = trend(_weeks([3.0, 3.4, 3.8, 4.3], 1.5), "open-smile", "affected_mm").change

    assert change is not None
    assert change.own
    assert change.detectable > 2.0
    assert change.verdict == "about the same"


def test_chance_alone_is_rarely_called_a_change() -> None:
    """Of 200 people without any change fewer than one in twelve is told of one."""
    called = 0
    for seed in range(200):
        change = trend(_weeks([6.0] * 4, 2.0, seed=seed), "open-smile", "affected_mm").change
        assert change is not None
        called += change.verdict != "about the same"

    assert called < 200 / 12


def test_slow_growth_is_not_taken_for_scatter() -> None:
    """Scatter is about each week's own mean."""
    steep = [[0.0, 0.1, 0.2], [5.0, 5.1, 5.2], [10.0, 10.1, 10.2]]

    scatter, free = own_scatter(steep)

    assert free == FEWEST_FREE
    assert scatter == pytest.approx(0.1)


def test_symmetry_moves_by_twenty_points_or_not_at_all() -> None:
    """However steady: the ratio itself is known to about 0.2."""
    small = trend(_weeks([50, 65], 0.5, "symmetry_percent"), "open-smile", "symmetry_percent")
    large = trend(_weeks([50, 55, 75], 0.5, "symmetry_percent"), "open-smile", "symmetry_percent")

    assert small.change is not None
    assert large.change is not None
    assert small.change.verdict == "about the same"
    assert large.change.verdict == "larger"


def test_weeks_begin_on_monday() -> None:
    """Also across the turn of the year."""
    assert monday_of(date(2027, 1, 1)) == date(2026, 12, 28)
    assert monday_of(date(2026, 9, 7)) == date(2026, 9, 7)


@pytest.mark.parametrize(("free", "table"), [(6, 2.447), (10, 2.228), (30, 2.042), (1000, 1.962)])
def test_students_t_agrees_with_the_tables(free: int, table: float) -> None:
    """To half a percent."""
    assert t_quantile(free) == pytest.approx(table, rel=0.005)
