"""The camera process killed, stopped, flooding, talking nonsense: the session goes on."""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import pytest

from sessions.camera.link import Link
from sessions.camera.supervised_link import LinkBack, LinkLost, SteadyLink
from sessions.messages import (
    WIRE_VERSION,
    FromWorker,
    Heard,
    Open,
    RestTaken,
    Stepped,
    StepTo,
    TakeRest,
)
from sessions.readings import Reading
from tests.faults.rogue_worker import LATE_S
from tests.faults.watching import HERE, Seen, Watched, faulty, kill, stop, watch
from tests.patience import patience, slowness


class Survived(NamedTuple):
    """What the session saw while one camera process after another was lost."""

    resting: list[Seen]
    """Stopped when a rest had been asked for, and killed."""
    away: list[Seen]
    """Killed, and a rest asked for all along."""
    killed: Watched
    """While measuring."""
    stopped: Watched
    """While measuring."""


@pytest.fixture(scope="module")
def survived() -> Survived:
    """Five processes, four of which are lost."""
    return asyncio.run(_lose_four())


async def _lose_four() -> Survived:
    link = faulty("none")
    await link.start(Open(wire=WIRE_VERSION, source="camera", model=""))
    seen, messages = Survived([], [], Watched(seen=[]), Watched(seen=[])), aiter(link)

    async def on(until: Callable[[Seen], bool], into: list[Seen] | None = None) -> None:
        async with asyncio.timeout(patience(10.0)):
            async for message in messages:
                if into is not None:
                    into.append(message)
                if until(message):
                    break

    async def lost(watched: Watched, how: Callable[[int], None]) -> None:
        await on(_measured)
        began = time.monotonic()
        how(_pid(link))
        async with asyncio.timeout(patience(10.0)):
            async for message in messages:
                watched.seen.append((time.monotonic() - began, message))
                if watched.back:
                    break

    stop(_pid(link))
    await link.send(TakeRest(seconds=1.0))
    kill(_pid(link))
    await on(_rested, seen.resting)

    kill(_pid(link))
    await on(_lost)
    asked = asyncio.create_task(_ask_all_along(link))
    await on(_rested, seen.away)
    asked.cancel()

    await lost(seen.killed, kill)
    await lost(seen.stopped, stop)
    await link.close()
    return seen


def _pid(link: SteadyLink) -> int:
    assert link.pid is not None
    return link.pid


def _measured(message: Seen) -> bool:
    return isinstance(message, Reading) and message.left is not None


def _rested(message: Seen) -> bool:
    return isinstance(message, RestTaken)


def _lost(message: Seen) -> bool:
    return isinstance(message, LinkLost)


async def _ask_all_along(link: SteadyLink) -> None:
    """Above all in the few turns of the loop between the start of the next worker and the first
    word to it."""
    gone, turns_since = link.pid, 0
    while True:
        await link.send(TakeRest(seconds=2.0))
        turns_since += link.pid not in (gone, None)
        await asyncio.sleep(0 if turns_since < 100 else 0.01)


def test_killed_while_measuring_it_comes_back_calibrated(survived: Survived) -> None:
    """SIGKILL: told at once, measures again within seconds, no new rest."""
    watched = survived.killed
    lost_s = watched.first(LinkLost)

    assert lost_s is not None
    assert lost_s < 0.5
    assert watched.back
    assert not any(isinstance(message, RestTaken) for message in watched.messages)


def test_stopped_it_is_replaced_within_two_seconds(survived: Survived) -> None:
    """SIGSTOP: silence is noticed, the process is ended and another one goes on."""
    watched = survived.stopped
    lost_s = watched.first(LinkLost)

    assert lost_s is not None
    assert lost_s < 2.2 * slowness()
    assert watched.back


def test_killed_while_taking_rest_rest_is_asked_for_again(survived: Survived) -> None:
    """The question that was not answered is put to the next worker."""
    kinds = [type(message) for message in survived.resting]

    assert kinds.index(LinkBack) < kinds.index(RestTaken)


def test_what_is_said_while_it_is_away_is_told_when_it_is_back(survived: Survived) -> None:
    """A rest asked for in the gap is taken; nothing reaches a worker before its greeting."""
    kinds = [type(message) for message in survived.away]

    assert LinkLost not in kinds
    assert kinds.index(LinkBack) < kinds.index(RestTaken)


