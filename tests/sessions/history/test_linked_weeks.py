"""Six weeks of each linked pair: both numbers, with their smallest change that can be told."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from routines.movements import WATCHED_WITH, MeasureKey, Watch, is_eye_pair
from sessions.history.linked_trends import LinkedTrend, linked_trends
from sessions.history.summary import SessionSummary, summarise
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from sessions.report.linked import header, linked_changes, rows, with_fingers
from tests.sessions.log_samples import MORNING, kept_rep, step
from tests.sessions.log_samples import header as journal

MONDAY = MORNING - timedelta(days=5)
"""Of the last week."""
MEASURED: dict[Watch, MeasureKey] = {
    "smile-eye": "open-smile",
    "closure-corner": "eye-closure",
    "brow-corner": "brow-raise",
}
ALONG: dict[Watch, tuple[float, ...]] = {
    "smile-eye": (26.0, 24.0, 20.0, 14.0, 11.0, 8.0),
    "closure-corner": (3.4, 3.1, 2.4, 1.4, 1.2, 1.0),
    "brow-corner": (3.9, 3.6, 2.8, 1.8, 1.5, 1.2),
}
"""Points or millimetres, a week each: loud for three weeks, then quiet."""


def one(pair: Watch, week: int, day: int) -> SessionRecord:
    """Three repetitions at half size, of which the other half has its share of nothing."""
    along = ALONG[pair][week] + 0.1 * (day - 1)
    eye = is_eye_pair(pair)
    began = MONDAY + timedelta(weeks=week - 5, days=day)
    made = record_of(
        journal(began, "camera:0", step(MEASURED[pair], reps=3)), [kept_rep(n) for n in (1, 2, 3)]
    )
    (exercise,) = made.exercises
    (found,) = exercise.sets
    reps = tuple(
        replace(
            rep,
            target_percent=50.0,
            affected_percent=50.0,
            eye_narrowing_percent=along if eye else None,
            other_eye_narrowing_percent=0.0 if eye else None,
            corner_mm=None if eye else along,
            other_corner_mm=None if eye else 0.0,
        )
        for rep in found.reps
    )
    sets = (replace(found, reps=reps),)
    return replace(made, known_linked=True, exercises=(replace(exercise, sets=sets),))


def weeks(pair: Watch) -> list[SessionSummary]:
    """Three sessions a week, for six weeks."""
    return [summarise(one(pair, week, day)) for week in range(6) for day in range(3)]


def trend(pair: Watch) -> LinkedTrend:
    """Of the one pair that was read."""
    (found,) = linked_trends(weeks(pair))
    assert found.pair == pair
    return found


@pytest.mark.parametrize("pair", MEASURED)
def test_both_numbers_have_their_weeks_and_their_smallest_change(pair: Watch) -> None:
    """The eye stays open wider or the corner moves less, and the quiet size is larger."""
    found = trend(pair)

    assert [week.median for week in found.quiet.weeks] == [0, 0, 0, 50, 50, 50]
    for each, verdict in (
        (found.kept, "larger" if is_eye_pair(pair) else "smaller"),
        (found.quiet, "larger"),
    ):
        assert len(each.weeks) == 6
        assert each.change is not None
        assert each.change.verdict == verdict
        assert 0 < each.change.detectable < abs(each.change.by)


def test_the_corner_is_told_in_millimetres_and_the_eye_in_percent_of_rest() -> None:
    """What is kept of it, in the unit of its limit."""
    assert [week.median for week in trend("smile-eye").kept.weeks][-1] == pytest.approx(92.0)
    assert [week.median for week in trend("brow-corner").kept.weeks][-1] == pytest.approx(1.2)
    assert trend("smile-eye").kept.quantity == "eye_open_percent"
    assert trend("closure-corner").kept.quantity == "corner_mm"


def test_every_pair_that_is_watched_is_among_them_or_simulated() -> None:
    """Pucker to eye has its six weeks in `test_six_weeks`."""
    assert {*MEASURED, "pucker-eye"} == set(WATCHED_WITH.values())


def test_all_rows_of_the_table_span_the_same_weeks() -> None:
    """A pair that was practised later has dots before."""
    late = [s for s in weeks("smile-eye") if s.started >= MONDAY - timedelta(weeks=3)]
    found = linked_trends([*weeks("brow-corner"), *late])
    table = rows(found)

    assert {len(cells.split()) for _, cells, _ in table} == {6}
    assert {cells.split()[:2] == [".", "."] for name, cells, _ in table if "smile" in name} == {
        True
    }
    assert header(found)[1] == "Weeks 12 Oct to 16 Nov, oldest first"


def test_a_line_for_each_change_and_for_fingers() -> None:
    """As `history` prints them, and as the report does."""
    along, quiet = linked_changes([trend("brow-corner")])

    assert along.startswith("Mouth corner, in brow raising, along: smaller (-2.7 mm; under ")
    assert quiet.startswith("Mouth corner, in brow raising, quiet size: larger (+50 %; under ")
    assert with_fingers(0) == ()
    assert with_fingers(2)[0].endswith("2 sets.")
