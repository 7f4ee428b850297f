"""What hands do at the drawn face in massage, stretch, release and eye care. Pure.

Ways follow the exercises' sentences; where those change with the stage, so does the side. Places
are in face heights, from the midline outwards and from the crown down.
"""

import math
from typing import Literal, NamedTuple

from routines.model import Exercise
from tui.widgets.face.expression import Area
from tui.widgets.face.marks import Marks, Point

Where = Literal["both", "weak", "strong", "either"]
"""On which half; "either" is the side that feels tight, and shown in turns."""


class Hand(NamedTuple):
    """One hand's way, over and over; a way of one point is a finger that stays there."""

    way: tuple[Point, ...] = ()
    where: Where = "both"
    held: Point | None = None
    """Where the other hand holds still, on the same half."""
    area: Area | None = None


def _circle(u: float, v: float, ru: float, rv: float) -> tuple[Point, ...]:
    turns = [2 * math.pi * n / 12 - math.pi / 2 for n in range(13)]
    return tuple((u + ru * math.cos(turn), v + rv * math.sin(turn)) for turn in turns)


_STRETCH_BROW = ((0.19, 0.245), (0.19, 0.275), (0.19, 0.325))
_STRETCH_CHEEK = ((0.105, 0.585), (0.17, 0.665), (0.245, 0.76))
HANDS: dict[str, Hand] = {
    "brow-stretch": Hand(_STRETCH_BROW, "strong", held=(0.16, 0.155)),
    "massage-forehead": Hand(_circle(0.16, 0.215, 0.09, 0.05)),
    "massage-brow": Hand(((0.08, 0.33), (0.17, 0.295), (0.24, 0.30), (0.31, 0.335))),
    "massage-cheek": Hand(((0.20, 0.74), (0.235, 0.64), (0.29, 0.56), (0.37, 0.52))),
    "massage-mouth-ear-jaw": Hand(
        ((0.21, 0.77), (0.30, 0.63), (0.37, 0.52), (0.37, 0.68), (0.27, 0.87), (0.10, 0.935))
    ),
    "massage-lips": Hand(((0.0, 0.705), (0.11, 0.715), (0.20, 0.785))),
    "massage-chin": Hand(((0.0, 0.93), (0.12, 0.925), (0.20, 0.86), (0.12, 0.83), (0.02, 0.86))),
    "soft-brush": Hand(((0.25, 0.80), (0.27, 0.68), (0.29, 0.55))),
    "fingertip-tap": Hand(((0.15, 0.22), (0.29, 0.60), (0.26, 0.70), (0.08, 0.93))),
    "stretch-both-sides": Hand(_STRETCH_CHEEK, "strong"),
    "release-cheek": Hand(((0.105, 0.585), (0.15, 0.67), (0.19, 0.755)), "weak"),
    "release-chin": Hand(((0.10, 0.85), (0.10, 0.89), (0.10, 0.94)), "weak"),
    "release-inner-cheek": Hand(((0.20, 0.73), (0.24, 0.78), (0.29, 0.83)), "weak"),
    "release-neck": Hand(((0.06, 0.965),), "weak"),
    "neck-stretch": Hand(((0.06, 0.965),), "either"),
    "release-weak-side": Hand((), "weak", area="half"),
    "moist-heat": Hand((), "both", area="cloth"),
    "lid-help": Hand(((0.185, 0.36), (0.185, 0.41), (0.185, 0.46)), "weak"),
    "hand-blink": Hand(((0.185, 0.36), (0.185, 0.41), (0.185, 0.46)), "weak"),
    "lid-stretch": Hand(((0.185, 0.33), (0.185, 0.29), (0.185, 0.24)), "weak", held=(0.185, 0.47)),
    "eye-care": Hand((), "weak", area="eye-ring"),
    "jaw-control": Hand(((0.0, 0.945),)),
}
_ONE_SIDED = {"brow-stretch", "stretch-both-sides", "neck-stretch"}
"""Whose side the stage decides."""
_PLACES = {"fingertip-tap"}
"""Where the hand goes from place to place without touching between."""
ASSIST: dict[str, tuple[Point, ...]] = {
    "brow-raise": ((0.19, 0.265), (0.19, 0.245), (0.19, 0.215)),
    "open-smile": ((0.205, 0.755), (0.225, 0.735), (0.25, 0.71)),
    "closed-smile": ((0.205, 0.755), (0.225, 0.735), (0.25, 0.71)),
    "lip-corner-out": ((0.205, 0.785), (0.23, 0.785), (0.265, 0.785)),
}
"""The way of a finger that helps the weak side, where the card names one."""


def hand_of(exercise: Exercise) -> Hand | None:
    """The hand's way in an exercise for a stage; None where no hand is at the face."""
    hand = HANDS.get(exercise.id)
    if hand is None or exercise.id not in _ONE_SIDED:
        return hand
    stage = next((s for s, how in exercise.how_by_stage.items() if how == exercise.how), None)
    if stage == "synkinetic" or (exercise.id == "neck-stretch" and stage is None):
        return hand._replace(where="either")
    return hand._replace(where="strong")


def holds_weak_side(exercise: Exercise) -> bool:
    """Whether a flat hand holds the weak side up meanwhile: in the flaccid stage."""
    flaccid = exercise.how_by_stage.get("flaccid")
    return exercise.id in {"brow-stretch", "stretch-both-sides"} and exercise.how == flaccid


HELD: dict[str, Point] = {"brow-stretch": (0.19, 0.31), "stretch-both-sides": (0.25, 0.68)}
"""Where a flat hand holds the weak side."""


def marks_of(exercise_id: str, hand: Hand, share: float) -> Marks:
    """The hand `share` of its way along, with the way shown."""
    way = hand.way
    if exercise_id in _PLACES:
        return Marks(finger=way[min(len(way) - 1, int(share * len(way)))])
    finger = along(way, share) if way else None
    return Marks(area=hand.area, trail=way if len(way) > 1 else (), finger=finger, held=hand.held)


def along(way: tuple[Point, ...], share: float) -> Point:
    """The point of the way after a share of its pieces, 0 to 1."""
    if len(way) == 1:
        return way[0]
    at = min(1.0, max(0.0, share)) * (len(way) - 1)
    piece = min(len(way) - 2, int(at))
    (u0, v0), (u1, v1) = way[piece], way[piece + 1]
    return u0 + (u1 - u0) * (at - piece), v0 + (v1 - v0) * (at - piece)
