"""What stands against beginning a routine now, for those who type it: each with its words.

The rules are `sessions.care.access`; nothing stands against the simulated patient. `--anyway`
goes past cap, gap and the stage between paretic and synkinetic, and the record says so.
"""

import msgspec

from routines.model import Routine
from routines.stages import is_weekly_look, stage_refusal
from sessions.care.access import LIFTED_BY_ANYWAY, Reason, against
from sessions.care.next_practice import Offer
from sessions.care.stage_today import stage_today
from tui.person.country import place_here
from tui.person.person import Person
from tui.texts import day as words_day
from tui.texts import doctor as words_doctor
from tui.texts import holds as words_holds
from tui.texts import practice as words
from tui.texts.plain_questions import ANSWER_FIRST


class Objection(msgspec.Struct, frozen=True, kw_only=True):
    """One reason not to begin."""

    sentence: str
    """For the person."""
    override: str = ""
    """For the record, when the person goes on; empty where nobody may."""


def objections(person: Person, routine: Routine, offered: Offer) -> list[Objection]:
    """Every reason, the weightiest first; none for the simulated patient."""
    if person.simulated:
        return []
    return [
        Objection(
            sentence=_sentence(reason, person, routine, offered),
            override=words_day.OVERRIDES[reason] if reason in LIFTED_BY_ANYWAY else "",
        )
        for reason in against(routine, person.settings, offered.resting, offered.open)
    ]


def _sentence(reason: Reason, person: Person, routine: Routine, offered: Offer) -> str:
    match reason:
        case "emergency":
            return words_doctor.emergency_lines(place_here())
        case "unanswered":
            return ANSWER_FIRST
        case "closed":
            held_by = offered.open.held_by
            if is_weekly_look(routine) and held_by in {("flaccid",), ()}:
                return words_day.LOOK_CLOSED["flaccid" if held_by else "moving"]
            why = " ".join(words_holds.HOLDS[key] for key in held_by[:1])
            return f"{words.NOT_OPEN.format(name=routine.name)} {why}".strip()
        case "stage":
            stage = stage_today(person.settings)
            return "" if stage is None else stage_refusal(routine, stage) or ""
        case "gap" | "cap" | "unread":
            time = "" if offered.from_time is None else f"{offered.from_time:%H:%M}"
            return words_day.RESTING[reason].format(time=time)
