"""Drives a tracker frame by frame and without noise.

Frames that are more than a quarter second apart are each judged by themselves.
"""

from routines.movements import MEASURES
from sessions.readings import Noise, Pose, Reading
from sessions.reps.rep import Rep
from sessions.reps.tracker import RepTracker
from tests.sessions.made_reps import STILL, half

SHAKY = Noise((0.4,) * len(MEASURES), 0.8, 0.08)
"""Raises the opening threshold of a smile from 1.0 to 1.6 mm."""


def smiles(left: Noise = STILL, right: Noise = STILL) -> RepTracker:
    """A tracker of smiles, the left half affected; it opens above 1.0 mm and closes at 0.55."""
    return RepTracker("open-smile", "left", left, right)


def show(
    tracker: RepTracker,
    t_s: float,
    left: float = 0.0,
    right: float = 0.0,
    *,
    pose: Pose | None = None,
    narrowing: tuple[float, float] = (0.0, 0.0),
) -> Rep | None:
    """Feed one frame."""
    measure = tracker.measure
    halves = (
        half(left, measure=measure, narrowing=narrowing[0]),
        half(right, measure=measure, narrowing=narrowing[1]),
    )
    return tracker.feed(Reading(n=0, t_s=t_s, pose=pose, left=halves[0], right=halves[1]))


def lose(tracker: RepTracker, t_s: float) -> None:
    """Feed one frame without numbers."""
    tracker.feed(Reading(n=0, t_s=t_s, reason="no-face"))


def stay(
    tracker: RepTracker, begin_s: float, end_s: float, left: float = 0.0, right: float = 0.0
) -> list[Rep]:
    """Feed frames every tenth of a second, from `begin_s` on and before `end_s`."""
    times = (begin_s + n / 10 for n in range(round(10 * (end_s - begin_s))))
    return [rep for t_s in times if (rep := show(tracker, t_s, left, right)) is not None]


def opened(left: float, right: float = 0.0, tracker: RepTracker | None = None) -> RepTracker:
    """A tracker whose movement opened at 10 s and is confirmed at 10.25 s."""
    tracker = tracker or smiles()
    show(tracker, 9.0)
    for t_s in (10.0, 10.25):
        show(tracker, t_s, left, right)
    assert tracker.open
    return tracker


def smile(
    tracker: RepTracker,
    begin_s: float,
    left: float,
    right: float,
    *,
    for_s: float = 2.0,
) -> list[Rep]:
    """Two seconds of rest, a movement with sharp edges, a second of rest; 100 frames a second."""
    reps: list[Rep] = []
    for n in range(round(100 * (3.0 + for_s))):
        up = 200 <= n < 200 + round(100 * for_s)
        rep = show(tracker, begin_s + n / 100, left * up, right * up)
        if rep is not None:
            reps.append(rep)
    return reps
