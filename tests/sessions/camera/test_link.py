"""The session's side of the wire, against real processes that behave and misbehave."""

import asyncio
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.camera.link import Link
from sessions.messages import WIRE_VERSION, FromWorker, Open, Picture, RestRefused, TakeRest
from sessions.readings import Reading
from tests.patience import patience, slowness

ROGUE = Path(__file__).parents[2] / "faults" / "rogue_worker.py"
OPEN = Open(wire=WIRE_VERSION, source="camera", model="")


def rogue(how: str, *, start_s: float = 10.0) -> Link:
    """A link to a worker that breaks the protocol in one way."""
    return Link(command=[sys.executable, str(ROGUE), how], start_s=start_s)


async def everything(link: Link) -> list[FromWorker]:
    """All it says until it is gone."""
    return [message async for message in link]


async def test_a_refusal_is_told_in_the_workers_own_words() -> None:
    """`Failed` before `Hello` becomes a Trouble of the same kind."""
    link = rogue("refuses")
    with pytest.raises(Trouble, match="Type something else") as caught:
        await link.start(OPEN)

    assert caught.value.kind == "settings"
    assert not link.alive


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("dies-first", "ended by itself"),
        ("other-version", "another version"),
        ("prints", "makes no sense"),
    ],
)
async def test_a_worker_that_cannot_greet_is_a_plain_sentence(how: str, words: str) -> None:
    """Whatever is wrong with it, the person reads what happened and nothing is left running."""
    link = rogue(how)
    with pytest.raises(Trouble, match=words):
        await link.start(OPEN)

    assert not link.alive


async def test_a_mute_worker_is_given_up_in_time() -> None:
    """No answer is an answer after a while."""
    link = rogue("mute", start_s=0.3)
    with pytest.raises(Trouble, match="did not answer"):
        await link.start(OPEN)

    assert not link.alive


async def test_a_slow_consumer_gets_the_newest_reading_and_every_result() -> None:
    """After a burst nobody listened to, old readings are gone and results are all there."""
    link = rogue("bursts")
    await link.start(OPEN)
    await link.send(TakeRest())
    async with asyncio.timeout(patience(5.0)):
        while link.idle or link.last_message_at > time.monotonic() - 0.2:
            await asyncio.sleep(0.01)
    await link.send(TakeRest())
    messages = await asyncio.wait_for(everything(link), patience(5.0))

    assert [m.n for m in messages if isinstance(m, Reading)] == [999]
    assert sum(isinstance(m, RestRefused) for m in messages) == 4
    assert sum(isinstance(m, Picture) for m in messages) == 1
    await link.close()


async def test_in_lockstep_every_reading_arrives() -> None:
    """Where frames wait for the reader nothing is replaced, however slow the consumer."""
    link = rogue("lockstep")
    await link.start(OPEN)
    await link.send(TakeRest())
    numbers: list[int] = []
    while not numbers or numbers[-1] != 999:
        message = await link.next(within_s=patience(5.0))
        assert message is not None
        if isinstance(message, Reading):
            numbers.append(message.n)

    assert numbers == [*range(300), *range(100), 999]
    await link.close()


async def test_a_worker_that_will_not_end_is_ended() -> None:
    """Close, then a signal it ignores, then the one it cannot; two seconds at the most."""
    link = rogue("stubborn")
    await link.start(OPEN)
    assert await link.next(within_s=patience(5.0)) is not None
    began = time.monotonic()
    await link.close()

    assert time.monotonic() - began < 2.5 * slowness()
    assert link.pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(link.pid, 0)


async def test_closing_twice_or_before_starting_does_no_harm() -> None:
    """Ends may be tidied up from several places."""
    link = rogue("stubborn")
    await link.close()
    await link.close()

    assert not link.alive


async def test_messages_to_a_dead_worker_are_nobodys_error() -> None:
    """Iteration says that it is gone; sending need not."""
    link = rogue("half-a-message")
    await link.start(OPEN)
    assert await asyncio.wait_for(everything(link), patience(5.0)) == []
    for _ in range(3):
        await link.send(TakeRest())

    assert link.fault is not None
    await link.close()


async def test_the_log_is_private_and_a_link_without_one_works(tmp_path: Path) -> None:
    """Folder 0700, file 0600, under any umask."""
    log = tmp_path / "state" / "logs" / "camera.log"
    before = os.umask(0)
    try:
        link = Link(command=[sys.executable, str(ROGUE), "refuses"], log=log)
        with pytest.raises(Trouble):
            await link.start(OPEN)
    finally:
        os.umask(before)

    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(log.parent.parent.stat().st_mode) == 0o700


async def test_a_folder_full_of_strange_modules_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker starts from any folder, also from one with a json.py of its own."""
    for name in ("json.py", "numpy.py", "msgspec.py", "sessions.py"):
        (tmp_path / name).write_text("raise SystemExit('wrong module')\n")
    monkeypatch.chdir(tmp_path)
    link = Link()
    with pytest.raises(Trouble, match="does not exist"):
        await link.start(Open(wire=WIRE_VERSION, source="gone.mp4", model=""))


def test_the_sessions_side_stays_light(checkout: Path) -> None:
    """Neither numpy nor OpenCV, MediaPipe or Textual comes with the link."""
    code = (
        "import sys, sessions.camera.link, sessions.camera.supervised_link as s\n"
        "print([m for m in ('numpy', 'cv2', 'mediapipe', 'textual') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
