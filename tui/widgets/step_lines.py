"""The steps of a guided exercise: all in sight, the present one bright and marked."""

from typing import ClassVar

from rich.style import Style

from tui.practice.guided_rows import Row, step_lines
from tui.widgets.lines import Lines


class StepLines(Lines):
    """Draws the rows; the mark says in characters what the colour says."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"steps--now", "steps--other"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._bright: frozenset[int] = frozenset()

    def show(self, rows: list[Row]) -> None:
        """Replace the rows."""
        lines, bright = step_lines(rows, self.size.width, self.size.height)
        if bright != self._bright:
            self._bright = bright
            self.refresh()
        self.show_lines(lines)

    def line_style(self, y: int) -> Style:
        """Bright for the present step."""
        return self.get_component_rich_style("steps--now" if y in self._bright else "steps--other")
