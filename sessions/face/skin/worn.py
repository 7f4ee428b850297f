"""A brow that moves under what does not: a rim of glasses, hair over the forehead.

Those edges go with the head. They are stronger than skin, so a brow followed by its whole picture
stays where they are: under drawn rims and hair it read -0.2 to 0.8 of its movement. Here each place
of its picture is explained by whichever fits better, that nothing moved or that skin moved, and
what has not moved counts no more.

It is looked for only where the picture has changed and the movement that was followed explains
little of that; where nothing is worn, this costs one comparison of the picture, or two. The limits
were chosen on four rendered heads and two photographs; `python -m tests.benchmarks.faces.worn`
prints what they do.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from sessions.face.registration import belief, best_step
from sessions.scoring.arrays import Floats, Floats32
from sessions.scoring.measures import Vector

UNLIKE = 0.3
"""Difference of two pictures, in local contrasts, at which a place is half unlike itself."""
CHANGED = 0.12
"""Mean unlikeness from rest on: a brow that is still while an eye closes or the mouth smiles stays
under it, one that rises by 2 mm under a rim does not."""
UNEXPLAINED = 0.7
"""Share of it that is left by a movement that explains little; skin with nothing over it leaves
0.4 to 0.65."""
LOST_FROM = 0.3
LOST_LEFT = 0.8
"""A picture that has changed by this much, of which what was followed leaves that share, and in
which nothing else was found, shows no movement that can be read. Bare brows that rose by 7 mm leave
up to 0.77; one that rose by 9 mm under glasses and was not found left 0.85 to 0.87."""
LIKELIER = 0.01
"""By how much less unlike it must be."""
LEAST_MM, LEAST_SHARE = 0.5, 0.1
"""What lies still holds a brow back. Held back by less than mm and a share of the movement found,
both together, nothing is corrected: a large raise of bare skin fits another place as well."""
FARTHEST_MM = 12.0
"""No brow rises further."""

STARTS_MM = (-9.0, -7.5, -6.0, -4.5, -3.0, -1.5, 0.0, 1.5, 3.0, 4.5)
"""Down. Landmarks hang on to the rim as well and say nothing of where to begin."""
TRIED = 6
"""Those of the starts that explain most."""
ROUNDS = 5
NEAR_ENOUGH_MM = 0.05
START_ERROR = np.array([2.0, 2.0, 0.1])
"""How far a start may be off: mm, mm, slope."""


class Followed(Protocol):
    """A piece of skin as `sessions.face.skin.points` follows it."""

    @property
    def slopes(self) -> Floats32:
        """How each place changes with each number of its movement (places, numbers)."""
        ...

    def off(self, now: Floats32, gone: Floats) -> Floats32:
        """What differs from rest in the skin's picture of `now`, had it `gone` so far."""
        ...


def unlike(off: Floats32) -> Floats32:
    """How unlike itself each place is, 0 to 1."""
    square = np.square(off)
    return np.asarray(square / (square + UNLIKE**2), dtype=np.float32)


def past_worn(skin: Followed, now: Floats32, followed: Vector) -> tuple[Vector, bool]:
    """Where `skin` has gone, (x, y) mm, if something worn holds its picture, else `followed`; and
    whether something does."""
    numbers = int(skin.slopes.shape[1])
    as_followed: Floats = np.zeros(numbers)
    as_followed[:2] = followed
    still = unlike(skin.off(now, np.zeros(numbers)))
    changed = float(still.mean())
    if changed < CHANGED or not skin.slopes.any():  # without detail at rest it fits anywhere
        return followed, False
    left = unlike(skin.off(now, as_followed))
    share_left = float(left.mean()) / changed
    if share_left < UNEXPLAINED:
        return followed, False

    def cost(gone: Floats) -> float:
        return float(np.minimum(still, unlike(skin.off(now, gone))).mean())

    starts: list[Floats] = [np.array([0.0, y, 0.0])[:numbers] for y in STARTS_MM]
    starts.sort(key=cost)
    found = min((_settled(skin, now, start, still) for start in starts[:TRIED]), key=cost)
    size = _length(found)
    held_back = size - _length(as_followed)
    corrects = held_back > LEAST_MM + LEAST_SHARE * size and size < FARTHEST_MM
    if corrects and float(np.minimum(still, left).mean()) - cost(found) > LIKELIER:
        return (float(found[0]), float(found[1])), True
    return followed, changed >= LOST_FROM and share_left >= LOST_LEFT


def _settled(skin: Followed, now: Floats32, start: Floats, still: Floats32) -> Floats:
    """From `start` to where the skin fits best, by the places that did not stay `still`."""
    held = np.diag(START_ERROR[: len(start)] ** -2.0)
    gone = start
    for _ in range(ROUNDS):
        off = skin.off(now, gone)
        moved = still / (still + unlike(off) + np.float32(1e-3))
        counts = np.asarray(belief(off) * moved, dtype=np.float32)
        step = best_step(skin.slopes, off, counts, held, gone - start)
        gone = gone + step
        if _length(step) < NEAR_ENOUGH_MM:
            break
    return gone


def _length(gone: Sequence[float] | Floats) -> float:
    """Of its shift, mm."""
    return float(np.hypot(gone[0], gone[1]))
