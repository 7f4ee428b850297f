"""The keys of a practice. Each but Esc can be given another key; Esc is stop on every keyboard."""

from textual.binding import Binding, BindingType

from tui.texts import practice as words


def _key(name: str, key: str, action: str, *, show: bool = False) -> Binding:
    label, tooltip = words.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"session.{name}")


KEYS: list[BindingType] = [
    _key("pause", "space", "pause", show=True),
    _key("continue", "enter", "wish('continue')", show=True),
    _key("stop", "x", "wish('stop-set')", show=True),
    _key("skip", "s", "skip", show=True),
    _key("rest", "plus,equals_sign", "rest", show=True),
    _key("again", "a", "wish('again')"),
    _key("view", "v", "next_view", show=True),
    _key("how", "h", "how"),
    _key("large", "l", "large_print"),
    _key("new-rest", "z", "wish('new-rest')"),
    _key("by-clock", "c", "wish('by-clock')"),
    _key("enough", "e", "wish('enough')"),
    _key("tired", "t", "feel('tired')"),
    _key("annoyed", "n", "feel('annoyed')"),
    _key("pain", "p", "feel('pain')"),
    Binding(
        "escape", "escape", words.KEYS["escape"][0], show=False, tooltip=words.KEYS["escape"][1]
    ),
    Binding("down", "scroll_by(3)", show=False),
    Binding("up", "scroll_by(-3)", show=False),
    _key("help", "question_mark,f1", "help", show=True),
    _key("quit", "ctrl+q,ctrl+c", "leave"),
]
