"""Reading and writing `settings.toml`: strict, private, and helpful when it is wrong.

A misspelt key is refused, never dropped: a `side` that is silently ignored would be a session for
the wrong half of the face. A file of a newer schema is read as far as it is known; what is not
known is kept when it is written again.

Several windows, editors and sync programs may write the file. So a change is never the whole
file: what was changed is put into what stands on the disk now, under a lock (`change_settings`).
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import reason, text_if_there
from routines.reading.typed import Tables, read_typed
from routines.safe_text import harmless
from sessions.care.merging import merged, put_changes
from sessions.care.settings import CAREFUL, SCHEMA, Settings
from sessions.storage.private_files import locked, write_private

FILE_NAME = "settings.toml"


class SettingsError(Trouble):
    """The file cannot be used. The text names file, key, what was expected and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, "settings")


KeymapCheck = Callable[[Mapping[str, str]], str]
"""What stands against a keymap, in a sentence; empty when nothing (`tui.screens.keymap_checks`)."""

_ADVICE = _("Correct the line, or move the file away to start with the defaults.")


class SettingsAsRead(msgspec.Struct, frozen=True):
    """The settings of a file, and the file itself, with what this version does not know."""

    settings: Settings = Settings()
    tables: Tables = {}
    text: str | None = None
    """None where there is no file."""


def load_settings(path: Path, keymap_complaint: KeymapCheck) -> Settings:
    """Settings from `path`; the defaults when there is no such file.

    Raises SettingsError when the file cannot be read, is not TOML, has a value of the wrong kind,
    or a key that a file of its schema does not have.
    """
    return read_settings(path, keymap_complaint).settings


def change_settings(
    path: Path, before: Settings, after: Settings, keymap_complaint: KeymapCheck
) -> SettingsAsRead:
    """Put what differs from `before` to `after` into the file as it is now; what it then says.

    Raises SettingsError when the file is wrong by now, or cannot be written; it is left as it is.
    """
    try:
        with locked(path.parent):
            found = read_settings(path, keymap_complaint)
            settings = merged(before, after, found.settings)
            _check_keymap(path, settings, keymap_complaint)
            tables = _tables(found.tables, found.settings, settings)
            text = tomli_w.dumps(tables)
            write_private(path, text)
    except OSError as error:
        raise _not_written(path, error) from error
    return SettingsAsRead(settings, tables, text)


def save_settings(settings: Settings, path: Path) -> None:
    """Write `settings` in place of whatever stood there. Raises SettingsError."""
    try:
        write_private(path, tomli_w.dumps(_tables({}, Settings(), settings)))
    except OSError as error:
        raise _not_written(path, error) from error


def _tables(tables: Tables, found: Settings, wanted: Settings) -> Tables:
    return {"schema": SCHEMA, **put_changes(tables, found, wanted)}


def _not_written(path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        _(
            "{path}: cannot be written ({reason}). Free some space or choose"
            " another folder with --data-dir."
        ).format(path=harmless(str(path)), reason=reason(error))
    )


def read_settings(
    path: Path, keymap_complaint: KeymapCheck, known: SettingsAsRead | None = None
) -> SettingsAsRead:
    """As `load_settings`, with the file; `known` itself where the file still says just that."""
    try:
        text = text_if_there(path)
        if known is not None and text == known.text:
            return known
        if text is None:
            return SettingsAsRead()
        settings, tables = read_typed(
            text,
            Settings,
            file=str(path),
            advice=_ADVICE,
            newest=SCHEMA,
            careful=CAREFUL,
            prepared=_with_whole_names,
        )
    except Trouble as error:
        raise SettingsError(error.sentence) from error
    _check_keymap(path, settings, keymap_complaint)
    return SettingsAsRead(settings, tables, text)


def _check_keymap(path: Path, settings: Settings, keymap_complaint: KeymapCheck) -> None:
    if wrong := keymap_complaint(settings.keymap):
        raise SettingsError(
            harmless(
                _("{path}: key `keymap`: {wrong} {advice}").format(
                    path=path, wrong=wrong, advice=_ADVICE
                )
            )
        )


def _with_whole_names(document: Tables) -> Tables:
    """`session.pause = "k"` under `[keymap]` is a table in TOML; the name of a key is meant."""
    keymap = document.get("keymap")
    if not isinstance(keymap, dict):
        return document
    whole: Tables = {}
    for name, value in cast(Tables, keymap).items():
        inner = cast(Tables, value).items() if isinstance(value, dict) else [(None, value)]
        whole |= {name if rest is None else f"{name}.{rest}": keys for rest, keys in inner}
    return {**document, "keymap": whole}
