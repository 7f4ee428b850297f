"""The photos screen: then beside now, one at a time in a small window, gone after one question."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.pictures.photos import photo_albums
from tests.sessions.photo_samples import FIRST, LATER, album
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tui.presenters.photo_pixels import small_picture
from tui.screens.history.photos import PhotosScreen
from tui.screens.keymap_checks import complaint
from tui.screens.questions.ask import Ask
from tui.screens.settings import SettingsScreen
from tui.widgets.menu import Menu
from tui.widgets.mirror import Mirror

CAMERA = replace(ANSWERED, source="camera:0")


@pytest.fixture(autouse=True)
def _many_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """In which pictures are drawn; in shades where there are few."""
    monkeypatch.setenv("COLORTERM", "truecolor")


async def at_photos(pilot: Pilot[str]) -> PhotosScreen:
    """From Home through History."""
    await at_home(pilot)
    await pilot.press("h")
    await pilot.press("p")
    await until_screen(pilot, PhotosScreen)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PhotosScreen)
    return screen


def seen(screen: PhotosScreen) -> list[str]:
    """Headings of the photos that are shown."""
    both = [screen.query_one(f"#photos-{half}") for half in ("then", "now")]
    return [str(each.query_one(Static).render()) for each in both if each.display]


def coloured(screen: PhotosScreen, half: str) -> set[str]:
    """Colours of the middle line of a photo, left before right."""
    strip = screen.query_one(f"#photos-{half}-picture", Mirror).render_line(8)
    styles = [segment.style for segment in strip if segment.text == "\u2580"]
    first, last = styles[2], styles[-3]
    names: set[str] = set()
    for side, style in (("left", first), ("right", last)):
        assert style is not None
        assert style.color is not None
        assert style.color.triplet is not None
        red, green, blue = style.color.triplet
        largest = max((red, "red"), (green, "green"), (blue, "blue"))[1]
        names.add(f"{side} {largest}")
    return names


async def test_then_and_now_stand_side_by_side_as_in_a_looking_glass(tmp_path: Path) -> None:
    """In the file red, or green, is on the left; on the screen it is on the right. A small window
    has one photo, large, and space turns to the other."""
    album(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await at_photos(pilot)
        await until(pilot, lambda: len(seen(screen)) == 2, "two photos")
        assert seen(screen) == ["Then: 2 March 2026", "Now: 14 November 2026"]
        assert coloured(screen, "then") == {"left blue", "right red"}
        assert coloured(screen, "now") == {"left blue", "right green"}
        await pilot.press("down")
        await pilot.pause()
        assert "Raise the eyebrows" in said(screen)
        assert seen(screen)[-1] == "14 November 2026, the first"
        await pilot.press("left")
        await pilot.pause()
        assert "no photo of this" in seen(screen)[-1]

        await pilot.resize_terminal(60, 20)
        await pilot.press("right", "up")
        await until(pilot, lambda: seen(screen) == ["Now: 14 November 2026"], "one photo")
        await pilot.press("space")
        await pilot.pause()
        assert seen(screen) == ["Then: 2 March 2026"]
        assert screen.query_one("#photos-then-picture", Mirror).size.height >= 15


async def test_deleted_with_one_key_after_one_question(tmp_path: Path) -> None:
    """Enter keeps; y deletes this practice's; D and y delete all."""
    album(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_photos(pilot)
        await pilot.press("d")
        await until_screen(pilot, Ask)
        await pilot.press("enter")
        await until_screen(pilot, PhotosScreen)
        assert [each.name for each in photo_albums(tmp_path)] == [FIRST, LATER]
        await pilot.press("d")
        await until_screen(pilot, Ask)
        await pilot.press("y")
        await until(pilot, lambda: len(photo_albums(tmp_path)) == 1, "one practice left")
        await until_screen(pilot, PhotosScreen)
        await pilot.press("a")
        await until_screen(pilot, Ask)
        await pilot.press("y")
        await until(pilot, lambda: not (tmp_path / "photos").exists(), "nothing left")
        await until(pilot, lambda: "no photos" in said(screen), "a sentence")
        await pilot.press("d", "down", "right", "space", "escape")


async def test_a_photo_that_is_none_is_said(tmp_path: Path) -> None:
    """A damaged file, or one that claims to be huge, costs a sentence."""
    album(tmp_path)
    bad = tmp_path / "photos" / LATER / "rest.jpg"
    bad.write_bytes(b"\xff\xd8\xff broken")
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_photos(pilot)
        await until(pilot, lambda: "cannot be read" in seen(screen)[0], "a sentence")
    bad.write_bytes(bytes(3_000_000))
    assert small_picture(bad, 10, 10) is None
    assert small_picture(tmp_path / "none.jpg", 10, 10) is None


def kept(data: Path) -> Settings:
    """The settings on disk."""
    return load_settings(data / FILE_NAME, complaint)


async def test_on_only_after_the_question_and_off_at_once(tmp_path: Path) -> None:
    """Enter means no; y means yes; the line in Settings turns it off without a question."""
    app, _ = app_of(somebody(tmp_path, CAMERA))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        menu = app.screen.query_one(Menu)
        menu.highlighted = menu.get_option_index("photos")
        for answer, on in (("enter", False), ("y", True)):
            await pilot.press("enter")
            await until_screen(pilot, Ask)
            assert str(tmp_path / "photos") in screen_text(app.screen).replace("\n", "")
            await pilot.press(answer)
            await until_screen(pilot, SettingsScreen)
            await until(pilot, lambda: kept(tmp_path).photos_asked, "an answer on disk")
            await until(pilot, lambda on=on: kept(tmp_path).photos is on, "the answer given")
        await pilot.press("enter")
        await until(pilot, lambda: not kept(tmp_path).photos, "off")
        assert isinstance(app.screen, SettingsScreen)


def screen_text(screen: Screen[object]) -> str:
    """All that a screen says."""
    from tui.widgets.lines import Said

    return "\n".join(part.text for part in screen.query(Said))


async def test_offered_once_before_a_check_up_with_a_camera(tmp_path: Path) -> None:
    """Asked before the first, not before the second, never for the simulated patient."""
    from routines.reading.library import find
    from tui.flows.photo_consent import offer_photos

    person = somebody(tmp_path, CAMERA)
    check_up, other = find("check-up", ()), find("daily-gentle", ())
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)

        async def offered() -> None:
            await offer_photos(app, person, other)
            await offer_photos(app, person, check_up)
            await offer_photos(app, person, check_up)

        worker = app.run_worker(offered())
        await until_screen(pilot, Ask)
        await pilot.press("n")
        await worker.wait()
        assert person.settings.photos_asked
        assert not person.settings.photos
        person.settings = ANSWERED
        await app.run_worker(offer_photos(app, person, check_up)).wait()
