"""The only door to LiteRT: MediaPipe's face network by itself, on a crop that the caller made.

MediaPipe's run of the same network spends about as much again on following the face, cropping it
and copying the result between its threads. A half composite needs none of that: its head is held
still, so its crop never changes. The network is read out of MediaPipe's own model file. On the
same crop the points are MediaPipe's (see the tests). Nothing is written, and the library holds no
code that opens a socket.
"""

import math
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

NETWORK = "face_landmarks_detector.tflite"
CROP_PX = 256
"""Side of the square picture that the network reads."""
CROP_OF_FACE = 1.5
"""Side of the crop over the longer side of the box of the points, as MediaPipe crops."""
LEAST_PRESENCE = 0.5
"""Probability of a face under which MediaPipe says that there is none."""
_POINTS, _PRESENCE = "Identity", "Identity_1"


class NoLiteRT(Exception):
    """LiteRT is not installed or does not run here: MediaPipe reads the composites."""


def interpreter_of(network: bytes) -> Any:
    """LiteRT's interpreter of a network, on one thread, ready to run. Raises `NoLiteRT`."""
    try:
        litert: Any = import_module("ai_edge_litert.interpreter")
        made = litert.Interpreter(model_content=network, num_threads=1)
        made.allocate_tensors()
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        raise NoLiteRT(str(error)) from error
    return made


class MeshNetwork:
    """One interpreter, for one thread at a time."""

    def __init__(self, model: Path) -> None:
        """`model` is MediaPipe's face landmark model. Raises `NoLiteRT`."""
        try:
            with zipfile.ZipFile(model) as bundle:
                network = bundle.read(NETWORK)
            self._network = interpreter_of(network)
            outputs = {one["name"]: one["index"] for one in self._network.get_output_details()}
            self._points = self._network.tensor(outputs[_POINTS])
            self._presence = self._network.tensor(outputs[_PRESENCE])
            self._input = self._network.tensor(self._network.get_input_details()[0]["index"])
            if self._input().shape != (1, CROP_PX, CROP_PX, 3):
                raise NoLiteRT(f"the network in {model} reads another size of picture")
        except (ImportError, OSError, KeyError, ValueError, RuntimeError) as error:
            raise NoLiteRT(str(error)) from error
        except zipfile.BadZipFile as error:
            raise NoLiteRT(f"{model} is not the face landmark model") from error

    def points(self, crop: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """The points (478, 3) in a CROP_PX square RGB picture, in its pixels; None where the
        network sees no face."""
        # Into the network's own memory. It refuses to run while anybody holds on to an array of it.
        np.multiply(crop, np.float32(1 / 255), out=self._input()[0], dtype=np.float32)
        self._network.invoke()
        if _probability(float(self._presence().item())) < LEAST_PRESENCE:
            return None
        points = self._points().reshape(-1, 3).astype(np.float64)
        return points if np.all(np.isfinite(points)) else None

    def close(self) -> None:
        """Let go of the library's memory."""
        del self._network, self._points, self._presence, self._input

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _probability(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(min(logit, 50.0), -50.0)))
