"""The largest clear change of the last weeks: named where it can be told, and nothing else."""

from datetime import date, timedelta

from msgspec.structs import replace

from sessions.history.clear_change import changes, larger, largest
from sessions.history.summary import SessionSummary
from tests.tui.people import DAY, MORNING, session

TODAY = MORNING.date()


def weeks(*sizes: tuple[float, float]) -> list[SessionSummary]:
    """Three sessions in each of so many weeks; sizes of the weak side in two exercises, mm."""
    found: list[SessionSummary] = []
    for week, (smile, pucker) in enumerate(sizes):
        for day in range(3):
            ago = (len(sizes) - 1 - week) * 7 + 2 - day
            made = session(ago * DAY)
            (first, *_) = made.exercises
            shown = (
                replace(first, id="open-smile", name="Smile", affected_mm=smile),
                replace(first, id="pucker", name="Pucker", affected_mm=pucker),
            )
            found.append(replace(made, exercises=shown))
    return found


def test_the_largest_is_named_for_better_or_worse() -> None:
    """And the largest gain by itself."""
    found = changes(weeks((4.0, 6.0), (4.0, 6.0), (6.0, 3.0)), TODAY)
    worst, best = largest(found), larger(found)

    assert worst is not None
    assert (worst.name, worst.change.verdict, worst.change.by) == ("Pucker", "smaller", -3.0)
    assert best is not None
    assert (best.name, best.change.by) == ("Smile", 2.0)


def test_what_cannot_be_told_is_no_change() -> None:
    """Under the smallest change that can be told; with too few sessions nothing is known."""
    same = changes(weeks((4.0, 6.0), (4.8, 6.4)), TODAY)

    assert same
    assert largest(same) is None
    assert changes(weeks((4.0, 6.0)), TODAY) == []


def test_what_changed_long_ago_is_not_told_again() -> None:
    """The later week is one of the last four before this one."""
    made = weeks((4.0, 6.0), (7.0, 6.0))
    later = TODAY + timedelta(weeks=5)

    assert largest(changes(made, date(2026, 11, 21))) is not None
    assert changes(made, later) == []
