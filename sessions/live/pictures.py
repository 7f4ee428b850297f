"""The progress pictures of one session: who asks for them, and what came of them at its end.

Nothing is written before the session's record is; a disk that refuses costs the pictures alone.
"""

import asyncio
from collections.abc import Callable

from sessions.live.interfaces import Listener
from sessions.live.request import SessionRequest
from sessions.messages import Clip, Still, ToWorker
from sessions.pictures.clip_director import Filming
from sessions.pictures.clips import keep_clips
from sessions.pictures.photo_director import Photographing
from sessions.pictures.photos import keep_photos
from tui.texts import clips as words_clips
from tui.texts import photos as words_photos


class Pictures:
    """Photos and clips, in so far as `request` wants them; `ask` speaks to the camera process."""

    def __init__(self, request: SessionRequest, ask: Callable[[ToWorker], None]) -> None:
        self._data = request.data
        self._photographing = Photographing(ask) if request.takes_photos else None
        self._filming = Filming(ask) if request.takes_clips else None
        self._photos = self._clips = 0
        self._trouble: list[str] = []

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
        stills = self._photographing.stills() if self._photographing else []
        clips = self._filming.clips() if self._filming else []
        self._photos = await self._written(
            lambda: keep_photos(self._data, session, stills), words_photos.NOT_KEPT
        )
        self._clips = await self._written(
            lambda: keep_clips(self._data, session, clips), words_clips.NOT_KEPT
        )

    async def _written(self, write: Callable[[], int], refused: str) -> int:
        try:
            return await asyncio.to_thread(write)
        except OSError as error:
            why = error.strerror or "they cannot be written"
            self._trouble.append(refused.format(why=why))
            return 0

    def said(self, *, plain: bool = False) -> str:
        """What came of them; empty where there are none. `plain` is for lines of text, where
        there is no screen to look at them."""
        lost = self._filming.lost if self._filming else 0
        kept = words_photos.kept(self._photos, self._clips, plain=plain)
        parts = [kept, *self._trouble, words_clips.lost(lost)]
        return " ".join(part for part in parts if part)
