"""The history in plain values: weeks, band, verdict, what is left out."""

from pathlib import Path

from msgspec.structs import replace

from sessions.history.diary import DiaryLine
from sessions.history.index import open_history
from sessions.history.summary import StopSummary
from tests.sessions.log_samples import many, ten_weeks
from tests.tui.people import DAY, MORNING, session
from tui.presenters.history import one_side, sheet, stops_words, subjects


def test_a_large_change_is_named_with_its_limit() -> None:
    """The last week lies above the band, and the sentence says by how much."""
    sessions = ten_weeks(4.0)
    (smile, *_) = subjects(sessions, [])

    shown = sheet(smile, "affected_mm", sessions, [])

    assert shown.verdict.startswith("Larger than in the week of ")
    assert shown.series is not None
    assert shown.series.band is not None
    last = [value for value in shown.series.values if value is not None][-1]
    assert last > shown.series.band[1]


def test_a_small_change_is_about_the_same() -> None:
    """Inside the band, and said so."""
    sessions = ten_weeks(0.0)
    (smile, *_) = subjects(sessions, [])

    shown = sheet(smile, "affected_mm", sessions, [])

    assert shown.verdict.startswith("About the same since ")
    assert shown.series is not None
    assert shown.series.band is not None
    low, high = shown.series.band
    assert all(low <= value <= high for value in shown.series.values if value is not None)


def test_two_practices_say_nothing() -> None:
    """No point, no band, and what is needed."""
    sessions = [session(2 * DAY), session(DAY)]
    (smile, *_) = subjects(sessions, [])

    shown = sheet(smile, "affected_mm", sessions, [])

    assert shown.series is None
    assert "Two weeks with three practices" in shown.verdict


def test_weeks_without_practice_stay_empty(tmp_path: Path) -> None:
    """A gap is drawn as a gap, not left out of the axis."""
    many(tmp_path, 6, until=MORNING)
    many(tmp_path, 6, until=MORNING - 28 * DAY)
    sessions = open_history(tmp_path).summaries
    (smile, *_) = subjects(sessions, [])

    shown = sheet(smile, "affected_mm", sessions, [])

    assert shown.series is not None
    assert len(shown.series.values) == 5
    assert None in shown.series.values[1:-1]


def test_linked_movement_is_shown_where_it_is_watched(tmp_path: Path) -> None:
    """The eye with the mouth, the corner with eye and brow; a snarl, only counted, has no row."""
    many(tmp_path, 1, measures=("pucker", "brow-raise", "snarl"))
    shown = {each.id: each.quantities for each in subjects(open_history(tmp_path).summaries, [])}

    assert "eye_narrowing_percent" in shown["pucker"]
    assert "corner_mm" in shown["brow-raise"]
    assert "eye_narrowing_percent" not in shown["brow-raise"]
    assert "snarl" not in shown


def test_life_lies_on_the_same_weeks() -> None:
    """Weekly answers are a line of their own, without a limit that is not known."""
    lines = [
        DiaryLine(when=MORNING - 7 * DAY, kind="weekly", answers={"drinking": 6}),
        DiaryLine(when=MORNING, kind="weekly", answers={"drinking": 3, "eye": 1}),
    ]
    (life,) = subjects([], lines)

    shown = sheet(life, "drinking", [], lines)

    assert life.quantities == ("eye", "drinking")
    assert shown.series is not None
    assert shown.series.values == (6.0, 3.0)
    assert shown.series.band is None
    assert "no limit is known" in shown.verdict


def test_stops_are_counted_by_reason() -> None:
    """Four weeks, the most frequent first, in plain words."""
    tired = StopSummary("Smile", "fatigue", "drop", "")
    linked = StopSummary("Smile", "synkinesis", "eye", "")
    sessions = [
        session(40 * DAY, stops=(linked, linked, linked)),
        session(3 * DAY, stops=(linked,)),
        session(2 * DAY, stops=(tired,)),
        session(DAY, stops=(tired,)),
    ]

    said = stops_words(sessions, MORNING.date())

    assert said == "Ended early in the last four weeks: tiredness 2, linked movement 1"
    assert stops_words([session(DAY)], MORNING.date()) == ""


def test_sides_are_not_mixed() -> None:
    """Only practices with the affected side of the latest one are compared."""
    sessions = [replace(session(2 * DAY), side="right"), session(DAY)]

    ours, others = one_side(sessions)

    assert ours == sessions[1:]
    assert others == 1
    assert one_side([]) == ([], 0)
