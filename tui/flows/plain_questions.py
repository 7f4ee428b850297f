"""The questions of the first run as lines of text, and the emergency card's way out in lines.

The same pages and the same rules as on the screen, left and gone on with alike. Of what the screen
asks after the first practice, the facts come at the end here, and the rest on the screen only.
"""

from collections.abc import Callable

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Routine
from sessions.care.access import unlocked
from sessions.care.leave_consent import mark, unconfirmed
from sessions.care.stage_today import is_early
from sessions.care.triage import doctor_looked, emergency
from sessions.history.at_rest import RATING
from tui.flows.mirrored_camera import may_mirror
from tui.person.person import Person
from tui.presenters import first_run
from tui.presenters.first_run_questions import Question, Value, question
from tui.presenters.first_run_texts import place_of
from tui.texts import day as words_day
from tui.texts import doctor as words_doctor
from tui.texts import eye as words_eye
from tui.texts import first_run as words
from tui.texts import hand as words_hand
from tui.texts import holds as words_holds
from tui.texts import plain_questions as words_plain
from tui.texts import therapist as words_therapist
from tui.texts.dates import day_in_words, how_long, understand

Ask = Callable[[str], str | None]
"""Puts a question and returns the typed line; None at the end of the input."""
Say = Callable[[str], None]

ASKED = frozenset({"one", "many", "side", "date"})
LEAVE = "x"
"""Typed in place of an answer, it leaves the questions for later."""


def ask_in_lines(
    person: Person, ask: Ask, say: Say, example: Callable[[], None] | None = None
) -> bool:
    """Ask page by page and keep each answer; True when it was gone through to its end.

    Begins where it was left. `example` shows a short practice before the first question, where it
    is wished for. Ends at once at signs of an emergency, which the caller has to tell.
    """

    def or_leave(put: str) -> str | None:
        typed = ask(put)
        return None if typed is None or typed.strip().casefold() == LEAVE else typed

    at = first_run.start(person.settings, person.today)
    for line in words.PAGES["welcome"].text if at == "welcome" else ():
        say(line)
    say(words_plain.INTRO)
    if example is not None and at == "welcome":
        typed = or_leave(words_plain.EXAMPLE_ASK)
        if typed is None:
            return False
        if typed.strip().casefold() == "e":
            example()
    asked: Question | None = question(at)
    place = ""
    while asked is not None:
        if asked.kind in ASKED:
            if place != (place := place_of(first_run.page_of(asked.id))):
                say("")
                say(f"{place}.")
            if not ask_one_page(asked.id, person, or_leave, say):
                return False
        following = first_run.after(asked.id, person.settings)
        if asked.kind in ASKED and following is not None:
            person.keep(first_run.reached(person.settings, following.id, person.today), say)
        if emergency(person.settings):
            return False
        asked = following
    person.keep(first_run.finish(person.settings, person.today), say)
    _ask_facts(person, or_leave, say)
    _ask_mirrored(person, ask, say)
    found = unlocked(person.settings, person.today)
    for line in (words_holds.END[found.level], *(words_holds.HOLDS[key] for key in found.held_by)):
        say(line)
    return True


def ask_one_page(question_id: str, person: Person, ask: Ask, say: Say) -> bool:
    """One question, and what its answer makes a doctor's matter; False when the input ended."""
    asked = question(question_id)
    if not _ask(asked, person, ask, say):
        return False
    if emergency(person.settings):
        return True
    if asked.id == "onset" and is_early(person.settings, person.today):
        say(words_day.REVIEWS["when-to-begin"])
    if keys := first_run.at_once(asked.id, person.settings):
        sentences = (words_holds.HOLDS[key] for key in keys)
        for line in (f"{words_doctor.TODAY_TITLE}.", *sentences, words_doctor.TODAY_OPEN):
            say(line)
    if first_run.eye_doctor(asked.id, person.settings):
        for line in (f"{words_eye.GAP_TITLE}.", *words_eye.GAP_LINES):
            say(line)
    return True


def ask_linked(person: Person, ask: Ask, say: Say) -> None:
    """All questions about linked movement that apply, until the input ends."""
    asked: Question | None = question("linked")
    while asked is not None and ask_one_page(asked.id, person, ask, say):
        asked = first_run.more_linked(asked.id, person.settings)


def ask_option(
    options: dict[str, str], ask: Ask, say: Say, *, may_leave: bool = False
) -> str | None:
    """The key of the option that was typed by its number; None when the input ended.

    With `may_leave` an empty line leaves the question open, and is None too.
    """
    for number, option in enumerate(options.values(), start=1):
        say(f"{number}  {option}")
    question = words_plain.NUMBER_OR_LEAVE if may_leave else words_plain.NUMBER
    while (typed := ask(question)) is not None:
        if may_leave and not typed.strip():
            return None
        value = _value(typed, tuple(options), many=False)
        if value is not None:
            return value[0]
        say(words_plain.AGAIN)
    return None


