"""Photos and clips as lines of text, for eyes and ears that no picture reaches."""

from pathlib import Path

from sessions.pictures.albums import called
from sessions.pictures.clips import clip_albums
from sessions.pictures.photos import photo_albums
from sessions.storage.safe_text import harmless
from tui.texts.photos import CLIP, PHOTO


def picture_lines(data: Path) -> list[str]:
    """Every one, the oldest first: day, kind, what it shows, where it is."""
    kinds = ((PHOTO, photo_albums(data)), (CLIP, clip_albums(data)))
    found = [
        (album.when, kind, called(name), path)
        for kind, albums in kinds
        for album in albums
        for name, path in album.files.items()
    ]
    found.sort(key=lambda line: line[0])
    width = max((len(what) for _, _, what, _ in found), default=0)
    return [
        f"{when:%Y-%m-%d %H:%M}  {kind:<5}  {what:<{width}}  {harmless(str(path), 400)}"
        for when, kind, what, path in found
    ]
