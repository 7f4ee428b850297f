"""The clips screen: then and now together, still when asked, gone after one question."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, load_settings
from sessions.live.clock import ManualClock
from sessions.pictures.clips import clip_albums
from sessions.pictures.photos import photo_albums
from tests.sessions.clip_samples import clip_album
from tests.sessions.photo_samples import FIRST, LATER, album
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until, until_screen
from tui.commands.history import picture_lines
from tui.presenters.clip_player import IN_THE_HOLD
from tui.screens.history.clips import ClipsScreen
from tui.screens.history.photos import PhotosScreen
from tui.screens.keymap_checks import complaint
from tui.screens.questions.ask import Ask
from tui.screens.settings import SettingsScreen
from tui.texts import clips as words_clips
from tui.texts import photos as words_photos
from tui.widgets.lines import Said
from tui.widgets.menu import Menu
from tui.widgets.mirror import Mirror

CAMERA = replace(ANSWERED, source="camera:0")


@pytest.fixture(autouse=True)
def _many_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """In which pictures are drawn; in shades where there are few."""
    monkeypatch.setenv("COLORTERM", "truecolor")


async def at_clips(
    pilot: Pilot[str], data: Path, clock: ManualClock, settings: Settings = ANSWERED
) -> ClipsScreen:
    """The clips of a person with these settings."""
    screen = ClipsScreen(somebody(data, settings), "open-smile", clock=clock)
    pilot.app.push_screen(screen)
    await until_screen(pilot, ClipsScreen)
    return screen


def blues(screen: ClipsScreen) -> list[int | None]:
    """How blue the left of the middle line of each clip is; None where there is no picture."""
    found: list[int | None] = []
    for half in ("then", "now"):
        strip = screen.query_one(f"#clips-{half}-picture", Mirror).render_line(6)
        styles = [segment.style for segment in strip if segment.text == "\u2580"]
        colour = styles[2].color if styles and styles[2] is not None else None
        found.append(colour.triplet.blue if colour is not None and colour.triplet else None)
    return found


@pytest.mark.long
async def test_then_and_now_move_together_until_a_key_stops_them(tmp_path: Path) -> None:
    """In a small window too; a shorter clip waits at its end for the longer one."""
    clip_album(tmp_path)
    app, clock = app_of(somebody(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await at_clips(pilot, tmp_path, clock)
        bright = [blue is not None and blue > 150 for blue in blues(screen)]
        assert bright == [True, True]
        assert "Then: 2 March 2026" in said(screen)
        assert "Now: 14 November 2026" in said(screen)

        seen: list[list[bool]] = []
        for seconds in (1.1, 0.5, 0.7):
            clock.advance(seconds)
            screen.refresh_pictures()
            seen.append([blue is not None and blue > 150 for blue in blues(screen)])
        assert seen == [[False, True], [False, False], [False, False]]
        assert "2 of 3 seconds" in said(screen)

        await pilot.press("space")
        stood = said(screen)
        assert "Stands at 2.2 of 3 seconds" in stood
        clock.advance(30.0)
        screen.refresh_pictures()
        assert said(screen) == stood
        await pilot.press("comma", "comma", "full_stop")
        assert "Stands at 2.1" in said(screen)
        await pilot.press("up")
        assert "Raise the eyebrows" in said(screen)
        assert "no clip of this" not in said(screen)
        assert "Stands at 2.1" in said(screen)


@pytest.mark.long
async def test_nothing_moves_by_itself_where_that_is_not_wanted(tmp_path: Path) -> None:
    """It stands in the hold, and space plays."""
    clip_album(tmp_path)
    app, clock = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        still = replace(ANSWERED, reduced_motion=True)
        screen = await at_clips(pilot, tmp_path, clock, still)
        clock.advance(9.0)
        screen.refresh_pictures()
        assert f"Stands at {min(IN_THE_HOLD, 23) / 8:.1f}" in said(screen)
        await pilot.press("space")
        assert "Stands" not in said(screen)


async def test_a_missing_or_damaged_clip_is_said(tmp_path: Path) -> None:
    """The other one is shown all the same."""
    clip_album(tmp_path)
    (tmp_path / "photos" / FIRST / "open-smile.avi").write_bytes(b"RIFF broken")
    app, clock = app_of(somebody(tmp_path))
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await at_clips(pilot, tmp_path, clock)
        assert "cannot be read" in str(screen.query_one("#clips-then-heading", Static).render())
        assert [blue is None for blue in blues(screen)] == [True, False]
        await pilot.press("up", "left")
        assert "no clip of this" in said(screen)


async def test_photos_and_clips_are_deleted_with_one_key_after_one_question(
    tmp_path: Path,
) -> None:
    """Enter keeps; y deletes this practice's, Shift+D and y all. c is there only with clips, which
    go without a photo; a practice that is deleted takes its clips along, and the question says how
    many of both."""
    album(tmp_path)
    clip_album(tmp_path)
    app, _ = app_of(somebody(tmp_path))

    def left() -> tuple[list[str], list[str]]:
        photos, clips = photo_albums(tmp_path), clip_albums(tmp_path)
        return [each.name for each in photos], [each.name for each in clips]

    both = [FIRST, LATER]
    async with app.run_test(size=(80, 24)) as pilot:

        async def answer(key: str, said: str, back: type[ClipsScreen | PhotosScreen]) -> None:
            await pilot.press(key)
            await until_screen(pilot, Ask)
            await pilot.press(said)
            await until_screen(pilot, back)

        async def at_the_photos() -> None:
            app.push_screen(PhotosScreen(somebody(tmp_path)))
            await until_screen(pilot, PhotosScreen)

        await at_the_photos()
        await answer("d", "enter", PhotosScreen)
        assert left() == (both, both)

        await pilot.press("c")
        await until_screen(pilot, ClipsScreen)
        for key, said_to_it, clips in (("d", "enter", both), ("d", "y", [FIRST]), ("a", "y", [])):
            await answer(key, said_to_it, ClipsScreen)
            assert left() == (both, clips)
        assert words_clips.EMPTY_OFF in said(app.screen)
        await pilot.press("d", "space", "down", "right", "escape", "c")
        assert isinstance(app.screen, PhotosScreen)

        clip_album(tmp_path)
        await at_the_photos()
        await pilot.press("d")
        await until_screen(pilot, Ask)
        assert "3 photos and 2 clips" in app.screen.query_one("#ask-about", Said).text
        await pilot.press("y")
        await until(pilot, lambda: left() == ([FIRST], [FIRST]), "one practice left")
        await until_screen(pilot, PhotosScreen)
        await answer("a", "y", PhotosScreen)
        await until(pilot, lambda: not (tmp_path / "photos").exists(), "nothing left")
        await until(pilot, lambda: "no photos" in said(app.screen), "a sentence")
        await pilot.press("d", "down", "right", "space", "escape")


async def test_photos_and_clips_have_each_their_question_clips_only_beside_photos(
    tmp_path: Path,
) -> None:
    """Enter means no, y means yes; off goes at once. Nothing is asked of clips while photos are
    off, and photos off turns clips off."""
    app, _ = app_of(somebody(tmp_path, CAMERA))
    async with app.run_test(size=(60, 20)) as pilot:
        await at_home(pilot)
        await pilot.press("s")
        await until_screen(pilot, SettingsScreen)
        menu = app.screen.query_one(Menu)

        def kept() -> Settings:
            return load_settings(tmp_path / FILE_NAME, complaint)

        async def turn(row: str, answer: str = "") -> None:
            menu.highlighted = menu.get_option_index(row)
            await pilot.press("enter")
            if answer:
                await until_screen(pilot, Ask)
                asked = "".join(part.text for part in app.screen.query(Said))
                assert str(tmp_path / "photos") in asked.replace("\n", "")
                yes = app.screen.query_one("#ask-yes")
                assert yes.region.bottom < 20
                await pilot.press(answer)
            await until_screen(pilot, SettingsScreen)
            await pilot.pause()

        await turn("clips")
        notes = [note.message for note in app._notifications]  # pyright: ignore[reportPrivateUsage]
        assert words_clips.NEED_PHOTOS in notes
        assert not kept().clips
        await turn("photos", "enter")
        await until(pilot, lambda: kept().photos_asked, "an answer on disk")
        assert not kept().photos
        await turn("photos", "y")
        await until(pilot, lambda: kept().photos, "the answer given")
        assert not kept().clips
        await turn("clips", "enter")
        assert not kept().clips
        await turn("clips", "y")
        await until(pilot, lambda: kept().clips, "clips on")
        await turn("photos")
        await until(pilot, lambda: not kept().photos, "photos off")
        assert isinstance(app.screen, SettingsScreen)
        assert not kept().clips


def test_lines_of_text_name_every_file(tmp_path: Path) -> None:
    """For eyes and ears that no picture reaches."""
    album(tmp_path)
    clip_album(tmp_path)
    lines = picture_lines(tmp_path)

    assert len(lines) == 8
    assert lines[0].startswith("2026-03-02 09:00  photo  At rest")
    assert lines[0].endswith(str(tmp_path / "photos" / FIRST / "rest.jpg"))
    assert sum("  clip   " in line for line in lines) == 3


def test_counts_are_said_as_a_person_says_them() -> None:
    """One is no plural, none is not said."""
    assert words_photos.photos_and_clips(1, 2) == "1 photo and 2 clips"
    assert words_photos.photos_and_clips(0, 1) == "1 clip"
    assert words_photos.kept_with_record(0, 0) == ""
    assert words_photos.kept_with_record(1, 0).startswith("1 photo was kept")
    assert "history --photos" in words_photos.kept_with_record(2, 2, plain=True)