async def test_starting_again_may_take_longer_than_silence_may_last() -> None:
    """A slow machine's second worker is not taken for a hanging one."""
    command = [sys.executable, str(HERE / "rogue_worker.py"), "late"]
    link = SteadyLink(lambda: Link(command=command), silent_s=LATE_S / 3, pauses_s=(0.01,))
    await link.start(Open(wire=WIRE_VERSION, source="camera", model=""))
    kill(_pid(link))
    seen: list[Seen] = []
    async with asyncio.timeout(patience(10.0)):
        async for message in link:
            seen.append(message)
            if isinstance(message, LinkBack):
                break
    await link.close()

    assert [type(message) for message in seen] == [LinkLost, LinkBack]


async def test_a_recording_played_as_a_camera_goes_on_where_it_was(tmp_path: Path) -> None:
    """The session's time does not jump back when the worker is replaced."""
    film = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(film), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (96, 64))
    for shade in range(300):
        writer.write(np.full((64, 96, 3), 50 + shade % 100, np.uint8))
    writer.release()
    watched = await watch(faulty("none"), lambda w: w.back, source=str(film), provoke=kill)
    readings = [message for message in watched.messages if isinstance(message, Reading)]
    times = [reading.t_s for reading in readings if reading.reason is None]

    assert watched.back
    assert times == sorted(times)
    assert times[-1] < 5.0


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("garbage", "makes no sense"),
        ("half-a-message", "ended by itself"),
        ("floods", "far too much"),
    ],
)
async def test_nonsense_ends_the_worker_not_the_session(how: str, words: str) -> None:
    """The reason is told, and another worker is tried for as long as the person waits."""
    command = [sys.executable, str(HERE / "rogue_worker.py"), how]
    link = SteadyLink(lambda: Link(command=command), pauses_s=(0.05,))
    seen: list[Seen] = []
    await link.start(Open(wire=WIRE_VERSION, source="camera", model=""))
    async with asyncio.timeout(patience(10.0)):
        async for message in link:
            seen.append(message)
            if sum(isinstance(m, LinkLost) for m in seen) == 2:
                break
    await link.close()
    sentences = [m.sentence for m in seen if isinstance(m, LinkLost)]

    assert any(isinstance(m, LinkBack) for m in seen)
    assert len(sentences) == 2
    assert all(words in sentence for sentence in sentences)
    assert sum(isinstance(m, Reading) for m in seen) < 100


def _cue(at_s: float, phase: str) -> Heard:
    return Heard(at_s=at_s, phase=phase, exercise="open-smile", measure="open-smile")


async def _practise(kill_in: tuple[int, ...]) -> list[FromWorker]:
    """Forty half-second steps with the simulated patient, killed in some of them."""
    link = SteadyLink(lambda: Link(), pauses_s=(0.01,))
    await link.start(Open(wire=WIRE_VERSION, source="sim:tiring", model="", side="left"))
    await link.send(TakeRest(seconds=1.0))
    told: list[FromWorker] = []
    messages = aiter(link)
    for number in range(40):
        phase = {5: "rise", 9: "release"}.get(number % 11)
        heard = () if phase is None else (_cue(number / 2, phase),)
        await link.send(StepTo(until_s=(number + 1) / 2, heard=heard))
        if number in kill_in:
            assert link.pid is not None
            kill(link.pid)
        while True:
            message = await anext(messages)
            if isinstance(message, LinkLost | LinkBack):
                continue
            told.append(message)
            if isinstance(message, Stepped):
                break
    await link.close()
    return told


async def test_a_simulated_session_killed_in_every_phase_reads_as_if_nothing_had_happened() -> None:
    """While taking rest, rising, holding and letting go: equal to the last number."""
    async with asyncio.timeout(patience(20.0)):
        whole = await _practise(())
        broken = await _practise((1, 16, 18, 20))

    assert broken == whole
    assert sum(isinstance(message, Reading) for message in whole) == 600


async def test_a_worker_outlives_neither_its_session_nor_a_killed_one() -> None:
    """A session killed with SIGKILL leaves no camera process, also while a read hangs."""
    code = (
        "import asyncio, sys\n"
        "from sessions.messages import Open, WIRE_VERSION\n"
        "from tests.faults.watching import faulty\n"
        "async def main():\n"
        "    link = faulty('read-hangs')\n"
        "    await link.start(Open(wire=WIRE_VERSION, source='camera', model=''))\n"
        "    print(link.pid, flush=True)\n"
        "    await asyncio.sleep(3600)\n"
        "asyncio.run(main())\n"
    )
    session = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        code,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )
    assert session.stdout is not None
    worker = int(await asyncio.wait_for(session.stdout.readline(), patience(10.0)))
    os.kill(session.pid, 9)
    await session.wait()

    async with asyncio.timeout(patience(1.5)):
        while _running(worker):
            await asyncio.sleep(0.01)


def _running(pid: int) -> bool:
    """Whether a process does more than wait to be reaped."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
