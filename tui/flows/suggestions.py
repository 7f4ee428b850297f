"""What may be asked after a practice, one question at a time, without saying how it is asked.

Were the sides swapped; is linked movement that a check-up saw usual; what the log suggests next.
Each is asked with its reason and never decided. A suggestion that was declined is not repeated for
two weeks. `after_practice` asks on the screen, and here it is asked in lines of text.
"""

from collections.abc import Generator
from datetime import timedelta

import msgspec
from msgspec.structs import replace

from routines.errors import Trouble
from routines.feedback import FEEDBACKS
from routines.model import Routine
from routines.movements import other_side, side_name
from routines.reading.library import find
from sessions.care.linked_pairs import with_pair
from sessions.care.next_practice import own_sessions
from sessions.care.own_dose import keep_dose, may_change, with_proposal
from sessions.care.side_check import maybe_swapped
from sessions.care.stage_today import stage_today
from sessions.history.found_pairs import found_pairs
from sessions.history.full_closure import full_closure_percent, worth_asking
from sessions.history.proposals import Proposal, proposals
from tui.flows.asking import follow_plan
from tui.flows.plain_questions import Ask, Say, ask_one_page, ask_option
from tui.person.feedback import may_ask_about_feedback
from tui.person.past import Past, load_past
from tui.person.person import Person
from tui.practice.aloud.speech import find_speech
from tui.texts import day as words_day
from tui.texts import seeing as words_seeing
from tui.texts import settings as words_settings

AGAIN_AFTER = timedelta(days=14)
FEEDBACK, SPEECH, FULL_CLOSURE = "feedback", "speech", "full-closure"
"""Under `declined` of the settings: when the question about the bars was left open, when speech was
offered, and when it was not said that the better eye fell shut."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question with its reason and its possible answers."""

    title: str
    text: str
    options: dict[str, str]


Asked = Generator[Question, str, str]
"""Yields each question, is sent the key of its answer (empty where it was left open), and returns
the page of the first run to show next, or nothing."""


def suggestions(person: Person, past: Past, routine: Routine, say: Say) -> Asked:
    """The questions after a practice of `routine`, the latest of `past`."""
    if not past.sessions:
        return ""
    yield from _swapped(person, past, say)
    yield from _speech(person, past, say)
    if routine.kind == "record":
        yield from _found_pairs(person, past, say)
        yield from _full_closure(person, past, say)
    if routine.kind == "practice":
        yield from _feedback(person, past, say)
        return (yield from _suggest(person, past, routine.id, say))
    return ""


def ask_afterwards_in_lines(person: Person, routine: Routine, ask: Ask, say: Say) -> None:
    """Put the questions in lines of text; an empty line leaves one open."""
    asked = suggestions(person, load_past(person), routine, say)
    try:
        question = next(asked)
        while True:
            for line in ("", f"{question.title}.", *question.text.splitlines()):
                say(line)
            answer = ask_option(question.options, ask, say, may_leave=True)
            question = asked.send(answer or "")
    except StopIteration as end:
        page: str = end.value
    if page and ask_one_page(page, person, ask, say) and (trouble := follow_plan(person)):
        say(trouble)


def _swapped(person: Person, past: Past, say: Say) -> Generator[Question, str, None]:
    """Asked once in a lifetime, and only with a reason."""
    settings = person.settings
    if settings.sides_confirmed or settings.side is None or not maybe_swapped(past.sessions[-1]):
        return
    names = {"side": side_name(settings.side), "other": side_name(other_side(settings.side))}
    answer = yield Question(
        title=words_day.SWAPPED_TITLE,
        text=words_day.SWAPPED.format(**names),
        options={key: text.format(**names) for key, text in words_day.SWAPPED_OPTIONS.items()},
    )
    if answer:
        now = person.settings  # another window may have been asked meanwhile
        swap = answer == "swap" and now.side == settings.side
        side = other_side(settings.side) if swap else now.side
        person.keep(replace(now, side=side, sides_confirmed=True), say)


def _speech(person: Person, past: Past, say: Say) -> Generator[Question, str, None]:
    """Spoken words, offered once after the first practice, where this computer can speak."""
    settings = person.settings
    first = len(own_sessions(settings, past.sessions)) == 1
    if person.simulated or settings.spoken or not first or SPEECH in settings.declined:
        return
    if find_speech() is None:
        return
    answer = yield Question(
        title=words_settings.SPEECH_TITLE,
        text=words_settings.SPEECH,
        options=words_settings.SPEECH_OPTIONS,
    )
    now = person.settings  # another window may have been asked meanwhile
    offered = {**now.declined, SPEECH: person.today}
    person.keep(replace(now, spoken=now.spoken or answer == "yes", declined=offered), say)


