"""What half composites read of rendered heads whose movement is known: gain, leak, R2.

    python -m tests.benchmarks.public_renders FOLDER [STEP]

FOLDER holds NAME.mp4 with NAME.json (truth a frame). Prints a line for each half of each clip:
hold medians a repetition against the truth, one gain, R2 over all frames. Reads every STEP-th
frame (default 1).
"""

import json
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from routines.movements import MeasureKey
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestTaken
from sessions.readings import Reading

KEYS: dict[str, tuple[MeasureKey, str]] = {
    "smile": ("closed-smile", "smile"),
    "brow": ("brow-raise", "brow"),
    "pucker": ("pucker", "pucker"),
    "close": ("eye-closure", "close"),
    "sneer": ("snarl", "sneer"),
    "lipD": ("lower-lip", "lipD"),
}


def readings(video: Path, rest_s: tuple[float, float], fps: float, step: int) -> list[Reading]:
    """Every `step`-th frame of the clip, after a rest from the named stretch."""
    with FaceReader(find_model(), find_iris_model()) as reader:
        capture = cv2.VideoCapture(str(video))
        reader.take_rest(rest_s[1] - rest_s[0])
        for n in range(int(rest_s[1] * fps)):
            _, picture = capture.read()
            if n / fps >= rest_s[0]:
                reader.read(np.asarray(picture), n, n / fps)
        if not isinstance(reader.finish_rest(), RestTaken):
            raise SystemExit(f"{video.name}: no rest")
        capture = cv2.VideoCapture(str(video))
        found: list[Reading] = []
        n = 0
        while True:
            there, picture = capture.read()
            if not there:
                return found
            if n % step == 0:
                found.append(reader.read(np.asarray(picture), n, n / fps))
            n += 1


def lines(video: Path, step: int) -> list[str]:
    """The table of one clip."""
    truth: dict[str, Any] = json.loads(video.with_suffix(".json").read_text())
    frames = truth["frames"]
    read = readings(video, tuple(truth["neutral_s"]), truth["fps"], step)
    exercise = truth["schedule"][0]["exercise"]
    key, name = KEYS[exercise]
    made = [f"{video.stem}: {exercise}, {sum(r.left is not None for r in read)}/{len(read)} scored"]
    for side in ("left", "right"):
        column = f"{name}_{side[0].upper()}"
        pairs = [(frames[r.n], r.half(side)) for r in read]
        held: dict[int, list[tuple[float, float]]] = {}
        for frame, half in pairs:
            if half is not None and frame["phase"] == "hold":
                value = (frame["mm"][column], half.measure(key))
                held.setdefault(frame["rep"], []).append(value)
        medians = [np.median(np.array(values), axis=0) for values in held.values()]
        both = [(f["mm"][column], h.measure(key)) for f, h in pairs if h is not None]
        t, m = np.array(both).T
        gain = float(t @ m) / float(t @ t)
        r2 = 1 - float(np.sum((m - gain * t) ** 2)) / float(np.sum((m - m.mean()) ** 2))
        rmse = float(np.sqrt(np.mean((m / gain - t) ** 2)))
        made.append(f"  {side:<6} gain {gain:.2f}  R2 {r2:.3f}  rmse {rmse:.2f} mm")
        made.append("    true " + " ".join(f"{median[0]:5.1f}" for median in medians))
        made.append("    read " + " ".join(f"{median[1]:5.1f}" for median in medians))
    return made


if __name__ == "__main__":
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for clip in sorted(Path(sys.argv[1]).glob("*.mp4")):
        print("\n".join(lines(clip, every)), flush=True)
