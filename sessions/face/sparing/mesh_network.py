"""MediaPipe's face network by itself, in LiteRT, on a crop that the caller made.

MediaPipe's run of the same network spends about as much again on following the face, cropping it
and copying the result between its threads. A half composite needs none of that, as its head is held
still. The network is read out of MediaPipe's own model file; on the same crop the points are
MediaPipe's.
"""

import math
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sessions.face.litert import NoLiteRT, interpreter_of

NETWORK = "face_landmarks_detector.tflite"
CROP_PX = 256
"""Side of the square picture that the network reads."""
CROP_OF_FACE = 1.5
"""Side of the crop over the longer side of the box of the points, as MediaPipe crops."""
LEAST_PRESENCE = 0.5
"""Probability of a face under which MediaPipe says that there is none."""
_POINTS, _PRESENCE = "Identity", "Identity_1"


class MeshNetwork:
    """One interpreter, for one thread at a time."""

    def __init__(self, model: Path) -> None:
        """`model` is MediaPipe's face landmark model. Raises `NoLiteRT`."""
        try:
            with zipfile.ZipFile(model) as bundle:
                network = bundle.read(NETWORK)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise NoLiteRT(f"{model} is not the face landmark model") from error
        self._network: Any = interpreter_of(network)
        outputs = {one["name"]: one["index"] for one in self._network.get_output_details()}
        if not {_POINTS, _PRESENCE} <= outputs.keys():
            raise NoLiteRT(f"the network in {model} tells something else")
        self._points = self._network.tensor(outputs[_POINTS])
        self._presence = self._network.tensor(outputs[_PRESENCE])
        self._input = self._network.tensor(self._network.get_input_details()[0]["index"])
        if self._input().shape != (1, CROP_PX, CROP_PX, 3):
            raise NoLiteRT(f"the network in {model} reads another size of picture")

    def points(self, crop: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """The points (478, 3) in a CROP_PX square RGB picture, in its pixels; None where the
        network sees no face."""
        # Into the network's own memory. It refuses to run while anybody holds on to an array of it.
        np.multiply(crop, np.float32(1 / 255), out=self._input()[0], dtype=np.float32)
        self._network.invoke()
        logit = float(self._presence().item())
        if 1.0 / (1.0 + math.exp(-max(min(logit, 50.0), -50.0))) < LEAST_PRESENCE:
            return None
        points = self._points().reshape(-1, 3).astype(np.float64)
        return points if np.all(np.isfinite(points)) else None


def mesh_network(model: Path) -> MeshNetwork | None:
    """The network where LiteRT runs; else MediaPipe reads every composite."""
    try:
        return MeshNetwork(model)
    except NoLiteRT:
        return None
