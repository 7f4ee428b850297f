"""From what was typed to an open source of pictures."""

from pathlib import Path

from sessions.camera.source_name import SourceName
from sessions.camera.sources.camera import Hardware, open_camera
from sessions.camera.sources.paced import Paced
from sessions.camera.sources.recording import Recording, check_file
from sessions.camera.sources.source import Rewindable, Source
from sessions.camera.sources.stills import PictureSequence, Stills, is_still
from sessions.camera.sources.stream import Stream
from sessions.readings import Open


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
    path = Path(name.which)
    check_file(path)
    if open.more or is_still(path):
        return Stills([path, *map(Path, open.more)])
    return Recording(path)
