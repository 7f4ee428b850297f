"""What stands under a plan that is being built: its own words, and what is still to be done."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from routines.plan import Plan, default_plan
from sessions.exchange.plan_draft import PlanDraft
from tests.tui.people import ANSWERED, MORNING, somebody
from tui.flows.plan.plan_task import PlanTask
from tui.flows.therapist_setup import done_words
from tui.presenters.plan.rows import as_on_screen
from tui.texts.plan import building as words


def said(data: Path, plan: Plan) -> list[str]:
    """The lines under the sheet with `plan`, which is not kept yet."""
    task = PlanTask(somebody(data, ANSWERED), PlanDraft(plan=plan), new=True)
    return task.words()


def test_a_plan_is_kept_with_a_name_only(tmp_path: Path) -> None:
    """The key is not promised where it would not keep."""
    plan = default_plan("paretic", MORNING.date())

    assert said(tmp_path, replace(plan, by="")) == [words.ADD_NAME]
    assert said(tmp_path, replace(plan, by="M. Weber")) == [words.GOOD]


def test_a_line_to_be_put_right_is_called_as_on_the_sheet(tmp_path: Path) -> None:
    """Not by its key in the file."""
    plan = replace(default_plan("paretic", MORNING.date()), by="M. Weber", daily_cap=1)

    title, wrong = said(tmp_path, plan)

    assert title == words.WRONG
    assert wrong.startswith("At most a day: expected at least 3")


def test_other_problems_stay_as_they_are() -> None:
    """Of a time of day, or without a key."""
    for problem in ("slot.morning.at: expected a time", "nothing with a colon"):
        assert as_on_screen(problem) == problem


def test_a_sitting_names_a_day_of_review_only_where_there_is_one() -> None:
    """In words, as the sheet has it."""
    plan = default_plan("paretic", MORNING.date())

    assert done_words("M. Weber", replace(plan, review=date(2027, 1, 24))).endswith(
        "again on 24 January 2027."
    )
    assert (
        done_words("M. Weber", replace(plan, review=None))
        == "Kept. The plan is signed by M. Weber."
    )
