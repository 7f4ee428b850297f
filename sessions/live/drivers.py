"""Two ways of keeping a session's time.

`live` is for cameras and recordings played in real time: the session lives on the clock, takes
the newest reading, and is told the time ten times a second and at the very end of each phase, so
that no cue is late. `lockstep` is for the simulated patient: the session's time is the
simulation's, every reading is heard, and the clock only decides how fast both may go.
"""

import asyncio
from collections.abc import AsyncIterator

from routines.errors import Trouble
from sessions.camera.supervised_link import LinkLost
from sessions.decisions.rounding import rounded
from sessions.engine.interface.events import Began, CameraBack, CameraLost, SourceEnded, Ticked
from sessions.live.interfaces import Driven, FromCamera
from sessions.messages import Stepped, StepTo
from sessions.readings import Reading

TICK_S = 0.1
FRAMES_PER_S = 30.0
BATCH = 5
"""Simulated readings asked for at a time."""
FINE_S = 0.01
"""Waits shorter than this are saved up; a screen cannot show them."""
TRY_AGAIN_S = 4.0
"""From one try to open a camera to the next, as the camera link waits."""
BEHIND_S = 0.5
"""A simulation that has fallen behind the clock by this much does not rush to catch up."""


def standing_still() -> float:
    """The session's time before it has begun."""
    return 0.0


async def live(conductor: Driven) -> None:
    """Drive the session by the clock until it is over or the camera is gone for good."""
    clock = conductor.clock
    begun = clock.now()
    conductor.now = lambda: round(clock.now() - begun, 3)
    conductor.feed(Began(0.0, conductor.request.attended))
    following = asyncio.create_task(_follow(conductor), name="camera")
    try:
        while not conductor.finished.is_set():
            if following.done():
                following.result()
            await conductor.flush()
            now = conductor.now()
            ends = conductor.engine.ends_s
            until = now + TICK_S if ends is None or ends <= now else min(ends, now + TICK_S)
            await clock.sleep_until(begun + until)
            conductor.feed(Ticked(_now(conductor)))
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def _follow(conductor: Driven) -> None:
    if not conductor.needs_camera:
        return
    if conductor.measures:
        await _open_in_time(conductor)
    elif not await _opened_to_look(conductor):
        return
    async for message in conductor.camera:
        conductor.take(_on_grid(message), _now(conductor))


async def _opened_to_look(conductor: Driven) -> bool:
    """Open the camera where nothing is measured; without it the session goes on all the same."""
    try:
        await conductor.open_camera()
    except Trouble as trouble:
        conductor.notes.append(trouble.sentence)
        conductor.take(LinkLost(sentence=trouble.sentence), _now(conductor))
        return False
    return True


async def _open_in_time(conductor: Driven) -> None:
    """Open the camera. Where it cannot be and somebody is there to answer, the session stands in a
    pause that offers the clock, and the camera is tried again until it is there."""
    lost = False
    while True:
        try:
            await conductor.open_camera()
            break
        except Trouble as trouble:
            if not conductor.answered or trouble.kind != "camera":
                raise
            lost = True
            conductor.feed(CameraLost(_now(conductor), trouble.sentence))
        clock = conductor.clock
        again = clock.now() + TRY_AGAIN_S
        while clock.now() < again or conductor.engine.by_clock:
            await clock.sleep_until(clock.now() + TICK_S)
    if lost:
        conductor.feed(CameraBack(_now(conductor)))


def _now(conductor: Driven) -> float:
    return max(conductor.engine.at_s, conductor.now())


async def lockstep(conductor: Driven) -> None:
    """Drive session and simulation together, `speed` times as fast as the clock at the most."""
    clock, speed = conductor.clock, conductor.request.speed
    conductor.feed(Began(0.0, conductor.request.attended))
    conductor.now = lambda: conductor.engine.at_s
    await conductor.open_camera()
    messages = aiter(conductor.camera)
    begun = clock.now()
    frames = 0
    while not conductor.finished.is_set():
        frames += BATCH
        until_s = round(frames / FRAMES_PER_S, 3)
        await conductor.flush()
        begun = max(begun, clock.now() - BEHIND_S - conductor.engine.at_s / speed)
        await conductor.camera.send(StepTo(until_s=until_s, heard=conductor.take_heard()))
        await _one_step(conductor, messages, until_s, begun)


async def _one_step(
    conductor: Driven, messages: AsyncIterator[FromCamera], until_s: float, begun: float
) -> None:
    """Hear all that the simulation says up to `until_s`, each reading at its time."""
    clock, speed, engine = conductor.clock, conductor.request.speed, conductor.engine
    async for message in messages:
        message = _on_grid(message)
        at_s = engine.at_s
        if isinstance(message, Stepped):
            at_s = max(at_s, until_s)
        elif isinstance(message, Reading):
            if message.t_s < at_s:
                continue
            at_s = message.t_s
        due = begun + at_s / speed
        if due - clock.now() > FINE_S:
            await clock.sleep_until(due)
        at_s = max(at_s, engine.at_s)
        while engine.ends_s is not None and engine.at_s < engine.ends_s <= at_s:
            conductor.feed(Ticked(engine.ends_s))
        conductor.take(message, at_s)
        if isinstance(message, Stepped):
            conductor.feed(Ticked(at_s))
            return
    conductor.feed(SourceEnded(engine.at_s))


def _on_grid(message: FromCamera) -> FromCamera:
    """Readings in the steps in which they are kept; anything else as it is."""
    return rounded(message) if isinstance(message, Reading) else message
