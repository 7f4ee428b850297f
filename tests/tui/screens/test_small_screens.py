"""Questions, help and the summary: small screens with few words."""

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar

import msgspec
import pytest
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from sessions.care.settings import Settings
from sessions.live.request import SessionOutcome
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import header, whole
from tests.tui.people import until
from tui.app import SlowsmileApp
from tui.practice.summary_words import done_lines
from tui.screens.help import Help, key_lines
from tui.screens.practice.session import SessionScreen
from tui.screens.practice.summary import Added, Summary
from tui.screens.questions.ask import Ask
from tui.texts import practice as words
from tui.texts import why as words_why
from tui.widgets.lines import Said


class Blank(Screen[SessionOutcome]):
    """A screen with one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go", tooltip="go on", id="blank.go"),
    ]


async def answer(screen: Screen[Any], *keys: str) -> object:
    """What a screen gives back for these keys."""
    app: App[None] = App()
    answers: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(screen, answers.append)
        await pilot.press(*keys)
        await pilot.pause()
    return answers[0] if answers else "still there"


async def test_only_y_means_yes() -> None:
    """Enter and space are the safe answer, Escape takes the question away; other keys are none."""
    answers = {
        key: await answer(Ask("End?", "Kept.", "y  yes", "n  no"), key)
        for key in ("y", "n", "enter", "escape", "space", "k")
    }

    assert answers == {
        "y": True,
        "n": False,
        "enter": False,
        "escape": None,
        "space": False,
        "k": "still there",
    }


def test_help_lists_every_key_that_has_something_to_say() -> None:
    """Readable names of keys; bindings without a tooltip stay out."""
    bindings = [
        Binding("question_mark,f1", "help", "Help", tooltip="this page"),
        Binding("plus,equals_sign", "rest", "Rest", tooltip="more rest"),
        Binding("k", "nothing", "Nothing"),
    ]
    lines = [line.split() for line in key_lines(bindings)]

    assert lines == [["?", "F1", "this", "page"], ["+", "more", "rest"]]


def test_every_key_of_the_practice_is_in_its_help() -> None:
    """Whatever is bound and shown is also explained."""
    bound = [each for each in SessionScreen.BINDINGS if isinstance(each, Binding)]

    assert all(each.tooltip for each in bound if each.show)
    assert {each.id for each in bound if each.tooltip} >= {
        "session.pause",
        "session.continue",
        "session.stop",
        "session.skip",
        "session.rest",
        "session.again",
        "session.view",
        "session.tired",
        "session.annoyed",
        "session.pain",
        "session.quit",
    }
    ids = [each.id for each in bound if each.id is not None]
    assert len(set(ids)) == len(ids)


async def test_help_closes_by_any_of_the_usual_keys() -> None:
    """Any but Escape says that the practice below may go on."""
    for key in ("enter", "question_mark", "q"):
        assert await answer(Help("Title", "About.", []), key) is True
    assert await answer(Help("Title", "About.", []), "escape") is not True


async def test_nothing_has_to_be_answered_after_a_session() -> None:
    """Enter alone closes the summary."""
    record = record_of(header(), whole())

    assert await answer(Summary(record), "enter") == Added()


async def test_effort_and_note_are_handed_over() -> None:
    """The last number typed counts; digits in a note are letters of the note."""
    record = record_of(header(), whole())
    keys = ("7", "3", "n", "a", "2", "enter")

    assert await answer(Summary(record), *keys) == Added(effort=3, note="a2")


async def test_after_a_long_session_the_question_is_in_sight() -> None:
    """What was done scrolls above it, by the arrow keys."""
    short = record_of(header(), whole())
    record = msgspec.structs.replace(short, exercises=short.exercises * 12)
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Summary(record))
        await pilot.pause()
        await pilot.press("down", "down")
        for size in ((80, 24), (60, 20), (56, 16)):
            await pilot.resize_terminal(*size)
            effort, note = (app.screen.query_one(f"#summary-{name}") for name in ("effort", "note"))

            def in_sight(effort: Widget = effort, note: Widget = note, rows: int = size[1]) -> bool:
                return effort.region.bottom < note.region.bottom < rows

            await until(pilot, in_sight, f"the question at {size}")
            assert app.screen.query_one("#summary").scroll_offset.y > 0
            assert note.region.height == 1


async def test_five_exercises_are_seen_at_once_also_in_a_window_made_smaller() -> None:
    """A line each, with the question and the note, without scrolling."""
    short = record_of(header(), whole())
    record = msgspec.structs.replace(short, exercises=(short.exercises * 3)[:5])
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Summary(record))
        for size in ((80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            body = app.screen.query_one("#summary")
            lines = app.screen.query_one("#summary-lines", Said)

            def fits(body: Widget = body, lines: Said = lines, columns: int = size[0]) -> bool:
                rows = len(lines.text.splitlines()) == lines.size.height == 5
                return rows and body.max_scroll_y == 0 and body.region.right <= columns

            await until(pilot, fits, f"all of it in {size}")


async def test_all_that_was_seen_is_a_key_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known stands there at once, and what has to be read comes below it."""
    read = asyncio.Event()

    async def in_a_thread(load: Callable[[], list[str]]) -> list[str]:
        """A thread that has something to wait for: pilots wait for real ones."""
        await read.wait()
        return load()

    monkeypatch.setattr(asyncio, "to_thread", in_a_thread)
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Summary(record_of(header(), whole()), why=lambda: ["Repetition 1."]))
        await pilot.press("m")
        shown = app.screen.query_one("#day-text", Static)
        before = str(shown.content)
        read.set()
        await app.workers.wait_for_complete()
        after = str(shown.content)

    known = "\n".join([*done_lines(record_of(header(), whole())), "", ""])
    assert before.split() == (known + words_why.WAIT).split()
    assert after.split() == (known + "Repetition 1.").split()


