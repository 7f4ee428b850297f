"""After a session: what was done, kindly; the effort felt; a note, if one is wanted."""

from collections.abc import Callable
from typing import Any, ClassVar

import msgspec
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from routines.language import _
from routines.stages import WEEKLY_LOOK
from sessions.history.own_error import OwnError
from sessions.log.record import SessionRecord
from tui.practice.summary_words import done_lines, ended_by_pain, title_of
from tui.presenters.summary_rows import in_columns, summary_rows
from tui.screens.help import Help
from tui.screens.history.why import WhyScreen
from tui.screens.questions.pick import Pick
from tui.screens.standing import when_drawn
from tui.terminal.reflow import kept_in
from tui.texts import practice as words
from tui.texts import summary as words_summary
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Said

HIGH_EFFORT = 3
"""Above this the next target is smaller (clinical brief, row 3)."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What the person added: an effort of 0 to 10, and a line."""

    effort: int | None = None
    note: str = ""


class Summary(Screen[Added]):
    """Enter closes it at any time; nothing has to be answered.

    A line an exercise; all the rest is a key away. Where there is little room what was done
    scrolls, and the question stays in sight.
    """

    CSS_PATH = "summary.tcss"
    TITLE = words.PROGRAM
    HELP = words_summary.HELP
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "close",
            words_summary.CLOSE,
            tooltip=words_summary.CLOSE_LONG,
            id="summary.close",
        ),
        Binding(
            "n", "note", words_summary.NOTE, tooltip=words_summary.NOTE_LONG, id="summary.note"
        ),
        Binding(
            "m,w", "why", words_summary.MORE, tooltip=words_summary.MORE_LONG, id="summary.why"
        ),
        *(Binding(str(n), f"effort({n})", show=False) for n in range(10)),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("escape", "unfocus", show=False, id="summary.unfocus"),
        Binding("question_mark,f1", "help", _("Help"), tooltip=_("this page"), id="summary.help"),
        Binding("ctrl+q", "close", show=False, id="summary.quit"),
    ]

    def __init__(
        self,
        record: SessionRecord,
        trouble: str = "",
        why: Callable[[], list[str]] | None = None,
        own: OwnError | None = None,
    ) -> None:
        """`why` gives the lines of what the guards saw, `own` is the error of measuring this
        face."""
        super().__init__()
        self._why = why
        self._record = record
        self._trouble = trouble
        self._rows = [] if record.routine.id == WEEKLY_LOOK else summary_rows(record, own)
        self._own = own
        self.effort: int | None = None

    def compose(self) -> ComposeResult:
        """Title, lines, question, note."""
        record = self._record
        with VerticalScroll(id="summary"):
            yield Said(title_of(record.ended, self._trouble), id="summary-title")
            yield Said(record.why, id="summary-why")
            yield Said(id="summary-lines")
            yield Said(self._trouble, id="summary-trouble")
        yield Said(words_summary.EFFORT_ASK, id="summary-effort")
        yield Input(placeholder=words_summary.NOTE_LABEL, id="summary-note", max_length=500)
        yield KeyLine()

    def on_mount(self) -> None:
        """Leave out what is empty."""
        self.query_one("#summary-why").display = bool(self._record.why)
        self.query_one("#summary-trouble").display = bool(self._trouble)
        self.query_one("#summary-effort").display = not ended_by_pain(self._record)

    def on_resize(self) -> None:
        """What was done takes the room that question, note and keys leave."""
        when_drawn(self, self._fit)

    def _fit(self) -> None:
        lines = self.query_one("#summary-lines", Said)
        width = lines.container_size.width
        rows = in_columns(self._rows, width)
        lines.say("\n".join(rows) if rows else kept_in(done_lines(self._record, self._own), width))
        below = self.query("#summary-effort, #summary-note, Footer").results(Widget)
        taken = sum(each.outer_size.height + each.styles.margin.height for each in below)
        self.query_one("#summary").styles.max_height = max(4, self.size.height - taken)

    def action_effort(self, digit: int) -> None:
        """Take a digit; a 0 after a 1 makes it 10."""
        self.effort = 10 if self.effort == 1 and digit == 0 else digit
        text = words_summary.EFFORT_KNOWN.format(value=self.effort)
        if self.effort > HIGH_EFFORT:
            text = f"{text} {words_summary.EFFORT_HIGH}"
        self.query_one("#summary-effort", Said).say(text)

    def action_scroll(self, by: int) -> None:
        """Go on in what was done, where it is longer than the window."""
        self.query_one("#summary").scroll_relative(y=3 * by, animate=False)

    def action_why(self) -> None:
        """All of what was done, and what the guards saw."""
        known = done_lines(self._record, self._own)
        self.app.push_screen(WhyScreen(self._why, words_summary.MORE_TITLE, known))

    def action_note(self) -> None:
        """Go to the note line."""
        self.query_one(Input).focus()

    def action_unfocus(self) -> None:
        """Leave the note line, keeping what stands there."""
        self.set_focus(None)

    def action_help(self) -> None:
        """Help for this page."""
        self.app.push_screen(Help.of(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the note line closes too."""
        event.stop()
        self.action_close()

    def action_close(self) -> None:
        """Hand over what was added."""
        note = self.query_one(Input).value.strip()
        self.dismiss(Added(effort=self.effort, note=note))


async def try_again(app: App[Any], trouble: str) -> bool:
    """Whether to try once more to keep the session, after the person has made room."""
    pick = Pick(
        words_summary.NOT_KEPT_TITLE, (trouble,), words_summary.NOT_KEPT_OPTIONS, chosen=("again",)
    )
    return await app.push_screen_wait(pick) != ("leave",)
