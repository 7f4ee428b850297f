"""How large a face is: from two lengths that vary little among adults.

A camera cannot tell a small head from one that is further away. The width of an iris and the
distance of the pupils are known of adults, each with a spread of its own; what both say is weighed
by the inverse of its variance, so that neither a wide iris nor a narrow pair of eyes decides alone.

The head frame has a unit of its own, in which landmarks read the irises as 11.7 wide. All that is
looked for in a picture is laid out in it, and what is found is multiplied by the size of the face
at the end. So a size changes millimetres, and neither what is seen nor any ratio.

| length    | adults             | read with an error of: iris model / landmarks |
|-----------|--------------------|-----------------------------------------------|
| an iris   | 11.7 mm, sd 0.46   | 2 % / 4 %, and 5 % too wide                   |
| pupils    | 62.3 mm, sd 3.8    | 2 % / 3 %                                     |

Adults: iris 11.71 +- 0.42 mm (Rufer 2005, n=390) and 11.80 +- 0.50 (Hashemi 2015, n=4787), in
women and men, and in several peoples, nearly alike. Pupils 63.4 +- 3.8 mm (Dodgson 2004,
n=3976) into the distance; eyes that look at a screen 60 cm away turn in by 3 degrees each, which
brings pupils 11 mm before their axes 1.1 mm closer. Error of reading: standard deviation between
five poses of each of two rendered heads; of the width, by which landmarks read the same irises of
eight photographed people wider than the iris model does (two other rendered heads: 7 %).

Together they leave an error of 3.5 % (one standard deviation) where people are spread as published
and the two lengths are independent; 7 % is the 95 % limit. Five other renderings, whose size is
known, are off by 5.6 % (root mean square), by the landmarks' irises alone by 12.3 %; one head in
five poses by 1.5 and 4.1 %.
"""

import math

import numpy as np

from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import iris_px_per_mm
from sessions.scoring.landmarks import IRIS_MM, PUPILS

IRIS_SPREAD = 0.46 / 11.7
PUPILS_MM, PUPILS_SPREAD = 62.3, 3.8 / 62.3
LANDMARKS_WIDE = 1.05
"""Width of an iris by the landmarks, over that by the iris model."""
BY_MODEL, BY_LANDMARKS = (0.02, 0.02), (0.04, 0.03)
"""Error of reading the iris and the distance of the pupils, as a share."""


def size_of(iris: float, pupils: float, errors: tuple[float, float] = BY_MODEL) -> float:
    """How many millimetres the unit of both lengths is: the mean width of both irises, and the
    distance of the pupils, both above 0."""
    spreads = (IRIS_SPREAD, PUPILS_SPREAD)
    weights = [1.0 / (spread**2 + e**2) for spread, e in zip(spreads, errors, strict=True)]
    said = (math.log(IRIS_MM / iris), math.log(PUPILS_MM / pupils))
    return math.exp(sum(w * each for w, each in zip(weights, said, strict=True)) / sum(weights))


def size_by_landmarks(points: Floats) -> float:
    """How many millimetres the unit of the head frame is, by the landmarks of a face (478, 3) with
    open eyes, their own depth included."""
    apart = float(np.linalg.norm(points[PUPILS[0]] - points[PUPILS[1]])) / iris_px_per_mm(points)
    return size_of(IRIS_MM / LANDMARKS_WIDE, apart, BY_LANDMARKS)
