"""The picture of the strong side is only ever on by an own answer, and never in the way."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.reading.library import find
from sessions.care.access import unlocked
from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.exchange.guest_settings import as_a_guest
from sessions.messages import Picture, ShowPictures
from tests.tui.people import ANSWERED, app_of, at_home, somebody, until, until_screen
from tests.tui.screens.practice_app import practice
from tui.person.open_routines import shelf
from tui.screens.keymap_checks import complaint
from tui.screens.questions.ask import Ask
from tui.screens.settings import SettingsScreen
from tui.texts import seeing as words
from tui.widgets.face.drawn import DrawnFace
from tui.widgets.menu import Menu
from tui.widgets.mirror import Mirror

CAMERA = replace(ANSWERED, source="camera:0")
SMALL = "whole-face-linked"


async def test_on_only_after_the_question_and_off_at_once(tmp_path: Path) -> None:
    """Enter means no."""
    app, _ = app_of(somebody(tmp_path, CAMERA))

    def kept() -> bool:
        return load_settings(tmp_path / FILE_NAME, complaint).whole_face

    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        menu = app.screen.query_one(Menu)
        menu.highlighted = menu.get_option_index("whole-face")
        for key, on in (("enter", False), ("y", True)):
            await pilot.press("enter")
            await until_screen(pilot, Ask)
            await pilot.press(key)
            await until_screen(pilot, SettingsScreen)
            await until(pilot, lambda on=on: kept() is on, "the answer given")
        await pilot.press("enter")
        await until(pilot, lambda: not kept(), "off")


@pytest.mark.parametrize(
    ("stage", "on", "offered"),
    [
        ("flaccid", True, {"whole-face"}),
        ("synkinetic", True, {"whole-face", SMALL}),
        ("paretic", True, set()),
        ("flaccid", False, set()),
        ("synkinetic", False, set()),
    ],
)
def test_its_routines_are_offered_in_their_stages_to_those_who_want_it(
    tmp_path: Path, stage: str, on: bool, offered: set[str]
) -> None:
    """While nothing moves there is nothing to do but look."""
    settings: Settings = replace(CAMERA, stage=stage, whole_face=on)
    person = somebody(tmp_path, settings)
    found = shelf(person, unlocked(settings, person.today))

    mirroring = {routine.id: routine for routine in found.routines if routine.mirrors_half}
    assert set(mirroring) == offered
    assert all(not routine.active for id, routine in mirroring.items() if id != SMALL)


def test_the_consent_never_comes_from_a_file() -> None:
    """Another person's archive does not switch it on, and says so."""
    kept, said = as_a_guest(b"whole_face = true\nroomy = true\n", ())

    assert "whole_face" not in kept
    assert "roomy" in kept
    assert any("strong side" in line for line in said)


@pytest.mark.parametrize("size", [(60, 20), pytest.param((160, 45), marks=pytest.mark.long)])
async def test_in_its_step_the_picture_takes_the_place_of_the_drawing(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """v hides it, and the drawing is back; with large print too it is there."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    routine = find("whole-face", today=date(2026, 11, 21))
    changes = {"routine": routine, "source": "camera:0", "whole_face": True, "large_print": True}
    async with practice(tmp_path, size=size, **changes) as running:
        await running.until(lambda view: view.exercise_id == "whole-face" and view.at_s > 90)
        running.camera.say(Picture(width=2, height=2, rgb=bytes((250, 128, 10)) * 4))
        looking = running.screen.conductor.looking
        await running.until(lambda view: looking.picture is not None)
        half = running.screen.query_one("#guided-half", Mirror)
        drawing = running.screen.query_one("#guided-face", DrawnFace)

        assert half.display
        assert half.size.height >= 10
        assert not drawing.display
        assert "\u2580" in running.text()
        await running.press("v")
        assert not half.display
        assert looking.picture is None
        asked = [m.half for m in running.camera.told if isinstance(m, ShowPictures)]
        assert asked[0] == "right"


async def test_without_a_camera_the_drawing_stays_and_it_is_said(tmp_path: Path) -> None:
    """The simulated patient has no face to show."""
    routine = find("whole-face", today=date(2026, 11, 21))
    async with practice(tmp_path, routine=routine, whole_face=True) as running:
        await running.until(lambda view: view.exercise_id == "whole-face" and view.at_s > 90)

        assert running.said("guided-line") == words.HALF_NO_CAMERA
        assert running.screen.query_one("#guided-face", DrawnFace).display
        assert not any(isinstance(message, ShowPictures) for message in running.camera.told)
