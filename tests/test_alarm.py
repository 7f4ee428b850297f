"""A test that hangs fails by itself; one in time is left alone."""

import asyncio
import select
import signal
import time
from collections.abc import Callable

import pytest

from tests.alarm import Hung, within_reason

QUIET_S = 0.01

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarms here")


def _waits() -> None:
    select.select([], [], [], 1000.0)


def _is_busy() -> None:
    while True:
        pass


def _swallows() -> None:
    try:
        time.sleep(1000.0)
    except BaseException:
        return


def _swallows_and_hangs_again() -> None:
    _swallows()
    _swallows()


@pytest.mark.parametrize("hang", [_waits, _is_busy, _swallows, _swallows_and_hangs_again])
def test_what_hangs_is_interrupted(hang: Callable[[], None]) -> None:
    """In a wait, in a loop, and where the alarm is swallowed."""
    with pytest.raises(Hung, match="hung for"), within_reason(QUIET_S):
        hang()


def test_tasks_of_an_event_loop_are_named() -> None:
    """The main thread only says `select`. The loop is closed when no alarm can ring any more."""

    async def waits_for_nobody() -> None:
        await asyncio.Event().wait()

    hung = pytest.raises(Hung, match="waits_for_nobody")
    with asyncio.Runner() as runner, hung, within_reason(QUIET_S):
        runner.run(waits_for_nobody())


def test_what_is_in_time_goes_on() -> None:
    """The alarm that was set before is set again."""
    before = signal.getitimer(signal.ITIMER_REAL)
    handler = signal.getsignal(signal.SIGALRM)
    with within_reason(1000.0):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > before[0]
    assert signal.getitimer(signal.ITIMER_REAL)[1] == before[1]
    assert signal.getsignal(signal.SIGALRM) is handler
