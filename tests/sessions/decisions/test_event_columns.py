"""Events as bytes and back: all that decides is the same to the bit."""

import math
import random

import msgspec
import pytest

from routines.movements import MEASURES
from sessions.decisions.columns import Damaged
from sessions.decisions.event_columns import Noted, decode, encode
from sessions.decisions.rounding import rounded
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    CameraLost,
    Felt,
    Read,
    RestNotTaken,
    Ticked,
)
from sessions.engine.interface.view import ReadFor
from sessions.readings import Half, Pose, Reading


def _reading(chance: random.Random) -> Reading:
    def mm() -> float:
        return chance.uniform(-40, 40)

    def half() -> Half:
        return Half(tuple(mm() for _ in MEASURES), chance.uniform(-50, 100), mm(), mm())

    pose = Pose(*(chance.uniform(-20, 20) for _ in range(3)))
    return Reading(
        n=0,
        t_s=chance.uniform(0, 40_000),
        reason=chance.choice([None, None, None, "hand", "slow"]),
        confidence=chance.choice(["normal", "low"]),
        method=chance.choice(["composite", "landmarks"]),
        doubtful=tuple(key for key in MEASURES if chance.random() < 0.2),
        pose=chance.choice([None, pose]),
        left=half(),
        right=half(),
        camera_fps=chance.choice([0.0, 30.0]),
    )


def _noted(chance: random.Random) -> Noted:
    at_s = chance.choice([chance.uniform(0, 40_000), chance.randint(0, 40_000_000) / 1000])
    reads_for = ReadFor(chance.choice(MEASURES), chance.random() < 0.5)
    others = (
        ActionRequested(at_s, "by-clock"),
        Felt(at_s, "pain"),
        CameraLost(at_s, "Unplugged \u00b7"),
        RestNotTaken(at_s, "moving"),
    )
    if chance.random() < 0.6:
        read = Read(at_s, rounded(_reading(chance)))
        return Noted(read, chance.choice([None, reads_for, reads_for]))
    return Noted(chance.choice([Ticked(at_s), *others]))


def _events(seed: int) -> list[Noted]:
    chance = random.Random(seed)
    return [_noted(chance) for _ in range(chance.randint(0, 30))]


def _decides(noted: Noted) -> object:
    """All of an event that the engine can decide on."""
    event, reads_for = noted
    if not isinstance(event, Read):
        return event
    reading = event.reading
    told = (event.at_s, reading.t_s, reading.reason, reading.computer_busy)
    left, right = reading.left, reading.right
    if reads_for is None or reading.reason is not None or left is None or right is None:
        return told
    halves = [
        (half.measure(reads_for.measure), half.narrowing_percent, half.measure("lower-lip"))
        + ((half.corner_out_mm, half.corner_up_mm) if reads_for.corners else ())
        for half in (left, right)
    ]
    pose = reading.pose and (reading.pose.yaw_deg, reading.pose.pitch_deg)
    return (*told, reading.confidence, reading.method, pose, halves, reading.doubtful)


def test_all_that_decides_comes_back() -> None:
    """To the bit; what no decision rests on may go."""
    for seed in range(100):
        noted = _events(seed)
        again = decode(encode(noted))
        assert [_decides(each) for each in again] == [_decides(each) for each in noted], seed


def test_damaged_bytes_are_told_or_still_events() -> None:
    """Nothing else comes of any bytes."""
    told = 0
    for seed in range(100):
        content = bytearray(encode(_events(seed)))
        chance = random.Random(seed)
        content[chance.randrange(len(content))] ^= chance.randint(1, 255)
        try:
            again = decode(bytes(content))
        except Damaged:
            told += 1
        else:
            assert all(isinstance(each, Noted) for each in again), seed
    assert 0 < told < 100


def test_what_follows_the_events_is_damage() -> None:
    """Longer, cut and empty."""
    content = encode([Noted(Began(0.0))])
    for wrong in (content + b"\0", content[:-1], b""):
        with pytest.raises(Damaged):
            decode(wrong)


def test_rounding_twice_is_rounding_once() -> None:
    """What was read back is on the grid."""
    for seed in range(20):
        once = rounded(_reading(random.Random(seed)))
        assert rounded(once) == once, seed


def test_numbers_that_are_none_are_not_judged() -> None:
    """They are left out, and the reading stays."""
    half = Half((math.nan,) * len(MEASURES), 0.0, 0.0, 0.0)
    sound = Half((0.0,) * len(MEASURES), 0.0, 0.0, 0.0)
    reading = Reading(n=0, t_s=1.0, left=half, right=sound, pose=Pose(math.inf, 0.0, 0.0))
    assert rounded(reading) == msgspec.structs.replace(reading, left=None, right=None, pose=None)
