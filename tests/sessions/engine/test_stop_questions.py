"""What a stop card offers at any time: a feeling, rest taken anew, and time to answer."""

import pytest

from sessions.engine import texts as words
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import KeptVerdict
from sessions.engine.interface.events import ActionRequested, Began, Felt
from tests.sessions.driving import Drive, brow, plan, smile

TWICE_TIRED = (8.0, 8.0, 8.0, 4.5, 4.5, 8.0, 8.0, 8.0, 4.5, 4.5, 8.0)


def stopped(times: int, *, attended: bool = True) -> Drive:
    """A practice at the card of its `times`-th stop by a guard."""
    steps = (smile(reps=6), brow(reps=6), smile())
    drive = Drive(Engine(plan(*steps)), left=TWICE_TIRED, right=(9.0,))
    drive.send(Began(0.0, attended))
    return drive.run(lambda: len(stops(drive)) == times)


def stops(drive: Drive) -> list[KeptVerdict]:
    """The stops that were kept."""
    return [k for k in drive.of(KeptVerdict) if k.verdict.level == "stop"]


def test_the_second_question_waits_where_somebody_is_there() -> None:
    """It neither counts nor runs out; "enough" ends it as the answer it is."""
    drive = stopped(2)
    view = drive.engine.view()
    until_s = drive.at_s + 120.0
    drive.run(lambda: drive.at_s >= until_s)

    assert view.seconds_left is None
    assert view.stop is not None
    assert view.stop.what_next == words.ENOUGH_FOR_TODAY
    assert drive.engine.phase == "stopped"


def test_without_anybody_there_it_means_enough() -> None:
    """As ever: the practice ends by itself."""
    drive = stopped(2, attended=False).run()

    assert drive.ended.ended == "stopped"
    assert drive.ended.why == words.TWO_STOPPED


def test_the_card_names_the_exercise_that_ended() -> None:
    """Though the session stands at the next one already."""
    view = stopped(1).engine.view()

    assert view.stop is not None
    assert view.stop.exercise == "closed-smile"
    assert view.exercise_id == "brow-raise"


def test_a_feeling_is_kept_beside_the_guards_stop() -> None:
    """With the exercise that ended, once, and the guard's reason stays the reason."""
    drive = stopped(1)
    drive.send(Felt(drive.at_s, "tired"))
    drive.send(Felt(drive.at_s, "tired"))
    named = [k for k in drive.of(KeptVerdict) if k.verdict.rule == "self"]
    card = drive.engine.view().stop

    assert [(k.step, k.verdict.level, k.verdict.detail) for k in named] == [
        (0, "hint", {"sign": "tired"})
    ]
    assert card is not None
    assert (card.feeling, card.verdict.rule) == ("tired", "fatigue")
    assert drive.engine.phase == "stopped"


def test_pain_on_a_guards_card_ends_the_session() -> None:
    """As everywhere."""
    drive = stopped(1)
    drive.send(Felt(drive.at_s, "pain"))

    assert drive.ended.why == words.PAIN


@pytest.mark.parametrize(("times", "following"), [(1, "brow-raise"), (2, "closed-smile")])
def test_rest_can_be_taken_anew_on_the_way_on(times: int, following: str) -> None:
    """The face is looked for; then comes what the card would have led to."""
    drive = stopped(times)
    offered = drive.engine.view().stop
    drive.send(ActionRequested(drive.at_s, "new-rest"))
    looking = drive.engine.phase
    drive.run(lambda: drive.engine.phase == "ready")

    assert offered is not None
    assert offered.may_take_rest
    assert looking == "finding-face"
    assert drive.engine.view().exercise_id == following


def test_by_the_clock_there_is_no_rest_to_take() -> None:
    """Nothing is offered, and the key does nothing."""
    drive = Drive(Engine(plan(smile(), by_clock=True)))
    drive.begin().run(lambda: drive.engine.phase == "hold")
    drive.send(ActionRequested(drive.at_s, "stop-set"))
    card = drive.engine.view().stop
    drive.send(ActionRequested(drive.at_s, "new-rest"))

    assert card is not None
    assert not card.may_take_rest
    assert drive.engine.phase == "stopped"


def test_a_feeling_can_be_named_right_after_the_card_was_left() -> None:
    """Until the next repetition is asked for, beside the stop that it is about."""
    drive = stopped(1)
    drive.send(ActionRequested(drive.at_s, "continue"))
    left = drive.engine.view()
    drive.send(Felt(drive.at_s, "tired"))
    named = [k for k in drive.of(KeptVerdict) if k.verdict.rule == "self"]
    drive.run(lambda: drive.engine.phase == "rise")

    assert (left.phase, left.just_stopped) == ("ready", True)
    assert [(k.step, k.verdict.level) for k in named] == [(0, "hint")]
    assert not drive.engine.view().just_stopped


def test_a_stop_before_the_first_repetition_has_nothing_to_keep() -> None:
    """The card says so; after one repetition there is something."""
    drive = Drive(Engine(plan(smile(reps=6))), left=(8.0,), right=(9.0,))
    drive.send(Began(0.0, True))
    drive.run(lambda: drive.engine.phase == "ready")
    drive.send(ActionRequested(drive.at_s, "stop-set"))
    at_once = drive.engine.view().stop
    drive.send(ActionRequested(drive.at_s, "continue"))
    drive.run(lambda: drive.engine.view().rep == 2)
    drive.send(ActionRequested(drive.at_s, "stop-set"))
    later = drive.engine.view().stop

    assert at_once is not None
    assert not at_once.begun
    assert later is not None
    assert later.begun


def test_a_card_says_what_it_leads_to() -> None:
    """Too much of the strong side: once more, smaller, at the repetition that comes next."""
    drive = Drive(Engine(plan(smile(reps=6))), left=(8.0,), right=(9.0, 9.0, 9.0, 14.0, 14.0, 9.0))
    drive.send(Began(0.0, True))
    drive.run(lambda: drive.engine.phase == "stopped")
    card = drive.engine.view().stop
    drive.run(lambda: drive.engine.phase == "ready")

    assert card is not None
    assert card.follows == "retry"
    assert drive.engine.view().rep == 6
    for times, follows in ((1, "next"), (2, "end")):
        by_guard = stopped(times).engine.view().stop
        assert by_guard is not None
        assert by_guard.follows == follows
