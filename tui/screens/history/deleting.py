"""Deleting progress pictures: one question, then what became of it.

Asks and tells; what is deleted is up to whoever calls.
"""

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from routines.counted import counted
from routines.safe_text import shown_path
from tui.screens.questions.ask import Ask
from tui.texts import photos as words


async def asked_and_deleted(
    screen: Screen[None], question: str, about: str, delete: Callable[[], list[Path]], folder: Path
) -> bool:
    """Whether the person wanted it. `delete` says what would not go; `folder` is where to look."""
    ask = Ask(question, about, words.DELETE_YES, words.DELETE_NO)
    if not await screen.app.push_screen_wait(ask):
        return False
    stayed = delete()
    text = words.STAYED.format(files=counted(len(stayed), "file"), folder=shown_path(folder))
    screen.notify(text if stayed else words.DELETED, timeout=8, markup=False)
    return True
