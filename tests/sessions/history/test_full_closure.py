"""What a shut eye reads as: from a check-up, where it can be told."""

import pytest
from msgspec.structs import replace

from sessions.history.full_closure import full_closure_percent, worth_asking
from sessions.history.summary import SessionSummary
from sessions.log.record import AtRestRecord
from sessions.readings import CLEAR_FROM, RestHalf
from tests.sessions.history.test_proposals import session, smile

OPEN = RestHalf(brow_mm=25.0, eye_mm=9.0, corner_mm=-60.0)


def check_up(read_mm: float, counted: int = 3) -> SessionSummary:
    """A check-up in which the better eye, open by 9 mm, closed by so much."""
    closed = replace(smile(measure="eye-closure", counted=counted), unaffected_mm=read_mm)
    rest = AtRestRecord(affected=OPEN, unaffected=OPEN, clear_from=CLEAR_FROM)
    return replace(session(0, smile(), closed), at_rest=rest)


def test_it_is_the_better_eyes_closure_over_its_opening() -> None:
    """Before any calibration: with 80 % known, 9 mm of 9 are 80 % again."""
    assert full_closure_percent(check_up(7.2)) == 80.0
    assert full_closure_percent(replace(check_up(9.0), eye_full_percent=80.0)) == 80.0


@pytest.mark.parametrize(
    "told",
    [
        check_up(7.2, counted=1),
        check_up(4.0),
        check_up(10.5),
        replace(check_up(7.2), at_rest=None),
        session(0, smile()),
    ],
)
def test_what_is_not_sure_calibrates_nothing(told: SessionSummary) -> None:
    """Too few, too small or too large for a full closure, without a rest or an eye."""
    assert full_closure_percent(told) is None


@pytest.mark.parametrize(("known", "asked"), [(None, True), (80.0, False), (60.0, True)])
def test_only_news_are_asked_about(known: float | None, asked: bool) -> None:
    """The first time, and where it has changed by more than its own scatter."""
    assert worth_asking(82.0, known) is asked
