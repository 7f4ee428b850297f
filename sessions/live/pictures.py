"""The progress pictures of one session: who asks for them, and what came of them at its end.

Nothing is written before the session's record is; a disk that refuses costs the pictures alone.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from routines.language import _
from sessions.live.interfaces import Listener
from sessions.live.request import SessionRequest
from sessions.messages import Clip, EndClip, Still, TakeClip, TakePicture, ToWorker
from sessions.pictures.clip_director import Filming
from sessions.pictures.clips import keep_clips
from sessions.pictures.photo_director import Photographing
from sessions.pictures.photos import keep_photos


@dataclass(frozen=True)
class PicturesKept:
    """What came of the pictures of one session."""

    photos: int = 0
    clips: int = 0
    clips_lost: int = 0
    """Clips that went with the camera process."""
    photos_refused: str = ""
    """Why the disk took no photos; empty where it did."""
    clips_refused: str = ""


class Pictures:
    """Photos and clips, in so far as `request` wants them; `ask` speaks to the camera process."""

    def __init__(self, request: SessionRequest, ask: Callable[[ToWorker], None]) -> None:
        self._data = request.data
        self._consent = request.consent or (lambda: (True, True))
        self._ask = ask
        self._photographing = Photographing(self._ask_photo) if request.takes_photos else None
        self._filming = Filming(self._ask_clip) if request.takes_clips else None
        self._kept = PicturesKept()

    @property
    def listeners(self) -> list[Listener]:
        """Who wants to hear what the engine asks for."""
        return [each for each in (self._photographing, self._filming) if each is not None]

    def take(self, picture: Still | Clip) -> None:
        """One has come from the camera process."""
        if isinstance(picture, Still):
            if self._photographing is not None:
                self._photographing.take(picture)
        elif self._filming is not None:
            self._filming.take(picture)

    def lose(self) -> None:
        """The camera process was lost."""
        if self._filming is not None:
            self._filming.lose()

    async def keep(self, session: str) -> None:
        """Write them beside the record of `session`, which is on the disk already."""
        photos_wished, clips_wished = self._consent()
        stills = self._photographing.stills() if self._photographing and photos_wished else []
        clips = self._filming.clips() if self._filming and clips_wished else []
        photos, no_photos = await _written(lambda: keep_photos(self._data, session, stills))
        kept, no_clips = await _written(lambda: keep_clips(self._data, session, clips))
        self._kept = PicturesKept(photos, kept, 0, no_photos, no_clips)

    def _ask_photo(self, message: TakePicture) -> None:
        """Ask for a still, unless the person has switched photos off meanwhile."""
        if self._consent()[0]:
            self._ask(message)

    def _ask_clip(self, message: TakeClip | EndClip) -> None:
        """Begin or end a clip; none is begun once the person has switched clips off."""
        if isinstance(message, EndClip) or self._consent()[1]:
            self._ask(message)

    @property
    def kept(self) -> PicturesKept:
        """What came of them so far."""
        return replace(self._kept, clips_lost=self._filming.lost if self._filming else 0)


async def _written(write: Callable[[], int]) -> tuple[int, str]:
    """How many were written, and why none were where the disk refused."""
    try:
        return await asyncio.to_thread(write), ""
    except OSError as error:
        return 0, error.strerror or _("they cannot be written")
