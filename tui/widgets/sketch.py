"""An outline of the person's face, drawn from landmarks: movement without a picture."""

from tui.widgets.canvas import Canvas, Point
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.lines import Fitted

_STROKES: tuple[tuple[int, ...], ...] = (
    (*range(12), 0),
    (12, 13, 14),
    (15, 16, 17),
    (18, 19, 20, 21, 18),
    (22, 23, 24, 25, 22),
    (26, 27),
    (28, 27, 29),
    (*range(30, 38), 30),
    (30, 38, 34),
    (30, 39, 34),
)
"""Which points belong together: oval, brows, eyes, ridge and foot of the nose, lips outside and
inside, in the order the readings give them (`sessions.readings`, forty points)."""
_POINTS = 40
LINE_UP_ROOM = 1.3
"""Room around the face to line up with, so that one that is off can still be seen."""
_PICTURE = 4 / 3
"""Width over height of the picture that the fractions are of."""


def draw_outline(
    outline: tuple[float, ...],
    width: int,
    height: int,
    glyphs: Glyphs,
    framing: tuple[float, ...] = (),
) -> list[str]:
    """The face fitted into the sheet, mirrored as in a looking glass, with a midline.

    With a `framing`, an outline to line up with, the sheet stays where that one is: it is dotted,
    and the face is drawn where it is beside it. Dots are about square in a cell twice as high as
    wide, so the face keeps its shape. An outline without forty points is drawn as dots.
    """
    canvas = Canvas(width, height, glyphs)
    points, usual = _pairs(outline), _pairs(framing)
    if not (points or usual) or not width or not height:
        return canvas.lines()
    fit = _Fit(usual or points, width, height, room=LINE_UP_ROOM if usual else 1.0)
    canvas.dots(fit.place(usual))
    placed = fit.place(points)
    if len(placed) == _POINTS:
        for stroke in _STROKES:
            canvas.path([placed[index] for index in stroke])
    else:
        canvas.dots(placed)
    canvas.dots((0.5, row / canvas.rows) for row in range(0, canvas.rows, 4))
    return canvas.lines()


def _pairs(outline: tuple[float, ...]) -> list[Point]:
    return list(zip(outline[::2], outline[1::2], strict=False))


class _Fit:
    """Where fractions of the picture come to lie on the sheet, so that `points` fill it."""

    def __init__(self, points: list[Point], width: int, height: int, room: float) -> None:
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        across, down = max(right - left, 1e-6) * _PICTURE, max(bottom - top, 1e-6)
        scale = min(0.96 * width / across, 0.96 * 2 * height / down) / room
        self._centre = (left + right) / 2, (top + bottom) / 2
        self._across, self._down = _PICTURE * scale / width, scale / (2 * height)

    def place(self, points: list[Point]) -> list[Point]:
        """The points as fractions of the sheet."""
        x0, y0 = self._centre
        return [(0.5 - (x - x0) * self._across, 0.5 + (y - y0) * self._down) for x, y in points]


class Sketch(Fitted):
    """The outline, as a widget."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline: tuple[float, ...] = ()
        self._framing: tuple[float, ...] = ()

    def show(self, outline: tuple[float, ...], framing: tuple[float, ...] = ()) -> None:
        """Draw the outline of this moment, beside the one to line up with, if there is one."""
        self._outline, self._framing = outline, framing
        self.show_fitted()

    def fit(self, width: int, height: int) -> list[str]:
        """The outline as large as there is room."""
        return draw_outline(self._outline, width, height, glyphs(), self._framing)
