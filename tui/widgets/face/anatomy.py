"""The shapes of half a face, laid on a sheet. Pure.

Places are in face heights, from the midline outwards and from the crown down.
"""

import math
from collections.abc import Iterable
from itertools import pairwise

from tui.widgets.face.expression import Expression
from tui.widgets.face.mouth import MOUTH_V, lay_mouth, mouth_half, mouth_line
from tui.widgets.face.sheet import Curve, Layer, Sheet

_WIDTH = 0.405
"""Half the width of the head at the eyes."""
EYE_U, EYE_V = 0.185, 0.445
_EYE_ACROSS, _EYE_OPEN = 0.108, 0.070
_BROW_V = 0.322


def head_half(v: float, jaw: float = 0.0) -> float:
    """Half the width of the head at height `v`; 0 above and below it."""
    low = 0.985 + 0.03 * jaw
    y = (v - 0.47) / 0.39 if v < 0.47 else (v - 0.47) / (low - 0.47)
    if abs(y) >= 1.0:
        return 0.0
    if v < 0.47:
        return _WIDTH * (1.0 - abs(y) ** 2.7) ** (1 / 2.3)
    return _WIDTH * (1.0 - 0.16 * y * y) * (1.0 - y**2.9) ** (1 / 2.4)


def lay_head(sheet: Sheet, now: Expression) -> None:
    """Ear, head, and the light on it."""
    sheet.disc(_WIDTH + 0.012, 0.475, 0.046, 0.095, "skin")
    sheet.disc(_WIDTH + 0.016, 0.475, 0.024, 0.06, "shadow", 0.6)
    clip = [0.0] * (sheet.across * sheet.down)
    for row in range(sheet.down):
        v = sheet.at(0, row)[1]
        half = head_half(v, now.jaw)
        for column in range(math.ceil(half * sheet.unit)):
            if column >= sheet.across:
                break
            covered = clip[row * sheet.across + column] = min(1.0, half * sheet.unit - column)
            sheet.paint(row * sheet.across + column, "skin", covered)
            away = (column + 0.5) / sheet.unit / (half or 1.0)
            sides = 0.62 * away**4 + 0.30 * max(0.0, v - 0.62) ** 1.4 + 0.25 * max(0.0, 0.2 - v)
            sheet.paint(row * sheet.across + column, "shadow", covered * min(0.75, sides))
    sheet.clip = clip
    for u, v, ru, rv, most in (
        (0.0, 0.20, 0.20, 0.10, 0.42),
        (0.235, 0.585, 0.10, 0.07, 0.50),
        (0.0, 0.50, 0.030, 0.12, 0.60),
        (0.0, 0.605, 0.042, 0.034, 0.70),
        (0.0, 0.935, 0.075, 0.034, 0.45),
    ):
        sheet.glow(u, v, ru, rv, "light", most)
    for u, v, ru, rv, most in (
        (0.15, 0.385, 0.12, 0.045, 0.50),
        (0.078, 0.53, 0.020, 0.085, 0.42),
        (0.0, 0.655, 0.055, 0.018, 0.55),
        (0.0, 0.875, 0.085, 0.020, 0.42),
        (0.30, 0.73, 0.05, 0.10, 0.30),
    ):
        sheet.glow(u, v, ru, rv, "shadow", most)
    _lay_hair(sheet)


def _lay_hair(sheet: Sheet) -> None:
    """Short hair, a little over the edge of the head."""

    def over(u: float) -> float:
        return 0.055 + 0.30 * max(0.0, u / 0.43) ** 3.6

    def hairline(u: float) -> float:
        return 0.128 + 0.035 * (u / 0.28) ** 2 + max(0.0, u - 0.29) * 2.6

    sheet.band(0.0, 0.428, over, hairline, "hair")
    for u in (0.03, 0.12, 0.21, 0.30):
        strand = [(u + 0.05 * t, over(u + 0.05 * t) + 0.014 + 0.05 * t) for t in (0.0, 0.5, 1.0)]
        sheet.stroke(strand, 0.014, "gloss", 0.5)


def lay_features(sheet: Sheet, now: Expression) -> None:
    """Brow, eye, nose and mouth, as far as they have moved."""
    _lay_forehead(sheet, now)
    _lay_nose(sheet, now)
    _lay_cheek(sheet, now)
    _lay_eye(sheet, now)
    lay_mouth(sheet, now)


def brow_line(now: Expression) -> list[tuple[float, float]]:
    """The middle of the brow, from the nose outwards."""
    lift, frown = 0.062 * now.brow, now.frown
    inner = 0.075 - 0.028 * frown
    points: list[tuple[float, float]] = []
    for step in range(9):
        t = step / 8
        u = inner + (0.292 - inner) * t
        arch = 0.048 * math.sin(math.pi * min(1.0, t * 0.78 + 0.10)) - 0.018 * t
        points.append((u, _BROW_V - arch - lift + 0.045 * frown * (1 - t) ** 1.5))
    return points


def upper_lid(now: Expression) -> list[tuple[float, float]]:
    """The edge of the upper lid."""
    return [(u, _lid(u, -0.86 * opening(now), now)) for u in _along_eye()]


def _along_eye() -> Iterable[float]:
    return (EYE_U + _EYE_ACROSS * (step / 6 - 1) for step in range(13))


def opening(now: Expression) -> float:
    """How far the lids are apart, from the middle of the eye to the upper one."""
    return _EYE_OPEN * max(0.0, 1.0 - now.shut - 0.35 * now.gaze + 0.30 * now.wide)


