"""A plan while it is built: always judged as a file, and never lost when it changes."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Step
from routines.plan import default_plan
from routines.reading.library import find, library_ids
from sessions.care.leave_consent import unconfirmed
from sessions.care.settings import Settings
from sessions.exchange.hand_over import from_file
from sessions.exchange.plan_draft import (
    PlanDraft,
    copied,
    empty_routine,
    fresh_id,
    judged,
    judged_plan,
    kept,
    with_dose,
    with_leave,
    with_steps,
)

TODAY = datetime.date(2026, 11, 29)
NOW = datetime.datetime(2026, 11, 29, 9, 30, tzinfo=datetime.UTC)
DRAFT = PlanDraft(plan=replace(default_plan("paretic", TODAY), by="M. Weber"))
ANNA = copied(find("mimic-set", today=TODAY), "anna", "Anna's set")


def test_a_leave_is_signed_for_a_time_and_goes_with_its_exercise(tmp_path: Path) -> None:
    """Whoever built it, the person confirms it once before it runs."""
    allowed = with_leave(ANNA, "one-corner", "M. Weber", TODAY, 8)
    kept(tmp_path, DRAFT.with_routine(allowed), NOW)
    read = find("anna", (tmp_path / "routines",), today=TODAY)

    assert [each.exercise for each in unconfirmed(read, Settings())] == ["one-corner"]
    assert read.allows[0].until == TODAY + datetime.timedelta(weeks=8)
    assert with_leave(allowed, "one-corner", "M. Weber", TODAY, 0).allows == ()
    assert with_steps(allowed, allowed.steps[:2]).allows == ()
    assert copied(allowed, "ben", "Ben's set").allows == ()


def test_what_the_checker_says_is_said_without_places_in_a_file() -> None:
    """Of a good one what it will be like; of a wrong one all that is wrong."""
    massage = exercises()["massage-cheek"]
    long = with_dose(Step(exercise=massage, dose=massage.dose), "for_s", 599)
    said, good = judged(with_steps(ANNA, [*ANNA.steps, long]), TODAY)

    assert judged(ANNA, TODAY)[1]
    assert not good
    assert said[0].startswith("the routine: expected at most 10 minutes")
    assert judged(empty_routine("new", "New", "paretic"), TODAY)[1] is False


def test_a_draft_is_judged_with_its_own_routines() -> None:
    """A slot may name them; one that was taken out is missed."""
    slots = (replace(DRAFT.plan.slots[0], routines=("anna",)), *DRAFT.plan.slots[1:])
    named = replace(DRAFT, plan=replace(DRAFT.plan, slots=slots))

    assert judged_plan(named.with_routine(ANNA), (), TODAY) == []
    assert named.used("anna") == (slots[0].name,)
    (wrong,) = judged_plan(named, (), TODAY)
    assert "routines" in wrong


def test_what_is_taken_out_lies_in_the_backup(tmp_path: Path) -> None:
    """As it was; and a routine that comes back is not taken out again."""
    with_anna = DRAFT.with_routine(ANNA)
    kept(tmp_path, with_anna, NOW)
    without = with_anna.without_routine("anna")
    done = kept(tmp_path, without, NOW)

    assert not (tmp_path / "routines" / "anna.toml").exists()
    assert done.backup is not None
    assert [each.id for each in from_file(done.backup, (), TODAY).routines] == ["anna"]
    assert without.with_routine(ANNA).gone == ()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Anna's set", "anna-s-set"),
        ("Übung für Émile", "ubung-fur-emile"),
        ("朝", "routine"),
        ("Anna", "anna-2"),
        ("Plan", "plan-2"),
        (library_ids()[0], f"{library_ids()[0]}-2"),
    ],
)
def test_ids_are_made_of_names_and_are_nobody_elses(name: str, made: str) -> None:
    """Small letters, digits, hyphens."""
    assert fresh_id(name, ("anna",)) == made
