"""The drawn face as a widget: painted in the colours of the theme, at most a few times a second."""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from tui.widgets.face.breath import breath
from tui.widgets.face.cells import Cell, Rgb
from tui.widgets.face.palette import Look
from tui.widgets.face.portrait import Style, portrait
from tui.widgets.face.scene import Face
from tui.widgets.glyphs import Glyphs, glyphs

ENOUGH_COLOURS = frozenset({"truecolor", "256"})


def look_of(theme: Theme) -> Look:
    """The theme's colours."""
    primary = theme.primary
    return Look(
        background=_rgb(theme.background, "#000000"),
        foreground=_rgb(theme.foreground, "#ffffff"),
        primary=_rgb(primary, primary),
        secondary=_rgb(theme.secondary, primary),
        contrasty=theme.name == "high-contrast",
    )


def _rgb(colour: str | None, otherwise: str) -> Rgb:
    red, green, blue = Color.parse(colour or otherwise).get_truecolor()
    return red, green, blue


class DrawnFace(Widget):
    """The drawn face. With reduced motion it shows the end of the movement, and does not move."""

    def __init__(self, *, reduced_motion: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reduced_motion = reduced_motion
        self._strips: tuple[Strip, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._scene: tuple[str, Face | float] | None = None

    @property
    def text(self) -> str:
        """The signs without their colours, for tests."""
        return "\n".join(strip.text for strip in self._strips)

    def style_now(self) -> Style:
        """In the terminal's signs; in colours where it has enough of them."""
        app, signs = self.app, glyphs()
        many = app.console.color_system in ENOUGH_COLOURS and not app.no_color
        shaded = many and signs is Glyphs.BRAILLE
        return Style(signs, look_of(app.current_theme) if shaded else None)

    def show(self, face: Face) -> None:
        """Draw both halves."""
        self._show("face", face)

    def show_breath(self, share: float) -> None:
        """Draw the circle of the breath, `share` of the way in."""
        self._show("breath", share)

    def _show(self, what: str, scene: Face | float) -> None:
        self._scene = (what, scene)
        width, height = self.size
        style = self.style_now()
        drawn = (what, scene, width, height, style)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        strips = _strips(scene, width, height, style, self.rich_style)
        old, self._strips = self._strips, strips
        if len(old) != len(strips):
            self.refresh()
            return
        changed = [y for y, strip in enumerate(strips) if strip != old[y]]
        if changed:
            self.refresh(self._lines(changed[0], changed[-1]))

    def _lines(self, first: int, last: int) -> Region:
        return Region(0, first, self.size.width, last - first + 1)

    def render_line(self, y: int) -> Strip:
        """One line of the drawing, in the size of now."""
        if self._scene is not None and self._drawn[2:4] != tuple(self.size):
            what, scene = self._scene
            style = self.style_now()
            self._drawn = (what, scene, *self.size, style)
            self._strips = _strips(scene, *self.size, style, self.rich_style)
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, self.rich_style)


@lru_cache(maxsize=64)
def _strips(
    scene: Face | float, width: int, height: int, style: Style, plain: RichStyle
) -> tuple[Strip, ...]:
    """Every line, kept: a movement comes by the same steps again and again."""
    if isinstance(scene, Face):
        rows = portrait(scene.left, scene.right, width, height, style)
    else:
        rows = breath(scene, width, height, style)
    return tuple(strip_of(row, plain) for row in rows)


def strip_of(row: tuple[Cell, ...], plain: RichStyle) -> Strip:
    """Cells as segments, neighbours of one colour together."""
    segments: list[Segment] = []
    text, last = "", (None, None)
    for cell in (*row, None):
        colours = None if cell is None else (cell.fore, cell.back)
        if text and colours != last:
            segments.append(Segment(text, _style(plain, *last)))
            text = ""
        if cell is not None:
            text, last = text + cell.text, (cell.fore, cell.back)
    return Strip(segments, len(row))


@lru_cache(maxsize=4096)
def _style(plain: RichStyle, fore: Rgb | None, back: Rgb | None) -> RichStyle:
    return plain + RichStyle(
        color=None if fore is None else Color.from_rgb(*fore),
        bgcolor=None if back is None else Color.from_rgb(*back),
    )
