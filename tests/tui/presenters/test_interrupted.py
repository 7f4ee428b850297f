"""A practice that was broken off goes on only as far as the day and the plan allow."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.model import Routine
from routines.reading.library import find
from sessions.log.entries import Header
from sessions.log.journal import Journal
from sessions.log.recovery import Unfinished, unfinished
from tests.sessions.log_samples import header, kept_rep
from tests.tui.people import ANSWERED, DAY, MORNING, Now, somebody
from tui.person.person import Person
from tui.presenters.interrupted import choices

CAMERA = "camera:0"
GENTLE = find("daily-gentle", today=MORNING.date())


def broken_off(data: Path, ago: timedelta, routine: Routine = GENTLE) -> Unfinished:
    """A practice before the camera that began so long ago."""
    begin = header(MORNING - ago, CAMERA)
    plan = replace(begin.plan, routine=routine)
    named: Header = replace(begin, plan=plan, id=f"id{ago.total_seconds():.0f}")
    journal = Journal.begin(data, named)
    journal.add(kept_rep(1))
    journal.close()
    return next(each for each in unfinished(data) if each.header == named)


def person(data: Path) -> Person:
    """Somebody before the camera, this morning."""
    return somebody(data, replace(ANSWERED, source=CAMERA), Now(MORNING))


def offered(data: Path, found: Unfinished) -> tuple[bool, str]:
    """Whether it may go on, and the last sentence."""
    texts, options = choices(person(data), found)
    return "resume" in options, texts[-1]


def test_it_goes_on_on_its_day(tmp_path: Path) -> None:
    """Its own beginning is no reason to rest."""
    assert offered(tmp_path, broken_off(tmp_path, timedelta(minutes=20)))[0]


def test_it_does_not_go_on_another_day(tmp_path: Path) -> None:
    """It would come on top of what that day's plan allows."""
    may, said = offered(tmp_path, broken_off(tmp_path, DAY))
    assert not may
    assert said == "It is from another day. It cannot go on today."


def test_it_does_not_go_on_within_the_gap_of_another(tmp_path: Path) -> None:
    """Another one that was broken off counts as well as one that was kept."""
    first = broken_off(tmp_path, timedelta(hours=4))
    broken_off(tmp_path, timedelta(minutes=30))
    may, said = offered(tmp_path, first)
    assert not may
    assert said.startswith("Your face is resting until 10:30.")


@pytest.mark.parametrize("more", [{"reps": 20}, {"hold_s": 9.0}, {"sets": 3}])
def test_it_does_not_go_on_where_the_plan_asks_for_less_by_now(
    tmp_path: Path, more: dict[str, float]
) -> None:
    """It was begun by a routine that has been made smaller since."""
    steps = tuple(
        replace(step, dose=replace(step.dose, **more)) if step.scored else step
        for step in GENTLE.steps
    )
    may, said = offered(
        tmp_path, broken_off(tmp_path, timedelta(minutes=20), replace(GENTLE, steps=steps))
    )
    assert not may
    assert said.startswith("Your plan asks for less by now.")
