"""The themes are readable for an eye that sees badly, and there is one for each setting."""

import pytest
from textual.color import Color
from textual.theme import Theme

from sessions.care.settings import THEMES as NAMES
from tui.terminal.themes import THEMES

TEXTS = ("primary", "secondary", "accent", "foreground", "success", "warning", "error")


def test_every_setting_has_its_theme() -> None:
    """A theme that can be chosen exists, under its own name."""
    assert tuple(THEMES) == NAMES
    assert [theme.name for theme in THEMES.values()] == list(NAMES)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_stands_out(theme: Theme) -> None:
    """Every colour that text is written in has 7:1 against every background it may stand on."""
    texts = [getattr(theme, name) for name in TEXTS]
    texts += [
        value
        for name, value in theme.variables.items()
        if name.startswith("text-") or name.endswith("key-foreground")
    ]
    for text in texts:
        for back in (theme.background, theme.surface, theme.panel):
            assert back is not None
            assert contrast(Color.parse(text), Color.parse(back)) >= 7.0, (text, back)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2: relative luminances, each with 0.05 of glare."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: Color) -> float:
    """Relative luminance of an sRGB colour."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
