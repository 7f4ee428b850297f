"""The clock that tests move."""

import asyncio

from sessions.live.clock import ManualClock, MonotonicClock


async def test_a_manual_clock_sleeps_in_no_time() -> None:
    """While it runs freely an hour takes a moment."""
    clock = ManualClock()
    clock.run()
    await clock.sleep_until(3600.0)

    assert clock.now() == 3600.0


async def test_it_stands_still_once_the_condition_holds() -> None:
    """Sleepers wait until it is let run again."""
    clock = ManualClock()

    async def tick() -> None:
        while True:
            await clock.sleep_until(clock.now() + 1.0)

    ticking = asyncio.create_task(tick())
    await clock.run_until(lambda: clock.now() >= 5.0)
    stood = clock.now()
    await asyncio.sleep(0)
    ticking.cancel()

    assert stood == clock.now() == 5.0


async def test_the_real_clock_does_not_wait_for_the_past() -> None:
    """A moment that has gone by returns at once, and never runs backwards."""
    clock = MonotonicClock()
    before = clock.now()
    await clock.sleep_until(before - 100.0)

    assert clock.now() >= before
