"""The day's plan is read as strictly as a routine."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.cards import plan_findings
from routines.movements import STAGES, Stage
from routines.plan import PlanErrors, Slot, default_plan, is_plan, read_plan
from routines.reading.library import NOT_ROUTINES, find, list_all
from routines.writing import plan_text, routine_text
from tests.routines.writing_routines import HEAD, STEP, TODAY

GOOD = """\
schema = 1
stage = "paretic"
daily_cap = 3
gap_hours = 2.5
review = 2027-01-16
by = "A. Example"
comment = "Quality before number."

[[slot]]
name = "morning"
at = "08:30"
routines = ["daily-gentle"]

[[slot]]
name = "evening"
at = "19:00"
routines = ["bells-1", "bells-2", "bells-3", "bells-4"]
days = ["monday", "thursday"]
"""


def told(text: str) -> list[str]:
    """What stands against a plan."""
    with pytest.raises(PlanErrors) as caught:
        read_plan(text, source="plan.toml", today=TODAY)
    return [str(problem) for problem in caught.value.problems]


def test_a_plan_is_read_whole() -> None:
    """Slots, parts that take turns, cap, gap, review, comment."""
    plan = read_plan(GOOD, source="plan.toml", today=TODAY)

    assert plan.slots == (
        Slot(name="morning", at=time(8, 30), routines=("daily-gentle",)),
        Slot(
            name="evening",
            at=time(19),
            routines=("bells-1", "bells-2", "bells-3", "bells-4"),
            days=("monday", "thursday"),
        ),
    )
    assert (plan.daily_cap, plan.gap_hours, plan.review) == (3, 2.5, date(2027, 1, 16))
    assert (plan.by, plan.comment) == ("A. Example", "Quality before number.")


def test_routines_of_one_time_are_told_to_take_turns() -> None:
    """One of them a day, not all of them one after another."""
    lines = plan_findings(read_plan(GOOD, source="plan.toml", today=TODAY))

    assert "  08:30 morning: daily-gentle (every day)" in lines
    assert any("bells-3 and bells-4 in turns (monday, thursday)" in line for line in lines)


def test_a_plan_written_reads_back_equal() -> None:
    """Ours and a therapist's."""
    plans = [default_plan(stage, TODAY) for stage in STAGES]
    for plan in (*plans, read_plan(GOOD, source="plan.toml", today=TODAY)):
        assert read_plan(plan_text(plan), source="plan.toml", today=TODAY) == plan


@pytest.mark.parametrize("stage", STAGES)
def test_the_first_plan_is_careful(stage: Stage) -> None:
    """Two or three a day, two hours apart, nothing the stage forbids, a review in eight weeks."""
    plan = default_plan(stage, TODAY)

    assert 2 <= plan.daily_cap <= 3
    assert plan.gap_hours >= 2
    assert plan.review == TODAY + timedelta(weeks=8)
    assert not plan.by
    for slot in plan.slots:
        for routine_id in slot.routines:
            assert find(routine_id, today=TODAY).suits(stage)


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (
            "daily_cap = 3",
            "daily_cap = 9",
            "plan.toml, line 3: daily_cap: expected 1 to 5 sessions a day, found 9.",
        ),
        (
            "gap_hours = 2.5",
            "gap_hours = 0",
            "plan.toml, line 4: gap_hours: expected 1 to 12 hours, found 0.",
        ),
        (
            '"daily-gentle"',
            '"dayly-gentle"',
            (
                "plan.toml, line 12: slot 1, routines: expected the id of a routine (python3 -m "
                'tui routine list shows them), found "dayly-gentle". Did you mean "daily-gentle"?'
            ),
        ),
        (
            '"daily-gentle"',
            '"linked-movement"',
            (
                "plan.toml, line 12: slot 1, routines: expected a routine for the paretic stage; "
                'this one is synkinetic, found "linked-movement".'
            ),
        ),
        (
            '"08:30"',
            '"8 in the morning"',
            (
                'plan.toml, line 11: slot 1, at: expected a time of day such as "08:30", '
                'found "8 in the morning".'
            ),
        ),
        (
            '"monday"',
            '"mondays"',
            (
                "plan.toml, line 18: slot 2, days: expected one of monday, tuesday, wednesday, "
                'thursday, friday, saturday, sunday, found "mondays". Did you mean "monday"?'
            ),
        ),
        (
            "daily_cap = 3",
            "daily_cap = 1",
            (
                "plan.toml, line 3: daily_cap: expected at least 2, as many as monday has slots, "
                "found 1."
            ),
        ),
        (
            '"19:00"',
            '"10:00"',
            (
                "plan.toml, line 4: gap_hours: expected at most 1.5, or more time between morning "
                "and evening, found 2.5."
            ),
        ),
        (
            "daily_cap",
            "cap",
            (
                "plan.toml, line 3: cap: expected one of the keys schema, stage, daily_cap, "
                'gap_hours, review, feedback, by, comment, slot. Did you mean "daily_cap"?'
            ),
        ),
    ],
)
def test_a_slip_in_a_plan_is_answered(old: str, new: str, answer: str) -> None:
    """As for a routine: file, line, key, what was expected, the nearest."""
    assert answer in told(GOOD.replace(old, new, 1))


