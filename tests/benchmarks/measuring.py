"""Speed, processor time and memory of the measuring process, side by side with a bare loop."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from routines.catalogue import exercises
from sessions.camera.link import Link
from sessions.camera.model_file import find_model
from sessions.live.eyes_wanted import used_by
from sessions.messages import WIRE_VERSION, Ended, Open, TakeRest
from sessions.readings import Load, Reading
from tests.benchmarks.process_costs import cpu_s

ROOT = Path(__file__).resolve().parents[2]
MODEL = str(find_model(None))
FRAMES = 240
EXERCISE = "closed-smile"
"""What the film is measured as, by our worker."""
WARM_UP = 30
"""Frames left out at the beginning: libraries being loaded, rest being taken."""


def bare(film: Path, times: int) -> tuple[float, float]:
    """Frames a second and processor milliseconds a frame of a bare loop."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bare_loop", film, MODEL, str(times), str(FRAMES)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    rate, cost = ran.stdout.split()
    return float(rate), float(cost)


def ours(film: Path) -> tuple[float, float, float]:
    """The same of our worker on a recording, every frame; and the share that was scored."""
    return asyncio.run(_ours(film))


async def _ours(film: Path) -> tuple[float, float, float]:
    link = Link()
    await link.start(
        Open(
            wire=WIRE_VERSION,
            source=str(film),
            model=MODEL,
            every_frame=True,
            rest_s=(0.2, 1.2),
            reads=used_by(exercises()[EXERCISE]),
        )
    )
    began = spent = 0.0
    readings = scored = 0
    async for message in link:
        if isinstance(message, Reading):
            readings += 1
            scored += message.left is not None and message.reason is None
            if readings == WARM_UP:
                assert link.pid is not None
                began, spent = time.perf_counter(), cpu_s(link.pid)
        if isinstance(message, Ended) or readings == FRAMES:
            break
    assert link.pid is not None
    took, spent = time.perf_counter() - began, cpu_s(link.pid) - spent
    await link.close()
    count = readings - WARM_UP
    return count / took, 1000 * spent / count, scored / readings


def interleaved(film: Path, rounds: int) -> dict[str, float]:
    """Medians of bare, ours, bare, ours ... so that a busy machine is as unfair to both."""
    rates: list[float] = []
    costs: list[float] = []
    raw: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        one_rate, _ = bare(film, 1)
        rate, cost, scored = ours(film)
        _, three_cost = bare(film, 3)
        rates.append(rate / one_rate)
        costs.append(cost / three_cost)
        raw.append((rate, cost, scored))
    return {
        "rate": median(rates),
        "cost": median(costs),
        "fps": median(r[0] for r in raw),
        "ms": median(r[1] for r in raw),
        "scored": median(r[2] for r in raw),
    }


def saver(film: Path, seconds: float) -> float:
    """Processor time of a live worker with the battery saver, as a share of that without."""
    spent = [asyncio.run(_live(film, seconds, saver=on)) for on in (False, True, False, True)]
    return (spent[1] + spent[3]) / (spent[0] + spent[2])


async def _live(film: Path, seconds: float, *, saver: bool) -> float:
    link = Link()
    best: Load = "in-turns" if saver else "every-frame"
    await link.start(Open(wire=WIRE_VERSION, source=str(film), model=MODEL, best=best))
    await link.send(TakeRest())
    begun: float | None = None
    spent = 0.0
    assert link.pid is not None
    async for message in link:
        if isinstance(message, Reading) and message.left is not None and begun is None:
            begun, spent = time.perf_counter(), cpu_s(link.pid)
        if begun is not None and time.perf_counter() - begun > seconds:
            break
    spent = cpu_s(link.pid) - spent
    await link.close()
    return spent


def load() -> str:
    """How busy the machine is, and how much it has."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
