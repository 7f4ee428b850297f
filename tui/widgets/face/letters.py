"""Half a face in letters and signs, for terminals that have nothing else. Pure.

One sign a column draws a line: which of them says how high in its cell the line runs.
"""

import math
from itertools import pairwise

from tui.widgets.face import anatomy, mouth
from tui.widgets.face.expression import Expression
from tui.widgets.face.marks import Marks, quiet_ring
from tui.widgets.face.sheet import Sheet

_HEIGHTS = '"-_'
_BOLD = '"=_'
Grid = list[list[str]]
Points = list[tuple[float, float]]


class Letters:
    """A grid of signs, from the midline outwards."""

    def __init__(self, width: int, height: int) -> None:
        self.grid: Grid = [[" "] * width for _ in range(height)]
        self._sheet = Sheet(2 * width, 4 * height)
        self._width, self._height = width, height

    def place(self, u: float, v: float) -> tuple[float, float]:
        """Column and row of a place in face heights."""
        sheet = self._sheet
        return u * sheet.unit / 2, (v * sheet.unit + sheet.top) / 4

    def put(self, column: float, row: float, sign: str) -> None:
        """One sign; off the sheet nothing happens."""
        x, y = math.floor(column), math.floor(row)
        if 0 <= x < self._width and 0 <= y < self._height:
            self.grid[y][x] = sign

    def line(self, points: Points, signs: str = _HEIGHTS) -> None:
        """A line that runs across, one sign a column."""
        placed = sorted(self.place(u, v) for u, v in points)
        first, last = placed[0][0], placed[-1][0]
        for column in range(max(0, math.floor(first + 0.3)), math.ceil(last - 0.3)):
            x = min(last, max(first, column + 0.5))
            row = _at(placed, x)
            self.put(column, row, signs[min(2, int(row % 1.0 * 3))])

    def fill(self, u: float, v: float, ru: float, rv: float, sign: str) -> None:
        """The empty cells of an ellipse."""
        for y, row in enumerate(self.grid):
            for x, there in enumerate(row):
                away = self._away(x + 0.5, y + 0.5, u, v, ru, rv)
                if away < 1.0 and there == " ":
                    row[x] = sign

    def _away(self, x: float, y: float, u: float, v: float, ru: float, rv: float) -> float:
        column, row = self.place(u, v)
        across, down = ru * self._sheet.unit / 2, rv * self._sheet.unit / 4
        return math.hypot((x - column) / max(0.6, across), (y - row) / max(0.5, down))


def lettered(
    now: Expression, goal: Expression | None, marks: Marks, width: int, height: int
) -> Grid:
    """The half as a grid of signs."""
    paper = Letters(width, height)
    _edge(paper, now)
    if goal is not None:
        for line in anatomy.goal_lines(goal):
            paper.line(line, "'..")
    paper.line(anatomy.brow_line(now), _BOLD)
    _eye(paper, now)
    wing, row = paper.place(0.07, 0.635 - 0.022 * now.snarl)
    paper.put(wing, row, ")")
    paper.put(wing - 1, row, "_")
    _mouth(paper, now)
    for u, v, ru, rv in marks.area_discs():
        paper.fill(u, v, ru, rv, ":")
    for u, v in quiet_ring(marks.quiet)[::3]:
        column, row = paper.place(u, v)
        paper.put(column, row, ".")
    for u, v in marks.trail:
        column, row = paper.place(u, v)
        paper.put(column, row, "*")
    for tip in (marks.held, marks.finger):
        if tip is not None:
            column, row = paper.place(*tip)
            paper.put(column, row, "@")
    return paper.grid


def _edge(paper: Letters, now: Expression) -> None:
    outline = [(anatomy.head_half(step / 120, now.jaw), step / 120) for step in range(8, 124)]
    outline = [(u, v) for u, v in outline if u > 0]
    crown = [p for p in outline if p[1] < 0.22 and p[0] < 0.33] + [(0.0, 0.085)]
    chin = [p for p in outline if p[1] > 0.86 and p[0] < 0.24] + [(0.0, max(v for _, v in outline))]
    paper.line(crown)
    paper.line(chin)
    for u, v in outline:
        if u >= 0.33 or (u >= 0.24 and v > 0.5):
            column, row = paper.place(u, v)
            sign = "|" if 0.3 < v < 0.74 else "\\" if v < 0.5 else "/"
            paper.put(column - 0.4, row, sign)


def _eye(paper: Letters, now: Expression) -> None:
    lid = anatomy.upper_lid(now)
    paper.line(lid, _HEIGHTS)
    if anatomy.opening(now) <= 0.016:
        return
    column, row = paper.place(anatomy.EYE_U, anatomy.EYE_V + 0.03 * now.gaze)
    if math.floor(row) == math.floor(paper.place(*lid[len(lid) // 2])[1]):
        row += 1
    paper.put(column, row, "O" if now.wide < 0.5 else "0")
    for u, sign in ((lid[0][0], "("), (lid[-1][0], ")")):
        end, _ = paper.place(u, 0.0)
        paper.put(end, row, sign)


def _mouth(paper: Letters, now: Expression) -> None:
    upper, lower = mouth.mouth_line(now), mouth.mouth_line(now, lower=True)
    deep = (lower[0][1] - upper[0][1]) > 0.035
    if now.round > 0.4:
        column, row = paper.place(mouth.mouth_half(now), upper[0][1] + 0.02)
        paper.line([(0.0, upper[0][1] - 0.03), (0.05, upper[0][1] - 0.03)], "___")
        paper.put(column, row, ")")
        paper.line([(0.0, lower[0][1] + 0.03), (0.05, lower[0][1] + 0.03)], '"""')
        return
    paper.line(upper)
    if deep:
        paper.line(lower, _BOLD)
    if now.tongue > 0.3:
        paper.line([(0.0, lower[0][1] + 0.08), (0.05, lower[0][1] + 0.08)], "UUU")


def _at(placed: Points, x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(placed):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * ((x - x0) / (x1 - x0) if x1 > x0 else 0.0)
    return placed[-1][1]
