"""The gap of an eye that does not close, in the person's own answers."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from sessions.care.eye_care import (
    GAPS,
    Gap,
    gap_in,
    is_asked,
    is_due,
    previous,
    trend,
    wants_blinks,
)
from sessions.care.triage import SORE_EYE
from sessions.history.diary import DiaryLine
from tests.tui.people import ANSWERED, MORNING


def said(gap: str, weeks_ago: int = 1) -> DiaryLine:
    """An answer so long ago."""
    when = MORNING - timedelta(weeks=weeks_ago)
    return DiaryLine(when=when, kind="eye", answers={"gap": gap, "drops": True})


@pytest.mark.parametrize(("closes", "asked"), [(True, False), (False, True), (None, True)])
def test_only_an_eye_that_is_sure_to_close_is_not_asked_about(
    closes: bool | None, asked: bool
) -> None:
    """Not sure is asked."""
    assert is_asked(replace(ANSWERED, eye_closes=closes)) == asked


@pytest.mark.parametrize("now", GAPS)
@pytest.mark.parametrize("before", GAPS)
def test_each_answer_against_the_last(before: Gap, now: Gap) -> None:
    """From closed to the clear part it is larger."""
    found = trend(said(before), now)

    order = GAPS.index(now) - GAPS.index(before)
    assert found == {-2: "smaller", -1: "smaller", 0: "same", 1: "larger", 2: "larger"}[order]


def test_the_last_line_with_an_answer_counts() -> None:
    """What a newer version wrote, and lines of other questions, are passed over."""
    weekly = DiaryLine(when=MORNING, kind="weekly", answers={"gap": "closed"})
    lines = [said("closed", 4), said("clear-part", 3), said("gap", 2), said("half", 1), weekly]

    found = previous(lines)
    assert found is not None
    assert gap_in(found) == "gap"
    assert trend(previous([weekly, said("half")]), "gap") == "first"


@pytest.mark.parametrize(
    ("closes", "ticked", "wanted"),
    [(False, False, True), (True, True, True), (True, False, False), (None, False, False)],
)
def test_blinking_is_reminded_of_where_the_eye_stays_open_or_it_was_ticked(
    closes: bool | None, ticked: bool, wanted: bool
) -> None:
    """By the last answer; a sore eye is left alone whatever was ticked."""
    settings = replace(ANSWERED, eye_closes=closes)
    earlier, last = said("gap", 2), said("gap", 1)
    last = replace(last, answers={**last.answers, "blinks": ticked})
    earlier = replace(earlier, answers={**earlier.answers, "blinks": not ticked})

    assert wants_blinks(settings, [earlier, last]) == wanted
    sore = replace(settings.answers, red_flags=(SORE_EYE,))
    assert not wants_blinks(replace(settings, answers=sore), [last])


@pytest.mark.parametrize(("closes", "wanted"), [(False, True), (None, False), (True, False)])
def test_before_the_first_weekly_answer_the_eye_decides(closes: bool | None, wanted: bool) -> None:
    """Nothing was ticked yet."""
    assert wants_blinks(replace(ANSWERED, eye_closes=closes), []) == wanted


@pytest.mark.parametrize(
    ("finished_days_ago", "answered_days_ago", "due"),
    [
        (6, None, False),
        (7, None, True),
        (60, 6, False),
        (60, 7, True),
        (3, 7, True),
        (None, None, False),
    ],
)
def test_it_is_due_a_week_after_the_last_answer_or_the_first_run(
    finished_days_ago: int | None, answered_days_ago: int | None, due: bool
) -> None:
    """Before the first run is over it never is, nor for an eye that closes."""
    today = MORNING.date()
    finished = None if finished_days_ago is None else today - timedelta(days=finished_days_ago)
    answers = replace(ANSWERED.answers, finished_on=finished)
    settings = replace(ANSWERED, eye_closes=False, answers=answers)
    lines: list[DiaryLine] = []
    if answered_days_ago is not None:
        when = MORNING - timedelta(days=answered_days_ago)
        lines.append(replace(said("gap"), when=when))

    assert is_due(settings, lines, today) == due
    assert not is_due(replace(settings, eye_closes=True), lines, today)
