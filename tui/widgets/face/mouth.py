"""The lips of half a face: where they meet, part, and lie. Pure."""

import math

from tui.widgets.face.expression import Expression
from tui.widgets.face.sheet import Sheet

MOUTH_V = 0.785
"""Height of the lips, in face heights from the crown."""
_MOUTH_HALF = 0.165


def mouth_line(now: Expression, *, lower: bool = False) -> list[tuple[float, float]]:
    """The edge of the upper lip, or of the lower one, from the middle outwards."""
    half = mouth_half(now)
    steps = [half * step / 8 for step in range(9)]
    return [(u, _upper_edge(u, now) + lower * _gap(u, now)) for u in steps]


def mouth_half(now: Expression) -> float:
    """From the middle to the corner of the mouth."""
    wide = _MOUTH_HALF + 0.055 * now.smile + 0.062 * now.out + 0.02 * now.press
    return max(0.05, wide - 0.078 * now.round - 0.012 * now.jaw)


def _upper_edge(u: float, now: Expression) -> float:
    return _meet(u, now) - 0.006 * now.snarl * 4 - 0.5 * _gap(u, now) * (now.round > 0)


def _meet(u: float, now: Expression) -> float:
    """Where the lips meet at `u`."""
    t = min(1.0, u / mouth_half(now))
    return MOUTH_V + 0.008 * (1 - t) - (0.010 + 0.060 * now.smile) * t * t


def _gap(u: float, now: Expression) -> float:
    t = min(1.0, u / mouth_half(now))
    gap = 0.046 * now.show + 0.150 * now.jaw + 0.050 * now.round + 0.052 * now.lower
    gap += 0.018 * now.snarl
    return (
        gap * math.sqrt(max(0.0, 1.0 - t * t))
        if now.round > 0.3 or now.jaw > 0.2
        else gap * (1.0 - t**2.2)
    )


def lay_mouth(sheet: Sheet, now: Expression) -> None:
    """Lips, and what is seen between them."""
    half = mouth_half(now)
    full = 1.0 + 0.55 * now.round - 0.65 * now.press

    def upper(u: float) -> float:
        return _upper_edge(u, now)

    def lower(u: float) -> float:
        return upper(u) + _gap(u, now)

    def bow(u: float) -> float:
        t = min(1.0, u / half)
        dip = 0.010 * math.exp(-((t / 0.16) ** 2))
        return upper(u) - (0.036 * (1.0 - t**1.7) - dip) * full

    def under(u: float) -> float:
        t = min(1.0, u / half)
        return lower(u) + 0.047 * full * max(0.0, 1.0 - t**2.2) ** 0.8

    sheet.band(0.0, half, bow, upper, "lip")
    sheet.band(0.0, half, lower, under, "lip")
    sheet.glow(0.0, lower(0.0) + 0.034 * full, 0.06, 0.008, "light", 0.30)
    if _gap(0.0, now) > 0.008:
        sheet.band(0.0, half, upper, lower, "mouth")
        if now.show > 0.2 and now.round == 0:
            sheet.band(0.0, half, upper, lower, "teeth")
        if now.lower > 0.2:
            sheet.band(0.0, half * 0.7, lambda u: lower(u) - 0.030 * now.lower, lower, "teeth")
    if now.tongue > 0.05:
        sheet.band(
            0.0,
            0.062,
            lambda u: upper(u) + 0.03,
            lambda u: lower(u) + (0.11 * now.tongue) * math.sqrt(max(0.0, 1 - (u / 0.062) ** 2)),
            "tongue",
        )
    elif now.tongue < -0.05:
        sheet.disc(0.0, upper(0.0) + 0.012, 0.055, 0.040, "tongue")
    sheet.stroke(mouth_line(now), 0.014, "mouth", 1.0 - 0.7 * min(1.0, now.show))
    sheet.glow(half + 0.008, _meet(half, now), 0.018, 0.018, "shadow", 0.6)
    if now.press > 0.3:
        sheet.stroke(
            [(half + 0.02, MOUTH_V - 0.03), (half + 0.03, MOUTH_V + 0.03)], 0.01, "fold", 0.6
        )
