"""The routines that come with the program: bounded, explained, and run to their end."""

import re
from pathlib import Path

import pytest

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.model import Routine
from routines.movements import STAGES
from routines.program import COMMAND
from routines.reading.library import find, library_ids, list_all
from sessions.engine.engine import Engine
from sessions.engine.interface.events import Began, Ticked
from sessions.engine.interface.plan import SessionPlan
from tests.routines.writing_routines import HEAD, STEP, TODAY, words

IDS = words("""
bells-1 bells-2 bells-3 bells-4 bouts check-up daily-gentle drink-and-speak eyelid-set
first-flickers first-look flaccid-care linked-eye-to-mouth linked-movement mimic-set mouth-set
release-and-relax soft-tissue speech tight-day weekly-look whole-face whole-face-linked
wind-down
""")
NUMBERS = words("zero one two three four five six seven eight nine ten")
ORDERS = {
    "mimic-set": "brow-raise frown nose-wrinkle nostril-flare lip-corner-out one-corner "
    "other-corner",
    "eyelid-set": "look-down lid-help lid-stretch eye-closure squint",
    "mouth-set": "closed-smile mouth-open pucker vowel-series closed-smile open-smile "
    "cheek-puff-both lips-together read-aloud",
    "bells-1": "brow-raise frown",
    "bells-2": "eyes-wide eye-closure",
    "bells-3": "open-smile closed-smile pucker",
    "bells-4": "cheek-puff-one nostril-flare tongue-up tongue-down tongue-trace massage-lips "
    "massage-cheek massage-forehead massage-brow moist-heat",
}
"""The lists that are kept in their own order."""
SCORED_IN_RECORD = words("""
brow-raise frown eye-closure blink open-smile closed-smile snarl pucker lower-lip
""")


def library(routine_id: str) -> Routine:
    """A library routine on the day of the tests."""
    return find(routine_id, today=TODAY)


def test_the_library_is_whole() -> None:
    """Every promised routine, and none besides."""
    assert sorted(library_ids()) == sorted(IDS)


@pytest.mark.parametrize("routine_id", IDS)
def test_each_is_short_and_says_for_whom(routine_id: str) -> None:
    """Ten minutes at most; `about` names how long it takes, and that is true."""
    routine = library(routine_id)
    named = re.search(r"[Aa]bout (\w+(?: and a half)?) minutes?", " ".join(routine.about.split()))

    assert routine.seconds <= 600
    assert routine.about.startswith(("For ", "The ", "A record"))
    assert named is not None
    claimed = NUMBERS.index(named[1].split()[0]) + (0.5 if "half" in named[1] else 0.0)
    assert abs(routine.seconds / 60 - claimed) <= 0.6


@pytest.mark.parametrize("routine_id", IDS)
def test_each_runs_to_its_end_in_the_time_it_says(routine_id: str) -> None:
    """By the clock alone, on a clock the test moves; skipped steps take no time."""
    routine = library(routine_id)
    engine = Engine(SessionPlan(routine=routine, side="left", by_clock=True))
    engine.handle(Began(0.0))
    at_s = 0.0
    while engine.phase != "done":
        at_s += 0.25
        engine.handle(Ticked(at_s))
        assert at_s < 700

    assert engine.ended == "finished"
    assert abs(at_s - routine.seconds) <= 1.0


@pytest.mark.parametrize("routine_id", ORDERS)
def test_lists_keep_their_order(routine_id: str) -> None:
    """Steps that need a leave stand in their place too."""
    assert [step.exercise.id for step in library(routine_id).steps] == ORDERS[routine_id].split()


def test_steps_that_need_a_leave_are_skipped_saying_so() -> None:
    """Out of the box nothing one-sided or strong runs."""
    for routine_id in IDS:
        for step in library(routine_id).steps:
            assert (step.skipped is not None) == step.exercise.therapist_only
            assert step.skipped is None or "therapist must allow" in step.skipped


def test_only_the_eight_groups_go_beyond_eight_repetitions() -> None:
    """And they lift that bound by name."""
    for routine_id in IDS:
        routine = library(routine_id)
        most = max((s.dose.reps for s in routine.steps if s.scored), default=0)
        assert (most > 8) == ("reps" in routine.lifts)
        assert "reps" not in routine.lifts or routine_id.startswith("bells-")


def test_the_eight_groups_take_the_lowest_counts() -> None:
    """One set each, smiles held for five seconds."""
    doses = {
        step.exercise.id: step.dose
        for part in ("bells-1", "bells-2", "bells-3")
        for step in library(part).steps
        if step.scored
    }

    assert {id: (d.sets, d.reps) for id, d in doses.items()} == {
        "brow-raise": (1, 15),
        "frown": (1, 10),
        "eye-closure": (1, 15),
        "open-smile": (1, 10),
        "closed-smile": (1, 10),
        "pucker": (1, 15),
    }
    assert doses["open-smile"].hold_s == doses["closed-smile"].hold_s == 5.0