def test_a_plan_without_slots_says_what_is_missing() -> None:
    """Rather than planning nothing for ever."""
    assert told('schema = 1\nstage = "paretic"\n') == [
        "plan.toml: slot: expected at least one [[slot]] with name, at and routines."
    ]


def test_a_plan_from_the_future_is_refused() -> None:
    """With the same sentence as a routine."""
    assert "written for a newer slowsmile" in told("schema = 2")[0]


def test_a_plan_may_name_routines_of_a_folder(tmp_path: Path) -> None:
    """A therapist's own, by its id."""
    (tmp_path / "own.toml").write_text(HEAD + STEP, encoding="utf-8")
    text = GOOD.replace('"daily-gentle"', '"test-set"')

    plan = read_plan(text, source="plan.toml", today=TODAY, folders=(tmp_path,))
    assert plan.slots[0].routines == ("test-set",)


def test_plans_and_routines_are_told_apart() -> None:
    """By what stands in them."""
    assert is_plan({"slot": []})
    assert not is_plan({"exercise": [], "slot": []})
    assert not is_plan({"schema": 1})


def test_a_routine_of_ones_own_with_a_mistake_is_told_from_one_that_is_not_there(
    tmp_path: Path,
) -> None:
    """The list of routines would not help: its file has to be put right."""
    (tmp_path / "mine.toml").write_text(HEAD + STEP + "reps = 99\n", encoding="utf-8")
    text = GOOD.replace("daily-gentle", "mine")
    with pytest.raises(PlanErrors, match="a routine file without errors") as caught:
        read_plan(text, source="plan.toml", today=TODAY, folders=(tmp_path,))

    assert len(caught.value.problems) == 1


def test_a_plan_may_say_when_the_bars_are_seen() -> None:
    """It is read, written back, and left open where it is not said; another word is refused."""
    fading = GOOD.replace('by = "A. Example"', 'by = "A. Example"\nfeedback = "fading"')
    plan = read_plan(fading, source="plan.toml", today=TODAY)

    assert plan.feedback == "fading"
    assert read_plan(plan_text(plan), source="plan.toml", today=TODAY) == plan
    assert read_plan(GOOD, source="plan.toml", today=TODAY).feedback is None
    assert "feedback" in told(fading.replace("fading", "sometimes"))[0]


def test_a_routine_that_lies_beside_the_plan_is_found(tmp_path: Path) -> None:
    """By its id. Other files of the program there are no routines, and none is called broken."""
    own = routine_text(replace(find("daily-gentle"), id="anna"))
    (tmp_path / "anna-monday.toml").write_text(own, encoding="utf-8")
    copies = ("plan (Ann's conflicted copy 2026-11-28).toml", "plan-LAPTOP.toml", "._plan.toml")
    for name in (*NOT_ROUTINES, *copies):
        (tmp_path / name).write_text("schema = 1\n", encoding="utf-8")
    (tmp_path / "plan_b.toml").write_text('schema = 1\nid = "plan-b"\n', encoding="utf-8")

    read = read_plan(GOOD.replace("daily-gentle", "anna"), source="plan.toml", folders=(tmp_path,))

    assert read.slots[0].routines == ("anna",)
    own_ones = [each for each in list_all((tmp_path,)) if each.source != "library"]
    assert [(Path(each.source).name, bool(each.trouble)) for each in own_ones] == [
        ("anna-monday.toml", False),
        ("plan_b.toml", True),
    ]
