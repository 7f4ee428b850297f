"""Cameras that break, in the real worker: the session pauses within two seconds with a plain
reason, or notices nothing; capture comes back by itself, its calibration with it.

No physical camera is used: a fake capture object stands in for the driver.
"""

import asyncio

import pytest

from sessions.camera.supervised_link import LinkLost
from sessions.readings import Reading
from tests.faults.watching import FINE, Until, Watched, faulty, watch, watch_each
from tests.patience import slowness

UNDER_WAY_S = 0.2
"""A fault begins with the next picture, and the word of it has some way to go."""

GIVEN_UP = ("read-hangs", "unplugged", "driver-raises", "frozen")
NOT_SCORED = {
    "black": "too-dark",
    "tiny": "no-face",
    "torn": "no-face",
    "five-frames-a-second": "slow",
}
HARMLESS = ("prints", FINE, "grey", "resized")
REFUSED = {
    "no-camera": "No camera was found",
    "open-blocks": "did not open within",
}
REFUSED_LIKEWISE = {
    "will-not-open": "could not be opened",
    "no-picture": "sends no picture",
    "no-model": "model is missing",
}
"""What the worker says when it has opened nothing goes the same way to the person. The sentences by
themselves are in `sessions/worker/test_camera.py`."""


def _came_back(watched: Watched) -> bool:
    return watched.back


def _reason(reason: str) -> Until:
    return lambda watched: watched.first_reason(reason) is not None


def _readings(watched: Watched) -> int:
    return sum(isinstance(m, Reading) and m.left is not None for m in watched.messages)


def _one_reading(watched: Watched) -> bool:
    return _readings(watched) >= 1


def _many_readings(watched: Watched) -> bool:
    return _readings(watched) > 20


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Watched]:
    """Every fault. One worker meets all those that it outlives; of those that end a worker each
    meets one, in two rows; what cannot begin has workers of its own. All at the same time."""
    kept: dict[str, Until] = dict.fromkeys(HARMLESS, _many_readings)
    kept |= {fault: _reason(reason) for fault, reason in NOT_SCORED.items()}
    kept["hangs-to-the-end"] = _reason("slow")
    one, two = ({FINE: _one_reading} | dict.fromkeys(GIVEN_UP[n::2], _came_back) for n in (0, 1))

    async def alone(fault: str) -> dict[str, Watched]:
        return {fault: await watch(faulty(fault), _many_readings)}

    async def all_of_them() -> dict[str, Watched]:
        rows = [watch_each(tmp_path_factory.mktemp("camera"), row) for row in (one, two, kept)]
        found = await asyncio.gather(*rows, *map(alone, REFUSED))
        return {fault: watched for row in found for fault, watched in row.items()}

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
    assert lost_s < UNDER_WAY_S + 2.0 * slowness()
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
    assert told_s < UNDER_WAY_S + 2.0 * slowness()
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


@pytest.mark.long
@pytest.mark.parametrize("fault", REFUSED_LIKEWISE)
async def test_whatever_cannot_begin_says_what_to_do(fault: str) -> None:
    """The same way."""
    watched = await watch(faulty(fault), _many_readings)

    assert REFUSED_LIKEWISE[fault] in watched.refused
    assert watched.started_s < 8.0 * slowness()


def test_ending_is_quick_whatever_the_camera_does(seen: dict[str, Watched]) -> None:
    """A read that never returns does not hold up the end."""
    assert seen["hangs-to-the-end"].close_s > 0.0
    assert max(watched.close_s for watched in seen.values()) < 2.5 * slowness()
    assert not any(watched.left_behind for watched in seen.values())
