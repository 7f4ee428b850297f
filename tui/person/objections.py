"""What stands against beginning a routine now, for those who type it: each with its words.

Holds only for a person who has gone through the first run; without answers there is nothing to
judge by, and whoever types a routine's name means it. `--anyway` lifts all of it, and the record
says so.
"""

import msgspec

from routines.model import Routine
from routines.stages import stage_refusal
from sessions.care.access import opened, unlocked
from sessions.care.next_practice import Offer
from tui.person.person import Person
from tui.texts import day as words_day
from tui.texts import first_run as words_first_run
from tui.texts import practice as words


class Objection(msgspec.Struct, frozen=True, kw_only=True):
    """One reason not to begin."""

    sentence: str
    """For the person."""
    override: str
    """For the record, when the person goes on."""


def objections(person: Person, routine: Routine, offered: Offer) -> list[Objection]:
    """Every reason, the weightiest first; none for the simulated patient."""
    settings = person.settings
    if person.simulated or settings.answers.finished_on is None:
        return []
    found = unlocked(settings)
    reasons: list[Objection] = []
    if opened(routine, found, words_day.LEFT_OUT_FOR_NOW) is None:
        why = " ".join(words_first_run.HOLDS.get(key, "") for key in found.held_by[:1])
        sentence = f"{words.NOT_OPEN.format(name=routine.name)} {why}".strip()
        reasons.append(Objection(sentence=sentence, override=words.OVERRIDE_NOT_OPEN))
    refusal = None if settings.stage is None else stage_refusal(routine, settings.stage)
    if refusal is not None:
        reasons.append(Objection(sentence=refusal, override=words.OVERRIDE_STAGE))
    if routine.active and offered.kind in words_day.RESTING:
        time = "" if offered.from_time is None else f"{offered.from_time:%H:%M}"
        sentence = words_day.RESTING[offered.kind].format(time=time)
        reasons.append(Objection(sentence=sentence, override=words_day.OVERRIDES[offered.kind]))
    return reasons
