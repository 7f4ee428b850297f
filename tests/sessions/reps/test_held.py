"""What counts as held: longer where the numbers are not sure."""

import pytest
from msgspec.structs import replace

from sessions.readings import Confidence
from sessions.reps.held import is_held
from tests.sessions.made_reps import readings, train
from tests.sessions.reps.test_tracker import found


@pytest.mark.parametrize(
    ("confidence", "hold_s", "held"),
    [("low", 0.47, False), ("low", 0.5, True), ("normal", 0.47, True), ("normal", None, False)],
)
def test_lips_that_speak_are_not_held(
    confidence: Confidence, hold_s: float | None, held: bool
) -> None:
    """0.47 s of low confidence is the most that people who talk were held for; on a straight head
    it is the shortest dose."""
    rep = found(list(readings(8, train([4]), train([4]))))[0]
    rep = replace(rep, confidence=confidence, affected=replace(rep.affected, hold_s=hold_s))
    times = [n / 30 for n in range(60)]
    values = [4.0 if 0.5 < t < 1.3 else 1.0 for t in times]

    assert is_held(rep, 0, times, values, least_s=0.6) is held
