"""Natural blinks are watched in the pauses of an attentive camera, and nowhere else."""

from datetime import date
from pathlib import Path

import pytest

from routines.movements import MEASURES
from routines.reading.reader import read_routine
from sessions.engine.interface.commands import Cue, Finished, KeptPause, Phase
from sessions.live.blink_watch import BlinkWatch
from sessions.live.request import SessionRequest
from sessions.log.entries import Blinks
from sessions.readings import Half, Reading
from tests.sessions.reps.test_blink_depth import lids

ROUTINE = """
schema = 1
id = "short"
name = "Short"
stage = "paretic"
[[exercise]]
do = "brow-raise"
"""


def half(narrowing: float) -> Half:
    """A half of which only the eye moves."""
    return Half((0.0,) * len(MEASURES), narrowing, 0.0, 0.0)


def kept(
    data: Path,
    *,
    phase: Phase = "rest",
    fps: float = 30.0,
    paused: bool = False,
    source: str = "camera:0",
    reminds: bool = False,
) -> list[Blinks]:
    """What is kept of a minute of blinks in `phase`; the left eye is the weak one."""
    found: list[Blinks] = []
    request = SessionRequest(
        routine=read_routine(ROUTINE, source="test", today=date(2026, 11, 21)),
        side="left",
        data=data,
        source=source,
        reminds_to_blink=reminds,
    )
    watch = BlinkWatch(request, found.append)
    watch.hear(Cue(at_s=0.0, phase=phase, seconds=4.0))
    if paused:
        watch.hear(KeptPause(at_s=0.0, why="own"))
    for n, lid in enumerate(lids()):
        left, right = half(lid.affected), half(lid.unaffected)
        watch.see(Reading(n=n, t_s=lid.t_s, fps=fps, left=left, right=right))
    watch.hear(Finished(at_s=70.0, ended="finished"))
    return found


def test_a_minute_of_pauses_is_kept_once(tmp_path: Path) -> None:
    """The weak eye by its side."""
    (only,) = kept(tmp_path)

    assert (only.found.affected_at_least_percent, only.found.unaffected_at_least_percent) == (
        30,
        70,
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"phase": "hold"},
        {"fps": 24.0},
        {"paused": True},
        {"source": "sim"},
        {"reminds": True},
    ],
)
def test_what_is_no_natural_blink_is_not_watched(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    """Movement, a slow camera, a pause, a simulated patient, blinks that were asked for."""
    assert kept(tmp_path, **changed) == []  # pyright: ignore[reportArgumentType]
