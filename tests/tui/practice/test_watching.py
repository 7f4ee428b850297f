"""The mirrored half is asked for in its own steps, by those who switched it on, and not besides."""

from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from routines.model import Step
from routines.reading.library import find
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.live.looking import Looking
from sessions.live.request import SessionRequest
from sessions.messages import Picture, ShowPictures
from tests.tui.pretend_camera import HELLO
from tests.tui.views import view
from tui.practice.watching import Watching
from tui.texts import seeing as words

ROUTINE = find("whole-face", today=date(2026, 11, 21))
FACE = Picture(width=2, height=2, rgb=bytes(12))
GUIDED = view(phase="guided", exercise_id="whole-face")


def watching(**changes: Any) -> tuple[Watching, Looking, list[ShowPictures]]:
    """With a camera, switched on; what is asked of the camera process."""
    request = SessionRequest(
        routine=ROUTINE, side="left", data=Path("data"), source="camera:0", whole_face=True
    )
    asked: list[ShowPictures] = []
    looking = Looking("left", asked.append)
    return Watching(replace(request, **changes), looking), looking, asked


def step(exercise_id: str = "whole-face") -> Step:
    """A step of the routine."""
    return next(each for each in ROUTINE.steps if each.exercise.id == exercise_id)


def test_the_strong_half_is_shown_in_its_step_and_only_there() -> None:
    """From its beginning to its end; a pause ends it too."""
    watch, looking, asked = watching()
    before = watch.see(GUIDED, step("relax-face"), "bars")
    watch.see(GUIDED, step(), "bars")
    looking.see(FACE)
    shown = watch.see(GUIDED, step(), "bars")
    paused = watch.see(replace(GUIDED, paused="You paused."), step(), "bars")

    assert before == (None, None, "")
    assert (shown.half, shown.mirror, shown.line) == (FACE, None, words.HALF_SHOWN)
    assert paused == (None, None, "")
    assert [message.half for message in asked] == ["right", None]
    assert asked[0].width > 0
    assert asked[-1].width == 0
    assert looking.picture is None


def test_it_can_be_hidden_and_shown_again() -> None:
    """Nothing is sent meanwhile."""
    watch, looking, asked = watching()
    watch.see(GUIDED, step(), "bars")
    looking.see(FACE)
    watch.turn()
    hidden = watch.see(GUIDED, step(), "bars")
    watch.turn()
    again = watch.see(GUIDED, step(), "bars")

    assert (hidden.half, hidden.line) == (None, words.HALF_HIDDEN)
    assert again.line == words.HALF_LOOKING
    assert [message.width > 0 for message in asked] == [True, False, True]


def test_a_camera_that_is_gone_is_said_and_not_looked_for() -> None:
    """Until it is back."""
    watch, looking, _ = watching()
    lines = [watch.see(GUIDED, step(), "bars").line]
    for message in (FACE, LinkLost(sentence="Gone."), LinkBack(hello=HELLO), FACE):
        looking.see(message)
        lines.append(watch.see(GUIDED, step(), "bars").line)

    looked_for, shown, gone = words.HALF_LOOKING, words.HALF_SHOWN, words.HALF_NO_CAMERA
    assert lines == [looked_for, shown, gone, looked_for, shown]


def test_who_did_not_ask_for_it_is_never_shown_it() -> None:
    """Nor is the simulated patient, who has no face; each is told what to do instead."""
    for changes, line in (
        ({"whole_face": False}, words.HALF_OFF),
        ({"source": "sim"}, words.HALF_NO_CAMERA),
        ({"by_clock": True}, words.HALF_NO_CAMERA),
    ):
        watch, _, asked = watching(**changes)
        assert watch.see(GUIDED, step(), "bars") == (None, None, line)
        assert not watch.may_turn(GUIDED, step())
        assert asked == []


def test_the_mirror_view_comes_back_after_it() -> None:
    """The two never mix: what was seen of one is not shown as the other."""
    watch, looking, asked = watching()
    watch.see(view(), None, "mirror")
    looking.see(FACE)
    assert watch.see(view(), None, "mirror").mirror is FACE
    in_step = watch.see(GUIDED, step(), "mirror")
    after = watch.see(view(), None, "mirror")

    assert in_step == (None, None, words.HALF_LOOKING)
    assert after.mirror is None
    assert [message.half for message in asked] == [None, "right", None]
