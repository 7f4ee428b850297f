"""Getting ready fits into the smallest windows, whatever the exercise has to say."""

from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from routines.catalogue import exercises, instructions
from routines.model import Step
from sessions.engine.texts import keep_loose
from sessions.guards.blind_sentences import blind_finger, late_for_growth
from sessions.live.request import SessionOutcome
from tests.tui.screens.cut_text import cut_texts
from tests.tui.views import view
from tui.app import SlowsmileApp
from tui.practice.how_words import led_line
from tui.screens.practice import session
from tui.screens.practice.how import HowItIsDone
from tui.screens.practice.practice import Practice
from tui.screens.practice.sizes import wear_size
from tui.texts import how as words_how
from tui.texts import practice as words
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Said

_STYLES = Path(session.__file__).parent
SCORED = [each for each in exercises().values() if each.measure is not None]


class Card(Screen[SessionOutcome]):
    """The card of how it is done, in its place on the screen."""

    CSS_PATH: ClassVar = [_STYLES / name for name in ("session.tcss", "how.tcss")]

    def compose(self) -> ComposeResult:
        """As the screen of a practice."""
        yield Said("Somewhere", id="where")
        with Container(id="middle"), Container(id="parts"):
            yield HowItIsDone("left")
        yield KeyLine()


async def test_each_card_says_how_it_goes_on_and_how_to_read_what_does_not_fit() -> None:
    """The line of keys stands whole below words that scroll, and says so only where they do."""
    app = SlowsmileApp(Card())
    async with app.run_test(size=(60, 20)) as pilot:
        wear_size(app.screen, app.size)
        card = app.screen.query_one(HowItIsDone)
        longer: set[bool] = set()
        for exercise in SCORED:
            step = Step(exercise=exercise, dose=exercise.dose, note="Softer than last week.")
            for _ in range(3):
                card.show(step, 0.0, words_how.WHEN_READY)
                await pilot.pause()
            body, follows = card.query_one("#how-body"), card.query_one("#how-next", Said)
            more = body.max_scroll_y > 0
            longer.add(more)
            card.scroll_by(100)
            await pilot.pause()

            assert cut_texts(app.screen) == [], exercise.id
            assert (words.HELP_MORE in follows.text) == more
            assert body.scroll_y == body.max_scroll_y
    assert longer == {True, False}


class Ready(Screen[SessionOutcome]):
    """The part of a practice that shows how to get ready, in its place on the screen."""

    CSS_PATH: ClassVar = [_STYLES / name for name in ("session.tcss", "practice.tcss")]

    def compose(self) -> ComposeResult:
        """As the screen of a practice."""
        yield Said("Somewhere", id="where")
        with Container(id="middle"), Container(id="parts"):
            yield Practice("left", blink=True)
        yield KeyLine()


@pytest.mark.parametrize(
    "size",
    [(56, 16), *(pytest.param(size, marks=pytest.mark.long) for size in ((60, 20), (80, 24)))],
    ids=str,
)
async def test_no_exercise_is_cut_while_getting_ready(size: tuple[int, int]) -> None:
    """With a therapist's note, a part to keep loose, and a guard that cannot see."""
    cut: dict[str, list[str]] = {}
    app = SlowsmileApp(Ready())
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        wear_size(screen, app.size)
        for exercise in SCORED:
            step = Step(exercise=exercise, dose=exercise.dose, note="Softer than last week.")
            how = (*instructions(step), keep_loose(("neck", "chin")))
            now = view(
                phase="ready",
                exercise_id=exercise.id,
                how=how,
                rep=1,
                target_percent=80.0,
                ladder_percent=70.0,
                start_percent=70.0,
                blind=(
                    blind_finger(exercise.watch) if exercise.watch else late_for_growth(2, 180),
                ),
            )
            part = screen.query_one(Practice)
            part.show(now, exercise.measure, "bars", None)
            await pilot.pause()
            part.show(now, exercise.measure, "bars", None)
            await pilot.pause()
            assert led_line(exercise.id, 5) in part.query_one("#how", Said).text
            if found := cut_texts(screen):
                cut[exercise.id] = found
    assert cut == {}
