"""What a key means at this moment, where that depends on what is shown. Pure."""

from sessions.engine.interface.events import Feeling, UserAction
from sessions.engine.interface.view import SessionView
from tui.terminal.key_names import key_name
from tui.terminal.key_reader import NO_TEXT
from tui.texts import practice as words

FEELINGS: dict[str, Feeling] = {"t": "tired", "n": "annoyed", "p": "pain"}


def pause_wish(view: SessionView) -> UserAction:
    """Space: pause, or go on."""
    return "pause" if view.paused is None else "resume"


def skip_wish(view: SessionView) -> UserAction:
    """The next exercise; from a stop card too."""
    return "next" if view.phase == "stopped" else "skip"


def rest_wish(view: SessionView) -> UserAction:
    """More rest; on the card after one's own stop, rest first."""
    return "rest" if view.stop is not None and "rest" in view.stop.choices else "more-rest"


def continue_makes_sense(view: SessionView) -> bool:
    """Whether Enter would lead anywhere; it never pauses and never stops."""
    if view.paused is not None:
        return view.paused_reason == "eye-covered"
    if view.phase == "stopped":
        return view.stop is not None and "continue" in view.stop.choices
    return view.phase in {
        "demonstration",
        "ready",
        "between",
        "release-step",
        "guided",
        "relax",
        "rest",
    }


def pause_makes_sense(view: SessionView) -> bool:
    """Whether there is anything to hold: a card that waits for a choice holds by itself."""
    waits = view.phase in {"stopped", "demonstration"} and view.seconds_left is None
    return view.paused is not None or not waits


def skip_makes_sense(view: SessionView) -> bool:
    """Whether there is an exercise to leave out, or a card that offers the next one."""
    if view.phase == "stopped":
        return view.paused is None and view.stop is not None and "next" in view.stop.choices
    return view.paused is None and view.phase not in {"finding-face", "taking-rest", "relax"}


def rest_makes_sense(view: SessionView) -> bool:
    """Whether a rest is running that can be longer, or a card offers one."""
    if view.paused is not None:
        return False
    if view.phase == "stopped":
        return rest_wish(view) == "rest" or view.seconds_left is not None
    return view.phase in {"ready", "rest", "between", "release-step", "relax"}


def makes_sense(action: str, parameters: tuple[object, ...], view: SessionView) -> bool:
    """Whether the screen's key for `action` would do anything now."""
    match action, parameters:
        case "wish", ("continue",):
            return continue_makes_sense(view)
        case "wish", ("stop-set",):
            return view.phase != "stopped"
        case "wish", ("enough",):
            return view.phase == "stopped"
        case "pause", _:
            return pause_makes_sense(view)
        case "skip", _:
            return skip_makes_sense(view)
        case "rest", _:
            return rest_makes_sense(view)
        case "wish", ("new-rest",) if view.phase == "stopped":
            return view.stop is not None and view.stop.may_take_rest
        case "how", _:
            return how_makes_sense(view)
        case "scroll_by", _:
            return view.phase == "demonstration" and view.paused is None
        case "feel", _:
            return may_feel(view)
        case _:
            return True


def escape_wishes(view: SessionView) -> tuple[UserAction, ...]:
    """Esc: stop, in a practice. One's own card is closed and the practice stays paused; a guard's
    card and the look for the face wait.
    """
    if view.phase == "stopped" and view.stop is not None and view.stop.own:
        return ("continue", "pause")
    if view.phase in {"stopped", "finding-face", "taking-rest"}:
        return ("pause",) if view.paused is None else ()
    return ("stop-set",)


def key_nothing(key: str, character: str | None) -> str:
    """That a key does nothing; by its character, or by its name where it has none."""
    name = "" if key == "no_text" else key_name(key)
    if character is not None and character.isprintable() and character != NO_TEXT:
        name = character.strip()
    if name in FEELINGS:
        return words.KEY_FEELING.format(key=name)
    return words.KEY_NOTHING.format(key=name or words.KEY_NAMELESS)


def may_feel(view: SessionView) -> bool:
    """Whether a stop card asks how it felt, or was left just now."""
    return view.stop is not None or view.just_stopped


def how_makes_sense(view: SessionView) -> bool:
    """Whether there is an exercise now or next whose movement can be shown."""
    elsewhere = {"finding-face", "taking-rest", "demonstration", "stopped", "done"}
    return bool(view.exercise_id) and view.phase not in elsewhere


def wish_of(key: str, view: SessionView) -> UserAction | None:
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
        case "c":
            return "by-clock"
        case "e" if view.phase == "stopped":
            return "enough"
        case _:
            return None
