"""Finds text that a screen cuts off, whatever the screen is."""

from typing import Any

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._footer import FooterKey

from routines.language.cells import cells
from tui.widgets.lines import Lines


def cut_texts(screen: Screen[Any]) -> list[str]:
    """What is displayed and does not fit, each with its place; what can be scrolled to fits."""
    found: list[str] = []
    for widget in screen.walk_children(Widget):
        if not isinstance(widget, Static | Lines | FooterKey) or not _displayed(widget):
            continue
        text = _text_of(widget)
        if text.strip() and (why := _cut(widget, text)):
            found.append(f"{_name(widget)} {why}: {text.strip().splitlines()[0][:60]}")
    return found


def _displayed(widget: Widget) -> bool:
    return all(each.display for each in widget.ancestors_with_self if isinstance(each, Widget))


def _text_of(widget: Widget) -> str:
    if isinstance(widget, FooterKey):
        return f"{widget.key_display} {widget.description}"
    return widget.text if isinstance(widget, Lines) else str(widget.render())


def _cut(widget: Widget, text: str) -> str:
    size = widget.content_size
    if isinstance(widget, FooterKey):
        return "" if _in_sight(widget) else "lies outside"
    if isinstance(widget, Lines):
        lines = [line.rstrip() for line in text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        if any(cells(line) > size.width for line in lines):
            return f"is wider than its {size.width} columns"
        needed = len(lines)
    else:
        if not size.width:
            return "has no columns"
        needed = widget.get_content_height(widget.container_size, widget.app.size, size.width)
    if needed > size.height:
        return f"needs {needed} lines and has {size.height}"
    return "" if _in_sight(widget) else "lies outside"


def _in_sight(widget: Widget) -> bool:
    """Whether all of it lies in each of its parents, or can be scrolled to."""
    region: Region = widget.region
    for parent in widget.ancestors:
        if not isinstance(parent, Widget):
            continue
        inside = parent.region
        scrolls = parent.allow_vertical_scroll
        if not scrolls and not (inside.y <= region.y and region.bottom <= inside.bottom):
            return False
        if not (inside.x <= region.x and region.right <= inside.right):
            return False
        if scrolls:
            region = parent.region
    return True


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id or ' '.join(sorted(widget.classes))}"
