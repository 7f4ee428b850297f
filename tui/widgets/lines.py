"""A widget drawn line by line from plain text, repainted only where the text has changed."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from routines.language.cells import cells, cut, padded


class Lines(Widget):
    """Shows the lines it is given, cut and padded to its width."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """What is shown, for tests and for screen readers' sake."""
        return "\n".join(self._lines)

    def show_lines(self, lines: list[str]) -> None:
        """Replace the text; only lines that differ are painted again."""
        if lines == self._lines:
            return
        old, self._lines = self._lines, lines
        if len(old) != len(lines):
            self.refresh()
            return
        changed = [y for y, line in enumerate(lines) if line != old[y]]
        self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))

    def line_style(self, y: int) -> Style:
        """The style of line `y`; the widget's own unless a subclass knows better."""
        return self.rich_style

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else ""
        return Strip([Segment(padded(cut(line, width), width), self.line_style(y))], width)


class Fitted(Lines):
    """Lines that follow from the size of the widget: made again before a frame in another size."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._fitted = (0, 0)

    def fit(self, width: int, height: int) -> list[str]:
        """The lines for this size."""
        raise NotImplementedError

    def show_fitted(self) -> None:
        """Show what there is to show now."""
        self._fitted = (self.size.width, self.size.height)
        self.show_lines(self.fit(*self._fitted))

    def render_line(self, y: int) -> Strip:
        """One line, in the size of now."""
        size = (self.size.width, self.size.height)
        if size != self._fitted:
            self._fitted = size
            self._lines = self.fit(*size)
        return super().render_line(y)


class Said(Static):
    """Text without markup; `say` may be called many times a second."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id, markup=False)
        self.text = text
        """What is shown."""

    def say(self, text: str) -> None:
        """Replace the text; the screen is laid out anew only where that may change its size."""
        if text != self.text:
            before, self.text = self.text, text
            self.update(text, layout=not (self._is_a_line(before) and self._is_a_line(text)))

    def _is_a_line(self, text: str) -> bool:
        """Whether it takes one line, whatever it says."""
        width = self.styles.width
        fills = width is None or not width.is_auto
        return fills and bool(text) and "\n" not in text and cells(text) <= self.size.width
