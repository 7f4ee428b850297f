"""The first run by script: key strokes, pages and words of its shortest and its longest way.

    python -m tests.benchmarks.first_run

The real screen is driven key by key. Words are those of the page, without the keys in the footer;
what stands there still after an answer is not counted again. Reading is told at 200 words a
minute, and once more without the words of safety, which are never cut: the pages of that theme and
of the eye, the cards that an answer brings, and the sentences of what the program is and when to
stop.
"""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from routines.movements import LINKED_NAMES
from tui.commands.parts.person_of import person_of
from tui.person.paths import find_places
from tui.presenters import first_run
from tui.screens.questions.first_run import FirstRun
from tui.texts.first_run import PAGES
from tui.texts.linked import side_page

WORDS_A_MINUTE = 200.0
NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
Script = Mapping[str, Sequence[str]]
"""The keys that answer each question; what is not named is answered with Enter."""

SHORTEST: Script = {
    "flags": ["0"],
    "not-for": ["0"],
    "doctor": ["1", "2", "3", "4", "enter"],
    "side": ["left", "enter"],
    "stage": ["1"],
    "eye-closes": ["1"],
}
"""Nothing moves yet, so linked movement, onset and tension are not asked before a practice."""
USUAL: Script = {
    **SHORTEST,
    "stage": ["2"],
    "onset": [*"5 months", "enter"],
    "tension": ["0"],
    "linked": ["2"],
}
"""It moves a little."""
LONGEST: Script = {
    "flags": ["2", "4", "5", "6", "7", "8", "enter"],
    "not-for": ["3", "4", "5", "enter"],
    "toxin-date": [*"3 weeks", "enter"],
    "therapist-plan": ["1"],
    "doctor": ["0"],
    "onset": [*"5 months", "enter"],
    "side": ["left", "enter"],
    "stage": ["2"],
    "tension": ["1", "2", "enter"],
    "linked": ["1"],
    "linked-pairs": [*"12345678", "enter"],
    **{side_page(pair): ["3"] for pair in LINKED_NAMES},
    "eye-closes": ["2"],
    "eye-covered": ["2"],
}
"""Every question there is, with every card that belongs to a doctor today."""


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One way through the first run."""

    keys: int
    pages: int
    questions: int
    words: int
    safety: int
    """Of these words, how many are for safety."""

    def row(self, name: str) -> str:
        """As a row of the table."""
        rest = self.words - self.safety
        return (
            f"| {name} | {self.pages} | {self.questions} | {self.keys} | {self.words} | "
            f"{_seconds(self.words)} s | {rest} | {_seconds(rest)} s |"
        )


def _seconds(words: int) -> int:
    return round(words * 60.0 / WORDS_A_MINUTE)


async def walk(folder: Path, script: Script) -> Way:
    """Go the whole way on the screen."""
    person = person_of(find_places(str(folder)), lambda: NOW)
    screen = FirstRun(person)
    app: App[None] = App()
    keys, words, safety = 0, 0, 0
    pages: list[str] = []
    asked: list[str] = []
    read: set[str] = set()
    async with app.run_test(size=(80, 60)) as pilot:
        ended: list[bool | None] = []
        await app.push_screen(screen, ended.append)
        while not ended:
            await _settled(pilot)
            lines = [each for each in _lines(app) if each not in read]
            if not isinstance(app.screen, FirstRun):
                added, pressed, safe = sum(map(_count, lines)), ["enter"], True
            else:
                question = screen.question
                page = first_run.page_of(question)
                if page.id not in pages:
                    pages.append(page.id)
                asked.append(question)
                added = sum(map(_count, lines))
                safe = page.theme == "safety" or page.id == "eye-closes"
                pressed = list(script.get(question, ["enter"]))
                if page.theme == "palsy" and question == "side":
                    await pilot.press(pressed.pop(0))
                    await _settled(pilot)
                    keys += 1
                    read.update(lines)
                    answered = [each for each in _lines(app) if each not in read]
                    added += sum(map(_count, answered))
                    read.update(answered)
            if not safe and isinstance(app.screen, FirstRun) and screen.question == "welcome":
                safety += _count(PAGES["welcome"].text[-1])
            words += added
            safety += added if safe else 0
            read.update(lines)
            keys += len(pressed)
            await pilot.press(*pressed)
    return Way(keys=keys, pages=len(pages), questions=len(asked), words=words, safety=safety)


async def _settled(pilot: Pilot[Any]) -> None:
    """Until two turns show the same text."""
    before: list[str] = []
    for _ in range(50):
        await pilot.pause()
        now = _lines(pilot.app)
        if now == before:
            return
        before = now


def _lines(app: App[Any]) -> list[str]:
    """What is written on the page, a text each; a list by its lines."""
    parts = app.screen.query(Static).results(Static)
    lines = (line for part in parts for line in str(part.render()).splitlines())
    return [words for line in lines if (words := " ".join(filter(_is_word, line.split())))]


def _count(text: str) -> int:
    """Words, without marks, digits of keys and drawings."""
    return sum(map(_is_word, text.split()))


def _is_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and text != "[x]"


def table() -> list[str]:
    """Both ways, as a table."""
    rows = [
        "| way | pages | questions | keys | words | reading | without safety | reading |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, script in (("shortest", SHORTEST), ("usual", USUAL), ("longest", LONGEST)):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(asyncio.run(walk(Path(folder), script)).row(name))
    return rows


if __name__ == "__main__":
    print("\n".join(table()))
