"""A face from one picture, shown to the very `FaceReader` that sessions use, frame after frame.

The picture is put where an ordinary camera would show the face, and every frame gets the noise
of such a camera anew. What moves in the picture is up to `sessions.selftest.warp`.
"""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from routines.errors import Trouble
from routines.language import _
from routines.movements import SIDES
from sessions.camera.model_file import find_iris_model
from sessions.face.face_reader import FaceReader
from sessions.face.landmarker import Landmarker
from sessions.messages import NotRest, RestRefused, RestTaken
from sessions.readings import Reading
from sessions.scoring.landmarks import OUTER_CANTHUS
from sessions.selftest.warp import WarpedPortrait

Picture = NDArray[np.uint8]

WHY_NO_REST: dict[NotRest, str] = {
    "two-faces": _("as there are two faces"),
    "head-turned": _("as the head is turned"),
    "too-dark": _("as it is too dark"),
    "too-bright": _("as the light is too strong"),
    "blurred": _("as it is blurred"),
    "hand": _("as something is in front of it"),
    "eye-covered": _("as an eye is covered"),
    "eyes-shut": _("as both eyes are shut"),
    "mouth-open": _("as the mouth is open"),
}

SIZE = (640, 480)
CANTHI_PX = 95.0
"""A face at 45 cm from an ordinary camera."""
LEAST_CANTHI_PX = 50.0
"""Measured on one photograph made smaller: between 60 and 50 px no gain of the selftest changes by
more than 0.04 and no R2 by more than 0.02; at 45 px it is too soft to be taken as rest."""
MIDDLE_OF = (33, 263, 61, 291)
"""Landmarks whose mean is put in the middle of the frame: outer canthi and mouth corners."""
WIDTH_OF_CANTHI = 1.5
"""A face is this much wider than the outer corners of its eyes are apart."""
NOISE_GREY = 2.0
SEED = 7
FPS = 30.0
SETTLE = 6
"""Frames let go after every change: no face jumps, and the trackers take a few to follow."""
READ = 3


class SeatedFace:
    """One face and its reader."""

    def __init__(self, picture: Picture, model: Path, reader: FaceReader | None = None) -> None:
        """Raises `Trouble` where `picture` (BGR) shows no usable face. `reader` takes the place of
        the usual one, and is closed as that is."""
        self.picture, self.portrait = place_face(picture, model)
        self._reader = FaceReader(model, find_iris_model()) if reader is None else reader
        self._noise = np.empty(self.picture.shape, dtype=np.int16)
        self._n = 0
        cv2.setRNGSeed(SEED)

    def rest(self, picture: Picture | None = None, seconds: float = 1.0) -> RestTaken:
        """Take rest of the face as it is, or as `picture` shows it. Raises `Trouble`."""
        picture = self.picture if picture is None else picture
        self.show(picture, SETTLE)
        self._reader.take_rest(seconds)
        for _turn in range(int(4 * FPS)):
            self.show(picture, 1)
            result = self._reader.rest_result()
            if isinstance(result, RestTaken):
                return result
        refused = self._reader.finish_rest()
        why = WHY_NO_REST.get(refused.reason) if isinstance(refused, RestRefused) else None
        said = _(
            "The face in the picture cannot be rest{why}. It should look straight ahead, eyes open "
            "and lips together, sharp and evenly lit. Try another picture."
        )
        raise Trouble(said.format(why="" if why is None else f", {why}"), "video")

    def show(self, picture: Picture, frames: int) -> list[Reading]:
        """Read `picture` again and again, each time with fresh noise."""
        readings: list[Reading] = []
        for _turn in range(frames):
            cv2.randn(self._noise, np.zeros(3), np.full(3, NOISE_GREY))
            frame = np.asarray(cv2.add(picture, self._noise, dtype=cv2.CV_8U), dtype=np.uint8)
            readings.append(self._reader.read(frame, self._n, self._n / FPS))
            self._n += 1
        return readings

    def settled(self, picture: Picture) -> list[Reading]:
        """The readings of `picture` once the trackers have followed."""
        return self.show(picture, SETTLE + READ)[SETTLE:]

    def close(self) -> None:
        """Let go of the reader."""
        self._reader.close()


def place_face(picture: Picture, model: Path) -> tuple[Picture, WarpedPortrait]:
    """The face of `picture` at the size and place a camera would show it. Raises `Trouble`."""
    with Landmarker(model, stills=True) as finder:
        face = finder.find(np.ascontiguousarray(picture[:, :, ::-1]))
        if face is None:
            raise Trouble(_("No face was found in the picture. Try another one."), "video")
        points = face.points
        left, right = (points[OUTER_CANTHUS[side]] for side in SIDES)
        canthi = float(np.linalg.norm(left - right))
        if canthi < LEAST_CANTHI_PX:
            raise Trouble(
                _(
                    "The face in the picture is too small, about {canthi:.0f} "
                    "pixels wide. It should be at least {least_canthi_px:.0f}, "
                    "better twice that."
                ).format(
                    canthi=canthi * WIDTH_OF_CANTHI,
                    least_canthi_px=LEAST_CANTHI_PX * WIDTH_OF_CANTHI,
                ),
                "video",
            )
        scale = CANTHI_PX / canthi
        middle = points[list(MIDDLE_OF), :2].mean(axis=0) * scale
        place = np.array([[scale, 0, SIZE[0] / 2 - middle[0]], [0, scale, SIZE[1] / 2 - middle[1]]])
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        placed = np.asarray(
            cv2.warpAffine(picture, place, SIZE, flags=how, borderMode=cv2.BORDER_REPLICATE),
            dtype=np.uint8,
        )
        face = finder.find(np.ascontiguousarray(placed[:, :, ::-1]))
    if face is None:
        raise Trouble(_("No face was found in the picture. Try another one."), "video")
    return placed, WarpedPortrait(placed, face.points)
