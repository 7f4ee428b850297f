"""Which exercises are shown before they are done."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from sessions.history.new_exercises import to_demonstrate
from sessions.history.summary import summarise
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MORNING, header, plan, step, whole

ROUTINE = plan(step("open-smile"), step("frown"), step("open-smile")).routine
SMILED = summarise(record_of(header(), whole()))
"""A practice that had the open smile in it, this morning."""


def test_who_has_done_nothing_is_shown_each_movement_once() -> None:
    """In the order of the routine."""
    assert to_demonstrate(ROUTINE, [], MORNING.date()) == ("open-smile", "frown")


@pytest.mark.parametrize(("days", "shown"), [(14, ("frown",)), (15, ("open-smile", "frown"))])
def test_known_is_what_was_done_in_two_weeks(days: int, shown: tuple[str, ...]) -> None:
    """A day later it is shown again."""
    today = MORNING.date() + timedelta(days=days)

    assert to_demonstrate(ROUTINE, [SMILED], today) == shown


def test_the_simulated_patient_teaches_nobody() -> None:
    """What he did counts for him alone."""
    watched = replace(SMILED, simulated=True)

    assert "open-smile" in to_demonstrate(ROUTINE, [watched], MORNING.date())
    assert "open-smile" not in to_demonstrate(ROUTINE, [watched], MORNING.date(), simulated=True)
