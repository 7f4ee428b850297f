"""Which safety questions come again, and when."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from sessions.care.access import unlocked
from sessions.care.asked_again import asked_on, questions_due
from sessions.care.settings import Settings
from tests.tui.people import ANSWERED, MORNING

TODAY = MORNING.date()
DAY = timedelta(days=1)


def somebody(**answers: Any) -> Settings:
    """Somebody with these answers, asked about nothing again."""
    return replace(ANSWERED, answers=replace(ANSWERED.answers, **answers))


@pytest.mark.parametrize(
    ("finished", "flags", "due"),
    [
        (29, None, ()),
        (30, None, ("flags",)),
        (100, 29, ()),
        (100, 30, ("flags",)),
        (20, 100, ()),
        (-5, None, ()),
        (183, 3, ("not-for",)),
        (182, 3, ()),
    ],
)
def test_warning_signs_monthly_exclusions_twice_a_year(
    finished: int, flags: int | None, due: tuple[str, ...]
) -> None:
    """From the first run, or from when they were last asked."""
    asked = None if flags is None else TODAY - flags * DAY
    settings = somebody(finished_on=TODAY - finished * DAY, flags_asked_on=asked)

    assert questions_due(settings, TODAY) == due
    for question in questions_due(settings, TODAY):
        settings = asked_on(settings, question, TODAY)
    assert questions_due(settings, TODAY) == ()


@pytest.mark.parametrize("level", ["active", "care"])
def test_an_overdue_question_closes_nothing(level: str) -> None:
    """What was open stays open, what was closed stays closed."""
    flags = () if level == "active" else ("lump",)
    old = somebody(finished_on=TODAY - 400 * DAY, red_flags=flags)

    assert questions_due(old, TODAY) == ("flags", "not-for")
    assert unlocked(old, TODAY).level == level


def test_nothing_is_asked_before_the_first_run_or_in_an_emergency() -> None:
    """Those have their own cards."""
    assert questions_due(Settings(), TODAY) == ()
    stroke = somebody(finished_on=TODAY - 400 * DAY, red_flags=("sudden-limbs-or-speech",))
    assert questions_due(stroke, TODAY) == ()


def test_the_date_of_botulinum_toxin_is_asked_monthly_until_it_is_known() -> None:
    """An older folder is asked at once; a therapist's plan needs no date."""
    older = somebody(not_for=("botulinum",))
    assert questions_due(older, TODAY) == ("toxin-date",)

    asked = asked_on(older, "toxin-date", TODAY)
    assert "toxin-date" not in questions_due(asked, TODAY + 29 * DAY)
    assert "toxin-date" in questions_due(asked, TODAY + 30 * DAY)
    assert unlocked(asked, TODAY).level == "care"
    assert questions_due(somebody(not_for=("botulinum",), therapist_plan=True), TODAY) == ()
    assert questions_due(somebody(not_for=("botulinum",), toxin_on=TODAY), TODAY) == ()


def test_botulinum_toxin_ticked_again_needs_a_new_date() -> None:
    """The old one opened practice; a new injection closes it until its date is known."""
    ticked = somebody(not_for=("botulinum",), toxin_on=TODAY - 300 * DAY, toxin_asked_on=TODAY)
    assert unlocked(ticked, TODAY).level == "active"

    again = asked_on(ticked, "not-for", TODAY)
    assert unlocked(again, TODAY).level == "care"
    assert questions_due(again, TODAY) == ("toxin-date",)
    recent = somebody(not_for=("botulinum",), toxin_on=TODAY - 30 * DAY)
    assert asked_on(recent, "not-for", TODAY).answers.toxin_on == TODAY - 30 * DAY


def test_nothing_moves_and_yet_something_moves_along_is_asked_again() -> None:
    """Until one of the two is taken back."""
    both = replace(ANSWERED, stage="flaccid", known_linked=True)

    assert questions_due(both, TODAY) == ("stage",)
    assert questions_due(replace(both, known_linked=False), TODAY) == ()
    assert questions_due(replace(both, stage="paretic"), TODAY) == ()
