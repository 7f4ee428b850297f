"""MediaPipe's face landmarker in a bare loop over a film, as anybody would write it first.

`python -m tests.benchmarks.bare_loop FILM MODEL TIMES [FRAMES]`: each frame is read TIMES times;
prints frames a second and processor milliseconds a frame, start and decoding left out.
"""

import sys
import time
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


def frames(film: str, most: int) -> list[Any]:
    """The first frames of a film, as the library wants them."""
    from mediapipe import Image, ImageFormat

    capture = cv2.VideoCapture(film)
    pictures: list[Any] = []
    while len(pictures) < most and (read := capture.read())[0]:
        rgb = cv2.cvtColor(read[1], cv2.COLOR_BGR2RGB)
        pictures.append(Image(image_format=ImageFormat.SRGB, data=rgb))
    return pictures


def main(film: str, model: str, times: int, most: int) -> None:
    """Measure once."""
    pictures = frames(film, most)
    finders = [landmarker(model) for _ in range(times)]
    for finder in finders:
        finder.detect_for_video(pictures[0], 0)
    began, spent = time.perf_counter(), time.process_time()
    for n, picture in enumerate(pictures):
        for finder in finders:
            finder.detect_for_video(picture, (n + 1) * 33)
    took, spent = time.perf_counter() - began, time.process_time() - spent
    print(len(pictures) / took, 1000 * spent / len(pictures))


if __name__ == "__main__":
    _, film, model, times, *most = sys.argv
    main(film, model, int(times), int(most[0]) if most else 240)
