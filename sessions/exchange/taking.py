"""Keeps what another computer handed over. What it replaces is put into `backup` first.

Settings, ranges and a therapist's leave are no part of it, and stay as they are here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from routines.plan import FILE_NAME as PLAN
from routines.reading.files import text_if_there
from sessions.exchange.backup import FOLDER as BACKUP
from sessions.exchange.hand_over import HandOver, archived, texts_of
from sessions.storage.private_files import locked, write_new, write_private


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was written."""

    names: tuple[str, ...]
    backup: Path | None
    """Where the files lie that were replaced; None where none was."""


def replaced_by(data: Path, handed: HandOver) -> dict[str, str]:
    """Files here that would change, by name, with their texts as they are. Raises Trouble."""
    return _differing(data, texts_of(handed).items())


def _differing(data: Path, texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, text in texts:
        here = text_if_there(data / name)
        if here is not None and here != text:
            found[name] = here
    return found


def keep(data: Path, handed: HandOver, now: datetime) -> Kept:
    """Write it into the data folder. Raises OSError, and Trouble where what is here is no text."""
    return keep_texts(data, texts_of(handed), now)


def keep_texts(
    data: Path, texts: Mapping[str, str], now: datetime, gone: Sequence[str] = ()
) -> Kept:
    """Write these files, and take away those that are `gone`. What stood there goes into a backup.

    Raises OSError, Trouble.
    """
    backup: Path | None = None
    with locked(data):
        earlier = _differing(data, (*texts.items(), *((name, "") for name in gone)))
        if earlier:
            name = f"replaced-{now:%Y-%m-%dT%H-%M-%S}.zip"
            backup = write_new(data / BACKUP / name, archived(earlier))
        # The plan last: until then the one that is here goes by what it names.
        for name in sorted(texts, key=lambda name: name == PLAN):
            write_private(data / name, texts[name])
        for name in gone:
            (data / name).unlink(missing_ok=True)
    return Kept(names=tuple(texts), backup=backup)
