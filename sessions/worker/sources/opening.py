"""Factory functions: open the picture source that a parsed `SourceName` describes."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from routines.errors import Trouble
from routines.language import _
from sessions.camera.devices import CameraDevice
from sessions.camera.source_name import SourceName, shown
from sessions.messages import Open
from sessions.worker.sources.camera import Hardware, open_camera
from sessions.worker.sources.paced import Paced
from sessions.worker.sources.picture_file import is_still
from sessions.worker.sources.recording import Recording, check_file
from sessions.worker.sources.source import Frame, Rewindable, Source, Sparing
from sessions.worker.sources.stills import PictureSequence, Stills
from sessions.worker.sources.stream import Stream
from sessions.worker.sources.turning import EXIF

Opened = TypeVar("Opened")


class TurnedBack:
    """A camera that delivers mirrored pictures, turned back so that left is left."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.device, self.notes = getattr(source, "device", None), getattr(source, "notes", ())
        self.live, self.fps = source.live, source.fps
        self.width, self.height = source.width, source.height

    def read(self) -> Frame | None:
        """The next frame."""
        frame = self._source.read()
        if frame is None or frame.picture is None:
            return frame
        return frame._replace(picture=EXIF[2].apply(frame.picture))

    def pass_over(self) -> bool:
        """The next frame, not decoded where the camera can leave it so."""
        if isinstance(self._source, Sparing):
            return self._source.pass_over()
        return self._source.read() is not None

    def now_s(self) -> float:
        """As the camera says."""
        return self._source.now_s()

    def close(self) -> None:
        """Let go of the camera."""
        self._source.close()


def open_live(
    name: SourceName,
    hardware: Hardware,
    begin_s: float = 0.0,
    *,
    mirrored: bool = False,
    known: CameraDevice | None = None,
) -> Source:
    """A camera, a stream, or a recording played as if it were a camera.

    `mirrored` is said of a camera or stream that delivers mirrored pictures; `known` is the camera
    that was open before.

    Raises:
        Trouble: it cannot be used; the sentence says what to do next.
    """
    if name.kind in ("camera", "url"):
        url = name.kind == "url"
        source = Stream(name.which) if url else open_camera(name.which, hardware, known)
        return TurnedBack(source) if mirrored else source
    if name.kind == "sequence":
        return Paced(PictureSequence(name.which), begin_s)
    return Paced(Recording(Path(name.which)), begin_s)


def open_for_codes(name: SourceName, open: Open, hardware: Hardware) -> Source:
    """A camera, a film, or pictures of a screen with codes.

    Raises:
        Trouble: it cannot be used; the sentence says what to do next.
    """
    if name.kind == "sequence" or (name.kind == "file" and is_still(Path(name.which))):
        return open_recorded(name, open)
    return open_live(name, hardware)


def open_recorded(name: SourceName, open: Open) -> Rewindable:
    """A recording or stills, to be read frame by frame without hurry.

    Raises:
        Trouble: it cannot be read; the sentence says what to do next.
    """
    if name.kind == "sequence":
        return PictureSequence(name.which)
    paths = [Path(name.which), *map(Path, open.more)]
    for path in paths:
        check_file(path, _("a video") if len(paths) == 1 else _("a picture"))
    if len(paths) == 1 and not is_still(paths[0]):
        return Recording(paths[0])
    for path in paths:
        if not is_still(path):
            raise Trouble(
                _(
                    "{path} is not a picture. Give one video, or several pictures of one face."
                ).format(path=shown(path)),
                "usage",
            )
    return Stills(paths)


def opened_within(seconds: float, name: SourceName, make: Callable[[], Opened]) -> Opened:
    """The result of `make`, which opens `name` and may block for ever in a driver or a decoder.

    Raises:
        Trouble: it took too long, or said so itself.
    """
    results: list[Opened] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(make())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="opening", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise _not_opened(seconds, name)
    return results[0]


def _not_opened(seconds: float, name: SourceName) -> Trouble:
    if name.kind in ("camera", "url"):
        return Trouble(
            _(
                "The camera did not open within {seconds:.0f} seconds. Unplug it and plug it in "
                "again, or close other programs that use it, then start again."
            ).format(seconds=seconds),
            "camera",
        )
    return Trouble(
        _(
            "{path} did not open within {seconds:.0f} seconds. It may be damaged, or its disk is "
            "slow. Copy it to this computer, or try another file."
        ).format(path=shown(name.which), seconds=seconds),
        "video",
    )
