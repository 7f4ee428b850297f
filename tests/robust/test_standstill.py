"""Time that stops, processes that die, clocks that jump: real processes, and a real face."""

import os
import re
import signal
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.astronaut import astronaut
from tests.patience import slowness
from tests.robust.practising import (
    FAST,
    QUICK_S,
    end_here,
    in_practice,
    kept,
    practising,
    to_its_end,
)
from tests.robust.terminal import gone

JUMPS = '''
"""A wall clock that is an hour early, then an hour late, then right, at every look."""
import itertools, time
_by, _time = itertools.cycle((-3600.0, 3600.0, 0.0)), time.time
time.time = lambda: _time() + next(_by)
time.time_ns = lambda: int(time.time() * 1e9)
'''

ONE_LOOK = {"sessions/live/keeper.py", "tui/person/person.py"}
"""Who may look at the calendar: at the beginning of something, never on its way."""


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute of a face that keeps still."""
    # Low in the picture, where this head, tilted back a little, faces the camera.
    enlarge = np.array([[1.7, 0.0, -62.0], [0.0, 1.7, 166.0]], dtype=np.float32)
    picture = cv2.warpAffine(astronaut(), enlarge, (640, 480), borderMode=cv2.BORDER_REPLICATE)
    path = tmp_path_factory.mktemp("film") / "still.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    for _ in range(600):
        writer.write(picture)
    writer.release()
    return path


@pytest.mark.long
def test_a_filmed_practice_outlives_its_worker_and_a_standstill(tmp_path: Path, film: Path) -> None:
    """The worker killed: soon a pause with its reason, then it goes on by itself, from the rest
    that was taken. Everything stopped, as when a container is frozen: afterwards it says so,
    takes keys, and ends tidily.

    In short: `faults/test_worker_faults.py::test_killed_while_measuring_it_comes_back_calibrated`,
    and the engine's own test of a gap between events.
    """
    with practising(tmp_path, source=str(film)) as window:
        window.until("Enter when you are ready", 60)
        window.press("\r")
        window.until("rep 1 of 4", 60)
        window.until("Slowly, both sides together|Stay small", 60)
        lost = window.worker
        os.kill(lost, signal.SIGKILL)
        paused_s = window.until("ended by itself")
        window.until(lambda: not window.shows("ended by itself"), 60)
        assert paused_s < QUICK_S * slowness()
        assert gone(lost)

        worker = window.worker
        for pid in (worker, window.pid):
            os.kill(pid, signal.SIGSTOP)
        while window.look(3.5):
            pass
        for pid in (window.pid, worker):
            os.kill(pid, signal.SIGCONT)
        window.until("the computer stood still", QUICK_S + 3.0)

        assert end_here(window) == 0
        assert window.restored
        assert "Traceback" not in window.raw
    reasons = " ".join(pause.why for pause in kept(tmp_path).pauses)
    assert "ended by itself" in reasons
    assert "stood still" in reasons


@pytest.mark.long
def test_a_simulated_practice_does_not_notice_that_its_worker_was_killed(tmp_path: Path) -> None:
    """Every repetition is there at the end.

    Always: `end_to_end/test_practice.py::test_a_killed_camera_process_costs_no_repetition`.
    """
    with practising(tmp_path, *FAST) as window:
        in_practice(window, done=1)
        os.kill(window.worker, signal.SIGKILL)

        assert to_its_end(window) == 0
    record = kept(tmp_path)
    assert record.ended == "finished"
    assert [rep.scored for rep in record.exercises[0].reps] == [True] * 4


@pytest.mark.long
def test_a_wall_clock_that_jumps_changes_no_number(tmp_path: Path) -> None:
    """Both processes see it jump by an hour all the time; the practice lasts what it lasts.

    Always: that nothing on the way looks at it, which is what a jump could change.
    """
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(JUMPS)
    calm, jumping = tmp_path / "calm", tmp_path / "jumping"
    calm.mkdir()
    jumping.mkdir()
    with practising(calm, "--plain", *FAST) as window:
        window.until("How much effort")
        window.press("2\n\n")
        assert window.leave() == 0
    with practising(jumping, "--plain", *FAST, environment={"PYTHONPATH": str(hook)}) as window:
        window.until("How much effort")
        window.press("2\n\n")
        assert window.leave() == 0
        assert "Traceback" not in window.raw
    plain, jumped = kept(calm), kept(jumping)
    assert jumped.exercises == plain.exercises
    assert jumped.seconds == plain.seconds
    assert jumped.pauses == ()


def test_nothing_on_the_way_asks_what_day_it_is(checkout: Path) -> None:
    """The calendar is looked at when a session begins; all else is counted by the clock that
    cannot be set. So an hour more or less, or a new time zone, finds nothing to change."""
    looks = {
        str(path.relative_to(checkout))
        for folder in ("routines", "sessions", "tui")
        for path in (checkout / folder).rglob("*.py")
        if re.search(r"\btime\.time(_ns)?\(|\bdatetime\.now\(|\bdate\.today\(", path.read_text())
    }

    assert looks == ONE_LOOK
