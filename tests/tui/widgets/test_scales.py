"""Scales from 0 to 10 with one key each."""

import pytest
from textual.app import App, ComposeResult

from tui.widgets.glyphs import Glyphs
from tui.widgets.scales import Scales, draw_scale, value_at


class Asking(App[None]):
    """Two scales, and what they said."""

    heard: dict[str, int] | None = None

    def compose(self) -> ComposeResult:
        """The scales alone."""
        yield Scales({"tired": "Tired", "pain": "Pain"})

    def on_mount(self) -> None:
        """Ready for keys."""
        self.query_one(Scales).focus()

    def on_scales_answered(self, message: Scales.Answered) -> None:
        """Remember."""
        self.heard = message.answers


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (("3", "0", "enter"), {"tired": 3, "pain": 0}),
        (("minus", "1", "enter"), {"tired": 10, "pain": 1}),
        (("enter",), {}),
        (("down", "4", "enter"), {"pain": 4}),
        (("3", "up", "5", "enter"), {"tired": 5}),
        (("3", "up", "backspace", "enter"), {}),
        (("3", "4", "5", "enter"), {"tired": 3, "pain": 5}),
        (("3",), None),
    ],
)
async def test_keys_answer(keys: tuple[str, ...], answers: dict[str, int] | None) -> None:
    """A digit answers and moves on; a row left out stays unanswered."""
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
    assert app.heard == answers


@pytest.mark.parametrize("value", [None, 0, 5, 9, 10])
def test_the_row_never_shifts(value: int | None) -> None:
    """Answered or not, the figures stand in the same columns and fit 56."""
    line = draw_scale("Face or neck tight", value, False, Glyphs.BRAILLE)

    assert (
        line.replace("[", " ").replace("]", " ").rstrip()
        == draw_scale("Face or neck tight", None, False, Glyphs.BRAILLE).rstrip()
    )
    assert len(line) <= 56
    assert (f"[{value}]" in line) == (value is not None)


@pytest.mark.parametrize("value", range(11))
def test_the_figure_under_the_pointer_is_the_one_meant(value: int) -> None:
    """Every cell of a figure counts for that figure, and the words before it for none."""
    line = draw_scale("Tired", None, False, Glyphs.BRAILLE)
    begin = line.index(f" {value}", 24) + 1

    cells = range(begin, begin + len(str(value)))
    assert {value_at(cell) for cell in cells} == {value}
    assert value_at(5) is None


async def test_a_click_answers_like_a_key() -> None:
    """On a figure it answers and moves on; on the words it only goes to the row."""
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.click(Scales, offset=(2, 1))
        await pilot.press("4")
        await pilot.click(
            Scales, offset=(draw_scale("", None, False, Glyphs.BRAILLE).index("7"), 0)
        )
        await pilot.press("enter")
        await pilot.pause()
    assert app.heard == {"pain": 4, "tired": 7}
