"""The short way to the library's numbers and its public way say the same."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import cv2
import numpy as np
import pytest

from sessions.face.landmarker import Landmarker
from sessions.face.mediapipe_ctypes import finder
from tests.benchmarks.bare_loop import landmarker
from tests.sessions.selftest.portraits import model, noisy, portrait


class PublicOnly:
    """Another release of the library: it has its public way and nothing else that we know."""

    def __init__(self, graph: Any) -> None:
        self.detect: Callable[..., Any] = graph.detect
        self.detect_for_video: Callable[..., Any] = graph.detect_for_video


@pytest.mark.parametrize("stills", [True, False])
def test_both_ways_say_the_same(monkeypatch: pytest.MonkeyPatch, stills: bool) -> None:
    """Bit for bit, for a face and for a picture without one."""
    pictures = [noisy(portrait().picture, n) for n in range(3)]
    pictures.append(np.full_like(pictures[0], 90))
    rgbs = [np.asarray(cv2.cvtColor(p, cv2.COLOR_BGR2RGB), dtype=np.uint8) for p in pictures]
    with Landmarker(model(), stills=stills) as short:
        found = [short.find(rgb) for rgb in rgbs]
    asked: list[bool] = []

    def public(graph: Any, *, stills: bool) -> Any:
        asked.append(True)
        return finder(PublicOnly(graph), stills=stills)

    monkeypatch.setattr("sessions.face.landmarker.finder", public)
    with Landmarker(model(), stills=stills) as long:
        expected = [long.find(rgb) for rgb in rgbs]

    assert asked
    assert [face is not None for face in found] == [True, True, True, False]
    for face, same in zip(found[:3], expected[:3], strict=True):
        assert face is not None
        assert same is not None
        assert np.array_equal(face.points, same.points)
        assert np.array_equal(face.rotation, same.rotation)
    assert expected[3] is None


@pytest.mark.parametrize("kind", [lambda graph: graph, PublicOnly])
def test_what_the_library_refuses_is_an_error(kind: Callable[[Any], Any]) -> None:
    """Here a picture from before the last one; afterwards the library can be closed."""
    graph = landmarker(str(model()))
    mediapipe: Any = import_module("mediapipe")
    image = mediapipe.Image(mediapipe.ImageFormat.SRGB, np.zeros((64, 64, 3), np.uint8))
    find = finder(kind(graph), stills=False)

    assert find(image, 1000) is None
    with pytest.raises((RuntimeError, ValueError)):
        find(image, 1)
    graph.close()


def test_the_short_way_is_taken_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the pinned release the library makes no objects of its result."""
    module: Any = import_module("mediapipe.tasks.python.vision.face_landmarker")

    def never(*_: object) -> None:
        raise AssertionError("the library made its objects")

    monkeypatch.setattr(module.FaceLandmarkerResult, "from_ctypes", never)
    rgb = np.asarray(cv2.cvtColor(portrait().picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
    with Landmarker(model(), stills=True) as short:
        assert short.find(rgb) is not None
