"""A stop card in words: which exercise it is about, how it felt, what may follow. Pure."""

from sessions.engine.interface.events import Feeling
from sessions.engine.interface.view import SessionView, StopCard
from tui.practice.view_words import seconds_shown
from tui.texts import practice as words


def choice_lines(view: SessionView) -> list[str]:
    """The keys that lead on from a stop card; while it is paused they wait, but for the end."""
    told = [told for c, told in choices_told(view) if view.paused is None or c == "enough"]
    return [f"{key:>6}  {text}" for key, text in told]


def feeling_line(card: StopCard) -> str:
    """Asks how it felt, or says what was answered; it may be changed."""
    if card.feeling is None:
        return words.STOP_FEELING
    return words.STOP_FEELING_NOTED.format(feeling=words.STOP_FELT[card.feeling])


def feeling_told(view: SessionView, feeling: Feeling) -> str:
    """That a feeling is noted, where no card says so; pain ends the practice, which says more."""
    if feeling == "pain" or view.phase == "stopped":
        return ""
    return words.FEELING_NOTED.format(feeling=words.STOP_FELT[feeling])


def stop_title(card: StopCard) -> str:
    """Which exercise the card is about; the offer of care is about none."""
    title = words.STOP_TITLES[card.follows]
    named = bool(card.exercise) and not card.offers_care
    return words.STOP_ABOUT.format(title=title, name=card.exercise) if named else title


def kind_line(view: SessionView, card: StopCard) -> str:
    """That stopping is part of it, and whether anything was counted; empty where it goes on."""
    if card.follows in {"retry", "care"}:
        return ""
    if card.begun:
        return words.STOP_KIND
    return words.STOP_KIND_NOTHING if view.reps else ""


def follows_line(view: SessionView, card: StopCard) -> str:
    """What comes next, and how long until then; or why it waits."""
    if view.paused is not None:
        return f"{view.paused}  {words.PAUSED_HINT}"
    left = seconds_shown(view)
    return f"{card.what_next}\n{words.STOP_LEFT.format(seconds=left)}" if left else card.what_next


def choices_told(view: SessionView) -> list[tuple[str, tuple[str, str]]]:
    """Each choice of the stop card with its key and words; one's own goes on where it was."""
    if view.stop is None:
        return []
    told = dict(words.STOP_CHOICES)
    if view.stop.own:
        told["continue"] = (told["continue"][0], words.STOP_GO_ON)
    if view.stop.offers_care:
        told["next"] = words.STOP_CARE
        told["continue"] = (told["continue"][0], words.STOP_GO_ON_ALL_THE_SAME)
    offered = [(choice, told[choice]) for choice in view.stop.choices]
    rest = [("new-rest", words.STOP_REST)] if view.stop.may_take_rest else []
    return [*offered, *rest]
