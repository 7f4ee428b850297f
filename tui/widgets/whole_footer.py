"""A footer that shows every key of its screen: on more lines where one is too short."""

import math
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets._footer import FooterKey

from routines.language.cells import cells
from tui.widgets.key_line import KeyLine


def columns_for(widths: Sequence[int], room: int) -> int:
    """How many columns keys of these `widths` stand in, filled row by row, in `room` cells."""
    for rows in range(1, len(widths) + 1):
        columns = math.ceil(len(widths) / rows)
        widest = (max(widths[column::columns]) for column in range(columns))
        if sum(widest) <= room:
            return columns
    return 1


class WholeFooter(KeyLine):
    """As the usual footer, in columns, as high as it needs."""

    DEFAULT_CSS = """
    WholeFooter {
        layout: grid;
        grid-columns: auto;
        grid-rows: 1;
        grid-gutter: 0 1;
        height: auto;
    }
    WholeFooter.-compact FooterKey {
        margin: 0;
    }
    """

    lines = 0

    def __init__(self) -> None:
        super().__init__()
        self._widths: list[int] = []
        """Of its keys with their names, in cells."""

    def compose(self) -> ComposeResult:
        """The keys, and then how many of them stand beside each other."""
        self._widths = []
        for part in super().compose():
            if isinstance(part, FooterKey):
                self._widths.append(cells(part.key_display) + 1 + cells(part.description) + 1)
            yield part
        self._stand_in(self.size.width or self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """As many lines as another width needs."""
        self._stand_in(event.size.width)

    def _stand_in(self, room: int) -> None:
        if self._widths:
            self.styles.grid_size_columns = columns_for(self._widths, room)
