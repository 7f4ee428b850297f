"""The cheap first pass over a recording that finds its rest: plain landmarks of every frame."""

from collections import Counter
from pathlib import Path
from typing import Self

import cv2
import numpy as np

from routines.movements import SIDES
from sessions.face import frame_checks
from sessions.face.landmarker import Landmarker, usable
from sessions.face.rest_posture import SHUT_SHARE, mouth_open, opening
from sessions.face.rest_taking import refusal_of
from sessions.messages import NotRest, RestRefused
from sessions.readings import Turn
from sessions.scoring.find_rest import Stretch, Track, find_rest
from sessions.scoring.geometry import angles, head_from, iris_px_per_mm
from sessions.scoring.landmarks import BROW, CORNER
from sessions.scoring.measures import lid_gap
from sessions.scoring.quality import Gate
from sessions.scoring.rest_pose import turn_of


class RestScout:
    """Look at every frame once, then ask for the stretch."""

    def __init__(self, model: Path) -> None:
        """Raises `sessions.face.landmarker.BrokenLibrary`."""
        self._landmarker = Landmarker(model)
        self._gate = Gate()
        self._tracks: list[Track] = []
        self._px_per_mm = 0.0
        self._looked = 0
        self._reasons: Counter[tuple[NotRest, Turn | None]] = Counter()

    def look(self, picture: np.ndarray, t_s: float) -> None:
        """Note what frame an HxWx3 uint8 BGR `picture` is; keeps a dozen numbers of it."""
        self._looked += 1
        self._tracks.append(self._track(picture, t_s))

    def skip(self, t_s: float) -> None:
        """Note that there was a frame, without looking at it."""
        self._tracks.append(Track(t_s, good=False))

    def stretch(self) -> Stretch | None:
        """The rest of what was looked at so far; None where there is none."""
        return find_rest(self._tracks)

    def refusal(self) -> RestRefused:
        """Why there is none: what was wrong with most of the frames, else that they are too few."""
        if 2 * self._reasons.total() < self._looked:
            return RestRefused(reason="too-short")
        return refusal_of(self._reasons) or RestRefused(reason="too-short")

    def close(self) -> None:
        """Let go of the library."""
        self._landmarker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _track(self, picture: np.ndarray, t_s: float) -> Track:
        if not usable(picture):
            return self._bad(t_s, "no-face")
        rgb = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        face = self._landmarker.find(rgb)
        if face is None:
            return self._bad(t_s, "no-face")
        look = frame_checks.look_at(rgb, face.points, frame_checks.face_patch(rgb, face.points))
        reason, turned = self._gate.judge(look, None), turn_of(angles(face.rotation))
        if reason is not None:
            return self._bad(t_s, reason)
        if turned is not None:
            return self._bad(t_s, "head-turned", turned)
        if mouth_open(face.points):
            return self._bad(t_s, "mouth-open")
        shut = opening(face.points) < SHUT_SHARE
        self._reasons["eyes-shut", None] += shut
        if not self._px_per_mm:
            self._px_per_mm = iris_px_per_mm(face.points)
        head = head_from(face.points, face.rotation, self._px_per_mm)
        shape = [lid_gap(head, side) for side in SIDES]
        for part in (BROW, CORNER):
            for side in SIDES:
                shape.extend(head[list(part[side]), :2].mean(axis=0))
        shape_mm = tuple(float(value) for value in shape)
        return Track(t_s, good=True, shut=shut, shape_mm=shape_mm)

    def _bad(self, t_s: float, reason: NotRest, turned: Turn | None = None) -> Track:
        self._reasons[reason, turned] += 1
        return Track(t_s, good=False)
