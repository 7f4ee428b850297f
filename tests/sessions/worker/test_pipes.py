"""The worker's outgoing pipe when the session does not read: fresh numbers, bounded memory."""

import os
import threading
from collections.abc import Iterator

import pytest

from sessions.camera import wire
from sessions.messages import Ended, FromWorker, RestRefused, RestTaken
from sessions.readings import Reading
from sessions.worker.pipes import HELD, Outbox
from tests.sessions.made_reps import STILL

REFUSED = RestRefused(reason="moving")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Reading end, writing end."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def _read_to_end(descriptor: int) -> list[FromWorker]:
    """Everything up to `Ended`."""
    decoder = wire.from_worker()
    messages: list[FromWorker] = []
    while not (messages and isinstance(messages[-1], Ended)):
        messages += decoder.feed(os.read(descriptor, 65536))
    return messages


def test_a_session_that_was_suspended_comes_back_to_the_newest_reading(
    pipe: tuple[int, int],
) -> None:
    """The pipe fills with old readings; behind it waits one, the newest, and every result."""
    reading, writing = pipe
    outbox = Outbox(writing)
    outbox.lossy = True
    for n in range(20_000):
        outbox.put(Reading(n=n, t_s=float(n)))
    outbox.put(REFUSED)
    outbox.put(Reading(n=20_000, t_s=20_000.0))
    outbox.put(Ended(frames=1))
    messages = _read_to_end(reading)
    numbers = [message.n for message in messages if isinstance(message, Reading)]

    assert len(numbers) < 5_000
    assert numbers == sorted(numbers)
    assert messages[-3:] == [REFUSED, Reading(n=20_000, t_s=20_000.0), Ended(frames=1)]


def test_where_nothing_may_be_lost_the_measuring_waits(pipe: tuple[int, int]) -> None:
    """A recording's readings all arrive, in order, however slow the session."""
    reading, writing = pipe
    outbox = Outbox(writing)

    def measure() -> None:
        for n in range(5_000):
            outbox.put(Reading(n=n, t_s=float(n)))
        outbox.put(Ended(frames=5_000))

    measuring = threading.Thread(target=measure, daemon=True)
    measuring.start()
    messages = _read_to_end(reading)

    assert HELD < 5_000
    assert [m.n for m in messages if isinstance(m, Reading)] == list(range(5_000))


def test_flushing_waits_only_so_long(pipe: tuple[int, int]) -> None:
    """A session that never reads does not keep a worker from ending."""
    reading, writing = pipe
    outbox = Outbox(writing)
    rest = RestTaken(
        calibration=bytes(1_000_000),  # more than a pipe holds
        begin_s=0.0,
        end_s=1.0,
        short=False,
        left=STILL,
        right=STILL,
        mm_per_px=0.6,
    )
    outbox.put(rest)

    assert not outbox.flush(0.01)
    decoder, messages = wire.from_worker(), list[FromWorker]()
    while not messages:
        messages += decoder.feed(os.read(reading, 65536))
    assert messages == [rest]
