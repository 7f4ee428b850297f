"""A footer that shows every key of its screen: on more lines where one is too short."""

import math
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize

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
        self._room = 0

    def compose(self) -> ComposeResult:
        """The keys, and then how many of them stand beside each other."""
        yield from super().compose()
        bindings = [
            binding for _, binding, _, _ in self.screen.active_bindings.values() if binding.show
        ]
        once = {binding.action: binding for binding in reversed(bindings)}
        order = list(dict.fromkeys(binding.action for binding in bindings))
        shown = [once[action] for action in order]
        widths = [
            cells(self.app.get_key_display(each)) + 1 + cells(each.description) + 1
            for each in shown
        ]
        if widths:
            self.styles.grid_size_columns = columns_for(widths, self._room or self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """As many lines as another width needs."""
        if event.size.width != self._room:
            self._room = event.size.width
            self.call_after_refresh(self.recompose)
