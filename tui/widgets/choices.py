"""A short list to choose from with one key: digits, or arrows and Enter.

Nothing is chosen beforehand where nothing was answered yet, so that Enter, Enter, Enter never
answers a question by itself. A list of several ticks has a line for "none of these" that must be
chosen too.
"""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message

from routines.language import _
from routines.language.cells import padded, wrapped
from tui.widgets.glyphs import Glyphs, glyphs
from tui.widgets.rows import Rows


def draw_choices(
    labels: list[str],
    cursor: int | None,
    ticked: set[int] | None,
    none: str,
    width: int,
    glyphs: Glyphs,
) -> list[list[str]]:
    """The list: for each choice its lines of at most `width` cells.

    A mark stands at the cursor, then the digit, then a box where several may be ticked.
    """
    mark = ">" if glyphs is Glyphs.ASCII else "\u203a"
    rows: list[list[str]] = []
    for index, label in enumerate([*labels, none] if none else labels):
        digit = "0" if index == len(labels) else str(index + 1)
        box = ""
        if ticked is not None and index < len(labels):
            box = "[x] " if index in ticked else "[ ] "
        head = f"{mark if index == cursor else ' '} {digit}  {box}"
        room = max(8, width - len(head))
        rest = " " * len(head)
        parts = wrapped(label, room) or [""]
        rows.append([head + parts[0], *(rest + part for part in parts[1:])])
    return rows


class Choices(Rows):
    """One list. Says `Chosen` when it is answered, `Missing` when Enter came too early."""

    DEFAULT_CSS = """
    Choices { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "tick", show=False),
        Binding("enter", "confirm", _("Go on"), id="choices.confirm"),
    ]

    @dataclass
    class Chosen(Message):
        """The list was answered; `keys` is empty for "none of these"."""

        keys: tuple[str, ...]

    @dataclass
    class Moved(Message):
        """The cursor stands on `key`, or its tick was changed."""

        key: str | None

    class Missing(Message):
        """Enter was pressed before anything was chosen."""

    def __init__(
        self,
        options: dict[str, str],
        *,
        chosen: tuple[str, ...] | None = None,
        many: bool = False,
        none: str = "",
        id: str | None = None,
    ) -> None:
        self._keys = list(options)
        self._labels = list(options.values())
        self._many = many
        self._none = none
        known = [self._keys.index(key) for key in chosen or () if key in self._keys]
        self._ticked = set(known) if many else set[int]()
        cursor = known[0] if known else None
        if many and none and chosen == ():
            cursor = len(options)
        super().__init__(len(options) + bool(none), cursor=cursor, wraps=True, id=id)

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked so far, in the order shown."""
        return tuple(self._keys[index] for index in sorted(self._ticked))

    def draw(self) -> None:
        """The list as it stands."""
        ticked = self._ticked if self._many else None
        width = self.size.width or 80
        rows = draw_choices(self._labels, self.cursor, ticked, self._none, width, glyphs())
        roomy = self.app.has_class("-roomy")
        self.heights = [len(lines) + roomy for lines in rows]
        text = Text()
        for index, lines in enumerate(rows):
            style = self.marked_style if index == self.cursor else ""
            for line in lines:
                text.append(padded(line, width if style else 0), style=style)
                text.append("\n")
            if roomy:
                text.append("\n")
        text.rstrip()
        self.update(text)

    def action_move(self, by: int) -> None:
        """Move the cursor, round at both ends."""
        super().action_move(by)
        on_key = self.cursor is not None and self.cursor < len(self._keys)
        self.post_message(self.Moved(self._keys[self.cursor or 0] if on_key else None))

    def action_mark(self) -> None:
        """Tick or untick the line of the cursor; where one is chosen, choose it.

        Where no line has the cursor yet the first gets it, and nothing is ticked.
        """
        if not self._many:
            self.action_confirm()
        elif self.cursor is None:
            self.action_move(1)
        elif self.cursor is not None and self.cursor < len(self._keys):
            self._ticked ^= {self.cursor}
            self.draw()
            self.post_message(self.Moved(self._keys[self.cursor]))

    def action_confirm(self) -> None:
        """Answer with what stands there, if anything does."""
        if self._many:
            if self._ticked:
                self.post_message(self.Chosen(self.ticked))
            elif not self._none or self.cursor == len(self._keys):
                self.post_message(self.Chosen(()))
            else:
                self.post_message(self.Missing())
        elif self.cursor is None:
            self.post_message(self.Missing())
        else:
            self.post_message(self.Chosen((self._keys[self.cursor],)))

    def on_key(self, event: Key) -> None:
        """A digit chooses its line; 0 is none of these."""
        if not event.key.isdigit():
            return
        digit = int(event.key)
        if digit == 0 and self._none:
            event.stop()
            self._answer(len(self._keys))
        elif 1 <= digit <= len(self._keys):
            event.stop()
            self._answer(digit - 1)

    def pick(self, row: int, column: int) -> None:
        """A click does what the digit of the row does."""
        self._answer(row)

    def _answer(self, row: int) -> None:
        self.cursor = row
        if row == len(self._keys):
            self._ticked.clear()
        elif self._many:
            self.action_mark()
            return
        self.draw()
        self.post_message(self.Chosen(() if row == len(self._keys) else (self._keys[row],)))
