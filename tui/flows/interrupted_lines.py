"""Interrupted practices in lines of text, for `run --plain`; the same answers as on the screen."""

from routines.errors import Trouble
from sessions.live.request import SessionRequest
from sessions.log.claim import Changed
from sessions.log.recovery import Unfinished, discard, keep_as_is, look_again, unfinished
from tui.flows.plain_questions import Ask, Say
from tui.person.person import Person
from tui.practice.request_for import resumed
from tui.presenters.interrupted import Fate, choices, filed, named, settled_unasked, why_closed
from tui.texts import plain_questions as words_plain
from tui.texts import unfinished as words


def ask_about_interrupted(
    person: Person, ask: Ask, say: Say, ask_anew: Ask
) -> SessionRequest | None:
    """Settle one after the other, until one is to be gone on with: its request, else None.

    `ask_anew` takes no answer that was typed before its question stood there.

    Raises Unreadable where their folder cannot be read, SettingsError for settings wrong by now.
    """
    for found in unfinished(person.data):
        request = _settle(person, found, ask, say, ask_anew)
        if request is not None:
            return request
    return None


def name_interrupted(person: Person, say: Say) -> None:
    """Say which there are and leave them; what had come to its end is kept. Raises Unreadable."""
    for found in unfinished(person.data):
        try:
            if settled_unasked(found) == "keep":
                keep_as_is(found)
                say(filed(found, person.now()))
                continue
        except (Trouble, OSError) as error:
            say(str(error))
        if sentence := named(found, person.now()):
            say(sentence)


def _settle(
    person: Person, found: Unfinished, ask: Ask, say: Say, ask_anew: Ask
) -> SessionRequest | None:
    if found.header is None:
        say(named(found, person.now()))
        return None
    while True:
        unasked = settled_unasked(found)
        fate = unasked or _asked(person, found, ask, say, ask_anew)
        if fate is None:
            say(words.LEFT)
            return None
        try:
            if fate == "keep":
                keep_as_is(found)
                say(filed(found, person.now()) if unasked else words.KEPT)
            elif fate == "discard":
                discard(found)
                if not unasked:
                    say(words.THROWN_AWAY)
            else:
                person.refresh()
                look_again(found)
                if why_closed(person, found):
                    continue  # asked anew, without this answer and with the reason
                return resumed(person, found)
        except Changed as changed:
            say(changed.sentence)
            found = changed.now
            continue
        except (Trouble, OSError) as error:
            say(str(error))
        return None


def _asked(person: Person, found: Unfinished, ask: Ask, say: Say, ask_anew: Ask) -> Fate | None:
    """The answer; None where it was left or the input ended. Throwing away is asked about twice."""
    while True:
        texts, options = choices(person, found)
        for line in (f"{words.TITLE}.", *texts):
            say(line)
        for number, option in enumerate(options.values(), start=1):
            say(f"{number}  {option}")
        match _fate(ask(words_plain.NUMBER), options):
            case "resume":
                return "resume"
            case "keep":
                return "keep"
            case "discard":
                typed = ask_anew(words.DISCARD_TYPE)
                if typed is None:
                    return None
                if typed.strip().lower() == "yes":
                    return "discard"
            case "":
                return None
            case _:
                say(words_plain.AGAIN)


def _fate(typed: str | None, options: dict[str, str]) -> str:
    """The key of what was typed; empty for nothing, `?` for what means nothing."""
    text = (typed or "").strip()
    if not text:
        return ""
    keys = {str(number): key for number, key in enumerate(options, start=1)}
    return keys.get(text, "?")
