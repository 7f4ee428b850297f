"""MediaPipe's face landmarker in a bare loop over a film, as anybody would write it first.

`python -m tests.benchmarks.bare_loop FILM MODEL TIMES [FRAMES]`: each frame is read TIMES times;
prints frames a second and processor milliseconds a frame, decoding included, start left out.
"""

import sys
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

import cv2


def landmarker(model: str) -> Any:
    """One face, video mode, nothing else asked for."""
    from mediapipe.tasks.python import BaseOptions, vision

    options = vision.FaceLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=model),
        running_mode=vision.RunningMode.VIDEO,
        num_faces=1,
    )
    return vision.FaceLandmarker.create_from_options(options)


def frames(film: str) -> Iterator[Any]:
    """The frames of a film, read one by one, as the library wants them."""
    from mediapipe import Image, ImageFormat

    capture = cv2.VideoCapture(film)
    while (read := capture.read())[0]:
        rgb = cv2.cvtColor(read[1], cv2.COLOR_BGR2RGB)
        yield Image(image_format=ImageFormat.SRGB, data=rgb)


def main(film: str, model: str, times: int, most: int) -> None:
    """Measure once."""
    finders = [landmarker(model) for _ in range(times)]
    for finder in finders:
        finder.detect_for_video(next(frames(film)), 0)
    pictures = islice(frames(film), most)
    began, spent, count = time.perf_counter(), time.process_time(), 0
    for count, picture in enumerate(pictures, 1):
        for finder in finders:
            finder.detect_for_video(picture, count * 33)
    took, spent = time.perf_counter() - began, time.process_time() - spent
    print(count / took, 1000 * spent / count)


if __name__ == "__main__":
    _, film, model, times, *most = sys.argv
    main(film, model, int(times), int(most[0]) if most else 240)
