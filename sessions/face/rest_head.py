"""The shape of a head at rest, and where it is in each frame of the rest."""

import numpy as np
from numpy.typing import NDArray

from sessions.face.landmarker import Face
from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import Placement, head_from


def head_of(
    faces: list[Face], open_eyed: NDArray[np.bool_], px_per_mm: float
) -> tuple[Floats, Floats]:
    """The shape of the head (478, 3), and the places (n, 478, 2) of the frames with open eyes that
    it is the mean of; all in head-frame millimetres.

    Depth comes from the mean of the levelled heads; across and down are averaged once more, from
    the frames placed on that mean.
    """
    levelled = np.array([head_from(face.points, face.rotation, px_per_mm) for face in faces])
    rough = head_from(levelled[open_eyed].mean(axis=0), np.eye(3), 1.0)
    placed = [
        placement.unproject(face.points)[:, :2]
        for face, placement in zip(faces, place_all(rough, faces), strict=True)
    ]
    plain = np.array(placed)[open_eyed]
    return np.column_stack([plain.mean(axis=0), rough[:, 2]]), plain


def place_all(head: Floats, faces: list[Face]) -> list[Placement]:
    """Where the head is in each frame, by its landmarks."""
    return [Placement.fit_stable(head, face.points, face.rotation, face.focal_px) for face in faces]
