"""Learn: short pages to read, one after another, without the camera."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from routines.language import _, pgettext
from routines.learn import Topic, topic, topics
from tui.terminal.reflow import reflow
from tui.texts import day as words_day
from tui.widgets.key_line import KeyLine
from tui.widgets.menu import Menu

WIDEST = 72
"""Columns of a page: longer lines are hard to follow for one tired eye."""


class LearnScreen(Screen[None]):
    """The list of pages."""

    CSS_PATH = "learn.tcss"
    TITLE = words_day.LEARN_TITLE
    HELP = words_day.LEARN_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", _("Back"), tooltip=_("back to Home"), id="learn.back"),
    ]

    def compose(self) -> ComposeResult:
        """Title, list."""
        yield Static(words_day.LEARN_TITLE, classes="title", markup=False)
        yield Menu(page.title for page in topics())
        yield KeyLine()

    @on(Menu.OptionSelected)
    def _chosen(self, message: Menu.OptionSelected) -> None:
        self.app.push_screen(PageScreen(topics(), message.option_index))

    def action_back(self) -> None:
        """Enough read."""
        self.dismiss(None)


def when_to_see_a_doctor() -> "PageScreen":
    """The one page that a card about a doctor opens; no other is reached from it."""
    return PageScreen((topic("doctor"),), 0)


class PageScreen(Screen[None]):
    """One page; the next and the one before are a key away."""

    CSS_PATH = "learn.tcss"
    TITLE = words_day.LEARN_TITLE
    HELP = words_day.LEARN_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,right,n",
            "turn(1)",
            pgettext("key", "Next"),
            tooltip=_("the next page"),
            id="page.next",
        ),
        Binding(
            "left,p",
            "turn(-1)",
            pgettext("key", "Before"),
            tooltip=_("the page before"),
            id="page.before",
        ),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("escape,q", "back", _("Back"), tooltip=_("back to the list"), id="page.back"),
    ]

    def __init__(self, pages: tuple[Topic, ...], place: int) -> None:
        super().__init__()
        self._pages = pages
        self.place = place

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Static(classes="title", markup=False)
        with VerticalScroll(id="page-body", can_focus=False):
            yield Static(id="page-text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the page."""
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        page = self._pages[self.place]
        self.query_one(".title", Static).update(page.title)
        width = min(WIDEST, self.size.width - 6)
        self.query_one("#page-text", Static).update(reflow(page.text, width))

    def action_turn(self, by: int) -> None:
        """The next page or the one before; it stops at both ends."""
        self.place = max(0, min(len(self._pages) - 1, self.place + by))
        self._draw()
        self.query_one("#page-body", VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """A little further or back."""
        self.query_one("#page-body", VerticalScroll).scroll_relative(y=3 * by, animate=False)

    def action_back(self) -> None:
        """To the list."""
        self.dismiss(None)
