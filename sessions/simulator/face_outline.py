"""The outline of the simulated face, for the sketch view.

Forty points in millimetres about the middle of the face, x to the picture's right, y down;
order and meaning as in `scoring.landmarks.OUTLINE`: oval, brows, eyes, nose, lips. A camera
does not mirror, so the person's own right half is on the picture's left.
"""

from routines.movements import Side

_POINTS = (
    (0, -90), (52, -68), (66, -40), (72, 0), (58, 52), (28, 84),
    (0, 92), (-28, 84), (-58, 52), (-72, 0), (-66, -40), (-52, -68),
    (-52, -44), (-38, -52), (-12, -46), (12, -46), (38, -52), (52, -44),
    (-46, -30), (-32, -35.5), (-17, -29), (-32, -25),
    (17, -29), (32, -35.5), (46, -30), (32, -25),
    (0, -30), (0, 8), (-15, 20), (15, 20),
    (-26, 48), (-14, 42), (0, 40), (14, 42), (26, 48),
    (14, 58), (0, 61), (-14, 58), (0, 48), (0, 51),
)  # fmt: skip
_X_PER_MM = 1.7 / 640
_Y_PER_MM = 1.7 / 480
_REST = tuple(
    fraction
    for x, y in _POINTS
    for fraction in (round(0.5 + x * _X_PER_MM, 4), round(0.5 + y * _Y_PER_MM, 4))
)
_BROWS: dict[Side, tuple[int, int, int]] = {"left": (15, 16, 17), "right": (12, 13, 14)}
_LID: dict[Side, int] = {"left": 23, "right": 19}
_CORNER: dict[Side, tuple[int, int]] = {"left": (34, 1), "right": (30, -1)}
_LIPS: dict[Side, tuple[int, int]] = {"left": (33, 35), "right": (31, 37)}


def outline(
    halves: dict[Side, tuple[float, float, float, float]], shift: float
) -> tuple[float, ...]:
    """The outline as fractions of the picture.

    Each half gives brow up, lid down, corner out and corner up in millimetres; `shift` moves
    the face sideways by that share of the picture.
    """
    points = [*_REST]
    if shift:
        points[::2] = [x + shift for x in _REST[::2]]
    for side, (brow, lid, out, up) in halves.items():
        higher = brow * _Y_PER_MM
        for i in _BROWS[side]:
            points[2 * i + 1] -= higher
        points[2 * _LID[side] + 1] += lid * _Y_PER_MM
        corner, sign = _CORNER[side]
        points[2 * corner] += sign * out * _X_PER_MM
        points[2 * corner + 1] -= up * _Y_PER_MM
        along, higher = sign * out * 0.5 * _X_PER_MM, up * 0.4 * _Y_PER_MM
        for i in _LIPS[side]:
            points[2 * i] += along
            points[2 * i + 1] -= higher
    return tuple(points)
