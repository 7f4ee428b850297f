"""The colours of the drawn face, from the theme's own. Pure.

Amber is for cautions and is never among them.
"""

from typing import NamedTuple

from tui.widgets.face.cells import Rgb
from tui.widgets.face.sheet import Layer


class Look(NamedTuple):
    """The colours of a theme that the face is made of."""

    background: Rgb
    foreground: Rgb
    primary: Rgb
    secondary: Rgb
    contrasty: bool = False
    """The theme with the highest contrast: fewer shades, firmer lines."""


Palette = dict[Layer, Rgb]


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` of the other colour."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _bright(colour: Rgb) -> float:
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


def share_of_ink(look: Look, dark: float) -> float:
    """How much ink marks are mixed with: `dark` on a dark theme, all where contrast is highest."""
    if look.contrasty:
        return 1.0
    return dark if _bright(look.background) < _bright(look.foreground) else 0.0


def palette_of(look: Look) -> Palette:
    """A colour for each layer."""
    dark_theme = _bright(look.background) < _bright(look.foreground)
    ink, paper = look.background, look.foreground
    if not dark_theme:
        ink, paper = paper, ink
    warm = mix(paper, (214, 160, 138), 0.30)
    if look.contrasty:
        skin, light, shadow = (mix(ink, paper, share) for share in (0.66, 0.84, 0.40))
    elif dark_theme:
        skin, light, shadow = (mix(ink, warm, share) for share in (0.66, 0.92, 0.34))
    else:
        skin, light, shadow = (
            mix(warm, ink, 0.06),
            mix(warm, (255, 255, 255), 0.55),
            mix(warm, ink, 0.34),
        )
    deep = mix(ink, (0, 0, 0), 0.3)
    return {
        "skin": skin,
        "light": light,
        "shadow": shadow,
        "hair": mix(ink, warm, 0.28),
        "gloss": mix(ink, warm, 0.44),
        "outline": deep,
        "brow": mix(deep, skin, 0.12),
        "white": mix(paper, (255, 255, 255), 1.0 if look.contrasty else 0.5),
        "iris": mix(look.primary, deep, 0.75 if look.contrasty else 0.45 if dark_theme else 0.10),
        "lash": deep,
        "lip": mix(skin, (150, 62, 66), 0.55) if not look.contrasty else mix(ink, paper, 0.10),
        "mouth": mix(deep, (90, 30, 34), 0.25),
        "teeth": mix(paper, (255, 255, 255), 0.6),
        "tongue": mix(skin, (176, 76, 84), 0.75),
        "fold": mix(shadow, deep, 0.45),
        "muscle": look.primary if not look.contrasty else mix(ink, paper, 0.30),
        "quiet": deep
        if look.contrasty
        else mix((120, 160, 255), paper, 0.6)
        if dark_theme
        else (46, 92, 190),
        "goal": mix(look.primary, deep, share_of_ink(look, 0.55)),
        "finger": mix(light, (255, 255, 255), 0.5),
        "nail": mix(light, (255, 255, 255), 0.9),
        "arrow": mix(look.primary, deep, share_of_ink(look, 0.70)),
    }
