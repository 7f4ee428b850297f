"""What Home shows, as one frozen value: the offer in words, the last note, the practice strength.

Pure; the screen only draws it. No streak, no count of missed days.
"""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from routines.errors import Trouble
from routines.model import Routine
from routines.movements import known_pairs, side_name
from routines.reading.library import find
from routines.safe_text import harmless
from sessions.care.access import opened
from sessions.care.day_plan import FLICKERS
from sessions.care.next_practice import Offer, offer, own_sessions
from sessions.care.reviews import Review, due_review
from sessions.care.triage import TODAY
from sessions.history.diary import DiaryLine
from sessions.history.ladder import ladders
from sessions.history.strength import practice_strength, same_for_weeks
from sessions.history.summary import SessionSummary
from sessions.history.worsening import weak_side_smaller
from tui.person.country import place_here
from tui.person.local_zone import with_rules
from tui.person.past import Past, in_brief
from tui.person.person import Person
from tui.presenters.week import of_this_side, true_sentence, week_of, when_next
from tui.texts import day as words_day
from tui.texts import doctor as words_doctor
from tui.texts import holds as words_holds
from tui.texts import linked as words_linked
from tui.texts.dates import moment_in_words

WEEK = timedelta(days=7)
MOST_NOTE = 200
"""Characters of the last note that are shown; the history has all of it."""
MOST_NAME = 16
"""Characters of the name beside the weak side, which is never to be pushed out of the window."""
FOR_TODAY = frozenset({*(f"flag-{flag}" for flag in TODAY), "seen-by-doctor"})
"""What holds back and belongs to a doctor the same day."""


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on Home."""

    who: str
    greeting: str
    headline: str
    title: str = ""
    """Name and length of what is offered; empty where nothing is."""
    enter: str = ""
    """What Enter does; empty where it does nothing."""
    lines: tuple[str, ...] = ()
    """Why it is so."""
    offered: Offer
    routine: Routine | None = None
    """What Enter begins."""
    review: Review | None = None
    last: str = ""
    note: str = ""
    weekly: bool = False
    """Whether the weekly questions are ready."""
    week: tuple[int, ...] = ()
    """Practices on each day of this week from Monday on; empty before the first of all."""
    today: int = 0
    """Number of the day in the week."""
    sentence: str = ""
    """One true sentence about the last weeks."""
    next: str = ""
    """When the next practice may begin, where none is offered now."""
    strength: float | None = None
    """0 to 100."""
    trouble: str = ""


def home_view(person: Person, past: Past) -> HomeView:
    """Home as it stands now."""
    settings, now = person.settings, with_rules(person.now())
    offered = offer(
        settings,
        past.plan,
        past.sessions,
        now,
        person.is_active,
        past.damaged,
        unread=past.unread,
    )
    routine, trouble = None, past.trouble
    if offered.routine is not None and offered.kind in {"care", "look", "routine", "restart"}:
        try:
            routine = person_routine(person, offered)
        except Trouble as error:
            trouble = in_brief(error)
    same = same_for_weeks(past.sessions, now.date())
    own = own_sessions(settings, past.sessions)
    mine = of_this_side(settings, own)
    smaller = weak_side_smaller(mine, now.date())
    return HomeView(
        who=who(person),
        greeting=greeting(settings.name, now.hour),
        headline=_headline(offered),
        title=_title(offered, routine),
        enter=_enter(offered, routine),
        lines=(*_lines(offered), *_ladders(person, past)),
        offered=offered,
        routine=routine,
        review=due_review(settings, now.date(), same_for_8_weeks=same, smaller_for_3_weeks=smaller),
        last=_last(past.sessions, now, offered),
        note=_note(past.lines, now),
        weekly=weekly_due(past, now),
        week=week_of(own, now.date()) if own else (),
        today=now.weekday(),
        sentence=true_sentence(mine, now.date(), past.own_error),
        next=_next(person, past, offered, now),
        strength=practice_strength(past.sessions, now.date()),
        trouble=trouble,
    )


def _next(person: Person, past: Past, offered: Offer, now: datetime) -> str:
    known = offered.kind in {"wait", "done"} and not past.unread
    return when_next(person, past, now) if known else ""


def _ladders(person: Person, past: Past) -> tuple[str, ...]:
    """Up to which size each known linked pair that was practised is quiet, in one line."""
    settings = person.settings
    if not settings.known_linked or settings.side is None:
        return ()
    found = ladders(past.sessions, settings.side, simulated=person.simulated)
    known = known_pairs(found, settings.linked_pairs, settings.linked_sides)
    said = [
        words_linked.LADDER_PAIR.format(
            name=words_linked.LADDER_NAMES[each.pair], percent=round(each.quiet_percent)
        )
        for each in found.values()
        if each.pair in known and each.quiet_percent is not None
    ]
    return (words_linked.LADDER.format(pairs=", ".join(said)),) if said else ()


def weekly_due(past: Past, now: datetime) -> bool:
    """Whether a week has gone by since the weekly questions, for somebody who practises."""
    asked = [line.when for line in past.lines if line.kind == "weekly"]
    return bool(past.sessions) and (not asked or now - asked[-1] >= WEEK)


def _last(sessions: Sequence[SessionSummary], now: datetime, offered: Offer) -> str:
    """The last practice; before the first, a short one is called good only where one is open."""
    if not sessions:
        return "" if offered.kind in {"answer", "emergency"} else words_day.NO_PRACTICE_YET
    last = sessions[-1]
    return words_day.LAST_TIME.format(
        when=moment_in_words(last.started, now), name=last.routine_name
    )


def _note(lines: Sequence[DiaryLine], now: datetime) -> str:
    noted = next((line for line in reversed(lines) if line.kind == "note" and line.text), None)
    if noted is None:
        return ""
    text = harmless(noted.text, MOST_NOTE)
    return words_day.LAST_NOTE.format(when=moment_in_words(noted.when, now), note=text)


def person_routine(person: Person, offered: Offer) -> Routine | None:
    """The routine that is offered as it may run for this person today, or None where it may not.

    Raises Trouble for an unknown id and for a file with mistakes.
    """
    if offered.routine is None:
        return None
    found = find(
        offered.routine, person.routine_folders, today=person.today, ear_surgery=person.ear_surgery
    )
    return opened(found, offered.open, words_day.LEFT_OUT_FOR_NOW)


def minutes(routine: Routine) -> int:
    """Whole minutes, never nought."""
    return max(1, math.ceil(routine.seconds / 60.0))


def who(person: Person) -> str:
    """Name, weak side, and whether the patient is simulated, for the corner of Home."""
    settings = person.settings
    side = (
        words_day.SIDE.format(side=side_name(settings.side)) if settings.side else words_day.NO_SIDE
    )
    parts = [harmless(settings.name, MOST_NAME), side]
    if person.simulated:
        parts.append(words_day.SIMULATED)
    return "   ".join(part for part in parts if part)


def greeting(name: str, hour: int) -> str:
    """A greeting by the hour."""
    time = "morning" if 4 <= hour < 11 else "day" if 11 <= hour < 18 else "evening"
    return f"{words_day.GREETING[time]}{', ' + name if name else ''}."


def _headline(offered: Offer) -> str:
    match offered.kind:
        case "emergency":
            return words_doctor.EMERGENCY_TITLE
        case "answer":
            return words_day.NOT_ASKED_YET
        case "care":
            today = FOR_TODAY.intersection(offered.held_by)
            return words_day.DOCTOR_TODAY if today else words_day.CARE_ONLY
        case "look":
            return words_day.WEEKLY_LOOK
        case "restart":
            return words_day.SMALL_RESTART
        case "wait":
            unread = offered.resting == "unread"
            return words_day.NOT_READ if unread else words_day.LATER_TODAY
        case "done":
            return words_day.DONE_TODAY
        case "routine":
            names = words_day.PRACTICE_OF_DAY
            nth = offered.nth_today
            return names[nth] if nth < len(names) else words_day.ANOTHER_PRACTICE


def _title(offered: Offer, routine: Routine | None) -> str:
    if routine is None:
        return ""
    length = words_day.MINUTES.format(minutes=minutes(routine))
    name = words_day.CARE_TITLE if offered.kind == "care" else routine.name
    return f"{name}, {length}"


def _enter(offered: Offer, routine: Routine | None) -> str:
    if offered.kind == "answer":
        return words_day.ENTER_ANSWER
    return words_day.ENTER_BEGIN if routine is not None else ""


def _lines(offered: Offer) -> tuple[str, ...]:
    if offered.kind == "emergency":
        return words_doctor.emergency_card(place_here())
    lines: list[str] = []
    if offered.kind == "answer":
        urgent = [key for key in offered.held_by if key in FOR_TODAY]
        lines += [words_holds.HOLDS[key] for key in urgent]
        lines.append(words_day.NOT_ASKED_LINE)
    elif offered.kind == "look":
        lines.append(words_day.WEEKLY_LOOK_LINE)
    elif offered.kind == "routine" and offered.routine == FLICKERS:
        lines.append(words_day.FLICKERS_LINE)
    elif offered.kind == "done":
        lines.append(words_day.DONE_TODAY_LINE)
    elif offered.resting == "unread":
        lines.append(words_day.RESTING["unread"])
    elif offered.kind == "wait" and offered.from_time is not None:
        lines.append(words_day.LATER_LINE.format(time=f"{offered.from_time:%H:%M}"))
    elif offered.planned_at is not None:
        lines.append(words_day.PLANNED_LINE.format(time=f"{offered.planned_at:%H:%M}"))
    if offered.kind != "answer" and offered.held_by:
        lines += [words_holds.HOLDS[key] for key in offered.held_by[:2]]
        lines.append(words_holds.CLOSED[offered.open.level])
        lines += dict.fromkeys(words_holds.OPENS[key] for key in offered.held_by[:2])
    if offered.remark:
        lines.append(offered.remark)
    return tuple(lines)
