"""Whole sessions: the real app, the real camera process with the simulated patient, the record."""

import os
import signal
from pathlib import Path

import pytest

from routines.reading.library import find
from tests.end_to_end.practising import practising, request, smile
from tests.tui import settling
from tui.screens.practice import session
from tui.screens.practice.stop_card import StopCardPanel
from tui.widgets.lines import Said


@pytest.fixture(autouse=True)
def quick_pilots(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the tests of the screens: drawn once a second, and whenever a test looks."""
    settling.quicken(monkeypatch)
    monkeypatch.setattr(session, "DRAWS_PER_S", 1.0)


@pytest.mark.long
async def test_a_steady_patient_finishes_the_daily_set(tmp_path: Path) -> None:
    """Every repetition of every exercise is done, scored and kept, with the effort.

    One exercise always: `test_a_killed_camera_process_costs_no_repetition`.
    """
    async with practising(request(tmp_path, find("daily-gentle"), "steady")) as practice:
        record = await practice.to_the_end()

    assert record.ended == "finished"
    measured = [each for each in record.exercises if each.measure is not None]
    assert len(measured) == 5
    assert all(len(each.reps) == 5 for each in measured)
    assert all(rep.scored for each in measured for rep in each.reps)
    assert not any(each.stops for each in record.exercises)
    assert measured[-1].effort_of_ten == 2


@pytest.mark.long
async def test_a_taking_over_strong_side_stops_the_set_and_is_tried_once_smaller(
    tmp_path: Path,
) -> None:
    """Overcompensation ends the set, the record gives the number, the retry asks for 80 %."""
    async with practising(request(tmp_path, smile(8), "overdriving")) as practice:
        await practice.until("stopped")
        card = practice.screen.query_one(StopCardPanel)
        sentence = card.query_one("#stop-sentence", Said).text
        shown = card.display
        await practice.until("rise", rep=1)
        asked_percent = practice.view().target_percent
        record = await practice.to_the_end()

    assert shown
    assert sentence == "Your strong side moved too much."
    assert asked_percent == 80.0
    first, retry = record.exercises[0].sets[:2]
    assert first.stops[0].rule == "overcompensation"
    assert all(part in first.stops[0].sentence for part in ("strong side", "right", "%"))
    assert retry.retry


@pytest.mark.long
async def test_a_tiring_weak_side_ends_the_exercise(tmp_path: Path) -> None:
    """Fatigue stops the set without a retry, and the session is kept as one that stopped.

    Always: the same guard by the engine's events, and the other one with the whole app.
    """
    async with practising(request(tmp_path, smile(8), "tiring")) as practice:
        record = await practice.to_the_end()

    (only,) = record.exercises[0].sets
    assert only.stops[0].rule == "fatigue"
    assert len(only.reps) < 8
    assert "left side" in only.stops[0].sentence


async def test_a_killed_camera_process_costs_no_repetition(tmp_path: Path) -> None:
    """The child is killed in mid-hold; it is started again and every repetition is kept."""
    async with practising(request(tmp_path, smile(4), "steady")) as practice:
        await practice.until("hold", rep=2)
        pid = getattr(practice.screen.conductor.camera, "pid", None)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        record = await practice.to_the_end()

    assert record.ended == "finished"
    assert [rep.scored for rep in record.exercises[0].reps] == [True] * 4
    assert record.exercises[0].effort_of_ten == 2
    assert record.pauses