async def test_what_could_not_be_kept_is_said() -> None:
    """The trouble stands on the summary; without any there is no empty line for it."""
    record = record_of(header(), whole())
    app: App[None] = App()
    async with app.run_test(size=(80, 24)):
        await app.push_screen(Summary(record, "The disk is full."))
        shown = app.screen.query_one("#summary-trouble", Said)
        text, seen = shown.text, shown.display

    assert (text, seen) == ("The disk is full.", True)


async def test_help_in_a_low_window_scrolls_and_says_so() -> None:
    """The way out stays in sight, and the last key can be reached."""
    app: App[None] = App()
    async with app.run_test(size=(60, 20)) as pilot:
        bindings = [each for each in SessionScreen.BINDINGS if isinstance(each, Binding)]
        await app.push_screen(Help("Title", SessionScreen.HELP or "", bindings))
        await pilot.pause()
        close = app.screen.query_one("#help-close", Said)
        body = app.screen.query_one("#help-body")
        said, below = close.text, body.max_scroll_y
        in_sight = close.region.bottom < app.size.height
        await pilot.press("end")
        await pilot.pause()
        reached = body.scroll_offset.y

    assert words.HELP_MORE in said
    assert in_sight
    assert 0 < below == reached


async def test_help_with_room_says_only_how_to_leave() -> None:
    """Nothing is below, so nothing is said about it."""
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Help("Title", "About.", []))
        await pilot.pause()

        assert app.screen.query_one("#help-close", Said).text == words.HELP_CLOSE


def test_long_lines_of_help_stay_in_their_column() -> None:
    """The words go on below the words, not below the key."""
    line = Binding("v", "view", tooltip="bars, outline, mirror, or the cue alone, in turn")
    first, second = key_lines([line], 44)

    assert first.startswith(" " * 11 + "v  bars")
    assert second.startswith(" " * 14)
    assert second[14] != " "


async def test_help_names_the_keys_as_they_were_changed() -> None:
    """Who moved the pause elsewhere is told where it is."""
    app = SlowsmileApp(Blank(), Settings(keymap={"blank.go": "g"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        keys = app.screen.query_one("#help-keys", Said).text
        names = app.screen.query_one("#help-names", Said).text

    assert keys.split() == ["g", "go", "on"]
    assert names.endswith(": blank.go")
