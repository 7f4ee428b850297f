"""Newer readings replace older ones; results never do; nothing grows without bound."""

import asyncio

import pytest

from sessions.camera.mailbox import FLOOD_PER_S, HELD, Flooded, Mailbox
from sessions.messages import FromWorker, Hello, Picture, RestRefused, Stepped
from sessions.readings import Reading
from tests.patience import patience

PICTURE = Picture(width=1, height=1, rgb=b"abc")
REFUSED = RestRefused(reason="moving")


def hello(*, live: bool) -> Hello:
    """A greeting that says whether readings may be replaced."""
    return Hello(
        wire=1,
        program="",
        mediapipe="",
        model_sha256="",
        source="camera",
        width=1,
        height=1,
        fps=0.0,
        live=live,
        network_banned=True,
    )


def reading(n: int) -> Reading:
    """Frame `n`."""
    return Reading(n=n, t_s=float(n))


async def emptied(mailbox: Mailbox) -> list[FromWorker]:
    """All that is in it, which ends its use."""
    await mailbox.shut()
    messages: list[FromWorker] = []
    while (message := await mailbox.take()) is not None:
        messages.append(message)
    return messages


async def test_live_readings_collapse_to_the_newest_and_results_keep_their_place() -> None:
    """A slow consumer finds every result and one fresh reading."""
    mailbox = Mailbox()
    for message in (hello(live=True), reading(1), REFUSED, reading(2), PICTURE, PICTURE, REFUSED):
        await mailbox.put(message)
    await mailbox.put(reading(3))

    assert await emptied(mailbox) == [hello(live=True), REFUSED, PICTURE, REFUSED, reading(3)]


async def test_in_lockstep_nothing_is_replaced() -> None:
    """The simulator's and a recording's readings all arrive, in order."""
    mailbox = Mailbox()
    sent = [hello(live=False), *map(reading, range(100)), Stepped(until_s=1.0)]
    for message in sent:
        await mailbox.put(message)

    assert await emptied(mailbox) == sent


async def test_in_lockstep_a_full_mailbox_makes_the_worker_wait() -> None:
    """Nothing is dropped and nothing grows: the putting side waits for the taking side."""
    mailbox = Mailbox()
    for n in range(HELD):
        await mailbox.put(reading(n))
    waiting = asyncio.create_task(mailbox.put(reading(HELD)))
    await asyncio.sleep(0)

    assert not waiting.done()
    assert await mailbox.take() == reading(0)
    await asyncio.wait_for(waiting, patience(0.5))
    assert len(await emptied(mailbox)) == HELD


async def test_a_flood_is_an_error() -> None:
    """More than any camera can cause in a second."""
    mailbox = Mailbox()
    await mailbox.put(hello(live=True))
    for n in range(FLOOD_PER_S - 1):
        await mailbox.put(reading(n))

    with pytest.raises(Flooded):
        await mailbox.put(reading(FLOOD_PER_S))


async def test_putting_into_a_shut_mailbox_neither_waits_nor_keeps() -> None:
    """Draining a worker that is being ended costs nothing."""
    mailbox = Mailbox()
    for n in range(HELD):
        await mailbox.put(reading(n))
    waiting = asyncio.create_task(mailbox.put(reading(HELD)))
    await asyncio.sleep(0)
    await mailbox.shut()
    await asyncio.wait_for(waiting, patience(0.5))

    assert len(await emptied(mailbox)) == HELD
