"""Progress photos for a report, where they were asked for: of each expression the first and the
latest, beside each other, as the camera saw them. Of clips a report says only that there are some:
a page shows no film."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path

import msgspec

from routines.counted import counted
from routines.language import _
from sessions.messages import MOST_JPEG
from sessions.pictures.albums import display_name, expressions
from sessions.pictures.clips import clip_albums
from sessions.pictures.photos import JPEG_START, photo_albums

TITLE = _("Progress photos")
ABOUT = _(
    "Kept by this person's own wish, at rest and in the middle of each gentle movement, not "
    "mirrored: their right side is on the left. One pair of photos says little."
)


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """One photo."""

    when: datetime
    jpeg: bytes

    @property
    def day(self) -> str:
        """When it was taken."""
        return f"{self.when:%Y-%m-%d}"


class PhotoPair(msgspec.Struct, frozen=True, kw_only=True):
    """One expression, the first photo and, where there is another, the latest."""

    name: str
    photos: tuple[Photo, ...]


def photo_pairs(data: Path) -> list[PhotoPair]:
    """Every expression there are photos of; what cannot be read is left out."""
    albums = photo_albums(data)
    found: list[PhotoPair] = []
    for name in expressions(albums):
        having = [each for each in albums if name in each.files]
        both = having[:1] + having[1:][-1:]
        read = ((each.when, _read(each.files[name])) for each in both)
        photos = tuple(Photo(when=when, jpeg=jpeg) for when, jpeg in read if jpeg)
        if photos:
            found.append(PhotoPair(name=display_name(name), photos=photos))
    return found


def clips_words(data: Path) -> str:
    """That there are clips, and of when; empty where there are none."""
    days = [f"{album.when:%Y-%m-%d}" for album in clip_albums(data)]
    if not days:
        return ""
    when = (
        days[0] if len(days) == 1 else _("{first} to {last}").format(first=days[0], last=days[-1])
    )
    return _(
        "There are also short clips of {records} ({when}). They are not in this report; the "
        "person can show them in the program."
    ).format(records=counted(len(days), "weekly record"), when=when)


def photos_html(pairs: Sequence[PhotoPair], clips: str = "") -> str:
    """A section of the page, the pictures inside it; `clips` are words."""
    figures = "".join(
        f'<figure><img width="240" alt="{escape(pair.name)}, {photo.day}" '
        f'src="data:image/jpeg;base64,{b64encode(photo.jpeg).decode()}">'
        f"<figcaption>{escape(pair.name)}, {photo.day}</figcaption></figure>"
        for pair in pairs
        for photo in pair.photos
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in (ABOUT if pairs else "", clips) if line)
    return f'<h2>{TITLE}</h2>{lines}<div class="charts">{figures}</div>'


def _read(path: Path) -> bytes:
    try:
        jpeg = path.read_bytes() if path.stat().st_size <= MOST_JPEG else b""
    except OSError:
        return b""
    return jpeg if jpeg.startswith(JPEG_START) else b""
