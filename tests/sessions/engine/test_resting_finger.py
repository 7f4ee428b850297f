"""A finger rests on the part that is to stay quiet: that pair is told blind, and earns no step."""

from typing import Any

import pytest
from msgspec.structs import replace

from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    Command,
    Kept,
    KeptBlind,
    KeptRep,
    KeptStepEnd,
    KeptVerdict,
)
from sessions.history.ladder import ladders
from sessions.history.linked_trends import linked_trends
from sessions.history.summary import summarise
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from tests.sessions.driving import Drive, linked_smile, plan
from tests.sessions.log_samples import header
from tui.practice.summary_words import done_lines
from tui.practice.view_words import linked_line

FINGER: dict[str, Any] = {"known_linked": True, "linked_fingers": ("smile-eye",)}


def practised(*linked: float, **more: Any) -> tuple[Drive, SessionRecord]:
    """A set of smiles in which the eye narrows by these percents, and its record."""
    made = plan(linked_smile(reps=3), **more)
    drive = Drive(Engine(made), left=(4.0,), right=(6.0,), linked=linked).begin()
    drive.run(lambda: bool(drive.of(KeptStepEnd)) or drive.engine.phase == "stopped")
    head = header()
    return drive, record_of(replace(head, plan=made), kept(drive.out))


def kept(commands: list[Command]) -> list[Kept]:
    """What goes into the journal."""
    return [c for c in commands if isinstance(c, KeptBlind | KeptRep | KeptStepEnd | KeptVerdict)]


def test_nothing_is_judged_and_it_is_said_and_kept() -> None:
    """On the screen instead of the meter, in the record of the set, in the summary."""
    drive, record = practised(30.0, **FINGER)
    view = drive.engine.view()
    (exercise,) = record.exercises

    assert not [v for v in drive.of(KeptVerdict) if v.verdict.rule == "synkinesis"]
    assert exercise.blind[0].startswith("Your finger rests on the eye")
    assert [each.fingers for each in exercise.sets] == [("smile-eye",)]
    assert all(rep.eye_narrowing_percent is None for rep in exercise.reps)
    assert "with a finger on the quiet part" in " ".join(done_lines(record))
    assert view.linked_now == "unwatched"


def test_the_meter_says_so_from_the_card_to_the_rest() -> None:
    """No bar, no limit, and never that all is quiet."""
    drive = Drive(Engine(plan(linked_smile(reps=1), **FINGER)), left=(4.0,), right=(6.0,)).begin()
    said: set[str] = set()
    for phase in ("ready", "rise", "hold"):
        drive.run(lambda phase=phase: drive.engine.phase == phase)
        said.add(linked_line(drive.engine.view(), "left"))

    assert said == {"Finger on the eye: not judged, no step up"}


def test_a_quiet_set_with_a_finger_earns_no_step() -> None:
    """The same set without a finger is a quiet day on the ladder."""
    with_finger = summarise(practised(0.0, **FINGER)[1])
    without = summarise(practised(0.0, known_linked=True)[1])

    assert not ladders([with_finger] * 2, "left")["smile-eye"].practised
    assert linked_trends([with_finger]) == []
    assert with_finger.exercises[0].finger_sets == 1
    assert [each.quiet for each in without.exercises[0].linked] == [True]


@pytest.mark.parametrize(
    "more",
    [
        {"linked_fingers": ("pucker-eye",)},
        {"linked_pairs": ("pucker-eye",)},
        {"known_linked": False},
        {"linked_pairs": ("smile-eye",), "linked_sides": {"smile-eye": "unaffected"}},
    ],
)
def test_only_that_pair_where_it_is_known_is_told_blind(more: dict[str, Any]) -> None:
    """Elsewhere the guard watches as ever."""
    drive, record = practised(30.0, **{**FINGER, **more})

    assert [v for v in drive.of(KeptVerdict) if v.verdict.rule == "synkinesis"]
    assert record.exercises[0].blind == ()
    assert record.exercises[0].sets[0].fingers == ()


def test_a_record_is_taken_without_a_finger() -> None:
    """A check-up measures the person as he or she is."""
    made = plan(linked_smile(reps=2), **FINGER)
    (step,) = made.routine.steps
    record = replace(made, routine=replace(made.routine, kind="record"))

    assert made.fingers(step) == ("smile-eye",)
    assert record.fingers(step) == ()


@pytest.mark.parametrize(
    ("side", "ends"), [("affected", False), ("both", False), ("unaffected", True)]
)
def test_a_pair_of_the_other_half_is_not_known_of_the_watched_one(side: str, ends: bool) -> None:
    """There two loud repetitions at the stop level end the exercise, as where nothing is known."""
    sides = {"linked_pairs": ("smile-eye",), "linked_sides": {"smile-eye": side}}
    drive, _ = practised(30.0, 30.0, 0.0, known_linked=True, **sides)

    assert (drive.engine.phase == "stopped") is ends
