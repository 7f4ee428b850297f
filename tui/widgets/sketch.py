"""An outline of the person's face, drawn from landmarks: movement without a picture."""

from tui.widgets.canvas import Canvas
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.lines import Lines


def draw_outline(outline: tuple[float, ...], width: int, height: int, glyphs: Glyphs) -> list[str]:
    """The points fitted into the sheet, mirrored as in a looking glass, with a midline.

    Dots are about square in a cell twice as high as wide, so the fit keeps the face's shape.
    """
    canvas = Canvas(width, height, glyphs)
    points = list(zip(outline[::2], outline[1::2], strict=False))
    if not points or not width or not height:
        return canvas.lines()
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    across, down = max(right - left, 1e-6), max(bottom - top, 1e-6)
    aspect = 4 / 3
    scale = min(0.96 * width / (across * aspect), 0.96 * 2 * height / down)
    for x, y in points:
        canvas.dot(
            0.5 - (x - (left + right) / 2) * aspect * scale / width,
            0.5 + (y - (top + bottom) / 2) * scale / (2 * height),
        )
    rows = canvas.rows
    canvas.dots((0.5, row / rows) for row in range(0, rows, 4))
    return canvas.lines()


class Sketch(Lines):
    """The outline, as a widget."""

    def show(self, outline: tuple[float, ...]) -> None:
        """Draw the outline of this moment."""
        self.show_lines(draw_outline(outline, self.size.width, self.size.height, glyphs()))
