"""A weak side that does not move yet: the practice offers care and trains no strong side."""

from dataclasses import replace as changed

import pytest
from msgspec.structs import replace

from sessions.engine import texts as words
from sessions.engine.cards.stillness import CARD_S
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import Hint, KeptRep, KeptStepEnd, KeptVerdict
from sessions.engine.interface.events import ActionRequested
from tests.sessions.driving import Drive, brow, massage, plan, smile

STILL = words.no_movement_yet("left")


def practice(*left_mm: float, massage_too: bool = True, right_mm: float = 6.0) -> Drive:
    """Brow, smile, brow again, then massage; the weak side as told."""
    hands = massage()
    hands = replace(hands, exercise=replace(hands.exercise, active=False))
    steps = (brow(), smile(), brow(), *((hands,) if massage_too else ()))
    return Drive(Engine(plan(*steps)), left=left_mm, right=(right_mm,)).begin()


def until_the_card(drive: Drive) -> Drive:
    """To the moment the card is shown."""
    return drive.run(lambda: drive.engine.view().stop is not None)


def done(drive: Drive) -> dict[int, int]:
    """Repetitions kept, by step."""
    kept = [rep.step for rep in drive.of(KeptRep)]
    return {step: kept.count(step) for step in set(kept)}


def test_two_unseen_repetitions_in_each_of_two_exercises_bring_the_card() -> None:
    """With the sentence, told once, and massage as what follows by itself."""
    drive = until_the_card(practice(0.0))
    card = drive.engine.view().stop

    assert card is not None
    assert card.verdict.sentence == STILL
    assert card.offers_care
    assert card.what_next == words.CARE_FOLLOWS
    assert done(drive) == {0: 5, 1: 2}
    assert [hint.verdict.sentence for hint in drive.of(Hint)] == [STILL]


def test_by_itself_only_massage_and_care_follow() -> None:
    """The strong side is not trained in place of the weak one; no stop is counted."""
    drive = practice(0.0).run()

    assert done(drive) == {0: 5, 1: 2}
    assert [(end.step, end.ended) for end in drive.of(KeptStepEnd)] == [
        (0, "done"),
        (1, "left-out"),
        (2, "left-out"),
        (3, "done"),
    ]
    assert drive.ended.ended == "finished"
    assert not drive.of(KeptVerdict)


def test_without_massage_in_the_routine_it_ends_kindly() -> None:
    """And says where massage and care are."""
    drive = practice(0.0, massage_too=False).run()

    assert (drive.ended.ended, drive.ended.why) == ("finished", words.CARE_IS_OPEN)


def test_the_person_may_go_on_and_is_not_asked_again() -> None:
    """Enter goes on with the same exercise."""
    drive = until_the_card(practice(0.0))
    drive.send(ActionRequested(drive.at_s, "continue"))
    drive.run()

    assert done(drive)[2] == 5
    assert [hint.verdict.sentence for hint in drive.of(Hint)] == [STILL]


def test_s_leads_to_massage_at_once_and_e_ends() -> None:
    """The two other keys of the card."""
    on, ended = until_the_card(practice(0.0)), until_the_card(practice(0.0))
    on.send(ActionRequested(on.at_s, "next"))
    ended.send(ActionRequested(ended.at_s, "enough"))

    assert on.engine.view().exercise_id == "massage-cheek"
    assert ended.ended.ended == "stopped"


def test_one_movement_seen_is_movement() -> None:
    """An exercise in which the weak side moved once is not a still one."""
    drive = practice(*[0.0] * 5, 0.0, 4.0, 0.0, 4.0, 4.0, 0.0).run()

    assert done(drive) == {0: 5, 1: 5, 2: 2}
    assert [hint.verdict.sentence for hint in drive.of(Hint)] == [STILL]


def test_a_face_in_which_nothing_moves_is_treated_alike() -> None:
    """Nothing to confirm at all: the same card, and no repetition is kept."""
    drive = until_the_card(practice(0.0, right_mm=0.0))

    assert done(drive) == {}
    assert drive.engine.view().stop is not None


def test_each_unseen_repetition_is_said_kindly() -> None:
    """At once, on the side that did not move."""
    drive = practice(0.0)
    drive.run(lambda: bool(drive.of(KeptRep)))

    assert drive.engine.view().hint == words.weak_side_unseen("left")


def test_a_record_and_a_first_look_run_to_their_end() -> None:
    """They only look."""
    for kind in ("record", "first-look"):
        routine = replace(plan(brow(), smile()).routine, kind=kind)
        drive = Drive(Engine(replace(plan(brow()), routine=routine)), left=(0.0,)).begin().run()

        assert done(drive) == {0: 5, 1: 5}
        assert drive.ended.ended == "finished"


def test_by_the_clock_nothing_is_said_of_movement() -> None:
    """Nobody watched."""
    drive = practice(0.0)
    unwatched = changed(drive, engine=Engine(replace(plan(brow(), smile()), by_clock=True)))
    unwatched.at_s, unwatched.out = 0.0, []
    unwatched.begin().run()

    assert not unwatched.of(Hint)


def test_the_card_waits_as_long_as_a_guards() -> None:
    """Then it leads on by itself, as where nobody is at the keys."""
    drive = until_the_card(practice(0.0))

    assert drive.engine.view().seconds_left == pytest.approx(CARD_S)
