"""An interrupted practice in two windows; it is thrown away only after a second question."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sessions.log.claim import CHANGED, GOING_ON, KEPT, THROWN_AWAY
from sessions.log.journal import Journal
from sessions.log.record_files import read_record, record_files
from sessions.log.recovery import discard, keep_as_is, unfinished
from tests.sessions.log_samples import kept_rep
from tests.tui.interrupted import interrupted
from tests.tui.people import MORNING, app_of, at_home, said, somebody, until, until_screen
from tui.screens.home import Home
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick

GO_ON, KEEP, THROW_AWAY = ("1",), ("2",), ("3", "y")
LONG_GO_ON, LONG_KEEP, LONG_THROW_AWAY = (
    pytest.param(keys, marks=pytest.mark.long) for keys in (GO_ON, KEEP, THROW_AWAY)
)
"""Always: the answer that would do most harm there."""


def told(pilot: Pilot[str]) -> str:
    """Every toast so far."""
    return "\n".join(each.message for each in pilot.app._notifications)


async def answer(pilot: Pilot[str], keys: tuple[str, ...]) -> None:
    """Answer the question that stands there, and the one after it."""
    await pilot.press(keys[0])
    for key in keys[1:]:
        await until_screen(pilot, Ask)
        await pilot.press(key)


def repetitions(data: Path) -> list[int]:
    """Those of every record."""
    return [read_record(path).repetitions for path in record_files(data)]


@pytest.mark.parametrize("keys", [THROW_AWAY, LONG_GO_ON, LONG_KEEP])
async def test_after_the_other_window_kept_it(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """It is said, no practice begins, and the record stays the only one."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        keep_as_is(unfinished(tmp_path)[0])
        await answer(pilot, keys)
        await until(pilot, lambda: KEPT in told(pilot), "the words")
        await at_home(pilot)

    assert repetitions(tmp_path) == [2]
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("keys", [GO_ON, LONG_THROW_AWAY, LONG_KEEP])
async def test_after_the_other_window_threw_it_away(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """Nothing of it is promised."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        discard(unfinished(tmp_path)[0])
        await answer(pilot, keys)
        await until(pilot, lambda: THROWN_AWAY in told(pilot), "the words")
        await at_home(pilot)

    assert repetitions(tmp_path) == []


@pytest.mark.parametrize("keys", [GO_ON, THROW_AWAY, LONG_KEEP])
async def test_while_the_other_window_goes_on(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """Its journal is left alone; no practice begins beside it."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        other = Journal.resume(unfinished(tmp_path)[0], 0.0, MORNING)
        content = other.path.read_bytes()
        await answer(pilot, keys)
        await until(pilot, lambda: GOING_ON in told(pilot), "the words")
        await at_home(pilot)
        assert not any(isinstance(each, SessionScreen) for each in app.screen_stack)

    assert other.path.read_bytes() == content
    other.add(kept_rep(3))
    other.finish()
    assert repetitions(tmp_path) == [3]


@pytest.mark.long
@pytest.mark.parametrize("keys", [THROW_AWAY, LONG_GO_ON])
async def test_what_the_other_window_added_is_shown_first(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """The question stands there again, with all of it; then keeping keeps all of it."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        other = Journal.resume(unfinished(tmp_path)[0], 0.0, MORNING)
        other.add(kept_rep(3))
        other.close()
        await answer(pilot, keys)
        await until(pilot, lambda: CHANGED in told(pilot), "the words")
        await until(pilot, lambda: "Movements kept: 3" in said(app.screen), "what is there now")
        await pilot.press("2")
        await at_home(pilot)

    assert repetitions(tmp_path) == [3]


async def test_throwing_away_asks_once_more(tmp_path: Path) -> None:
    """Only y deletes. After a no the three answers stand there again."""
    path = interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        for no in ("n", "enter", "escape", "space", "3"):
            await until_screen(pilot, Pick)
            await pilot.press("3")
            await until_screen(pilot, Ask)
            assert path.exists(), no
            await pilot.press(no)
            if no == "3":
                assert isinstance(app.screen, Ask)
                await pilot.press("n")
        await until_screen(pilot, Pick)
        assert path.exists()
        await answer(pilot, THROW_AWAY)
        await until_screen(pilot, Home)
        await until(pilot, lambda: not path.exists(), "the end of the journal")

    assert repetitions(tmp_path) == []


async def test_an_answer_that_comes_twice_does_not_end_the_program(tmp_path: Path) -> None:
    """The second may reach a question that has been answered already."""
    interrupted(tmp_path)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, Pick)
        pick = app.screen
        assert isinstance(pick, Pick)
        pick.action_leave()
        pick.action_leave()
        await at_home(pilot)

    assert app.failure is None
    assert len(unfinished(tmp_path)) == 1