def ask_ticks(options: dict[str, str], none: str, ask: Ask, say: Say) -> tuple[str, ...] | None:
    """The keys of the options that were typed by their numbers; None when the input ended."""
    for number, option in enumerate(options.values(), start=1):
        say(f"{number}  {option}")
    say(f"0  {none}")
    while (typed := ask(words_plain.NUMBERS)) is not None:
        value = _value(typed, tuple(options), many=True)
        if value is not None:
            return value
        say(words_plain.AGAIN)
    return None


def ask_at_rest(ask: Ask, say: Say) -> dict[str, int]:
    """How uneven the face looks at rest, before a weekly record; empty where it was left out."""
    say(words_plain.AT_REST)
    while typed := (ask(words_plain.AT_REST_ASK) or "").strip():
        if typed.isascii() and typed.isdecimal() and int(typed) <= 10:
            return {RATING: int(typed)}
        say(words_plain.AT_REST_AGAIN)
    return {}


def ask_leaves(person: Person, routine: Routine, ask: Ask, say: Say) -> None:
    """Ask once about each thing that a therapist allows and the person has not confirmed."""
    for leave in unconfirmed(routine, person.settings):
        name = exercises()[leave.exercise].name
        text = words_therapist.LEAVE_TEXT.format(
            exercise=name, by=leave.by, on=leave.on, until=leave.until
        )
        say(f"{words_therapist.LEAVE_TITLE}. {text}")
        if ask_option(words_therapist.LEAVE_OPTIONS, ask, say, may_leave=True) == "yes":
            marks = (*person.settings.leaves_confirmed, mark(leave))
            person.keep(replace(person.settings, leaves_confirmed=marks), say)


def ask_doctor_looked(person: Person, ask: Ask, say: Say) -> None:
    """The one way out of the emergency card: said, said again, and kept with its date."""
    typed = ask(words_doctor.SEEN_TYPE)
    if typed is None or typed.strip().lower() != "seen":
        return
    typed = ask(words_doctor.SEEN_TYPE_AGAIN)
    if typed is not None and typed.strip().lower() == "yes":
        person.keep(doctor_looked(person.settings, person.today), say)
        say(words_doctor.SEEN_KEPT)


def _ask(asked: Question, person: Person, ask: Ask, say: Say) -> bool:
    """One question; False when the input ended before it was answered."""
    text = words.PAGES[asked.id]
    say("")
    for line in (text.title, *(words_plain.TEXTS.get(asked.id) or text.text)):
        say(line)
    if asked.kind == "date":
        return _ask_date(asked, person, ask, say)
    if asked.kind == "many":
        value = ask_ticks(text.options, text.none, ask, say)
    else:
        one = ask_option(text.options, ask, say)
        value = None if one is None else (one,)
    if value is None:
        return False
    person.keep(asked.put(person.settings, value), say)
    return True


def _ask_facts(person: Person, ask: Ask, say: Say) -> None:
    """What the screen asks after the first practice and a plan or a report needs."""
    left = [each.id for each in first_run.later(person.settings) if each.id in first_run.FACTS]
    if left and ask_one_page(left[0], person, ask, say):
        person.keep(first_run.asked_later(person.settings, left[0]), say)
        _ask_facts(person, ask, say)


def _ask_mirrored(person: Person, ask: Ask, say: Say) -> None:
    """Whether the camera mirrors; left open where the input ends, or where it was asked before."""
    if person.settings.mirrored_asked or not may_mirror(person.settings.source):
        return
    for line in ("", *words_hand.LINES):
        say(line)
    answer = ask_option(words_hand.LINES_OPTIONS, ask, say)
    if answer is not None:
        yes = answer == "yes"
        person.keep(replace(person.settings, mirrored=yes, mirrored_asked=yes), say)
        say(words_hand.LINES_LATER)


def _value(typed: str, options: tuple[str, ...], *, many: bool) -> Value | None:
    """The keys that the typed numbers mean, or None where they mean nothing."""
    parts = typed.replace(",", " ").split()
    if many and parts == ["0"]:
        return ()
    chosen: list[str] = []
    for part in parts:
        if not (part.isascii() and part.isdecimal() and 1 <= int(part) <= len(options)):
            return None
        chosen.append(options[int(part) - 1])
    if not chosen or (len(chosen) > 1 and not many):
        return None
    return tuple(key for key in options if key in chosen)


def _ask_date(asked: Question, person: Person, ask: Ask, say: Say) -> bool:
    while (typed := ask(words_plain.DATE)) is not None:
        day = understand(typed.strip(), person.today)
        if typed.strip() and day is None:
            say(words.DATE_NOT_UNDERSTOOD)
            continue
        if day is not None:
            ago = how_long((person.today - day).days)
            say(words.DATE_UNDERSTOOD.format(day=day_in_words(day), ago=ago))
        person.keep(asked.put_day(person.settings, day), say)
        return True
    return False