def test_days_without_movement_hold_none() -> None:
    """Flaccid care, tight days, soft tissue and winding down suit every stage."""
    for routine_id in ("flaccid-care", "tight-day", "soft-tissue", "wind-down", "whole-face"):
        routine = library(routine_id)
        assert not routine.active
        assert all(routine.suits(stage) for stage in STAGES)


def test_massage_comes_before_heat() -> None:
    """Wherever both stand in one routine."""
    for routine_id in IDS:
        ids = [step.exercise.id for step in library(routine_id).steps]
        if "moist-heat" in ids:
            massages = [n for n, id in enumerate(ids) if id.startswith("massage")]
            assert max(massages) < ids.index("moist-heat")


def test_linked_movement_relaxes_first_and_keeps_the_eyes_open() -> None:
    """Release and stretch, then the smallest range; closer limits for the eye than usual."""
    routine = library("linked-movement")

    assert not routine.steps[0].exercise.active
    assert not any(step.exercise.eyes_shut for step in routine.steps)
    limits = [s.thresholds.synkinesis for s in routine.steps if s.scored]
    assert all(limit.pucker_eye_stop_points < 15 for limit in limits)
    assert not library("daily-gentle").suits("synkinetic")


def test_the_weekly_record_scores_what_can_be_scored() -> None:
    """Nine movements scored, four left to the person's own eye."""
    routine = library("check-up")

    scored = [step.exercise.id for step in routine.steps if step.scored]
    assert scored == SCORED_IN_RECORD
    assert all(step.note for step in routine.steps if not step.scored)
    assert routine.kind == "record"


def test_the_first_look_asks_for_one_of_each() -> None:
    """No goals, nothing to repeat."""
    routine = library("first-look")

    assert routine.kind == "first-look"
    assert {step.dose.reps for step in routine.steps} == {1}


def test_nothing_in_the_catalogue_is_out_of_reach() -> None:
    """Every exercise without a therapist's leave is in a routine, or among the few extras."""
    used = {step.exercise.id for id in IDS for step in library(id).steps}
    free = {exercise.id for exercise in exercises().values() if not exercise.therapist_only}

    assert free - used <= set()


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    """And with where to look."""
    with pytest.raises(Trouble, match='Did you mean "daily-gentle"') as caught:
        find("daily-gentel")

    assert f"{COMMAND} routine list" in caught.value.sentence


def test_the_nearest_may_stand_in_a_folder_of_ones_own(tmp_path: Path) -> None:
    """Also for what a file extends."""
    (tmp_path / "morning.toml").write_text(HEAD + STEP, encoding="utf-8")
    extending = tmp_path / "evening.toml"
    extending.write_text('schema = 1\nid = "evening"\nextends = "mornin"\n', encoding="utf-8")

    with pytest.raises(Trouble, match='Did you mean "morning"'):
        find("mornign", (tmp_path,))
    with pytest.raises(Trouble, match='Did you mean "morning"'):
        find(str(extending))


def test_a_file_is_found_by_path_and_by_id_in_a_folder(tmp_path: Path) -> None:
    """A therapist's file in a folder outranks the library."""
    own = tmp_path / "from-my-therapist.toml"
    own.write_text((HEAD + STEP).replace("test-set", "daily-gentle"), encoding="utf-8")

    assert find(str(own)).name == "Test set"
    assert find("daily-gentle", (tmp_path,)).name == "Test set"
    assert find("from-my-therapist", (tmp_path,)).source == str(own)
    assert find("daily-gentle").name == "Gentle daily set"


def test_a_broken_file_is_never_passed_over_for_the_library(tmp_path: Path) -> None:
    """Its errors are told; another routine of the same name does not run in its place."""
    broken = (HEAD + STEP + "reps = 99\n").replace("test-set", "daily-gentle")
    (tmp_path / "mine.toml").write_text(broken, encoding="utf-8")

    with pytest.raises(Trouble, match="reps"):
        find("daily-gentle", (tmp_path,))


def test_the_list_keeps_broken_files_with_their_trouble(tmp_path: Path) -> None:
    """One bad file does not hide the others."""
    (tmp_path / "a.toml").write_text("schema = 9", encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEAD + STEP, encoding="utf-8")

    listed = list_all((tmp_path, tmp_path / "missing"), today=TODAY)

    assert len(listed) == len(IDS) + 2
    assert [entry.routine is None for entry in listed[-2:]] == [True, False]
    assert "newer" in listed[-2].trouble


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad"])
def test_what_is_no_text_is_said(tmp_path: Path, content: bytes | None) -> None:
    """A missing file, a document saved by a word processor."""
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(Trouble, match=r"x\.toml"):
        find(str(path))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    """Said as what it is."""
    with pytest.raises(Trouble, match="is a folder"):
        find(f"{tmp_path}/")
