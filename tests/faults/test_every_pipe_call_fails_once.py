"""A short practice of which any one call to the pipes of the camera process fails, and any two."""

import asyncio
import gc
import random
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from routines.errors import Trouble
from routines.reading.reader import read_routine
from sessions.camera.link import Link
from sessions.camera.supervised_link import SteadyLink
from sessions.care.settings import Sound
from sessions.live.clock import ManualClock
from sessions.live.request import SessionRequest
from sessions.log.record_files import records
from tests.faults.failing_pipes import FAULTS, KINDS, Call, FailingPipes, Fault
from tests.faults.test_every_call_fails_once import REPS, ROUTINE
from tui.practice.plain import practise
from tui.practice.plain_keys import NoKeys

pytest.importorskip("fcntl")  # asyncio's pipes are others on Windows
GREETING: tuple[Call, ...] = (("read", 1), ("write", 1))
"""Where one of these fails, no practice begins."""


async def practised(data: Path, pipes: FailingPipes) -> list[str]:
    """Three repetitions with the real camera process; what is wrong with their end."""
    request = SessionRequest(
        routine=read_routine(ROUTINE, source="test", today=date(2026, 11, 21)),
        side="left",
        data=data,
        source="sim",
        sound=Sound(on=False),
        started=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
    )
    wrong: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, said: wrong.append(str(said)))
    clock, lines = ManualClock(), list[str]()
    clock.run()
    link = SteadyLink(lambda: Link(log=data / "camera.log"), pauses_s=(0.0,))
    try:
        outcome = await practise(request, link, lines.append, NoKeys(), clock=clock)
    except Trouble as trouble:
        if not set(pipes.failed) & set(GREETING) or not trouble.sentence:
            wrong.append(f"it ended: {trouble.sentence}")
        return wrong
    kept = [one.record for one in records(data) if one.record is not None]
    if outcome.ended != "finished" or outcome.exit_code != 0:
        wrong.append(f"ended {outcome.ended}, {outcome.exit_code}: {outcome.sentence}")
    elif [sum(rep.scored for rep in one.exercises[0].reps) for one in kept] != [REPS]:
        wrong.append("not every repetition was kept and scored")
    if link.alive:
        wrong.append("the camera process lives")
    if any("Traceback" in line for line in lines):
        wrong.append("a traceback")
    return wrong


def harm(folder: Path, patcher: pytest.MonkeyPatch, fail: Mapping[Call, Fault]) -> list[str]:
    """What goes wrong in a practice when these calls fail."""
    pipes = FailingPipes(fail)
    with patcher.context() as patched:
        pipes.patch(patched)
        wrong = asyncio.run(practised(folder, pipes))
        gc.collect()  # a task that failed unnoticed is told now
    assert set(pipes.failed) == set(fail)
    return wrong


def test_a_practice_outlives_pipe_calls_that_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One in each way: every repetition is done, scored and kept, by as many camera processes as it
    takes."""
    fail: dict[Call, Fault] = {
        ("read", 3): "EIO",
        ("write", 20): "EPIPE",
        ("read", 40): "EINTR",
        ("write", 50): "short",
        ("read", 60): "short",
    }

    assert harm(tmp_path, monkeypatch, fail) == []


@pytest.mark.long
@pytest.mark.parametrize("which", ["the first", "others", "pairs"])
def test_a_practice_outlives_any_pipe_call_and_many_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    """The first four of each kind in every way; others, and pairs of them."""
    dice = random.Random(22)
    later: list[Call] = [(kind, n) for n in range(5, 120) for kind in KINDS]
    cases: list[dict[Call, Fault]] = []
    if which == "the first":
        for kind, n in product(KINDS, range(1, 5)):
            for fault in FAULTS[kind]:
                cases.append({(kind, n): fault})
    else:
        for _ in range(20 if which == "pairs" else 40):
            chosen = dice.sample(later, 2 if which == "pairs" else 1)
            cases.append({call: dice.choice(FAULTS[call[0]]) for call in chosen})

    for n, fail in enumerate(cases):
        assert harm(tmp_path / str(n), monkeypatch, fail) == [], fail
    print(f"{which}: {len(cases)} practices, in each of which a call or two failed")
