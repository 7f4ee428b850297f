"""The line of keys at the foot of a screen.

Textual's own footer makes all its parts anew whenever bindings may have changed: at every phase of
a practice, at every focus, three times while a screen begins. Here they stay while what they say
stays.

Where the line is too short for all keys, as in a language with long words, those before the last
one go, whole, and the help with all of them stands there instead.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from routines.language import _
from routines.language.cells import cells

HELP = "question_mark"
"""The key of the help, which every screen has."""


def fitting(widths: Sequence[int], room: int, more: int) -> int | None:
    """How many keys stand before the last one and a key of `more` cells, in `room` cells.

    None where all fit. A cell is left between two keys.
    """
    if sum(widths) + len(widths) - 1 <= room or not widths:
        return None
    room -= widths[-1] + (more + 1 if more else 0)
    kept = 0
    for width in widths[:-1]:
        room -= width + 1
        if room < 0:
            break
        kept += 1
    return kept


class KeyLine(Footer):
    """Keys with their names, close together, without the key of the command palette."""

    lines = 1
    """In how many lines it shows its keys; 0 for as many as it needs."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._shown: list[tuple[str, ...]] | None = None
        self._for_width = 0

    def compose(self) -> ComposeResult:
        """Remember what is about to be shown; compact from the start, and so styled only once."""
        if self._bindings_ready:
            self._shown = self._to_show()
        for part in self._fitting([*super().compose()]):
            part.add_class("-compact", update=False)
            yield part

    def _fitting(self, parts: list[Widget]) -> list[Widget]:
        """All of `parts`, or what there is room for."""
        self._for_width = self.size.width or self.app.size.width
        keys = [part for part in parts if isinstance(part, FooterKey)]
        if not self.lines or len(keys) != len(parts):
            return parts
        widths = [cells(f"{each.key_display} {each.description}") for each in keys]
        more = self._help() if all(each.key != HELP for each in keys) else None
        width = cells(f"{more.key_display} {more.description}") if more else 0
        kept = fitting(widths, self._for_width, width)
        if kept is None:
            return parts
        return [*parts[:kept], *([more] if more else []), parts[-1]]

    def _help(self) -> FooterKey | None:
        """The key of the help, where the screen has one."""
        found = self.screen.active_bindings.get(HELP)
        if found is None:
            return None
        shown = self.app.get_key_display(found.binding)
        return FooterKey(HELP, shown, _("More"), found.binding.action, tooltip=found.tooltip)

    def on_resize(self, event: Resize) -> None:
        """Other keys may fit into another width."""
        if self.lines and self._bindings_ready and event.size.width != self._for_width:
            self.call_after_refresh(self.recompose)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the parts anew where they would say something else."""
        if self._shown is None or self._shown != self._to_show():
            super().bindings_changed(screen)

    async def recompose(self) -> None:
        """Make the parts anew, once for all who asked meanwhile, if the line still stands."""
        if not self.is_attached:
            return
        width = self.size.width or self.app.size.width
        fits = not self.lines or width == self._for_width
        if self._shown is None or not fits or self._shown != self._to_show():
            await super().recompose()

    def _to_show(self) -> list[tuple[str, ...]]:
        return [
            (
                each.binding.key,
                self.app.get_key_display(each.binding),
                each.binding.description,
                each.binding.action,
                each.tooltip,
                str(each.enabled),
            )
            for each in self.screen.active_bindings.values()
            if each.binding.show
        ]
