"""The shape and size of a head at rest, and where it is in each frame of the rest."""

import numpy as np
from numpy.typing import NDArray

from sessions.face.eye_reader import Irises
from sessions.face.landmarker import Face
from sessions.scoring.arrays import Floats
from sessions.scoring.geometry import Placement, head_from
from sessions.scoring.size import size_by_landmarks, size_of


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


def size_at_rest(faces: list[Face], irises: list[Irises | None]) -> float:
    """How many millimetres the unit of the head frame is: by the median of what the second model
    read of `irises`, else by the landmarks of `faces`, all with open eyes."""
    read = [each for each in irises if each is not None]
    if not read:
        return float(np.median([size_by_landmarks(face.points) for face in faces]))
    widths, apart = [each.width for each in read], [each.apart for each in read]
    return size_of(float(np.median(widths)), float(np.median(apart)))
