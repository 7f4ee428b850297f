"""Where no air may be held or puffed, because of what was operated or what was not said of it."""

import pytest

from sessions.care.access import holds_no_air, may_be_operated
from sessions.care.settings import Cause, Operated, Settings
from tests.sessions.care.test_access import answered

WAITS = ("operated",)
"""What was operated was left for later."""


def of(cause: Cause | None, *operated: Operated, waits: tuple[str, ...] = ()) -> Settings:
    """A person with this cause who was operated there."""
    return answered(cause=cause, operated=operated, still_to_ask=waits)


@pytest.mark.parametrize(
    ("cause", "may"),
    [
        ("surgery", True),
        ("injury", True),
        ("growth", True),
        ("other", True),
        ("bells", False),
        ("ramsay-hunt", False),
        ("born-with", False),
        (None, False),
    ],
)
def test_a_cause_speaks_of_an_operation_or_a_tick_does(cause: Cause | None, may: bool) -> None:
    """A graft or an operation that was ticked does so whatever the cause."""
    assert may_be_operated(answered(cause=cause)) == may
    assert may_be_operated(answered(cause=cause, not_for=("graft-or-surgery",)))
    assert may_be_operated(answered(cause=cause, not_for=("botulinum",))) == may


@pytest.mark.parametrize("part", ["ear", "skull-base"])
def test_ear_and_base_of_the_skull_hold_no_air(part: Operated) -> None:
    """Once it was said, also before the questions are finished; a face may be puffed."""
    assert holds_no_air(of("growth", part))
    assert holds_no_air(of("growth", "face", part))
    assert holds_no_air(answered(finished_on=None, operated=(part,)))
    assert not holds_no_air(of("growth", "face"))
    assert not holds_no_air(of("growth"))


def test_a_cause_that_was_not_said_holds_no_air_after_the_first_run() -> None:
    """Before it nothing is open anyway."""
    assert holds_no_air(of(None))
    assert not holds_no_air(answered(cause=None, finished_on=None))
    assert not holds_no_air(of("bells"))


def test_what_was_operated_is_waited_for_where_something_may_have_been() -> None:
    """A palsy that came by itself waits for no such answer."""
    assert holds_no_air(of("growth", waits=WAITS))
    assert holds_no_air(answered(cause="bells", not_for=("graft-or-surgery",), still_to_ask=WAITS))
    assert not holds_no_air(of("bells", waits=WAITS))
    assert not holds_no_air(of("growth", waits=("tension",)))
