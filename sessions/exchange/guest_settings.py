"""Filters imported settings: drops consents and, unless asked for, machine-specific fields.

Consent to photos, clips and the picture of a mirrored half is an answer to one question and never
comes from a file. The camera, folders of routines and keys belong to a machine: they are listed,
and taken only where asked for.
"""

import tomllib
from collections.abc import Collection
from typing import Any

import tomli_w

from routines.language import _

CONSENT = ("photos", "photos_asked", "clips", "whole_face")
TAKEABLE: dict[str, tuple[tuple[str, ...], str]] = {
    "camera": (("source", "mirrored", "mirrored_asked"), _("the camera source")),
    "routines": (("routine_folders",), _("further folders of routines")),
    "keymap": (("keymap",), _("the keys")),
}
"""Word for `--take`: the keys of the settings, and what they are called."""


def as_a_guest(content: bytes, take: Collection[str]) -> tuple[str, list[str]]:
    """The settings to keep as text, and a sentence for each part that is left out.

    Raises ValueError, RecursionError for what is no TOML.
    """
    text = content.decode("utf-8-sig")
    tables: dict[str, Any] = tomllib.loads(text)
    said: list[str] = []
    gone = {key for key in CONSENT if key in tables}
    if tables.get("photos") or tables.get("clips"):
        said.append(_("the consent to photos and clips: each person is asked for it here"))
    if tables.get("whole_face"):
        said.append(_("the picture of the strong side: each person is asked for it here"))
    for word, (keys, called) in TAKEABLE.items():
        if word in take or not (found := tables.keys() & set(keys)):
            continue
        gone |= found
        if keys[0] in found:
            said.append(
                _("{called}: to take it too, add --take {word}").format(called=called, word=word)
            )
    if not gone:
        return text, said
    return tomli_w.dumps({key: value for key, value in tables.items() if key not in gone}), said
