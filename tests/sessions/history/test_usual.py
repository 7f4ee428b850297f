"""The usual size: from enough recent sessions of the same side, real or simulated apart."""

from datetime import timedelta
from pathlib import Path

from sessions.history.index import open_history
from sessions.history.usual import usual_references
from tests.sessions.log_samples import MORNING, many

TODAY = MORNING.date()


def test_the_median_of_recent_sessions_is_the_usual_size(tmp_path: Path) -> None:
    """One for each measure."""
    many(tmp_path, 6, growth_mm=0.0)
    found = usual_references(open_history(tmp_path).summaries, "left", TODAY)

    assert sorted(found) == ["brow-raise", "open-smile", "pucker"]
    assert abs(found["open-smile"].affected_mm - 3.0) < 0.5
    assert abs(found["open-smile"].unaffected_mm - 8.0) < 0.5
    assert found["open-smile"].origin == "usual"


def test_two_sessions_the_other_side_or_long_ago_say_nothing(tmp_path: Path) -> None:
    """Better no reference than a wrong one."""
    many(tmp_path, 2)
    two = open_history(tmp_path).summaries
    many(tmp_path, 6, seed=3)
    six = open_history(tmp_path).summaries

    assert usual_references(two, "left", TODAY) == {}
    assert usual_references(six, "right", TODAY) == {}
    assert usual_references(six, "left", TODAY + timedelta(days=90)) == {}
    assert usual_references(six, "left", TODAY, simulated=True) == {}


def test_the_own_scatter_is_known_after_five_sessions(tmp_path: Path) -> None:
    """Four are too few; then it is the scatter from repetition to repetition."""
    many(tmp_path, 6, growth_mm=0.0)
    six = open_history(tmp_path).summaries
    spread = usual_references(six, "left", TODAY)["open-smile"].affected_spread_mm

    assert usual_references(six[:4], "left", TODAY)["open-smile"].affected_spread_mm is None
    assert spread is not None
    assert 0 < spread < 1
