"""The conversations about a plan as lines of text: the same flows, each screen put as a question.

`InLines` stands where the flows expect the app: it takes the screens that they push, and asks what
each asks. Nothing is drawn.
"""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from tui.flows.plain_questions import ask_option, ask_ticks
from tui.flows.plan.menu import plan_and_routines
from tui.person.person import Person
from tui.presenters.plan.rows import SheetRow
from tui.screens.home_actions import AnyApp
from tui.screens.plan.review import WIDEST, Review
from tui.screens.plan.sheet import Sheet, SheetTask
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.typed import Typed
from tui.texts.plan import in_lines as words

AskLine = Callable[[str], str | None]
"""Puts a question and returns the typed line; None at the end of the input."""
Say = Callable[[str], None]
ACTIONS = {"s": "keep", "a": "add", "d": "remove", "e": "earlier", "l": "later"}


def plan_in_lines(person: Person, ask: AskLine, say: Say) -> str:
    """Build a plan, hand it over, take one, write down a total; the last thing there is to say."""
    app = cast(AnyApp, InLines(ask, say))
    return asyncio.run(plan_and_routines(app, person))


class InLines:
    """Asks what a screen would ask. At the end of the input every question is left."""

    def __init__(self, ask: AskLine, say: Say) -> None:
        self._ask_line = ask
        self._say = say
        self._ended = False

    def _ask(self, put: str) -> str | None:
        """A line; None where the question is left, and at the end of the input."""
        typed = None if self._ended else self._ask_line(put)
        self._ended = self._ended or typed is None
        return None if typed is None or typed.strip().casefold() == words.LEAVE else typed.strip()

    def notify(self, text: str, **_how: object) -> None:
        """Say it as a line."""
        self._say(text)

    async def push_screen_wait(self, screen: Any) -> Any:
        """What the screen would have answered; None where it is left, or cannot be put in lines."""
        match screen:
            case Sheet():
                return await self._sheet(screen.matter)
            case Typed():
                return self._typed(screen)
            case Pick():
                self._head(screen.title, screen.texts)
                chosen = ask_option(screen.options, self._ask, self._say)
                return None if chosen is None else (chosen,)
            case Ticks():
                self._head(screen.title, screen.texts)
                before = [screen.options[key] for key in screen.options if key in screen.ticked]
                if before:
                    self._say(words.NOW.format(now=", ".join(before)))
                return ask_ticks(screen.options, words.NONE, self._ask, self._say)
            case Ask():
                return self._yes(screen.texts["question"], screen.texts["about"])
            case Review():
                self._head(screen.title, screen.lines(WIDEST))
                return self._yes(screen.yes) if screen.yes else None
            case _:
                self._say(words.NOT_IN_LINES)
                return None

    def _head(self, title: str | None, texts: Any) -> None:
        for line in ("", title or "", *texts):
            self._say(line)

    def _yes(self, *texts: str) -> bool:
        for text in texts:
            self._say(text)
        return (self._ask(words.YES_OR_NO) or "").casefold() in words.YES

    def _typed(self, screen: Typed) -> str | None:
        self._head(screen.title, [screen.about])
        if not screen.text:
            return self._ask(words.TYPE)
        typed = self._ask(words.TYPE_NOW.format(now=screen.text))
        if typed == words.EMPTY:
            return ""
        return typed if typed is None else typed or screen.text

    async def _sheet(self, task: SheetTask) -> None:
        """Its lines by number until it is left. After a change only what changed is said."""
        app = cast(AnyApp, self)
        before: dict[str, SheetRow] = {}
        said: list[str] = []
        while True:
            before, said = self._say_sheet(task, before, said)
            typed = self._ask(words.keys_of(task.keys))
            if typed is None:
                if self._ended or await task.may_close(app):
                    return
                continue
            if typed == words.AGAIN:
                before = {}
                continue
            action, row = _meant(typed, [each for each in task.rows() if not each.heading])
            name = "move" if action in ("earlier", "later") else action
            if action == "choose" and row:
                await task.choose(app, row)
            elif name in task.keys and (row or action in ("keep", "add")):
                await task.act(app, action, row)
            else:
                self._say(words.NOT_UNDERSTOOD)

    def _say_sheet(
        self, task: SheetTask, before: dict[str, SheetRow], said: list[str]
    ) -> tuple[dict[str, SheetRow], list[str]]:
        rows, checked = task.rows(), task.words()
        now = {row.id: row for row in rows}
        whole = list(now) != list(before)
        if whole:
            self._head(task.title, [])
        number = 0
        for row in rows:
            number += not row.heading
            if row.heading and whole:
                self._say(row.label)
            elif not row.heading and (whole or before[row.id] != row):
                value = words.ROW.format(number=number, label=row.label)
                self._say(f"{value}: {row.value}" if row.value else value)
        if whole or checked != said:
            for line in checked:
                self._say(line)
        return now, checked


def _meant(typed: str, rows: list[SheetRow]) -> tuple[str, str]:
    """The action of a line such as "3", "s" or "d 3", and the id of the row it means, if any."""
    letter, _, number = typed.partition(" ")
    if letter.isascii() and letter.isdecimal():
        action, number = "choose", letter
    else:
        action = ACTIONS.get(letter.casefold(), "")
    found = number.strip()
    known = found.isascii() and found.isdecimal() and 1 <= int(found) <= len(rows)
    return action, rows[int(found) - 1].id if known else ""
