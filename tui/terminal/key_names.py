"""How each key is spelled, the same in footers, help and texts, in every terminal."""

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "left": "Left",
    "right": "Right",
    "up": "Up",
    "down": "Down",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "backspace": "Backspace",
    "tab": "Tab",
    "f1": "F1",
}
"""Keys with a name; a letter or digit is its own, and Ctrl stands before its letter."""


def key_name(key: str) -> str:
    """The name of a key as Textual calls it; of several with commas, the first one's."""
    first = key.split(",")[0].strip()
    held, plus, letter = first.rpartition("+")
    if plus and held == "ctrl":
        return f"Ctrl+{letter.upper()}"
    return NAMES.get(first, first)
