"""A short list: digits, arrows, ticks, and never an answer that was not given."""

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from tui.widgets.choices import Choices, draw_choices
from tui.widgets.glyphs import Glyphs

OPTIONS = {"a": "first", "b": "second", "c": "third"}


class Asking(App[None]):
    """One list, and what it said."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.choices = choices
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.choices

    def on_mount(self) -> None:
        """Ready for keys."""
        self.choices.focus()

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Remember."""
        self.heard.append(message)

    def on_choices_missing(self, message: Choices.Missing) -> None:
        """Remember."""
        self.heard.append(message)


async def pressed(choices: Choices, *keys: str) -> list[tuple[str, ...] | str]:
    """What the list said after these keys."""
    app = Asking(choices)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
    return [m.keys if isinstance(m, Choices.Chosen) else "missing" for m in app.heard]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("2",), [("b",)]),
        (("down", "enter"), [("a",)]),
        (("up", "enter"), [("c",)]),
        (("down", "down", "space"), [("b",)]),
        (("enter",), ["missing"]),
        (("4", "0", "x"), []),
    ],
)
async def test_one_of_several(keys: tuple[str, ...], said: list[tuple[str, ...] | str]) -> None:
    """A digit answers; Enter answers only where something is marked."""
    assert await pressed(Choices(OPTIONS), *keys) == said


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("1", "3", "enter"), [("a", "c")]),
        (("1", "1", "enter"), ["missing"]),
        (("down", "space", "enter"), [("a",)]),
        (("space", "enter"), ["missing"]),
        (("space", "space", "down", "space", "enter"), [("a", "b")]),
        (("0",), [()]),
        (("2", "0"), [()]),
        (("up", "enter"), [()]),
        (("enter",), ["missing"]),
    ],
)
async def test_several_of_several(keys: tuple[str, ...], said: list[tuple[str, ...] | str]) -> None:
    """Digits tick; "none of these" must be chosen like everything else."""
    assert await pressed(Choices(OPTIONS, many=True, none="None of these"), *keys) == said


async def test_an_earlier_answer_is_marked() -> None:
    """Enter keeps it."""
    assert await pressed(Choices(OPTIONS, chosen=("b",)), "enter") == [("b",)]
    assert await pressed(Choices(OPTIONS, many=True, chosen=("b",)), "enter") == [("b",)]
    assert await pressed(Choices(OPTIONS, many=True, none="None", chosen=()), "enter") == [()]


def test_drawn_without_colour() -> None:
    """The mark and the ticks are characters."""
    rows = draw_choices(["first", "second"], 1, {0}, "none", 40, Glyphs.BRAILLE)

    assert rows == [["  1  [x] first"], ["› 2  [ ] second"], ["  0  none"]]


def test_long_labels_hang_below_themselves() -> None:
    """At any width no word is lost and nothing is wider than it may be."""
    rows = draw_choices(["it moves, but other parts move along"], 0, None, "", 24, Glyphs.ASCII)

    assert rows == [["> 1  it moves, but other", "     parts move along"]]


async def clicked(choices: Choices, *lines: int) -> list[tuple[str, ...] | str]:
    """What the list said after a click on each of these lines."""
    app = Asking(choices)
    async with app.run_test() as pilot:
        for line in lines:
            await pilot.click(Choices, offset=(4, line))
        await pilot.pause()
    return [m.keys if isinstance(m, Choices.Chosen) else "missing" for m in app.heard]


async def test_a_click_answers_like_the_digit_of_its_line() -> None:
    """One of several is chosen, a tick is set, "none of these" answers."""
    assert await clicked(Choices(OPTIONS), 1) == [("b",)]
    many = Choices(OPTIONS, many=True, none="none")
    assert await clicked(many, 0, 2) == []
    assert many.ticked == ("a", "c")
    assert await clicked(Choices(OPTIONS, many=True, none="none"), 3) == [()]


async def test_a_click_on_the_second_line_of_a_long_choice_means_that_choice() -> None:
    """A label that is broken over lines is one choice."""
    options = {"a": "long words " * 12, "b": "short"}

    assert await clicked(Choices(options), 1) == [("a",)]
