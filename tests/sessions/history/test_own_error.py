"""The error of measuring on one's own face: kept privately, and used only where it is the worse."""

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from sessions.history.at_rest import SAME, in_words, weeks_at_rest
from sessions.history.clear_change import changes, largest
from sessions.history.eye_gaps import eye_trend, eye_weeks, latest_gap, weak_eye_in_words
from sessions.history.eye_gaps import in_words as in_words_of_eye
from sessions.history.own_error import (
    FILE_NAME,
    MovementError,
    OwnError,
    keep_own_error,
    own_error_if_readable,
    read_own_error,
)
from sessions.history.summary import summarise
from sessions.history.weeks import trend
from sessions.log.record import AtRestRecord
from sessions.readings import CLEAR_FROM, RestHalf
from sessions.report.collect import collect
from sessions.report.text import report_text
from tests.sessions.eye_closures import closing
from tests.sessions.eye_closures import weeks as closing_weeks
from tests.sessions.history.test_clear_change import TODAY, weeks
from tests.sessions.log_samples import MORNING, many
from tests.tui.people import DAY, session

SMILE = MovementError(measure="open-smile", still_mm=1.0, full_mm=7.8, quarter=0.55, half=0.5)
EYE = MovementError(measure="eye-closure", still_mm=0.5, full_mm=10.0, quarter=0.2, half=0.6)
OWN = OwnError(on=date(2026, 11, 20), corner_rest_mm=1.0, movement=(SMILE, EYE))


def test_the_numbers_that_follow_from_it() -> None:
    """1.96 x root two x what a still face reads; the worst share; nothing of what was not found."""
    assert OWN.change_mm("open-smile") == pytest.approx(2.77, abs=0.005)
    assert OWN.change_mm("closed-smile") == OWN.change_mm("open-smile")
    assert OWN.share_points("open-smile") == pytest.approx(30.0)
    assert OWN.eye_points() == pytest.approx(13.86, abs=0.01)
    assert OWN.rest_mm() == pytest.approx(1.96)
    assert (OWN.change_mm("snarl"), OWN.share_points("snarl"), OWN.change_mm(None)) == (0, 0, 0)
    assert OwnError(on=OWN.on).eye_points() == 0


def test_it_is_kept_privately_and_the_newest_counts(tmp_path: Path) -> None:
    """0600, and the same when it is read again."""
    assert read_own_error(tmp_path) is None
    keep_own_error(tmp_path, replace(OWN, on=date(2026, 1, 1)))
    keep_own_error(tmp_path, OWN)

    assert read_own_error(tmp_path) == OWN
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("line", ["still_mm = nan", "still_mm = -1.0", 'measure = "nose"'])
def test_a_damaged_file_is_named_and_nothing_rests_on_it(tmp_path: Path, line: str) -> None:
    """The limits of everybody hold then."""
    keep_own_error(tmp_path, OWN)
    path = tmp_path / FILE_NAME
    key = line.partition(" ")[0]
    path.write_text(re.sub(rf"{key} = [^,\s}}]+", line, path.read_text()))

    with pytest.raises(Trouble, match=FILE_NAME):
        read_own_error(tmp_path)
    found, said = own_error_if_readable(tmp_path)
    assert found is None
    assert FILE_NAME in said


def test_a_change_within_the_own_error_is_not_named() -> None:
    """2 mm more are a clear change, and not on a face that is read to 2.8 mm."""
    grown = weeks((4.0, 6.0), (4.0, 6.0), (6.0, 6.0))
    name = grown[0].exercises[0].id
    usual = trend(grown, name, "affected_mm").change
    own = trend(grown, name, "affected_mm", OWN).change

    assert usual is not None
    assert own is not None
    assert (usual.verdict, own.verdict) == ("larger", "about the same")
    assert (own.detectable, own.own) == (OWN.change_mm("open-smile"), True)
    assert largest(changes(grown, TODAY)) is not None
    assert largest(changes(grown, TODAY, OWN)) is None


def test_a_better_own_error_lowers_nothing() -> None:
    """One picture is a lower bound of what a face is read to."""
    small = OwnError(on=OWN.on, movement=(replace(SMILE, still_mm=0.01, quarter=0.25),))
    grown = weeks((4.0, 6.0), (4.0, 6.0), (6.0, 6.0))
    name = grown[0].exercises[0].id

    for quantity in ("affected_mm", "symmetry_percent", "eye_narrowing_percent"):
        assert trend(grown, name, quantity, small) == trend(grown, name, quantity)


def test_the_gap_of_an_eye_is_told_by_the_own_error_where_that_is_worse() -> None:
    """Half a closure read as 0.6 and a still eye by 0.5 mm widen its range; by more, nothing may be
    said. What the camera surely saw open stays, and so does what was read well."""
    record = closing(4.0)
    (usual,) = eye_weeks([summarise(record)])
    (own,) = eye_weeks([summarise(record)], OWN)
    before, after = usual.found.affected, own.found.affected

    assert before is not None
    assert after is not None
    assert (after.mm, after.low_mm < before.low_mm, after.high_mm > before.high_mm) == (4, 1, 1)
    assert weak_eye_in_words(record.exercises[0], OWN) == in_words_of_eye(after)
    bad = OwnError(on=OWN.on, movement=(replace(EYE, still_mm=2.0, half=0.9),))
    assert weak_eye_in_words(record.exercises[0], bad) == ""
    assert eye_weeks([summarise(record)], bad) == []
    good = OwnError(on=OWN.on, movement=(replace(EYE, still_mm=0.01, quarter=0.25, half=0.5),))
    assert eye_weeks([summarise(record)], good) == [usual]
    assert latest_gap([summarise(record)]) == before


def test_a_change_of_the_gap_within_the_own_error_is_not_named() -> None:
    """3 mm are, and not where a still eye reads more than a millimetre."""
    smaller = [summarise(each) for each in closing_weeks(1.0, 2.0, 4.0)]
    bad = OwnError(on=OWN.on, movement=(replace(EYE, still_mm=1.2),))
    usual, own = eye_trend(smaller).change, eye_trend(smaller, bad).change

    assert usual is not None
    assert own is not None
    assert (usual.verdict, own.verdict) == ("smaller", "about the same")


def test_the_corner_at_rest_is_clear_beyond_the_own_error_only() -> None:
    """1.5 mm lower is told, and not where rest is read to 2 mm."""
    half = RestHalf(brow_mm=20.0, eye_mm=10.0, corner_mm=-40.0)
    found = AtRestRecord(
        affected=replace(half, corner_mm=-41.5), unaffected=half, clear_from=CLEAR_FROM, sure=True
    )
    rested = [replace(session(DAY), at_rest=found)]
    (usual,), (own,) = weeks_at_rest(rested), weeks_at_rest(rested, OWN)

    assert in_words(usual.found, "corner").endswith("lower")
    assert in_words(own.found, "corner") == SAME


def test_a_report_goes_by_it_and_says_so(tmp_path: Path) -> None:
    """The share with its own error, a sentence in the small print; a damaged file is left out."""
    many(tmp_path, 30)
    keep_own_error(tmp_path, OWN)
    report = collect(tmp_path, MORNING.date())
    said = " ".join(report_text(report).split())

    assert "(±30)" in report.movements[0].share
    assert "(±20)" in report.movements[1].share
    assert "Self-test on this face, 20 Nov 2026:" in said
    assert "2.8 mm (open-smile)" in said
    (tmp_path / FILE_NAME).write_text("schema = ")
    again = collect(tmp_path, MORNING.date())
    assert "(±20)" in again.movements[0].share
    assert any(FILE_NAME in line for line in again.left_out)
