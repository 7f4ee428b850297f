"""Then and now: which two photos of an expression stand beside each other. Pure.

"Then" is the first practice that has the expression, "now" the chosen one.
"""

from datetime import datetime
from pathlib import Path

import msgspec

from sessions.pictures.albums import Album, display_name
from tui.texts import photos as words
from tui.texts.dates import moment_in_words


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One photo with its heading; no path where that practice has none of this expression."""

    heading: str
    path: Path | None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the screen. Without `then`, now is the first."""

    title: str
    then: Shown | None
    now: Shown


def pair(found: list[Album], name: str, chosen: int, now: datetime) -> Pair:
    """The two of `name`, with practice number `chosen` as now."""
    album = found[chosen]
    when = day_words(album, now)
    first = next((each for each in found if name in each.files), album)
    earlier = first.when < album.when
    then = None
    if earlier:
        heading = words.THEN.format(when=day_words(first, now))
        then = Shown(heading=heading, path=first.files[name])
    text = words.NOW if earlier else words.ONLY
    shown = Shown(heading=text.format(when=when), path=album.files.get(name))
    return Pair(title=display_name(name), then=then, now=shown)


def day_words(album: Album, now: datetime) -> str:
    """When it was."""
    return moment_in_words(album.when.replace(tzinfo=now.tzinfo), now)
