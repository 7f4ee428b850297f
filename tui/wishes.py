"""What a key means at this moment, where that depends on what is shown. Pure."""

from sessions.events import Feeling, Wish
from sessions.view import SessionView

FEELINGS: dict[str, Feeling] = {"t": "tired", "n": "annoyed", "p": "pain"}


def pause_wish(view: SessionView) -> Wish:
    """Space: pause, or go on."""
    return "pause" if view.paused is None else "resume"


def skip_wish(view: SessionView) -> Wish:
    """The next exercise; from a stop card too."""
    return "next" if view.phase == "stopped" else "skip"


def rest_wish(view: SessionView) -> Wish:
    """More rest; on the card after one's own stop, rest first."""
    return "rest" if view.stop is not None and "rest" in view.stop.choices else "more-rest"


def continue_makes_sense(view: SessionView) -> bool:
    """Whether Enter would lead anywhere; it never pauses and never stops."""
    if view.paused is not None:
        return view.paused_reason == "eye-covered"
    if view.phase == "stopped":
        return view.stop is not None and "continue" in view.stop.choices
    return view.phase in {"ready", "between", "guided", "relax", "rest"}


def may_feel(view: SessionView) -> bool:
    """Whether a stop card asks how it felt."""
    return view.stop is not None and view.stop.may_name_feeling


def wish_of(key: str, view: SessionView) -> Wish | None:
    """Plain mode's keys as wishes; None for a key that asks nothing of the session."""
    match key:
        case " ":
            return pause_wish(view)
        case "\n" | "\r":
            return "continue"
        case "s":
            return skip_wish(view)
        case "+" | "=":
            return rest_wish(view)
        case "x":
            return "stop-set"
        case "a":
            return "again"
        case "z":
            return "new-rest"
        case "e" if view.phase == "stopped":
            return "enough"
        case _:
            return None
