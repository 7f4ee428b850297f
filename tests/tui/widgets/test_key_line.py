"""The line of keys is made anew only where it would say something else."""

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tests.tui.people import until
from tui.widgets.key_line import KeyLine, fitting


class Counted(KeyLine):
    """Remembers how many parts it made each time."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[int] = []

    def compose(self) -> ComposeResult:
        """The parts, counted."""
        parts = [*super().compose()]
        self.made.append(len(parts))
        yield from parts


class Keys(Screen[None]):
    """Two keys, of which one may be away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "first", "First"),
        Binding("b", "second", "Second"),
    ]
    both = True

    def compose(self) -> ComposeResult:
        """Nothing but the line."""
        yield Counted()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the second is there."""
        return self.both or action != "second"


@pytest.mark.parametrize(
    ("room", "more", "kept"),
    [(17, 6, None), (16, 6, 0), (16, 2, 1), (16, 0, 1), (11, 6, 0), (3, 6, 0)],
)
def test_keys_that_do_not_fit_go_before_the_last(room: int, more: int, kept: int | None) -> None:
    """Three keys of five cells; the help takes the place of those that go."""
    assert fitting([5, 5, 5], room, more) == kept
    assert fitting([], room, more) is None


class Long(Keys):
    """Keys with long names, as another language may have."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "first", "First of all"),
        Binding("b", "second", "Second of all"),
        Binding("question_mark", "help", "Help", show=False),
        Binding("escape", "back", "Back"),
    ]


async def test_no_key_is_cut_in_a_narrow_window_and_all_come_back_in_a_wide_one() -> None:
    """The help says what went."""
    async with App[None]().run_test(size=(80, 10)) as pilot:
        await pilot.app.push_screen(Long())
        await pilot.pause()
        line = pilot.app.screen.query_one(KeyLine)

        def said() -> list[str]:
            return [str(part.render()).partition(" ")[2] for part in line.children]

        async def resized(width: int, expected: list[str]) -> None:
            await pilot.resize_terminal(width, 10)
            await until(pilot, lambda: said() == expected, f"the keys of {width} columns")

        wide = ["First of all", "Second of all", "Back"]
        assert said() == wide
        await resized(34, ["First of all", "More", "Back"])
        await pilot.pause()
        assert max(part.region.right for part in line.children) <= 34
        await resized(80, wide)


async def test_the_keys_stay_while_they_say_the_same_and_follow_what_changes() -> None:
    """The parts are the very same after a look that finds nothing new, and made once for all
    who ask at a time: a screen that begins does so several times."""
    keys = Keys()
    async with App[None]().run_test() as pilot:
        await pilot.app.push_screen(keys)
        await pilot.pause()
        line = keys.query_one(Counted)
        before = list(line.children)
        said = [str(part.render()) for part in before]
        keys.refresh_bindings()
        await pilot.pause()
        same = list(line.children)
        keys.both = False
        keys.refresh_bindings()
        keys.refresh_bindings()
        await pilot.pause()
        after = [str(part.render()) for part in line.children]
        pilot.app.pop_screen()
        await pilot.pause()
        await line.recompose()  # as asked for just before the screen was left

    assert said == ["a First", "b Second"]
    assert same == before
    assert after == ["a First"]
    assert line.made == [0, 2, 1]
