"""The landmark numbers of each part of the face, of the 478 points of the model.

What exists on both halves is addressed by `Side`, the person's own left and right. The two tuples
of a part are in the same order: entry i of one is the mirror image of entry i of the other.
"""

from typing import TypeAlias

from routines.movements import SIDES, Side

Points: TypeAlias = tuple[int, ...]

OUTWARD: dict[Side, float] = {"left": 1.0, "right": -1.0}
"""Sign of the direction away from the midline, along x of picture and head frame."""

CANTHI = (33, 263, 133, 362)
"""All four corners of the eyes."""
DORSUM = (168, 6, 197, 195, 5)
"""The nasal bridge."""
STABLE = CANTHI + DORSUM
"""Points the head is first fitted on. Temples, jaw, ears and forehead swing by about a millimetre
when the face moves and are left out: with them a one-sided smile shows as 14-18 % on the still
corner (validity study, section 2)."""
OUTER_CANTHUS: dict[Side, int] = {"left": 263, "right": 33}

CORNER: dict[Side, Points] = {"left": (291,), "right": (61,)}
BROW: dict[Side, Points] = {
    "left": (300, 293, 334, 296, 336, 276, 283, 282, 295, 285),
    "right": (70, 63, 105, 66, 107, 46, 53, 52, 65, 55),
}
BROWS = tuple(point for side in SIDES for point in BROW[side])
INNER_BROW: dict[Side, Points] = {"left": (336, 285), "right": (107, 55)}
LID_PAIRS: dict[Side, tuple[tuple[int, int], ...]] = {
    "left": ((387, 373), (386, 374), (385, 380)),
    "right": ((160, 144), (159, 145), (158, 153)),
}
"""Points of the upper and lower lid that lie above one another."""
UPPER_LID: dict[Side, Points] = {
    "left": (362, 398, 384, 385, 386, 387, 388, 466, 263),
    "right": (33, 246, 161, 160, 159, 158, 157, 173, 133),
}
LOWER_LID: dict[Side, Points] = {
    "left": (362, 382, 381, 380, 374, 373, 390, 249, 263),
    "right": (33, 7, 163, 144, 145, 153, 154, 155, 133),
}
"""Along the whole edge of each lid, from picture left to right on both halves."""
LID_EDGE: dict[Side, Points] = {side: UPPER_LID[side] + LOWER_LID[side][::-1] for side in SIDES}
"""Around each eye."""
EYE_CORNERS: dict[Side, tuple[int, int]] = {"left": (362, 263), "right": (33, 133)}
NOSE_TIP = 1
NOSTRIL: dict[Side, Points] = {"left": (358, 294, 327), "right": (129, 64, 98)}
LOWER_LIP: dict[Side, Points] = {"left": (314, 405, 321), "right": (84, 181, 91)}
LIPS = (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91)
"""Around both lips."""
INNER_LIPS = (13, 14)
"""Middle of the inner edge of the upper and of the lower lip."""
MOUTH = (61, 291, 0, 17)
"""Corners, middle of the upper and of the lower lip: how far the mouth reaches."""

IRIS_WIDTHS: dict[Side, tuple[int, int]] = {"left": (474, 476), "right": (469, 471)}
IRIS_MM = 11.7
"""Horizontal visible iris diameter (sources in `sessions.scoring.size`)."""
PUPILS = (473, 468)
"""Middle of each iris."""

FACE_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400,
             377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67,
             109)  # fmt: skip

OUTLINE = (10, 284, 389, 454, 397, 378, 152, 149, 172, 234, 162, 54,
           70, 105, 107, 336, 334, 300,
           33, 159, 133, 145, 362, 386, 263, 374,
           168, 5, 98, 327,
           61, 40, 0, 270, 291, 321, 17, 91, 13, 14)  # fmt: skip
"""Forty points a sketch can be drawn from: oval, brows, eyes, nose, lips, in that order; each pair
from picture left to right."""
