"""From what was typed to an open source of pictures."""

from pathlib import Path

from routines.errors import Trouble
from sessions.camera.source_name import SourceName, shown
from sessions.messages import Open
from sessions.worker.sources.camera import Hardware, open_camera
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.picture_file import is_still
from sessions.worker.sources.recording import Recording, check_file
from sessions.worker.sources.source import Rewindable, Source
from sessions.worker.sources.stills import PictureSequence, Stills
from sessions.worker.sources.stream import Stream


def open_live(name: SourceName, hardware: Hardware, begin_s: float = 0.0) -> Source:
    """A camera, a stream, or a recording played as if it were a camera.

    Raises:
        Trouble: it cannot be used; the sentence says what to do next.
    """
    if name.kind == "camera":
        return open_camera(name.which, hardware)
    if name.kind == "url":
        return Stream(name.which)
    if name.kind == "sequence":
        return Paced(PictureSequence(name.which), begin_s)
    return Paced(Recording(Path(name.which)), begin_s)


def open_recorded(name: SourceName, open: Open) -> Rewindable:
    """A recording or stills, to be read frame by frame without hurry.

    Raises:
        Trouble: it cannot be read; the sentence says what to do next.
    """
    if name.kind == "sequence":
        return PictureSequence(name.which)
    paths = [Path(name.which), *map(Path, open.more)]
    for path in paths:
        check_file(path, "a video" if len(paths) == 1 else "a picture")
    if len(paths) == 1 and not is_still(paths[0]):
        return Recording(paths[0])
    for path in paths:
        if not is_still(path):
            raise Trouble(
                f"{shown(path)} is not a picture. Give one video, or several pictures of one face.",
                "usage",
            )
    return Stills(paths)
