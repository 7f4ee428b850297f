"""What is left of a broken-off session never opens more than was open."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from routines.model import Dose, Step
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import (
    KEPT_TYPES,
    Command,
    Cue,
    Finished,
    Kept,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    KeptVerdict,
)
from sessions.engine.interface.events import ActionRequested, Felt
from sessions.engine.interface.plan import SessionPlan
from sessions.engine.texts import RAN_BY_THE_CLOCK
from tests.sessions.driving import Drive, brow, exercise, plan, smile

GROWN = (6.0, 6.0, 6.0, 10.0)
"""Sizes of the strong half that stop a set at the fifth repetition."""
TIRED = (6.0, 6.0, 6.0, 2.0)
"""The same of the weak half."""


def pucker(reps: int) -> Step:
    """A step of another movement of the mouth."""
    return Step(exercise=exercise("pucker", "pucker", seen="scored"), dose=Dose(reps=reps))


def kept_until(drive: Drive, last: Callable[[Command], bool]) -> tuple[Kept, ...]:
    """What a journal has whose last line is the first entry that `last` holds for."""
    drive.begin().run(lambda: any(map(last, drive.out)))
    kept = tuple(c for c in drive.out if isinstance(c, KEPT_TYPES))
    return kept[: next(at for at, each in enumerate(kept) if last(each)) + 1]  # pyright: ignore


def resumed(begun: SessionPlan, kept: tuple[Kept, ...]) -> Drive:
    """The session gone on with to its end, by a face that does as it is asked."""
    return Drive(Engine(replace(begun, kept=kept))).begin().run()


def risen(drive: Drive, exercise: str) -> list[float]:
    """Targets of the repetitions asked for in an exercise."""
    cues = [c for c in drive.of(Cue) if c.phase == "rise" and c.exercise == exercise]
    return [cue.target_percent for cue in cues]


def is_stop(command: Command) -> bool:
    """Whether this is kept of a stop."""
    return isinstance(command, KeptVerdict) and command.verdict.level == "stop"


def test_a_stop_counts_though_the_end_of_its_exercise_was_not_kept() -> None:
    """The end is kept now, with the sentence of the stop; the next exercise follows."""
    begun = plan(smile(reps=8), brow(reps=4))
    kept = kept_until(Drive(Engine(begun), left=TIRED), is_stop)

    after = resumed(begun, kept)

    assert risen(after, "closed-smile") == []
    assert len(risen(after, "brow-raise")) == 4
    end = after.of(KeptStepEnd)[0]
    assert (end.step, end.ended) == (0, "stopped")
    assert end.why == kept[-1].verdict.sentence  # pyright: ignore


@pytest.mark.parametrize(("aim", "retried"), [(100.0, 80.0), (70.0, 56.0)])
def test_the_smaller_retry_is_still_smaller_and_the_only_one(aim: float, retried: float) -> None:
    """Broken off on the card of the first stop: what is left of the dose, at 80 % of the aim."""
    begun = plan(replace(smile(reps=8), target_percent=aim), brow(reps=4))
    kept = kept_until(Drive(Engine(begun), right=GROWN), is_stop)

    calm = resumed(begun, kept)
    again = Drive(Engine(replace(begun, kept=kept)), right=(12.0,)).begin().run()

    done = sum(isinstance(each, KeptRep) for each in kept)
    assert risen(calm, "closed-smile") == pytest.approx([retried] * (8 - done))
    assert [each.step for each in again.of(KeptStepEnd) if each.ended == "stopped"] == [0]


def test_after_pain_nothing_is_asked_for() -> None:
    """Even where only the word itself was kept."""
    begun = plan(smile(reps=5), brow(reps=4))
    drive = Drive(Engine(begun)).begin()
    drive.run(lambda: bool(drive.of(KeptRep)))
    drive.send(Felt(drive.at_s, "pain"))
    kept = tuple(c for c in drive.out if isinstance(c, KeptRep | KeptVerdict))

    after = resumed(begun, kept)

    assert not [cue for cue in after.of(Cue) if cue.phase == "rise"]
    assert after.of(Finished)[-1].ended == "stopped"


@pytest.mark.parametrize("kind", ["tired", "grown"])
def test_a_stop_whose_line_was_damaged_stays_a_stop(kind: str) -> None:
    """What was kept of the repetitions says it again."""
    left, right = (TIRED, (6.0,)) if kind == "tired" else ((5.0,), GROWN)
    begun = plan(smile(reps=8, sets=2), brow(reps=3))
    kept = kept_until(Drive(Engine(begun), left=left, right=right), is_stop)

    after = resumed(begun, tuple(each for each in kept if not is_stop(each)))

    assert risen(after, "closed-smile") == []
    assert len(risen(after, "brow-raise")) == 3


def test_an_exercise_whose_end_was_lost_is_not_done_again() -> None:
    """Another one was begun after it, so it was over."""
    begun = plan(smile(reps=4), brow(reps=4))
    kept = kept_until(
        Drive(Engine(begun)), lambda each: isinstance(each, KeptRep) and each.step == 1
    )

    after = resumed(begun, tuple(k for k in kept if not isinstance(k, KeptStepEnd)))

    assert risen(after, "closed-smile") == []
    assert len(risen(after, "brow-raise")) == 3


def test_a_set_that_was_complete_gets_no_further_repetition() -> None:
    """Broken off in the rest after the last one: the next set begins, after its pause."""
    begun = plan(smile(reps=4, sets=2))
    kept = kept_until(
        Drive(Engine(begun)), lambda each: isinstance(each, KeptRep) and each.rep.n == 4
    )

    after = resumed(begun, kept)

    assert [each.set for each in after.of(KeptRep)] == [2] * 4
    assert "between" in [cue.phase for cue in after.of(Cue)]


def test_what_was_done_by_the_clock_is_not_asked_for_again() -> None:
    """The camera watches again after the restart: the set still has no more than its dose."""
    begun = plan(smile(reps=6))
    kept = tuple(KeptUnseen(at_s=9.0 * n, step=0, set=1, why=RAN_BY_THE_CLOCK) for n in range(4))

    after = resumed(begun, kept)

    assert len(after.of(KeptRep)) == 2


def test_after_a_stop_the_next_exercise_still_comes_from_another_region() -> None:
    """The order of the routine would lead on with the region that is tired."""
    begun = plan(smile(reps=8), pucker(reps=3), brow(reps=3))
    kept = kept_until(Drive(Engine(begun), left=TIRED), lambda each: isinstance(each, KeptStepEnd))

    after = resumed(begun, kept)

    assert [each.step for each in after.of(KeptStepEnd)] == [2, 1]


def test_the_exercise_that_was_brought_forward_is_gone_on_with() -> None:
    """What it was put before comes after it."""
    begun = plan(smile(reps=8), pucker(reps=3), brow(reps=3))
    kept = kept_until(
        Drive(Engine(begun), left=(*TIRED[:3], 2.0, 2.0, 4.0)),
        lambda each: isinstance(each, KeptRep) and each.step == 2,
    )

    after = resumed(begun, kept)

    assert [each.step for each in after.of(KeptRep)] == [2, 2, 1, 1, 1]


@pytest.mark.parametrize("go_on", [True, False])
def test_the_question_after_the_second_stop_is_put_again(go_on: bool) -> None:
    """It waits before anything is looked for; "continue" then leads to the next exercise."""
    begun = plan(smile(reps=8), brow(reps=8), pucker(reps=3))
    kept = kept_until(
        Drive(Engine(begun), left=(*TIRED, 2.0, *TIRED)),
        lambda each: isinstance(each, KeptStepEnd) and each.step == 1,
    )
    drive = Drive(Engine(replace(begun, kept=kept))).begin()

    card = drive.engine.view().stop
    assert card is not None
    assert (card.exercise, card.choices) == ("brow-raise", ("continue", "enough"))
    assert drive.engine.phase == "stopped"
    drive.send(ActionRequested(drive.at_s, "continue" if go_on else "enough"))
    drive.run()

    assert len(risen(drive, "pucker")) == (3 if go_on else 0)
