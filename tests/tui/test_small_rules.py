"""Small pure rules of the day: lighter, reflow, leaves, own doses, swapped sides, the plan."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.model import Permission
from routines.plan import default_plan
from routines.reading.library import find
from sessions.care.day_plan import follow_stage, load_plan
from sessions.care.leave_consent import confirmed_with, unconfirmed, without_unconfirmed
from sessions.care.lighter import lighter
from sessions.care.own_dose import keep_dose, may_change, with_proposal
from sessions.care.side_check import maybe_swapped
from sessions.history.proposals import Proposal
from sessions.history.summary import ExerciseSummary
from tests.tui.people import ANSWERED, DAY, MORNING, session
from tui.terminal.reflow import path_in, reflow

TODAY = MORNING.date()
LEAVE = Permission(exercise="one-corner", by="M. Weber", on=TODAY, until=TODAY + 28 * DAY)


class TestLighter:
    """A tired day."""

    def test_it_is_shorter_and_never_more(self) -> None:
        """About half the work, every exercise still there."""
        usual = find("daily-gentle")

        found = lighter(usual)

        assert found.seconds < 0.75 * usual.seconds
        assert [s.exercise.id for s in found.steps] == [s.exercise.id for s in usual.steps]
        assert all(
            new.dose.reps <= old.dose.reps and new.dose.for_s <= old.dose.for_s
            for new, old in zip(found.steps, usual.steps, strict=True)
        )

    def test_a_light_routine_is_not_made_heavier(self) -> None:
        """One repetition stays one."""
        assert all(step.dose.reps == 1 for step in lighter(find("first-look")).steps)


class TestReflow:
    """Pages at any width."""

    def test_paragraphs_and_dashes(self) -> None:
        """Paragraphs are joined and broken anew; a dash hangs."""
        text = "One two\nthree four.\n\n- five six\n  seven eight\n- nine"

        assert reflow(text, 20) == "One two three four.\n\n- five six seven\n  eight\n- nine"

    def test_a_path_is_broken_between_its_names(self) -> None:
        """Nothing of it is lost; a name that is too long stays whole."""
        path = "/home/ana/.local/share/a-name-that-is-longer-than-a-line/sessions"

        assert path_in(path, 20) == (
            "/home/ana/.local/\nshare/\na-name-that-is-longer-than-a-line/\nsessions"
        )
        assert path_in(path, 100) == path

    def test_no_word_is_lost(self) -> None:
        """Every word of a page stands there in its order."""
        text = "A few words - with a dash inside, and a well-kept word.\n\n- Two."

        assert reflow(text, 24).split() == text.split()


class TestLeaves:
    """What a therapist allows."""

    def test_it_is_confirmed_once(self) -> None:
        """Until then the step is left out with its reason; afterwards it runs."""
        base = find("first-look")
        step = replace(base.steps[0], leave=LEAVE)
        routine = replace(base, steps=(step, *base.steps[1:]))

        assert unconfirmed(routine, ANSWERED) == [LEAVE]
        assert without_unconfirmed(routine, ANSWERED, "not yet").steps[0].skipped
        assert without_unconfirmed(routine, ANSWERED, "not yet").steps[1:] == routine.steps[1:]

        confirmed = confirmed_with(ANSWERED, routine)

        assert unconfirmed(routine, confirmed) == []
        assert without_unconfirmed(routine, confirmed, "not yet") == routine

    def test_a_new_leave_is_confirmed_anew(self) -> None:
        """Other dates are another leave."""
        base = find("first-look")
        later = replace(LEAVE, until=LEAVE.until + DAY)
        first = replace(base, steps=(replace(base.steps[0], leave=LEAVE),))
        second = replace(base, steps=(replace(base.steps[0], leave=later),))

        assert unconfirmed(second, confirmed_with(ANSWERED, first)) == [later]


class TestOwnDose:
    """A dose the person agreed to."""

    LONGER = Proposal(
        kind="longer-hold", sentence="?", because=".", exercise="open-smile", hold_s=5.0
    )

    def test_it_is_kept_beside_the_library(self, tmp_path: Path) -> None:
        """From then on the same id is found with the new dose, and with nothing else changed."""
        usual = find("daily-gentle")

        keep_dose(tmp_path, with_proposal(usual, self.LONGER))

        found = find("daily-gentle", (tmp_path / "routines",))
        holds = {step.exercise.id: step.dose.hold_s for step in found.steps}
        before = {step.exercise.id: step.dose.hold_s for step in usual.steps}
        assert holds == {**before, "open-smile": 5.0}
        assert may_change(tmp_path, found, None)

    def test_a_therapists_plan_or_routine_is_left_alone(self, tmp_path: Path) -> None:
        """Whoever signed it decides."""
        signed = replace(default_plan("paretic", TODAY), by="M. Weber")
        theirs = replace(find("daily-gentle"), source="/somewhere/daily-gentle.toml")

        assert not may_change(tmp_path, find("daily-gentle"), signed)
        assert not may_change(tmp_path, theirs, None)
        assert may_change(tmp_path, find("daily-gentle"), default_plan("paretic", TODAY))


def moved(measure: str, affected: float, unaffected: float) -> ExerciseSummary:
    """An exercise with these sizes, mm."""
    (exercise, *_) = session(DAY).exercises
    return replace(
        exercise, id=measure, measure=measure, affected_mm=affected, unaffected_mm=unaffected
    )


class TestSides:
    """Whether to ask, once, if the sides were swapped."""

    @pytest.mark.parametrize(
        ("sizes", "ask"),
        [
            ({"open-smile": (6.0, 3.0), "brow-raise": (5.0, 3.0)}, True),
            ({"open-smile": (6.0, 3.0)}, False),
            ({"open-smile": (6.0, 3.0), "brow-raise": (4.0, 3.0)}, False),
            ({"open-smile": (3.0, 6.0), "brow-raise": (3.0, 5.0)}, False),
        ],
    )
    def test_two_clear_movements(self, sizes: dict[str, tuple[float, float]], ask: bool) -> None:
        """More than twice the smallest movement that can be told, in two movements."""
        exercises = tuple(moved(key, *size) for key, size in sizes.items())

        assert maybe_swapped(session(DAY, exercises=exercises)) is ask

    def test_the_same_movement_twice_is_one(self) -> None:
        """Two exercises read from the same corners say the same thing once."""
        twice = (moved("open-smile", 6.0, 3.0), moved("open-smile", 6.0, 3.0))

        assert not maybe_swapped(session(DAY, exercises=twice))


class TestPlanFile:
    """The plan follows the stage, unless somebody signed it."""

    def test_it_is_written_once_and_follows_the_stage(self, tmp_path: Path) -> None:
        """The careful default, and another one for another stage."""
        follow_stage(tmp_path, "flaccid", TODAY)
        assert load_plan(tmp_path, TODAY) == default_plan("flaccid", TODAY)

        follow_stage(tmp_path, "paretic", TODAY)
        assert load_plan(tmp_path, TODAY) == default_plan("paretic", TODAY)

    def test_the_same_stage_changes_nothing(self, tmp_path: Path) -> None:
        """The review date is not put off by looking at Settings."""
        follow_stage(tmp_path, "paretic", TODAY)
        follow_stage(tmp_path, "paretic", TODAY + datetime.timedelta(days=30))

        assert load_plan(tmp_path, TODAY) == default_plan("paretic", TODAY)

    def test_a_signed_plan_stays(self, tmp_path: Path) -> None:
        """Whatever the stage in Settings says."""
        from routines.writing import plan_text

        signed = replace(default_plan("paretic", TODAY), by="M. Weber")
        (tmp_path / "plan.toml").write_text(plan_text(signed), encoding="utf-8")

        follow_stage(tmp_path, "flaccid", TODAY)

        assert load_plan(tmp_path, TODAY) == signed
