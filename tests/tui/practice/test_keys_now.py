"""What a key means depends on what is shown."""

from sessions.engine.interface.view import StopCard
from tests.tui.views import card, view
from tui.practice.keys_now import (
    continue_makes_sense,
    key_nothing,
    makes_sense,
    may_feel,
    pause_wish,
    rest_wish,
    skip_wish,
    wish_of,
)
from tui.texts import practice as words


def test_space_pauses_and_goes_on() -> None:
    """The same key both ways."""
    assert pause_wish(view()) == "pause"
    assert pause_wish(view(paused="Paused.", paused_reason="person")) == "resume"


def test_skip_on_a_stop_card_is_the_next_exercise() -> None:
    """The exercise has ended already; there is nothing to skip."""
    assert skip_wish(view()) == "skip"
    assert skip_wish(view(phase="stopped", stop=card())) == "next"


def test_plus_is_more_rest_unless_the_card_offers_a_rest() -> None:
    """After one's own stop the card offers to rest first."""
    own = card(choices=("rest", "next", "enough"), own=True)

    assert rest_wish(view(phase="rest")) == "more-rest"
    assert rest_wish(view(phase="stopped", stop=own)) == "rest"


def test_every_stop_card_may_be_told_a_feeling_and_nothing_else_may() -> None:
    """A guard's card too; and rest is taken anew only where there is a face to look for."""
    new_rest = ("wish", ("new-rest",))
    guards = view(phase="stopped", stop=card(may_take_rest=True))

    assert may_feel(view(phase="stopped", stop=card(own=True)))
    assert may_feel(guards)
    assert may_feel(view(phase="ready", just_stopped=True))
    assert not may_feel(view(phase="hold"))
    assert key_nothing("t", "t") == words.KEY_FEELING.format(key="t")
    assert key_nothing("enter", "\r") == words.KEY_NOTHING.format(key="Enter")
    assert makes_sense(*new_rest, guards)
    assert not makes_sense(*new_rest, view(phase="stopped", stop=card()))


def test_how_a_movement_is_done_can_be_asked_for_nearly_always() -> None:
    """In a repetition, in a rest and in a pause; not on the cards, and not before an exercise."""
    assert all(makes_sense("how", (), view(phase=p)) for p in ("ready", "hold", "between"))
    assert makes_sense("how", (), view(phase="hold", paused="Paused."))
    assert not any(makes_sense("how", (), view(phase=p)) for p in ("demonstration", "stopped"))
    assert not makes_sense("how", (), view(phase="ready", exercise_id=""))


def test_enter_never_pauses_or_stops() -> None:
    """In no phase does Enter become anything but going on."""
    phases = ("rise", "hold", "release", "rest", "between", "guided", "stopped", "ready")

    assert {wish_of("\n", view(phase=phase)) for phase in phases} == {"continue"}


def test_enter_is_shown_only_where_it_leads_somewhere() -> None:
    """In a hold, in a pause and on a card without going on it is not offered."""
    own = card(choices=("rest", "next", "enough"))

    assert continue_makes_sense(view(phase="between"))
    assert continue_makes_sense(view(phase="stopped", stop=card()))
    assert not continue_makes_sense(view(phase="stopped", stop=own))
    assert not continue_makes_sense(view(phase="hold"))
    assert not continue_makes_sense(view(phase="between", paused="Paused."))


def test_a_card_shows_only_the_keys_that_lead_on() -> None:
    """Its own choices; a pause where time runs, and none where it waits for a choice."""
    counting = card(choices=("continue", "enough"))
    retry = card(choices=("continue", "next", "enough"))
    own = card(choices=("rest", "next", "enough"), own=True)
    actions = ("pause", "skip", "rest", "enough")

    def shown(stop: StopCard, seconds: float | None) -> list[str]:
        now = view(phase="stopped", stop=stop, seconds_left=seconds)
        return [action for action in actions if makes_sense(action, (), now)]

    assert shown(counting, 20.0) == ["pause", "rest", "enough"]
    assert shown(retry, 20.0) == ["pause", "skip", "rest", "enough"]
    assert shown(own, None) == ["skip", "rest", "enough"]


def test_a_key_is_shown_only_where_it_does_something() -> None:
    """Nothing to leave out while the face is looked for, no rest to lengthen in a hold."""
    paused = view(phase="rest", paused="Paused.", paused_reason="person")

    assert makes_sense("skip", (), view(phase="hold"))
    assert makes_sense("rest", (), view(phase="rest"))
    assert not makes_sense("rest", (), view(phase="hold"))
    assert not makes_sense("skip", (), view(phase="finding-face"))
    assert not makes_sense("skip", (), paused)
    assert not makes_sense("rest", (), paused)
    assert makes_sense("pause", (), paused)


def test_unknown_keys_ask_nothing() -> None:
    """A cat on the keyboard changes nothing; `e` only answers a card."""
    assert wish_of("k", view()) is None
    assert wish_of("e", view()) is None
    assert wish_of("e", view(phase="stopped", stop=card())) == "enough"
