"""Writes the plan as a calendar file: what is open today, and why the rest is not in it."""

import math

from routines.errors import Trouble
from routines.model import Routine
from routines.plan import Plan, Slot
from routines.program import COMMAND
from routines.reading.library import find
from routines.safe_text import harmless, shown_path
from sessions.care.access import Unlocked, against, opened, unlocked
from sessions.care.day_plan import load_plan, plan_today
from sessions.care.triage import emergency
from sessions.exchange.calendar import calendar_text
from sessions.storage.exported_files import remember
from tui.person.country import place_here
from tui.person.person import Person
from tui.terminal.exits import DONE, say
from tui.terminal.output import to_write, write_out
from tui.texts.commands import calendar as words
from tui.texts.doctor import emergency_lines
from tui.texts.holds import HOLDS

MOST_TITLE = 60
"""Characters of a title in a calendar."""


def write_calendar(person: Person, name: str, title: str) -> int:
    """Write the calendar file `name`; where nothing is open by the plan, say why and write none."""
    settings, today = person.settings, person.today
    if emergency(settings):
        say(emergency_lines(place_here()))
        return _none()
    title = harmless(title, MOST_TITLE)
    if not title:
        raise Trouble("--title needs a word.")
    out = to_write(name, (".ics",), person.data, "--ics")
    kept = load_plan(person.data, today, person.routine_folders)
    found = unlocked(settings, today, look_due=True)  # the look comes back each week
    if found.level == "unanswered":
        return _none(words.QUESTIONS_FIRST.format(command=COMMAND))
    if found.level == "care":
        return _none(words.CLOSED.format(why=HOLDS[found.held_by[0]]))
    plan = plan_today(kept, settings, found, today)
    open_slots = _Open(person, found)
    text = calendar_text(plan, open_slots.minutes, now=person.now(), title=title)
    for sentence in open_slots.left_out:
        say(sentence)
    if text is None:
        return _none()
    if found.level == "soft" and plan is not kept:
        say(words.SOFT_ONLY.format(why=HOLDS[found.held_by[0]]))
    write_out(out, text.encode())
    remember(person.data, out, "calendar", person.now())
    say(words.WRITTEN.format(path=shown_path(out), title=title))
    _tell_end(plan, person)
    return DONE


class _Open:
    """How long the open slots of the plan take; collects what is to be said of the others."""

    def __init__(self, person: Person, found: Unlocked) -> None:
        self._person = person
        self._found = found
        self.left_out: list[str] = []

    def minutes(self, slot: Slot) -> int | None:
        """Whole minutes of the longest routine that may take its turn, None where none may."""
        lengths: list[float] = []
        sentence = words.SLOT_CLOSED
        for each in slot.routines:
            routine = self._routine(each)
            kept = opened(routine, self._found, "-")
            reasons = against(routine, self._person.settings, "", self._found)
            if kept is not None and not reasons:
                lengths.append(kept.seconds)
            elif "stage" in reasons:
                sentence = words.SLOT_STAGE
        if not lengths:
            self.left_out.append(sentence.format(slot=harmless(slot.name)))
            return None
        return max(1, math.ceil(max(lengths) / 60.0))

    def _routine(self, id_or_path: str) -> Routine:
        person = self._person
        return find(
            id_or_path,
            person.routine_folders,
            today=person.today,
            ear_surgery=person.ear_surgery,
        )


def _none(sentence: str = "") -> int:
    say(f"{sentence} {words.NO_ENTRIES}".lstrip())
    return DONE


def _tell_end(plan: Plan, person: Person) -> None:
    if plan.review is not None:
        sentence = words.UNTIL if plan.review > person.today else words.REVIEW_PASSED
        say(sentence.format(review=plan.review))
