"""What a person's answers unlock: everything, soft tissue, or only care. Pure.

The gate is by stage and answers, never by calendar, and it never decides for the person: each
answer that holds something back is named with its reason, and every answer can be changed in
Settings. Care and Learn are always open. Clinical brief sections 4.2 and 4.6, rule 1.
"""

from typing import Literal

import msgspec
from msgspec.structs import replace

from routines.model import Routine
from sessions.care.settings import Answers, Exclusion, Settings
from sessions.care.triage import EMERGENCY, emergency

Level = Literal["emergency", "first-look", "care", "soft", "active"]
"""`emergency`: nothing. `first-look`: nothing answered yet. `care`: a doctor first. `soft`:
massage, relaxation and care. `active`: also small active movement."""

THERAPIST_LIFTS: frozenset[Exclusion] = frozenset({"botulinum", "graft-or-surgery", "child"})
"""With a therapist's plan these may practise; stroke and two weak sides may not (4.6)."""


class Unlocked(msgspec.Struct, frozen=True, kw_only=True):
    """How far the answers reach, and which answers hold back, most important first."""

    level: Level
    held_by: tuple[str, ...] = ()
    """Keys of `texts.holds`, where each has its sentence."""


def unlocked(settings: Settings) -> Unlocked:
    """What `settings` allow today."""
    answers = settings.answers
    if emergency(settings):
        return Unlocked(level="emergency", held_by=(f"flag-{EMERGENCY}",))
    if answers.finished_on is None:
        return Unlocked(level="first-look", held_by=("not-answered",))
    never = [item for item in answers.not_for if item not in THERAPIST_LIFTS]
    doctor_first = (*(f"flag-{flag}" for flag in answers.red_flags), *never)
    if doctor_first:
        return Unlocked(level="care", held_by=doctor_first)
    if held := (*_unanswered(answers), *_without_therapist(answers)):
        return Unlocked(level="soft", held_by=held)
    if settings.side is None:
        return Unlocked(level="soft", held_by=("side",))
    if settings.stage is None:
        return Unlocked(level="soft", held_by=("stage",))
    if settings.stage == "flaccid":
        return Unlocked(level="soft", held_by=("flaccid",))
    return Unlocked(level="active")


def _unanswered(answers: Answers) -> tuple[str, ...]:
    """Each of the four questions that was not answered with yes."""
    asked = {
        "seen-by-doctor": answers.seen_by_doctor,
        "causes-ruled-out": answers.causes_ruled_out,
        "swelling-settled": answers.swelling_settled,
        "exercises-agreed": answers.exercises_agreed,
    }
    return tuple(key for key, answer in asked.items() if answer is not True)


def _without_therapist(answers: Answers) -> tuple[str, ...]:
    """Exclusions that a therapist may lift and has not."""
    return () if answers.therapist_plan else answers.not_for


def opened(routine: Routine, found: Unlocked, left_out: str) -> Routine | None:
    """`routine` as it may run: whole, with steps left out for `left_out`, or not at all (None).

    Active movement only where everything is answered; before the answers, and while a doctor
    should look first, only those steps that care for the eye or calm.
    """
    if found.level == "active":
        return routine
    if found.level == "emergency":
        return None
    if found.level == "first-look" and routine.kind == "first-look":
        return routine
    if routine.active:
        return None
    if found.level == "soft":
        return routine
    steps = tuple(
        step if step.exercise.id in CARE else replace(step, skipped=left_out)
        for step in routine.steps
    )
    if all(step.skipped is not None for step in steps):
        return None
    return replace(routine, steps=steps)


CARE = frozenset(
    {"eye-care", "hand-blink", "breathing", "body-scan", "relax-face", "meditation", "imagery"}
)
"""Exercises that are open to everybody: caring for the eye, breathing, thinking."""
