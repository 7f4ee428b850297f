"""Rows to go through with the arrows, and to click: what lists and scales have in common."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Static


class Rows(Static, can_focus=True):
    """A cursor over rows of one or more lines each. Subclasses draw them and say what each does.

    `heights` holds the number of lines of each row as last drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
    ]

    def __init__(self, count: int, *, cursor: int | None, wraps: bool, id: str | None) -> None:
        """`wraps`: the cursor goes round at both ends instead of stopping there."""
        super().__init__(id=id)
        self.count = count
        self.cursor = cursor
        self.heights: list[int] = []
        self._wraps = wraps

    @property
    def marked_style(self) -> str:
        """Of the row with the cursor, as in a `Menu`; it has its mark in front besides."""
        colours = self.app.theme_variables
        return f"bold {colours['accent']} on {colours['panel']}"

    def draw(self) -> None:
        """Draw every row, and set `heights`."""
        raise NotImplementedError

    def pick(self, row: int, column: int) -> None:
        """A click on `row`, `column` cells from its beginning."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Draw once the style is known."""
        self.draw()

    def on_resize(self) -> None:
        """Long lines are broken to the width there is."""
        self.draw()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if self.cursor is None:
            self.cursor = 0 if by > 0 else self.count - 1
        elif self._wraps:
            self.cursor = (self.cursor + by) % self.count
        else:
            self.cursor = max(0, min(self.count - 1, self.cursor + by))
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """What a click on a row does, its key would do."""
        offset = event.get_content_offset(self)
        row = None if offset is None else self.row_at(offset.y)
        if offset is not None and row is not None:
            event.stop()
            self.focus()
            self.pick(row, offset.x)

    def row_at(self, line: int) -> int | None:
        """The row drawn on `line`, counted from 0; None below the last."""
        for row, height in enumerate(self.heights):
            if line < height:
                return row
            line -= height
        return None
