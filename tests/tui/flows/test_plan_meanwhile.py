"""What was kept in another window meanwhile, and notes that belong to a line that is gone."""

from pathlib import Path

from msgspec.structs import replace
from textual.widgets._toast import Toast

from routines.plan import default_plan
from routines.writing import plan_text
from sessions.care.day_plan import load_plan
from sessions.exchange.hand_over import from_file
from sessions.storage.private_files import write_private
from tests.tui.flows.test_plan import CAMERA, TODAY, answer, app_at_plan, type_in
from tests.tui.people import said, somebody, until, until_screen
from tui.screens.plan.sheet import Sheet
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick
from tui.texts.plan import building as words


async def test_a_plan_changed_in_another_window_is_not_replaced_unasked(tmp_path: Path) -> None:
    """A no leaves the other one as it is; a yes puts it by."""
    other = replace(default_plan("paretic", TODAY), by="A. Other")
    app = app_at_plan(somebody(tmp_path, CAMERA))
    async with app.run_test(size=(60, 20)) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await answer(pilot, "by", "M. Weber")
        await until_screen(pilot, Sheet)
        write_private(tmp_path / "plan.toml", plan_text(other))
        await pilot.press("s")
        await until_screen(pilot, Ask)
        await pilot.press("n")
        await until_screen(pilot, Sheet)
        assert load_plan(tmp_path, TODAY) == other
        await pilot.press("s")
        await until_screen(pilot, Ask)
        await pilot.press("y")
        await until(pilot, lambda: words.AS_KEPT in said(app.screen), "that it is kept")

    kept = load_plan(tmp_path, TODAY)
    assert kept is not None
    assert kept.by == "M. Weber"
    (put_by,) = (tmp_path / "backup").glob("replaced-*.zip")
    assert from_file(put_by, (), TODAY).plan == other


async def test_a_note_about_a_wrong_number_goes_with_the_right_one(tmp_path: Path) -> None:
    """It would lie over the line that says how the plan checks."""
    app = app_at_plan(somebody(tmp_path, CAMERA))
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await answer(pilot, "cap", "9")
        await until(pilot, lambda: len(app.screen.query(Toast)) == 1, "the note")
        await type_in(pilot, "3")
        await until_screen(pilot, Sheet)
        await pilot.pause()
        assert not app.screen.query(Toast)