def _found_pairs(person: Person, past: Past, say: Say) -> Generator[Question, str, None]:
    """Linked movement that this check-up saw and the person has not named, pair by pair."""
    settings, last = person.settings, past.sessions[-1]
    if last.side != settings.side or stage_today(settings) in {None, "flaccid"}:
        return
    for found in found_pairs(
        last, settings.known_linked, settings.linked_pairs, settings.linked_sides
    ):
        if found.pair is None or _declined(person, _name(found)):
            continue
        answer = yield Question(
            title=words_day.SUGGEST_TITLE,
            text=f"{found.because}\n\n{found.sentence}",
            options=words_day.SUGGEST_PAIR,
        )
        if answer == "yes":  # `person.settings`: another window may have been asked meanwhile
            person.keep(with_pair(person.settings, found.pair), say)
            if trouble := follow_plan(person):
                say(trouble)
        elif answer == "no":
            _decline(person, _name(found), say)


def _full_closure(person: Person, past: Past, say: Say) -> Generator[Question, str, None]:
    """Whether the better eye shut all the way in this check-up: both are measured by it then."""
    settings, last = person.settings, past.sessions[-1]
    if settings.side is None or last.side != settings.side or last.simulated:
        return
    found = full_closure_percent(last)
    if found is None or not worth_asking(found, settings.eye_full_percent):
        return
    if _declined(person, FULL_CLOSURE):
        return
    answer = yield Question(
        title=words_seeing.FULL_CLOSURE_TITLE,
        text=words_seeing.FULL_CLOSURE.format(side=side_name(other_side(settings.side))),
        options=words_seeing.FULL_CLOSURE_OPTIONS,
    )
    if answer == "yes":
        person.keep(replace(person.settings, eye_full_percent=found), say)
    elif answer == "no":
        _decline(person, FULL_CLOSURE, say)


def _feedback(person: Person, past: Past, say: Say) -> Generator[Question, str, None]:
    """When the bars are to be seen, asked once there are two weeks of practice."""
    last = person.settings.declined.get(FEEDBACK)
    late = last is None or person.today - last >= AGAIN_AFTER
    own = own_sessions(person.settings, past.sessions)
    if not late or not may_ask_about_feedback(past.plan, person.settings, own, person.today):
        return
    answer = yield Question(
        title=words_settings.FEEDBACK_TITLE,
        text=words_settings.FEEDBACK,
        options=words_settings.FEEDBACK_OPTIONS,
    )
    if answer in FEEDBACKS:  # `person.settings`: another window may have been asked meanwhile
        person.keep(replace(person.settings, feedback=answer), say)
    else:
        declined = {**person.settings.declined, FEEDBACK: person.today}
        person.keep(replace(person.settings, declined=declined), say)


def _suggest(person: Person, past: Past, routine_id: str, say: Say) -> Asked:
    """What the log suggests, one after another."""
    stage = stage_today(person.settings)
    if stage is None:
        return ""
    try:
        routine = find(
            routine_id,
            person.routine_folders,
            today=person.today,
            ear_surgery=person.ear_surgery,
        )
    except Trouble:
        return ""
    for proposal in proposals(past.sessions, routine, stage, person.settings.answers.regions):
        if not _declined(person, _name(proposal)):
            look = yield from _offer(person, proposal, routine, past, say)
            if look:
                return "stage"
    return ""


def _offer(
    person: Person, proposal: Proposal, routine: Routine, past: Past, say: Say
) -> Generator[Question, str, bool]:
    """Ask about one suggestion; True when the stage is to be looked at."""
    dose = bool(proposal.exercise)
    options = words_day.SUGGEST_DOSE if dose else words_day.SUGGEST_STAGE
    texts = [proposal.because, proposal.sentence]
    if dose and not may_change(person.data, routine, past.plan):
        options = words_day.SUGGEST_SHOW
        texts.append(words_day.SUGGEST_THERAPIST)
    answer = yield Question(title=words_day.SUGGEST_TITLE, text="\n\n".join(texts), options=options)
    if answer == "yes" and dose:
        try:
            keep_dose(person.data, with_proposal(routine, proposal))
        except OSError as error:
            say(words_day.NOT_KEPT.format(why=error.strerror))
    elif answer in {"no", "yes"}:
        _decline(person, _name(proposal), say)
    return answer == "yes" and not dose


def _decline(person: Person, name: str, say: Say) -> None:
    declined = {**person.settings.declined, name: person.today}
    person.keep(replace(person.settings, declined=declined), say)


def _declined(person: Person, name: str) -> bool:
    last = person.settings.declined.get(name)
    return last is not None and person.today - last < AGAIN_AFTER


def _name(proposal: Proposal) -> str:
    return f"{proposal.kind} {proposal.pair or proposal.exercise}".strip()
