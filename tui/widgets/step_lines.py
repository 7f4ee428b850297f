"""The steps of a guided exercise: all in sight, the present one bright and marked."""

from typing import ClassVar

from rich.style import Style

from tui.practice.guided_rows import Row, step_lines
from tui.widgets.lines import Fitted


class StepLines(Fitted):
    """Draws the rows; the mark says in characters what the colour says."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"steps--now", "steps--other"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._bright: frozenset[int] = frozenset()
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Replace the rows."""
        before, self._rows = self._bright, rows
        self.show_fitted()
        if before != self._bright:
            self.refresh()

    def fit(self, width: int, height: int) -> list[str]:
        """The rows broken to the width; what is behind goes first."""
        lines, self._bright = step_lines(self._rows, width, height)
        return lines

    def line_style(self, y: int) -> Style:
        """Bright for the present step."""
        return self.get_component_rich_style("steps--now" if y in self._bright else "steps--other")
