"""The second model of the eyes, and the skin of brows, only where an exercise uses them."""

from datetime import date
from pathlib import Path

import pytest

from routines.reading.reader import read_routine
from sessions.engine.interface.commands import Cue
from sessions.live.eyes_wanted import EyesWanted
from sessions.live.request import SessionRequest
from sessions.messages import ReadEyes

ROUTINE = """
schema = 1
id = "short"
name = "Short"
stage = "paretic"
[[exercise]]
do = "brow-raise"
[[exercise]]
do = "eye-closure"
[[exercise]]
do = "frown"
[[exercise]]
do = "pucker"
"""


def told(data: Path, source: str, *exercises: str) -> list[tuple[bool, bool]]:
    """What the camera process hears of eyes and skin while these exercises begin in turn."""
    routine = read_routine(ROUTINE, source="test", today=date(2026, 11, 21))
    messages: list[ReadEyes] = []
    request = SessionRequest(routine=routine, side="left", data=data, source=source)
    wanted = EyesWanted(request, messages.append)
    for at_s, exercise in enumerate(exercises):
        wanted.hear(Cue(at_s=float(at_s), phase="ready", seconds=5.0, exercise=exercise))
    return [(message.wanted, message.skin) for message in messages]


@pytest.mark.parametrize(
    ("exercises", "heard"),
    [
        (("eye-closure", "pucker"), [(True, False)]),
        (("brow-raise", "frown"), [(False, True)]),
        (("brow-raise", "eye-closure", "frown"), [(False, True), (True, False), (False, True)]),
        (("brow-raise", "", "frown", "pucker"), [(False, True), (True, False)]),
    ],
)
def test_it_is_said_when_it_changes(
    tmp_path: Path, exercises: tuple[str, ...], heard: list[tuple[bool, bool]]
) -> None:
    """An eye that is measured or watched is read, and brows where they are measured are followed;
    between two exercises nothing is said."""
    assert told(tmp_path, "camera:0", *exercises) == heard


def test_a_simulated_patient_has_no_second_model(tmp_path: Path) -> None:
    """Nobody would hear it."""
    assert told(tmp_path, "sim", "brow-raise", "eye-closure") == []
