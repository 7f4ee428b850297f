"""Pictures in files: several stills of one face, or a numbered sequence played as a video."""

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from sessions.camera.source_name import shown
from sessions.worker.sources.picture_file import load, several_pictures
from sessions.worker.sources.pictures import fitted
from sessions.worker.sources.recording import USUAL_FPS
from sessions.worker.sources.source import Frame

APART_S = 0.01
"""Stills have no time. Close together, so that nothing which waits for rest gives up."""

_NUMBER = re.compile(r"%(0?)(\d*)d")


class Stills:
    """Pictures of one face, each a frame; `n` is the place in the list."""

    live = False
    fps = 0.0

    def __init__(self, paths: Sequence[Path]) -> None:
        """Load the first.

        Raises:
            Trouble: it is no picture.
        """
        self._paths = tuple(paths)
        self.height, self.width = load(self._paths[0]).shape[:2]
        self.frames = len(self._paths)
        self.notes = tuple(
            _("{path} holds several pictures; only the first one is read.").format(path=shown(path))
            for path in self._paths
            if several_pictures(path)
        )
        """What is to be said about them."""
        self._n = 0

    def read(self) -> Frame | None:
        """The next picture in its own size."""
        if self._n >= len(self._paths):
            return None
        n = self._n
        self._n += 1
        return Frame(n, n * APART_S, load(self._paths[n]))

    def skip(self) -> float | None:
        """Pass over a picture."""
        if self._n >= len(self._paths):
            return None
        self._n += 1
        return self.now_s()

    def now_s(self) -> float:
        """Made up, as the pictures' times are."""
        return max(self._n - 1, 0) * APART_S

    def rewind(self) -> None:
        """Begin with the first again."""
        self._n = 0

    def close(self) -> None:
        """Nothing is held open."""


class PictureSequence:
    """Numbered pictures (`face_%03d.png`) as a recording at `USUAL_FPS`."""

    live = False
    fps = USUAL_FPS

    def __init__(self, pattern: str) -> None:
        """Find the files, lowest number first; the first picture decides the size.

        Raises:
            Trouble: there is none, or the first is no picture.
        """
        self._paths = numbered(pattern)
        if not self._paths:
            raise Trouble(
                _("No picture fits {pattern}. Check the folder and the number of digits.").format(
                    pattern=shown(pattern)
                ),
                "video",
            )
        self.height, self.width = load(self._paths[0]).shape[:2]
        self.frames = len(self._paths)
        self._n = 0

    def read(self) -> Frame | None:
        """The next picture; a damaged one comes as a frame without picture."""
        if self._n >= len(self._paths):
            return None
        n = self._n
        self._n += 1
        try:
            picture = fitted(load(self._paths[n]), self.width, self.height)
        except Trouble:
            picture = None
        return Frame(n, n / self.fps, picture)

    def skip(self) -> float | None:
        """Pass over a picture: its time, or None at the end."""
        if self._n >= len(self._paths):
            return None
        self._n += 1
        return (self._n - 1) / self.fps

    def now_s(self) -> float:
        """The time of the last picture."""
        return max(self._n - 1, 0) / self.fps

    def rewind(self) -> None:
        """Begin with the first again."""
        self._n = 0

    def close(self) -> None:
        """Nothing is held open."""


def numbered(pattern: str) -> tuple[Path, ...]:
    """The files a number pattern stands for, in the order of their numbers."""
    path = Path(pattern)
    match = _NUMBER.search(path.name)
    if match is None:
        return ()
    # A name has 255 bytes at the most: a wider number is in none of them.
    digits = int(match[2] or 1) if len(match[2]) < 4 else 256
    name = re.compile(
        re.escape(path.name[: match.start()]) + r"(\d+)" + re.escape(path.name[match.end() :])
    )
    found: list[tuple[int, Path]] = []
    with contextlib.suppress(OSError, ValueError):
        for entry in path.parent.iterdir():
            hit = name.fullmatch(entry.name)
            if hit is not None and len(hit[1]) >= digits:
                found.append((int(hit[1]), entry))
    return tuple(entry for _, entry in sorted(found))
