"""Cameras that break, in the real worker: the session pauses within two seconds with a plain
reason, or notices nothing; capture comes back by itself, its calibration with it.

No physical camera is used: a fake capture object stands in for the driver.
"""

import asyncio
from collections.abc import Callable

import pytest

from sessions.camera.supervised_link import LinkLost
from sessions.readings import Reading
from tests.faults.watching import Watched, faulty, watch
from tests.patience import slowness

BEFORE_FAULT_S = 0.4
"""A dozen fine frames come first."""

GIVEN_UP = ("read-hangs", "unplugged", "frozen", "driver-raises")
NOT_SCORED = {
    "black": "too-dark",
    "tiny": "no-face",
    "torn": "no-face",
    "five-frames-a-second": "slow",
}
HARMLESS = ("none", "grey", "resized", "prints")
REFUSED = {
    "no-camera": "No camera was found",
    "will-not-open": "could not be opened",
    "no-picture": "sends no picture",
    "open-blocks": "did not open within",
    "no-model": "model is missing",
}


def _came_back(watched: Watched) -> bool:
    return watched.back


def _reason(reason: str) -> Callable[[Watched], bool]:
    return lambda watched: watched.first_reason(reason) is not None


def _many_readings(watched: Watched) -> bool:
    return sum(isinstance(m, Reading) and m.left is not None for m in watched.messages) > 40


@pytest.fixture(scope="module")
def seen() -> dict[str, Watched]:
    """Every fault, each in a worker of its own, a few at a time."""
    waits: dict[str, Callable[[Watched], bool]] = {
        **dict.fromkeys(GIVEN_UP, _came_back),
        **{fault: _reason(reason) for fault, reason in NOT_SCORED.items()},
        **dict.fromkeys(HARMLESS, _many_readings),
        **dict.fromkeys(REFUSED, _many_readings),
    }

    async def all_of_them() -> dict[str, Watched]:
        turn = asyncio.Semaphore(6)

        async def one(fault: str) -> Watched:
            async with turn:
                return await watch(faulty(fault), waits[fault])

        results = await asyncio.gather(*map(one, waits))
        return dict(zip(waits, results, strict=True))

    return asyncio.run(all_of_them())


@pytest.mark.parametrize("fault", GIVEN_UP)
def test_a_camera_that_fails_is_left_within_two_seconds_and_comes_back(
    seen: dict[str, Watched], fault: str
) -> None:
    """The session is told in plain words, and the next camera process has the calibration."""
    watched = seen[fault]
    lost_s = watched.first(LinkLost)
    sentences = [m.sentence for m in watched.messages if isinstance(m, LinkLost)]

    assert lost_s is not None
    assert lost_s < BEFORE_FAULT_S + 2.0 * slowness()
    assert watched.back
    assert all(
        sentence.endswith((".", "log says more; `python3 -m tui doctor` prints where it is."))
        for sentence in sentences
    )
    assert not any("Traceback" in sentence or "Error" in sentence for sentence in sentences)


@pytest.mark.parametrize("fault", NOT_SCORED)
def test_frames_that_cannot_be_measured_are_data_with_a_reason(
    seen: dict[str, Watched], fault: str
) -> None:
    """Black, torn and tiny frames and a slow camera lose no link; readings say why."""
    watched = seen[fault]
    told_s = watched.first_reason(NOT_SCORED[fault])

    assert told_s is not None
    assert told_s < BEFORE_FAULT_S + 2.0 * slowness()
    assert not watched.lost


@pytest.mark.parametrize("fault", HARMLESS)
def test_what_does_no_harm_changes_nothing(seen: dict[str, Watched], fault: str) -> None:
    """Grey frames, changing sizes and libraries that print are measured like any other."""
    watched = seen[fault]

    assert _many_readings(watched)
    assert not watched.lost


@pytest.mark.parametrize("fault", REFUSED)
def test_what_cannot_begin_says_what_to_do(seen: dict[str, Watched], fault: str) -> None:
    """A sentence, soon, and no process left."""
    assert REFUSED[fault] in seen[fault].refused
    assert seen[fault].started_s < 8.0 * slowness()


def test_ending_is_quick_whatever_the_camera_does(seen: dict[str, Watched]) -> None:
    """A read that never returns does not hold up the end."""
    assert max(watched.close_s for watched in seen.values()) < 2.5 * slowness()
    assert not any(watched.left_behind for watched in seen.values())
