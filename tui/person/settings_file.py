"""Reading and writing `settings.toml`: strict, private, and helpful when it is wrong.

A key that is not known is refused, never dropped: a misspelt `side` that is silently ignored
would be a session for the wrong half of the face. Files are 0600 in a folder of 0700 and
replaced whole, so that a lost power supply leaves the old file.
"""

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import tomli_w

from routines.errors import Trouble
from routines.problems import nearest
from sessions.care.settings import Settings
from sessions.storage.private_files import write_private
from sessions.storage.safe_text import harmless

FILE_NAME = "settings.toml"


class SettingsError(Trouble):
    """The file cannot be used. The text names file, key, what was expected and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, "settings")


KeymapCheck = Callable[[Mapping[str, str]], str]
"""What stands against a keymap, in a sentence; empty when nothing (`tui.screens.keymaps`)."""


def load_settings(path: Path, keymap_complaint: KeymapCheck) -> Settings:
    """Settings from `path`; the defaults when there is no such file.

    Raises SettingsError when the file cannot be read, is not TOML, has an unknown key or a
    value of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({_reason(error)}).") from error
    try:
        found = msgspec.convert(
            _with_whole_names(tomllib.loads(text)),
            Settings,
            builtin_types=(datetime.date,),
            strict=True,
        )
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}. {_ADVICE}") from error
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {harmless(_explain(str(error)))} {_ADVICE}") from error
    if wrong := keymap_complaint(found.keymap):
        raise SettingsError(f"{path}: key `keymap`: {harmless(wrong)} {_ADVICE}")
    return found


def save_settings(settings: Settings, path: Path) -> None:
    """Write `settings` to `path`, leaving out what is at its default.

    Raises SettingsError when the folder or file cannot be written.
    """
    try:
        write_private(path, tomli_w.dumps(_written(settings)))
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be written ({_reason(error)}). Free some space or choose another"
            " folder with --data-dir."
        ) from error


_ADVICE = "Correct the line, or move the file away to start with the defaults."


def _with_whole_names(document: dict[str, Any]) -> dict[str, Any]:
    """`session.pause = "k"` under `[keymap]` is a table in TOML; the name of a key is meant."""
    keymap = document.get("keymap")
    if not isinstance(keymap, dict):
        return document
    whole: dict[str, Any] = {}
    for name, value in keymap.items():
        inner = value.items() if isinstance(value, dict) else [(None, value)]
        whole |= {name if rest is None else f"{name}.{rest}": keys for rest, keys in inner}
    return {**document, "keymap": whole}


def _reason(error: OSError | UnicodeDecodeError) -> str:
    """The system's own short words for what went wrong."""
    return error.strerror or "no reason given" if isinstance(error, OSError) else "not UTF-8 text"


def _written(settings: Settings) -> dict[str, Any]:
    """The table to write: every field that differs from its default, and always the schema."""
    kept = _differing(settings, Settings())
    return {"schema": settings.schema, **kept}


def _differing(value: msgspec.Struct, default: msgspec.Struct) -> dict[str, Any]:
    """Fields of `value` that differ from `default`, as plain TOML values."""
    kept: dict[str, Any] = {}
    for name in value.__struct_fields__:
        own, usual = getattr(value, name), getattr(default, name)
        if own == usual or own is None:
            continue
        if isinstance(own, msgspec.Struct):
            kept[name] = _differing(own, usual)
        else:
            kept[name] = msgspec.to_builtins(own, builtin_types=(datetime.date,))
    return kept


def _explain(message: str) -> str:
    """msgspec's message as a sentence that names the key and the nearest valid word."""
    place = re.search(r" - at `\$(?P<path>[^`]*)`$", message)
    path = place["path"].lstrip(".") if place else ""
    text = message[: place.start()] if place else message
    unknown = re.search(r"unknown field `(?P<key>[^`]*)`", text)
    if unknown:
        key = unknown["key"]
        full = f"{path}.{key}" if path else key
        fields = _type_at(path).__struct_fields__
        hint = _nearest(key, fields) or f" Known here: {', '.join(fields)}."
        return f"unknown key `{full}`.{hint}"
    wrong = re.search(r"Invalid enum value (?P<value>.*)$", text)
    if wrong:
        words = _words(_type_at(path))
        value = wrong["value"].strip("'")
        return (
            f"key `{path}` is {wrong['value']}, expected one of {', '.join(words)}."
            f"{_nearest(value, words)}"
        )
    return f"key `{path}`: {_plain(text)}."


def _plain(text: str) -> str:
    """Type names in words a person has met."""
    text = text.replace(" | null", "").replace("`", "")
    for name, words in _KINDS.items():
        text = re.sub(rf"\b{name}\b", words, text)
    return text[0].lower() + text[1:]


_KINDS = {
    "str": "text in quotes",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "array": "a list in brackets",
    "object": "a table",
    "date": "a date like 2026-03-01 without quotes",
}


def _nearest(word: str, known: tuple[str, ...]) -> str:
    """A hint at the valid word nearest to `word`, or nothing."""
    near = nearest(word, known)
    return f" Did you mean `{near}`?" if near else ""


def _type_at(path: str) -> Any:
    """The type of the field at `path` (dotted, list places in brackets) of Settings."""
    found: Any = Settings
    for part in filter(None, re.sub(r"\[[^\]]*\]", "", path).split(".")):
        found = msgspec.structs.fields(found)[found.__struct_fields__.index(part)].type
    return found


def _words(kind: Any) -> tuple[str, ...]:
    """The valid words of a Literal, an optional one, or a list of them."""
    if get_origin(kind) is Literal:
        return tuple(str(word) for word in get_args(kind))
    return tuple(word for part in get_args(kind) for word in _words(part))
