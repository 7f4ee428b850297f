"""A slow machine in a session: what is read, what takes long, and the clock offered in time."""

from typing import get_args

import pytest

from sessions.engine import texts as words
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, KeptRep
from sessions.engine.interface.events import ActionRequested, CameraLost, Read, RestNotTaken
from sessions.readings import LOADS, Load, Reading, Reason
from tests.sessions.driving import Drive, plan, smile

OFFERED_WITHIN_S = 10.0


def begin(**more: object) -> Drive:
    """A drive through one exercise, begun."""
    return Drive(Engine(plan(smile(reps=3))), **more).begin()  # pyright: ignore[reportArgumentType]


def until_offered(drive: Drive) -> float:
    """Let time pass, without readings, until the clock is offered: when that was."""
    while not drive.engine.view().clock_offered and drive.at_s < 60.0:
        drive.sleep(0.1)
    return drive.at_s


def test_where_no_reading_ever_comes_the_clock_is_offered() -> None:
    """Libraries take long to load; the worker is alive, and silent."""
    drive = begin()
    drive.sleep(1.0)
    assert not drive.engine.view().clock_offered
    assert until_offered(drive) <= OFFERED_WITHIN_S
    assert drive.engine.view().hint == words.SLOW_START == drive.engine.view().taking_long

    drive.send(ActionRequested(drive.at_s, "by-clock"))
    while drive.engine.phase != "done":
        drive.sleep(0.1)
    assert drive.ended.ended == "finished"


def test_where_rest_never_comes_the_clock_is_offered() -> None:
    """The face is seen and asked to rest, again and again, and nothing comes of it."""
    drive = begin(answers_rest=False)
    drive.run(lambda: drive.engine.view().clock_offered)

    assert drive.at_s <= OFFERED_WITHIN_S
    assert drive.engine.view().taking_long == words.SLOW_REST
    drive.run(lambda: len(drive.of(AskForRest)) == 3)
    assert drive.engine.view().clock_offered


@pytest.mark.parametrize("reason", [*get_args(Reason), "moving"])
def test_where_rest_is_refused_the_clock_is_offered(reason: Reason) -> None:
    """With what helps; it goes on trying."""
    drive = begin(answers_rest=False)
    while not drive.engine.view().clock_offered and drive.at_s < 60.0:
        drive.frame()
        if drive.engine.phase == "taking-rest":
            drive.send(RestNotTaken(drive.at_s, reason))

    assert drive.at_s <= OFFERED_WITHIN_S
    assert drive.engine.view().hint
    drive.send(ActionRequested(drive.at_s, "by-clock"))
    assert drive.engine.phase == "ready"


@pytest.mark.parametrize("phase", ["finding-face", "hold"])
def test_where_the_camera_is_unplugged_the_clock_is_offered_at_once(phase: str) -> None:
    """Before the first exercise and in the middle of it, with the reason."""
    drive = begin()
    drive.run(lambda: drive.engine.phase == phase)
    drive.send(CameraLost(drive.at_s, "The camera has gone silent."))

    assert drive.engine.view().paused == "The camera has gone silent."
    assert drive.engine.view().clock_offered
    drive.send(ActionRequested(drive.at_s, "by-clock"))
    while drive.engine.phase != "done":
        drive.sleep(0.1)
    assert drive.ended.ended == "finished"


@pytest.mark.parametrize("working", [True, False])
def test_a_busy_computer_is_named_truly_and_can_be_left(working: bool) -> None:
    """Also where it is so busy that it takes few pictures from the camera."""
    drive = begin()
    drive.run(lambda: drive.engine.phase == "hold")
    for n in range(20):
        drive.at_s += 0.2
        slow = Reading(n=n, t_s=drive.at_s, reason="slow", fps=4.0, camera_fps=5.0, working=working)
        drive.send(Read(drive.at_s, slow))
    view = drive.engine.view()

    assert (view.paused == words.COMPUTER_BUSY) is working
    assert view.computer_busy is working
    assert view.clock_offered


def test_nothing_is_offered_where_all_is_well() -> None:
    """Neither while the face is found in the usual time, nor in the exercise."""
    drive = begin()
    seen: list[bool] = []
    while drive.engine.phase != "done":
        drive.frame()
        seen.append(drive.engine.view().clock_offered)

    assert not any(seen)
    assert len(drive.of(KeptRep)) == 3


def read(drive: Drive, load: Load) -> None:
    """One reading of a face, so much being measured."""
    drive.at_s += 0.1
    drive.send(Read(drive.at_s, Reading(n=0, t_s=drive.at_s, load=load)))


@pytest.mark.parametrize("load", LOADS[1:])
def test_another_load_is_told_for_a_while(load: Load) -> None:
    """In one line; then it is quiet, and told again when it changes again."""
    drive = begin()
    drive.run(lambda: drive.engine.phase == "ready")
    assert drive.engine.view().load_told == ""
    read(drive, load)
    assert drive.engine.view().load_told == words.LOADS[load] == drive.engine.view().hint
    assert not drive.engine.smooth
    for _ in range(100):
        read(drive, load)
    assert drive.engine.view().load_told == ""
    assert drive.engine.smooth
    read(drive, "every-frame")
    assert drive.engine.view().load_told == words.LOADS["every-frame"]


def test_it_is_smooth_while_a_view_says_nothing_of_the_camera() -> None:
    """Not while the face is looked for, unseen, or the session paused."""
    drive = begin()
    drive.frame()
    assert not drive.engine.smooth
    drive.run(lambda: drive.engine.phase == "hold")
    assert drive.engine.smooth
    drive.reason = "hand"
    drive.frame()
    assert not drive.engine.smooth
    drive.reason = None
    drive.frame()
    assert drive.engine.smooth
    drive.send(ActionRequested(drive.at_s, "pause"))
    assert not drive.engine.smooth


def test_by_the_clock_nothing_is_told_of_pictures() -> None:
    """Nobody reads any for the person."""
    drive = begin()
    drive.send(ActionRequested(drive.at_s, "by-clock"))
    read(drive, "eight-a-second")

    assert drive.engine.view().load_told == ""
