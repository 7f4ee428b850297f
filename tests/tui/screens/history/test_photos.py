"""The photos screen: then beside now, one at a time in a small window, gone after one question."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from tests.sessions.photo_samples import FIRST, album
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tui.presenters.photo_pixels import small_picture
from tui.screens.history.photos import PhotosScreen
from tui.screens.questions.ask import Ask
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

        damaged = tmp_path / "photos" / FIRST / "open-smile.jpg"
        damaged.write_bytes(b"\xff\xd8\xff broken")
        await pilot.press("up")
        await until(pilot, lambda: "cannot be read" in seen(screen)[0], "a sentence")


def test_a_photo_that_claims_to_be_huge_is_none(tmp_path: Path) -> None:
    """Nor is one that is not there."""
    huge = tmp_path / "rest.jpg"
    huge.write_bytes(bytes(3_000_000))
    assert small_picture(huge, 10, 10) is None
    assert small_picture(tmp_path / "none.jpg", 10, 10) is None


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
