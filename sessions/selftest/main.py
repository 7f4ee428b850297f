"""Measures the program's own error: a real face is moved by known amounts and read back.

Run as `python -m sessions.selftest.main`, with an `Ask` as JSON on standard input; prints an
`Outcome`. The face comes from one picture and is let go with the process; what is shown of it
stands in `sessions.selftest.scenes`.
"""

import os
import sys
from pathlib import Path

import msgspec
import numpy as np

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import parse
from sessions.face.landmarker import BrokenLibrary
from sessions.native.network_ban import forbid_internet, refuse_reporting
from sessions.selftest.results import NO_PICTURE, Failure, Outcome, SelfTestRequest
from sessions.selftest.scenes import measure
from sessions.selftest.seated_face import FPS, Picture
from sessions.worker.sources.camera import Hardware
from sessions.worker.sources.opening import open_live
from sessions.worker.sources.picture_file import load


def chosen(ask: SelfTestRequest, hardware: Hardware) -> tuple[Picture, str]:
    """The picture asked for, BGR, and what to call it. Raises `Trouble`."""
    if ask.photo:
        return load(Path(ask.photo)), Path(ask.photo).name
    if ask.camera:
        return _from_camera(hardware), "camera"
    try:
        from skimage import data  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        raise Trouble(NO_PICTURE) from None
    astronaut = np.asarray(data.astronaut(), dtype=np.uint8)
    return np.ascontiguousarray(astronaut[:, :, ::-1]), "astronaut (NASA)"


def _from_camera(hardware: Hardware) -> Picture:
    """The last picture of two seconds: by then exposure has settled."""
    source = open_live(parse("camera"), hardware)
    try:
        picture: Picture | None = None
        for _frame in range(int(2 * FPS)):
            frame = source.read()
            if frame is not None and frame.picture is not None:
                picture = frame.picture
    finally:
        source.close()
    if picture is None:
        raise Trouble(_("The camera sent no picture."), "camera")
    return picture


def main() -> None:
    """Answer one `SelfTestRequest`."""
    ask = msgspec.json.decode(sys.stdin.buffer.read(), type=SelfTestRequest)
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        refuse_reporting(forbid_internet())
        outcome = Outcome(found=measure(*chosen(ask, Hardware()), Path(ask.model)))
    except Trouble as trouble:
        outcome = Outcome(failure=Failure(kind=trouble.kind, sentence=trouble.sentence))
    except BrokenLibrary as broken:
        outcome = Outcome(failure=Failure(kind="model", sentence=str(broken)))
    answer.write(msgspec.json.encode(outcome))
    answer.close()


if __name__ == "__main__":
    main()
