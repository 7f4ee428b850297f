"""The example: a whole practice with the simulated patient that leaves nothing behind."""

import tempfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.live import nobody_there
from tests.tui.people import ANSWERED, MORNING, app_of, somebody, until, until_screen
from tui.practice.example import example_request, example_routine
from tui.screens.practice.example import ExampleScreen
from tui.screens.questions.first_run import FirstRun


def test_it_lasts_half_a_minute_at_most() -> None:
    """With five seconds to find the face and its rest."""
    assert example_routine().seconds + 5 <= 30


@pytest.mark.parametrize(("chosen", "on"), [(True, True), (False, False)])
def test_it_is_silent_until_sounds_were_chosen(chosen: bool, on: bool) -> None:
    """The palsied ear may hurt."""
    settings = ANSWERED if chosen else replace(ANSWERED, still_to_ask=("sound",))
    with example_request(settings, MORNING) as request:
        assert request.sound.on is on
        assert request.simulated
        folder = request.data
        assert folder.is_dir()

    assert not folder.exists()


@pytest.mark.parametrize("leaves", [pytest.param(True, marks=pytest.mark.long), False])
async def test_before_any_question_and_back_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> None:
    """By one key; to its end or left with Esc, nothing is kept and the first page stands there."""
    monkeypatch.setattr(nobody_there, "NOBODY_AFTER_S", 1e9)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    person = somebody(tmp_path / "data", None)
    app, clock = app_of(person)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, FirstRun)
        await pilot.press("e")
        await until_screen(pilot, ExampleScreen)
        if leaves:
            await pilot.press("escape")
        else:
            clock.run()
        await until_screen(pilot, FirstRun)
        await until(pilot, lambda: not list((tmp_path / "temporary").iterdir()), "an empty folder")

    assert not person.settings_path.exists()
    assert not (person.data / "sessions").exists()
