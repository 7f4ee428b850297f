"""A short practice of which any one call to the disk fails, and any two."""

import asyncio
import contextlib
import errno
import os
import random
from collections import Counter
from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from routines.errors import Trouble
from routines.reading.reader import read_routine
from sessions.camera.link import Link
from sessions.care.settings import Sound
from sessions.engine.interface.commands import KeptRep
from sessions.live.clock import ManualClock
from sessions.live.request import SessionOutcome, SessionRequest
from sessions.log.journal import Journal
from sessions.log.record_files import records
from sessions.log.recovery import keep_as_is, unfinished
from sessions.messages import WIRE_VERSION, Open
from tests.faults.failing_calls import FAULTS, FailingCalls, Fault
from tests.sessions.log_samples import header, kept_rep
from tests.tui.pretend_camera import PretendCamera
from tui.practice.plain import practise
from tui.practice.plain_keys import NoKeys

REPS = 3
ROUTINE = """
schema = 1
id = "short"
name = "Short"
stage = "paretic"
[dose]
reps = 3
rise_s = 1
hold_s = 1
release_s = 1
rest_s = 2
[[exercise]]
do = "open-smile"
"""


Case = tuple[tuple[int, ...], Fault]
"""Numbers of the calls that fail, and how."""


class Practised(NamedTuple):
    """A practice, what was said of it, and what the disk has of it."""

    data: Path
    outcome: SessionOutcome
    lines: list[str]
    calls: FailingCalls
    in_records: int
    in_journals: int


def practised(
    data: Path, patcher: pytest.MonkeyPatch, fail: Collection[int] = (), fault: Fault = "EIO"
) -> Practised:
    """Three repetitions in plain mode; the calls numbered `fail` go wrong."""
    routine = read_routine(ROUTINE, source="test", today=date(2026, 11, 21))
    request = SessionRequest(
        routine=routine,
        side="left",
        data=data,
        source="sim",
        sound=Sound(on=False),
        started=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
    )
    clock, lines = ManualClock(), list[str]()
    clock.run()
    calls = FailingCalls(data, fail, fault)
    with patcher.context() as patched:
        calls.patch(patched)
        session = practise(request, PretendCamera(), lines.append, NoKeys(), clock=clock)
        outcome = asyncio.run(session)
        calls.on = False
    found = [one.record for one in records(data) if one.record is not None]
    return Practised(
        data,
        outcome,
        lines,
        calls,
        max((record.repetitions for record in found), default=0),
        max((_reps(one.entries) for one in unfinished(data)), default=0),
    )


def _reps(entries: Collection[object]) -> int:
    return sum(isinstance(entry, KeptRep) for entry in entries)


def untrue(done: Practised) -> list[str]:
    """What is wrong with the end of a practice, or with what was said of it."""
    said, found = done.outcome.sentence, list[str]()
    if done.outcome.ended != "finished" or done.outcome.exit_code != 0:
        found.append(f"ended {done.outcome.ended}, {done.outcome.exit_code}")
    if done.calls.left_open:
        found.append(f"{done.calls.left_open} handles left open")
    if any("Traceback" in line for line in (*done.lines, said)):
        found.append("a traceback")
    if done.outcome.record is not None:
        if done.in_records < REPS:
            found.append(f"said to be kept: {done.in_records} in the record")
    elif "All of it is kept" in said:
        if done.in_journals < REPS:
            found.append(f"all said to be kept: {done.in_journals} in the journal")
    elif "What had been written before" in said:
        if not done.in_journals:
            found.append("said to be kept in part: nothing is there")
    elif "nothing of this practice" not in said:
        found.append(f"nothing clear was said: {said}")
    explained = any(done.data.glob("decisions/*/*"))
    if done.outcome.record is not None and not explained and "explains its decisions" not in said:
        found.append("nothing was said of the decisions that were not kept")
    if len(done.calls.failed) == 1 and max(done.in_records, done.in_journals) < REPS - 1:
        found.append("one failed call cost more than a repetition")
    return found


def kept_at_the_next_start(
    data: Path, patcher: pytest.MonkeyPatch, fail: Collection[int], fault: Fault
) -> FailingCalls:
    """A practice that was broken off is found, and kept or refused with an error.

    Whatever fails, all of it is on the disk afterwards, in the journal or in the record.
    """
    begun = Journal.begin(data, header())
    for n in range(1, REPS + 1):
        begun.add(kept_rep(n))
    begun.close()
    calls = FailingCalls(data, fail, fault)
    with patcher.context() as patched:
        calls.patch(patched)
        for found in unfinished(data):  # what cannot be read is named, not raised
            with contextlib.suppress(OSError, Trouble):
                keep_as_is(found)
        calls.on = False
    found = [one.record for one in records(data) if one.record is not None]
    in_records = max((record.repetitions for record in found), default=0)
    in_journals = max((_reps(one.entries) for one in unfinished(data)), default=0)
    assert max(in_records, in_journals) == REPS, (fail, fault, calls.failed)
    assert calls.left_open == 0, (fail, fault, calls.failed)
    return calls


def swept(folder: Path, patcher: pytest.MonkeyPatch, cases: Collection[Case]) -> Counter[str]:
    """Which calls failed over all these practices, none of which ended in an untruth."""
    failed: Counter[str] = Counter()
    for n, (fail, fault) in enumerate(cases):
        done = practised(folder / str(n), patcher, fail, fault)
        assert untrue(done) == [], (fail, fault, done.calls.failed, done.outcome.sentence)
        failed.update(done.calls.failed)
    return failed


def test_a_practice_outlives_a_call_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some twenty of its calls, each failing in one of the five ways."""
    calls = len(practised(tmp_path / "well", monkeypatch).calls.made)
    dice = random.Random(20)
    cases: list[Case] = [
        ((n,), dice.choice(FAULTS)) for n in sorted(dice.sample(range(1, calls + 1), 20))
    ]

    failed = swept(tmp_path, monkeypatch, cases)

    assert failed.total() == 20


def test_a_broken_off_practice_outlives_a_call_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call with which it is found and kept at the next start, in each of the five ways."""
    calls = kept_at_the_next_start(tmp_path / "well", monkeypatch, (), "EIO")
    failed: Counter[str] = Counter()
    for n in range(1, len(calls.made) + 1):
        for fault in FAULTS:
            folder = tmp_path / f"{n}-{fault}"
            failed.update(kept_at_the_next_start(folder, monkeypatch, (n,), fault).failed)

    assert failed.total() >= 5 * len(calls.made)
    assert failed["read"] >= 10


@pytest.mark.long
def test_a_practice_outlives_any_call_and_many_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call in every way, then pairs."""
    calls = len(practised(tmp_path / "well", monkeypatch).calls.made)
    dice = random.Random(21)
    one: list[Case] = [((n,), fault) for n in range(1, calls + 1) for fault in FAULTS]
    two: list[Case] = [
        (tuple(sorted(dice.sample(range(1, calls + 1), 2))), dice.choice(FAULTS))
        for _ in range(300)
    ]

    failed = swept(tmp_path / "one", monkeypatch, one)
    pairs = swept(tmp_path / "two", monkeypatch, two)

    print(f"{failed.total()} calls failed once {dict(failed)}; {len(two)} pairs {dict(pairs)}")
    assert failed.total() == calls * len(FAULTS)


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.EACCES])
async def test_a_camera_process_that_cannot_be_started_is_said(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence and no traceback, as where the system has no room for another process."""

    async def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse)
    opening = Open(wire=WIRE_VERSION, source="sim", model="", side="left")

    with pytest.raises(Trouble, match=r"\.$"):
        await Link().start(opening)
