"""A guided step gives its cues one after another; a pause holds them back."""

from collections.abc import Iterable

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.guided import moments
from routines.model import Step
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import Command, GuidedCue
from sessions.engine.interface.events import ActionRequested, Began, Ticked
from tests.sessions.driving import plan

DOWN = exercises()["look-down"]
STEP = Step(exercise=DOWN, dose=DOWN.dose)


def engine() -> Engine:
    """One that has nothing to do but look down, without a camera."""
    return Engine(replace(plan(STEP), by_clock=True))


def guided(commands: Iterable[Command]) -> list[GuidedCue]:
    """The cues of guided steps among `commands`."""
    return [command for command in commands if isinstance(command, GuidedCue)]


def ticking(one: Engine, begin_s: float, end_s: float) -> list[GuidedCue]:
    """Let time pass in tenths; what was cued."""
    tenths = range(round(begin_s * 10) + 1, round(end_s * 10) + 1)
    return [cue for tenth in tenths for cue in guided(one.handle(Ticked(tenth / 10)))]


def test_each_moment_is_cued_once_at_its_time() -> None:
    """In order, stamped with its own second, until the step is over."""
    one = engine()
    heard = guided(one.handle(Began(0.0))) + ticking(one, 0.0, 61.0)

    assert [cue.moment for cue in heard] == list(moments(STEP))
    assert all(cue.at_s == cue.moment.begins_s for cue in heard)
    assert all(cue.eyes_shut and cue.exercise == "look-down" for cue in heard)
    assert one.ended == "finished"


def test_a_pause_holds_the_cues_back() -> None:
    """They come later by as much; the view says where the step stands."""
    one = engine()
    second = moments(STEP)[1]
    assert len(guided(one.handle(Began(0.0))) + ticking(one, 0.0, 1.0)) == 1
    one.handle(ActionRequested(1.0, "pause"))
    assert not ticking(one, 1.0, 11.0)
    one.handle(ActionRequested(11.0, "resume"))

    (late,) = ticking(one, 11.0, second.begins_s + 10.2)
    assert late.moment == second
    assert late.at_s == second.begins_s + 10.0
    assert one.view().moment == second
