"""Draws QR codes. Run as `python -m sessions.worker.qr_draw`: a list of texts as JSON on standard
input, a list of codes on standard output, each a list of rows of "#" (dark) and " ".

A process of its own, because the one with the screen does not load OpenCV.
"""

import os
import sys

import cv2
import msgspec
import numpy as np

from sessions.native import limits
from sessions.native.network_ban import forbid_internet


def drawn(text: str) -> list[str]:
    """One code, without its quiet zone. The lowest error correction: a screen is clean, and fewer
    modules are larger ones."""
    wanted = cv2.QRCodeEncoder.Params()
    wanted.correction_level = cv2.QRCodeEncoder_CORRECT_LEVEL_L
    wanted.mode = cv2.QRCodeEncoder_MODE_ALPHANUMERIC
    picture = np.asarray(cv2.QRCodeEncoder.create(wanted).encode(text), dtype=np.uint8)
    down, across = np.nonzero(picture < 128)
    inside = picture[down.min() : down.max() + 1, across.min() : across.max() + 1]
    return ["".join("#" if module < 128 else " " for module in row) for row in inside.tolist()]


def main() -> None:
    """Answer one list."""
    limits.no_core_files()
    forbid_internet()
    texts = msgspec.json.decode(sys.stdin.buffer.read(), type=list[str])
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    answer.write(msgspec.json.encode([drawn(text) for text in texts]))
    answer.close()


if __name__ == "__main__":
    main()
