"""Three quiet colour sets: dark, light, and high contrast. No meaning is carried by colour alone.

Every text colour keeps at least 7:1 against its background in all three (WCAG AAA for body
text), because one eye may be blurred. A test computes it. Amber is for cautions and warnings only.
"""

from textual.theme import Theme

from sessions.care.settings import ThemeName

CALM_DARK = Theme(
    name="calm-dark",
    dark=True,
    primary="#8fc7c2",
    secondary="#b4bccb",
    accent="#8fc7c2",
    foreground="#e8e6e1",
    background="#14181b",
    surface="#1a1f23",
    panel="#20262b",
    success="#a8d5a2",
    warning="#f0cf9a",
    error="#f2b3a6",
    variables={
        "text-muted": "#b7bcc0",
        "footer-background": "#1a1f23",
        "footer-key-foreground": "#8fc7c2",
        "footer-description-foreground": "#e8e6e1",
        "input-cursor-background": "#e8e6e1",
        "input-cursor-foreground": "#14181b",
        "border": "#6d8f8c",
    },
)
CALM_LIGHT = Theme(
    name="calm-light",
    dark=False,
    primary="#0f4f4c",
    secondary="#3a4557",
    accent="#0f4f4c",
    foreground="#1d2326",
    background="#f6f4ee",
    surface="#efece4",
    panel="#e7e4da",
    success="#1d4d1f",
    warning="#663f00",
    error="#7a1d12",
    variables={
        "text-muted": "#3d4549",
        "footer-background": "#e7e4da",
        "footer-key-foreground": "#0f4f4c",
        "footer-description-foreground": "#1d2326",
        "input-cursor-background": "#1d2326",
        "input-cursor-foreground": "#f6f4ee",
        "border": "#5c7775",
    },
)
HIGH_CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#ffffff",
    warning="#ffff66",
    error="#ffff66",
    variables={
        "text-muted": "#ffffff",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffffff",
        "footer-description-foreground": "#ffffff",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "border": "#ffffff",
    },
)
THEMES: dict[ThemeName, Theme] = {
    "calm-dark": CALM_DARK,
    "calm-light": CALM_LIGHT,
    "high-contrast": HIGH_CONTRAST,
}
