"""Which of the 478 points mean what. Left and right are the person's own; nothing is computed here.

Pairs are listed right half first, in the same order on both halves, so that index i of one
is the mirror image of index i of the other.
"""

STABLE = (33, 263, 133, 362, 168, 6, 197, 195, 5)
"""Points the head is first laid on: the four canthi and the nasal dorsum. Temples, jaw, ears
and forehead swing by about a millimetre when the face moves and stay out: with them a
one-sided smile shows as 14-18 % on the still corner (validity study, section 2)."""
DORSUM = (168, 6, 197, 195, 5)
"""The nasal bridge alone."""
OUTER_CANTHI = (33, 263)
INNER_CANTHI = (133, 362)

CORNER = ((61,), (291,))
BROW = (
    (70, 63, 105, 66, 107, 46, 53, 52, 65, 55),
    (300, 293, 334, 296, 336, 276, 283, 282, 295, 285),
)
BROWS = (*BROW[0], *BROW[1])
INNER_BROW = ((107, 55), (336, 285))
LID_PAIRS = (
    ((160, 144), (159, 145), (158, 153)),
    ((387, 373), (386, 374), (385, 380)),
)
"""Upper and lower lid, right eye then left."""
UPPER_LIDS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133),
    (362, 398, 384, 385, 386, 387, 388, 466, 263),
)
LOWER_LIDS = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133),
    (362, 382, 381, 380, 374, 373, 390, 249, 263),
)
"""Along the whole edge of each lid, from picture left to right."""
LID_EDGES = tuple(up + low[::-1] for up, low in zip(UPPER_LIDS, LOWER_LIDS, strict=True))
"""Around each eye."""
EYE_CORNERS = ((33, 133), (362, 263))
NOSE_TIP = 1
NOSTRIL = ((129, 64, 98), (358, 294, 327))
LOWER_LIP = ((84, 181, 91), (314, 405, 321))

IRIS_WIDTHS = ((469, 471), (474, 476))
IRIS_MM = 11.7
"""Horizontal visible iris diameter: 11.71 +- 0.42 mm (Rufer 2005, n=390)."""

FACE_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400,
             377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67,
             109)  # fmt: skip

OUTLINE = (10, 284, 389, 454, 397, 378, 152, 149, 172, 234, 162, 54,
           70, 105, 107, 336, 334, 300,
           33, 159, 133, 145, 362, 386, 263, 374,
           168, 5, 98, 327,
           61, 40, 0, 270, 291, 321, 17, 91, 13, 14)  # fmt: skip
"""Forty points a sketch can be drawn from: oval, brows, eyes, nose, lips, in that order."""
