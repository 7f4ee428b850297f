"""A text that is made anew for each width it gets."""

from collections.abc import Callable

from textual.widgets import Static

USUAL_COLUMNS = 80
"""Until the width is known."""


class Reflowed(Static):
    """Shows what `made` gives for the columns there are."""

    def __init__(self, made: Callable[[int], str], *, id: str | None = None) -> None:
        super().__init__(made(USUAL_COLUMNS), id=id, markup=False)
        self._made = made
        self._columns = USUAL_COLUMNS

    def make(self, made: Callable[[int], str]) -> None:
        """Show what this gives from now on."""
        self._made = made
        self.update(made(self._columns))

    def on_resize(self) -> None:
        """Made for the width of now."""
        columns = self.size.width
        if columns and columns != self._columns:
            self._columns = columns
            self.update(self._made(columns))
