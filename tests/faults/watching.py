"""Runs faulty workers side by side and notes what the session would see, and when."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from routines.errors import Trouble
from sessions.camera.link import Link
from sessions.camera.supervised_link import LinkBack, LinkLost, SteadyLink
from sessions.messages import WIRE_VERSION, FromWorker, Hello, Open, TakeRest
from sessions.readings import Reading
from tests.patience import patience

HERE = Path(__file__).parent
AT_MOST_S = 7.0
"""A watch that has not seen what it waits for by then has failed, on a quiet machine."""
FINE = "none"
"""What a camera has between its faults."""

Seen = FromWorker | LinkLost | LinkBack


class Watched(msgspec.Struct):
    """What was seen of one worker, each with seconds since the fault was set off."""

    seen: list[tuple[float, Seen]] = []
    hello: Hello | None = None
    refused: str = ""
    started_s: float = 0.0
    close_s: float = 0.0
    left_behind: bool = False
    """The worker's process was still there after closing."""

    @property
    def messages(self) -> list[Seen]:
        """Without times."""
        return [message for _, message in self.seen]

    def first(self, kind: type[Seen]) -> float | None:
        """When the first message of a kind came."""
        return next((at for at, message in self.seen if isinstance(message, kind)), None)

    def first_reason(self, reason: str) -> float | None:
        """When the first reading with this reason came."""
        hits = (at for at, m in self.seen if isinstance(m, Reading) and m.reason == reason)
        return next(hits, None)

    @property
    def back(self) -> bool:
        """Whether readings carried measures again after a loss, without a new rest."""
        lost = False
        for message in self.messages:
            lost = lost or isinstance(message, LinkBack)
            if lost and isinstance(message, Reading) and message.left is not None:
                return True
        return False

    @property
    def lost(self) -> bool:
        """Whether the link was ever lost."""
        return self.first(LinkLost) is not None


Until = Callable[[Watched], bool]
"""Whether a watch has seen enough."""


def faulty(fault: str) -> SteadyLink:
    """A link to the real worker with one broken part."""
    command = [sys.executable, str(HERE / "faulty_worker.py"), fault]
    return SteadyLink(lambda: Link(command=command), pauses_s=(0.05, 0.2))


async def watch(
    link: SteadyLink,
    until: Until,
    *,
    source: str = "camera",
    provoke: Callable[[int], None] | None = None,
) -> Watched:
    """Start, take rest, set off the fault with `provoke` once measures come (given the worker's
    process number), and look until `until` is content."""
    began = time.monotonic()
    watched = Watched(seen=[])
    try:
        watched.hello = await link.start(Open(wire=WIRE_VERSION, source=source, model=""))
    except Trouble as trouble:
        watched.refused = trouble.sentence
        watched.started_s = time.monotonic() - began
        await link.close()
        return watched
    watched.started_s = time.monotonic() - began
    await link.send(TakeRest())
    began = time.monotonic()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(patience(AT_MOST_S)):
            async for message in link:
                if provoke is not None and isinstance(message, Reading) and message.left:
                    began = time.monotonic()
                    watched.seen.clear()
                    assert link.pid is not None
                    provoke(link.pid)
                    provoke = None
                watched.seen.append((time.monotonic() - began, message))
                if until(watched):
                    break
    await _close(link, watched)
    return watched


async def watch_each(folder: Path, faults: Mapping[str, Until]) -> dict[str, Watched]:
    """What is seen of a camera with one fault after another, each until its condition is content.
    It has the first from its start. Before each of the others it is fine until measures come; where
    a worker is given up, the one that takes its place meets the next."""
    switch = folder / "fault"
    link = faulty(f"@{switch}")
    seen = {fault: Watched(seen=[]) for fault in faults}
    to_come = iter(faults)
    now = next(to_come)
    _turn(switch, now)
    began = time.monotonic()
    await link.start(Open(wire=WIRE_VERSION, source="camera", model=""))
    await link.send(TakeRest())
    in_between = False
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(patience(AT_MOST_S)) as limit:
            async for message in link:
                if in_between and isinstance(message, Reading) and message.left:
                    limit.reschedule(asyncio.get_running_loop().time() + patience(AT_MOST_S))
                    now, in_between = next(to_come), False
                    _turn(switch, now)
                    began = time.monotonic()
                    continue
                seen[now].seen.append((time.monotonic() - began, message))
                if isinstance(message, LinkLost):
                    _turn(switch, FINE)
                if not in_between and faults[now](seen[now]):
                    if now == list(faults)[-1]:
                        break
                    in_between = True
                    _turn(switch, FINE)
    await _close(link, seen[now])
    return seen


def _turn(switch: Path, fault: str) -> None:
    """From its next picture on the camera has this fault."""
    new = switch.with_suffix(".new")
    new.write_text(fault)
    new.replace(switch)


async def _close(link: SteadyLink, watched: Watched) -> None:
    """Close it, and note how that went."""
    pid = link.pid
    closing = time.monotonic()
    await link.close()
    watched.close_s = time.monotonic() - closing
    watched.left_behind = pid is not None and _there(pid)


def kill(pid: int) -> None:
    """End a worker without a word."""
    os.kill(pid, signal.SIGKILL)


def stop(pid: int) -> None:
    """Make a worker hang."""
    os.kill(pid, signal.SIGSTOP)


def _there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
