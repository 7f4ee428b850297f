"""A QR code in half blocks: dark ink on a light ground, whatever the theme."""

from rich.color import Color
from rich.style import Style

from sessions.exchange.drawn_codes import Modules, shown
from tui.widgets.lines import Lines

_INK = Style(color=Color.from_rgb(0, 0, 0), bgcolor=Color.from_rgb(255, 255, 255), bold=False)


class QrCode(Lines):
    """As large as its code with the quiet zone about it."""

    def show(self, code: Modules, quiet: int) -> None:
        """Show `code`, `quiet` modules of light ground at each side."""
        lines = shown(code, quiet)
        self.styles.width, self.styles.height = len(lines[0]), len(lines)
        self.show_lines(lines)

    def line_style(self, y: int) -> Style:
        """Ink and ground."""
        return _INK
