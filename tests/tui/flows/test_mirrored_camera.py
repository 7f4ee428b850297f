"""Lift your left hand: a camera that delivers mirrored pictures is found out, and turned back."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.mirrored import with_source
from sessions.care.settings import Settings
from sessions.log.recovery import unfinished
from sessions.messages import Open, ShowPictures
from tests.tui.flows.test_plain_questions import EVERYTHING, typing
from tests.tui.interrupted import interrupted
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tests.tui.presenters.test_hand_side import hand, picture
from tests.tui.pretend_camera import PretendCamera
from tui.flows.mirrored_camera import may_mirror
from tui.flows.plain_questions import ask_in_lines
from tui.practice.request_for import resumed
from tui.presenters.settings import rows, typed_source
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.check_in import CheckInScreen
from tui.screens.questions.hand import WhichHand
from tui.screens.settings import SettingsScreen
from tui.widgets.menu import Menu

CAMERA = replace(ANSWERED, source="camera:0")


async def test_it_is_asked_before_the_first_practice_with_a_camera(tmp_path: Path) -> None:
    """What moves is said; the person's answer decides, and the practice that follows goes by it."""
    person = somebody(tmp_path, CAMERA)
    cameras: list[PretendCamera] = []

    def camera() -> PretendCamera:
        cameras.append(PretendCamera())
        return cameras[-1]

    app, _ = app_of(person, camera)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("enter")
        await until_screen(pilot, CheckInScreen)
        await pilot.press("1", "0", "0", "0", "enter")
        await until_screen(pilot, WhichHand)
        await until(pilot, lambda: len(cameras[0].told) == 2, "a camera that shows")
        opened, shown = cameras[0].told
        assert isinstance(opened, Open)
        assert not opened.mirrored
        assert isinstance(shown, ShowPictures)
        cameras[0].say(picture())
        cameras[0].say(hand(20))
        await until(pilot, lambda: "on the RIGHT" in said(app.screen), "the hand")
        assert not person.settings.mirrored_asked
        await pilot.press("2")
        await until_screen(pilot, SessionScreen)
        await until(pilot, lambda: len(cameras) == 2 and bool(cameras[1].told), "the practice")

        assert cameras[0].closed
        assert person.settings.mirrored
        assert person.settings.mirrored_asked
        practice = cameras[1].told[0]
        assert isinstance(practice, Open)
        assert practice.mirrored


async def test_a_camera_that_fails_has_no_side_to_tell(tmp_path: Path) -> None:
    """From Settings, where it stood at mirrored: a side is told from a picture only, and Esc and
    "I cannot tell" change nothing.
    """
    person = somebody(tmp_path, replace(CAMERA, mirrored=True))
    app, _ = app_of(person, lambda: PretendCamera(refuses="No camera is there."))
    place = [row.id for row in rows(person.settings)].index("mirrored")
    after: list[tuple[bool, bool]] = []
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        for keys in (("escape",), ("1", "2", "3")):
            app.screen.query_one(Menu).highlighted = place
            await pilot.press("enter")
            await until_screen(pilot, WhichHand)
            await until(pilot, lambda: "No camera is there." in said(app.screen), "why not")
            for key in keys[:-1]:
                await pilot.press(key)
                await until(pilot, lambda: "no side can be told" in said(app.screen), "no side")
            await pilot.press(keys[-1])
            await until_screen(pilot, SettingsScreen)
            after.append((person.settings.mirrored, person.settings.mirrored_asked))

    assert after == [(True, False), (True, True)]


def test_the_simulated_patient_and_films_are_not_asked() -> None:
    """A film says itself how it is shown; cameras and streams are asked about."""
    asked = {"sim:steady": False, "face.mp4": False, "camera:1": True, "http://cam/video": True}
    for source, may in asked.items():
        assert may_mirror(source) is may


@pytest.mark.parametrize(("typed", "mirrored"), [("2", True), ("1", False)])
def test_in_lines_it_is_a_question(tmp_path: Path, typed: str, mirrored: bool) -> None:
    """A yes is an answer; a no is looked at again where there is a screen to look at."""
    person = somebody(tmp_path, None)
    lines: list[str] = []

    assert ask_in_lines(person, typing(*EVERYTHING, "5", typed), lines.append)

    assert (person.settings.mirrored, person.settings.mirrored_asked) == (mirrored, mirrored)
    assert any("gentle movement for your stage are open" in line for line in lines)


def test_another_camera_is_asked_anew() -> None:
    """The answer belongs to one camera; the same camera, typed again, keeps it."""
    known = Settings(source="camera:0", mirrored=True, mirrored_asked=True)

    assert typed_source(known, "camera:0") == known
    other = typed_source(known, "camera:1")
    assert (other.mirrored, other.mirrored_asked) == (False, False)


def test_what_was_said_of_one_camera_is_never_taken_for_another() -> None:
    """Each has its own answer, however it is typed, and gets it back; a password is not kept."""
    first = replace(CAMERA, source="camera", mirrored=True, mirrored_asked=True)
    second = with_source(first, "camera:1")
    assert (second.mirrored, second.mirrored_asked) == (False, False)
    url = with_source(replace(second, mirrored_asked=True), "http://me:secret@cam/video")
    assert (url.mirrored, url.mirrored_asked) == (False, False)
    assert url.mirrored_cameras == {"camera:0": True, "camera:1": False}

    back = with_source(replace(url, mirrored=True, mirrored_asked=True), "camera:0")
    assert (back.mirrored, back.mirrored_asked) == (True, True)
    assert back.mirrored_cameras == {"camera:1": False, "http://cam/video": True}
    assert with_source(back, "camera") == replace(back, source="camera")


def test_an_interrupted_practice_goes_on_with_what_is_known_of_its_own_camera(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings' camera may be another one by now."""
    person = somebody(tmp_path, replace(CAMERA, mirrored_cameras={"camera:1": True}))
    monkeypatch.setattr("tui.practice.request_for.find_model", lambda _: "model")
    interrupted(tmp_path, "camera:1")

    assert resumed(person, unfinished(tmp_path)[0]).mirrored
