"""The line of keys is made anew only where it would say something else."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.widgets.key_line import KeyLine


class Keys(Screen[None]):
    """Two keys, of which one may be away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "first", "First"),
        Binding("b", "second", "Second"),
    ]
    both = True

    def compose(self) -> ComposeResult:
        """Nothing but the line."""
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the second is there."""
        return self.both or action != "second"


async def test_the_keys_stay_while_they_say_the_same_and_follow_what_changes() -> None:
    """The parts are the very same after a look that finds nothing new."""
    keys = Keys()
    async with App[None]().run_test() as pilot:
        await pilot.app.push_screen(keys)
        await pilot.pause()
        line = keys.query_one(KeyLine)
        before = list(line.children)
        said = [str(part.render()) for part in before]
        keys.refresh_bindings()
        await pilot.pause()
        same = list(line.children)
        keys.both = False
        keys.refresh_bindings()
        await pilot.pause()
        after = [str(part.render()) for part in line.children]

    assert said == ["a First", "b Second"]
    assert same == before
    assert after == ["a First"]
