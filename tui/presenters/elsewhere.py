"""What was changed in another window, in a sentence, in the words of the settings screen. Pure."""

from sessions.care.settings import Settings
from tui.presenters.settings import rows
from tui.texts import settings as words

MOST = 3
"""Changes that are named; a toast has room for no more."""


def changed_elsewhere(before: Settings, after: Settings) -> str:
    """The sentence; empty where nothing changed that a person would notice."""
    old = {row.id: row.value for row in rows(before)}
    parts = [
        words.IS_NOW.format(label=row.label[:1].lower() + row.label[1:], value=row.value)
        for row in rows(after)
        if row.value != old.get(row.id)
    ]
    if before.answers != after.answers and not parts:
        parts.append(words.ANSWERS_NOW)
    if not parts:
        return ""
    more = [words.MORE_NOW] if len(parts) > MOST else []
    return words.CHANGED_ELSEWHERE.format(changes=", ".join([*parts[:MOST], *more]))