def _lid(u: float, opening: float, now: Expression) -> float:
    """An edge of the eye: up where `opening` is negative; shut, both lie on the lower one."""
    x = (u - EYE_U) / _EYE_ACROSS
    curve = max(0.0, 1.0 - x * x) ** 0.75
    closed = 0.022 * min(1.0, now.shut + 0.3 * now.gaze)
    return EYE_V - 0.008 * x + closed * curve + opening * curve


def _lay_forehead(sheet: Sheet, now: Expression) -> None:
    if now.brow > 0.25:
        for v, reach in ((0.165, 0.20), (0.215, 0.24)):
            line = [(reach * t / 6, v - 0.012 * math.sin(math.pi * t / 6)) for t in range(7)]
            sheet.stroke(line, 0.012, "fold", 0.55 * now.brow)
    if now.frown > 0.2:
        sheet.stroke([(0.028, 0.27), (0.022, 0.345)], 0.014, "fold", 0.9 * now.frown)
    points = brow_line(now)
    for step, (one, other) in enumerate(pairwise(points)):
        sheet.stroke([one, other], 0.047 - 0.0034 * step, "brow")


def _lay_nose(sheet: Sheet, now: Expression) -> None:
    wing = 0.072 + 0.016 * now.flare + 0.008 * now.snarl
    up = 0.022 * now.snarl
    line = [
        (wing - 0.006, 0.575 - up),
        (wing + 0.008, 0.605 - up),
        (wing, 0.632 - up),
        (wing - 0.022, 0.640 - up),
    ]
    sheet.stroke(line, 0.013, "fold", 0.75)
    sheet.disc(
        0.034 + 0.006 * now.flare, 0.637 - up, 0.021 + 0.006 * now.flare, 0.012, "mouth", 0.8
    )
    if now.snarl > 0.2:
        for v in (0.475, 0.515):
            sheet.stroke([(0.03, v), (0.07, v - 0.025)], 0.012, "fold", 0.8 * now.snarl)


def _lay_cheek(sheet: Sheet, now: Expression) -> None:
    up = max(now.smile, 0.8 * now.snarl)
    if up > 0.1:
        sheet.glow(0.225, 0.585 - 0.03 * up, 0.085, 0.052, "light", 0.45 * up)
        sheet.glow(0.225, 0.655 - 0.02 * up, 0.08, 0.02, "shadow", 0.30 * up)
        half = mouth_half(now)
        line = [(0.092, 0.615), (0.145, 0.672), (half + 0.035, MOUTH_V - 0.055 * now.smile)]
        sheet.stroke(line, 0.013, "fold", 0.65 * up)
    if now.puff > 0.1:
        sheet.glow(0.245, 0.74, 0.085, 0.085, "light", 0.95 * now.puff)
        sheet.stroke([(0.165, 0.66), (0.18, 0.76), (0.165, 0.85)], 0.012, "fold", 0.6 * now.puff)


def _lay_eye(sheet: Sheet, now: Expression) -> None:
    wide = opening(now)
    first, last = EYE_U - _EYE_ACROSS, EYE_U + _EYE_ACROSS

    def upper(u: float) -> float:
        return _lid(u, -0.86 * wide, now)

    def lower(u: float) -> float:
        return _lid(u, 0.72 * wide, now)

    crease = [(u, _lid(u, -0.86 * wide - 0.026 - 0.012 * now.shut, now)) for u in _along_eye()]
    sheet.stroke(crease[1:-1], 0.010, "fold", 0.55 * (1.0 - 0.7 * min(1.0, now.shut)))
    if wide > 0.008:
        sheet.band(first, last, upper, lower, "white")
        middle = EYE_V + 0.002 + 0.030 * now.gaze

        def iris(radius: float, sign: float) -> Curve:
            return lambda u: middle + sign * math.sqrt(max(0.0, radius**2 - (u - EYE_U) ** 2))

        discs: tuple[tuple[float, Layer], ...] = ((0.056, "iris"), (0.026, "lash"))
        for radius, layer in discs:
            over, under = iris(radius, -1.0), iris(radius, 1.0)
            sheet.band(
                EYE_U - radius,
                EYE_U + radius,
                lambda u, over=over: max(upper(u), over(u)),
                lambda u, under=under: min(lower(u), under(u)),
                layer,
            )
        sheet.stroke([(u, lower(u)) for u in _along_eye()], 0.009, "fold", 0.6)
    sheet.stroke([(u, upper(u)) for u in _along_eye()], 0.028, "lash")


def goal_lines(now: Expression) -> list[list[tuple[float, float]]]:
    """The lines to move to."""
    lines: list[list[tuple[float, float]]] = []
    if now.brow or now.frown:
        lines.append(brow_line(now))
    if now.shut or now.wide:
        lines.append(upper_lid(now))
    if now.snarl:
        up = 0.022 * now.snarl
        lines.append([(0.04, 0.655 - up), (0.085, 0.615 - up), (0.115, 0.60 - up)])
    if now.round:
        lines.append([(u, v + 0.065) for u, v in mouth_line(now, lower=True)])
    elif now.smile or now.out or now.lower or now.jaw:
        lines.append(mouth_line(now, lower=bool(now.lower or now.jaw)))
    return lines


def lay_goal(sheet: Sheet, now: Expression) -> None:
    """The lines to move to; what has come so far is laid over them."""
    for line in goal_lines(now):
        sheet.stroke(line, 0.022, "goal")
