"""How keys are called on the screen: signs where the terminal has them, words where not."""

from textual.binding import Binding

from tui.widgets.glyphs import Glyphs

_PLAIN = {"question_mark": "?", "escape": "esc", "plus": "+", "equals_sign": "=", "minus": "-"}


def plain_key(binding: Binding, glyphs: Glyphs) -> str | None:
    """The key's name in ASCII, or None where the usual sign can be shown."""
    if glyphs is not Glyphs.ASCII:
        return None
    first = binding.key.split(",")[0]
    return binding.key_display or _PLAIN.get(first, first)
