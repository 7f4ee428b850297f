"""The line of keys at the foot of a screen.

Textual's own footer makes all its parts anew whenever bindings may have changed: at every phase of
a practice, at every focus. Here they stay while what they say stays.
"""

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer


class KeyLine(Footer):
    """Keys with their names, close together, without the key of the command palette."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._shown: list[tuple[str, ...]] | None = None

    def compose(self) -> ComposeResult:
        """Remember what is about to be shown; compact from the start, and so styled only once."""
        if self._bindings_ready:
            self._shown = self._to_show()
        for part in super().compose():
            part.add_class("-compact", update=False)
            yield part

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the parts anew where they would say something else."""
        if self._shown is None or self._shown != self._to_show():
            super().bindings_changed(screen)

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
