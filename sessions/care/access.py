"""Access control before every session: which exercises the person's answers permit. Pure.

The gate is by stage and answers, and it never decides for the person: each answer that holds
something back is named with its reason, and every answer can be changed in Settings. The calendar
counts twice only: how long ago botulinum toxin was given, and the week between two looks while
nothing moves. What is not answered is not opened. Learn is always open. Clinical brief sections
4.2 and 4.6, rule 1; NHS and College of Optometrists for a face that no doctor has seen.
"""

import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from routines.model import Exercise, Routine
from routines.stages import is_weekly_look, stage_refusal
from sessions.care.settings import Answers, Exclusion, Settings
from sessions.care.stage_today import stage_today
from sessions.care.triage import EMERGENCY, SORE_EYE, TODAY, emergency, flags_for_today

Level = Literal["emergency", "unanswered", "care", "soft", "active"]
"""`emergency` and `unanswered`: nothing. `care`: a doctor or a plan first, only calm and the eye.
`soft`: massage, stretch and warmth as well. `active`: also small active movement."""

NOT_WITHOUT_PLAN: tuple[Exclusion, ...] = ("botulinum", "graft-or-surgery")
"""Only care without a therapist's plan: hands and heat can harm a fresh operation or injection."""
TOXIN_ACTS = datetime.timedelta(weeks=16)
"""How long botulinum toxin counts, from the injection: its effect fades over 3 to 4 months."""
THERAPIST_LIFTS: frozenset[Exclusion] = frozenset({*NOT_WITHOUT_PLAN, "child"})
"""With a therapist's plan these may practise; stroke and two weak sides may not (4.6)."""

CARE = frozenset(
    {"eye-care", "hand-blink", "breathing", "body-scan", "relax-face", "meditation", "imagery"}
)
"""Exercises that are open at `care`: caring for the eye, breathing, thinking."""
EYE_ADVICE = frozenset({"eye-care"})
"""Exercises of the eye's region that do not touch it: drops as prescribed, what to look for."""

Resting = Literal["", "gap", "cap", "unread"]
"""The face rests: the least gap is not over, the daily cap is reached, or what was done today
cannot be read. Active work only."""
Reason = Literal["emergency", "unanswered", "closed", "stage", "gap", "cap", "unread"]
"""What stands against beginning a routine; `closed` is an answer, named in `held_by`."""
LIFTED_BY_ANYWAY: frozenset[Reason] = frozenset({"stage", "gap", "cap", "unread"})
"""What `--anyway` goes past; `stage` is only ever the one between paretic and synkinetic."""


class Unlocked(msgspec.Struct, frozen=True, kw_only=True):
    """How far the answers reach, and which answers hold back, most important first."""

    level: Level
    held_by: tuple[str, ...] = ()
    """Keys of `tui.texts.holds.HOLDS`, where each has its sentence."""
    sore_eye: bool = False
    """Nothing may touch or move the eye."""
    look: bool = False
    """Whether the weekly look is open, the one active thing while nothing moves."""


def unlocked(settings: Settings, today: datetime.date, *, look_due: bool = False) -> Unlocked:
    """What `settings` allow `today`; `look_due` says that the last weekly look is a week old."""
    answers = settings.answers
    sore = SORE_EYE in answers.red_flags
    if emergency(settings):
        return Unlocked(level="emergency", held_by=(f"flag-{EMERGENCY}",), sore_eye=sore)
    if answers.finished_on is None:
        held = (*flags_for_today(settings), "not-answered")
        return Unlocked(level="unanswered", held_by=held, sore_eye=sore)
    if held := _doctor_or_plan_first(settings, today):
        return Unlocked(level="care", held_by=held, sore_eye=sore)
    if held := (*_unanswered(answers), *_without_plan(answers, ("child",), today)):
        return Unlocked(level="soft", held_by=held)
    if settings.side is None:
        return Unlocked(level="soft", held_by=("side",))
    stage = stage_today(settings)
    if stage is None:
        return Unlocked(level="soft", held_by=("stage",))
    if stage == "flaccid":
        return Unlocked(level="soft", held_by=("flaccid",), look=look_due)
    return Unlocked(level="active")


def toxin_acts(answers: Answers, today: datetime.date) -> bool:
    """Whether botulinum toxin may still act; with an unknown date it does."""
    if "botulinum" not in answers.not_for:
        return False
    return answers.toxin_on is None or today - answers.toxin_on < TOXIN_ACTS


def _doctor_or_plan_first(settings: Settings, today: datetime.date) -> tuple[str, ...]:
    """What leaves only care, the matters for today first."""
    answers = settings.answers
    seen = () if answers.seen_by_doctor is True else ("seen-by-doctor",)
    soon = tuple(f"flag-{flag}" for flag in answers.red_flags if flag not in TODAY)
    never = tuple(item for item in answers.not_for if item not in THERAPIST_LIFTS)
    planless = _without_plan(answers, NOT_WITHOUT_PLAN, today)
    return (*flags_for_today(settings), *seen, *soon, *never, *planless)


def _unanswered(answers: Answers) -> tuple[str, ...]:
    """Each further question that was not answered with yes."""
    asked = {
        "causes-ruled-out": answers.causes_ruled_out,
        "swelling-settled": answers.swelling_settled,
        "exercises-agreed": answers.exercises_agreed,
    }
    return tuple(key for key, answer in asked.items() if answer is not True)


def _without_plan(
    answers: Answers, items: tuple[Exclusion, ...], today: datetime.date
) -> tuple[str, ...]:
    """Those of `items` that apply today and that a therapist's plan would lift."""
    if answers.therapist_plan:
        return ()
    return tuple(
        item
        for item in answers.not_for
        if item in items and (item != "botulinum" or toxin_acts(answers, today))
    )


def may_open(exercise: Exercise, found: Unlocked) -> bool:
    """Whether `exercise` may be done at all today; the stage of a routine is another matter."""
    if found.level in ("emergency", "unanswered"):
        return False
    if found.sore_eye and exercise.region == "eye" and exercise.id not in EYE_ADVICE:
        return False
    if exercise.active:
        return found.level == "active"
    return found.level != "care" or exercise.id in CARE


def opened(routine: Routine, found: Unlocked, left_out: str) -> Routine | None:
    """`routine` as it may run: whole, with steps left out for `left_out`, or not at all (None).

    A routine of active movement is never cut down to what is left of it. The weekly look opens
    by itself alone.
    """
    if found.level in ("emergency", "unanswered"):
        return None
    if is_weekly_look(routine):
        return routine if found.look else None
    kept = [step for step in routine.steps if step.skipped is None]
    closed = [step for step in kept if not may_open(step.exercise, found)]
    if not closed:
        return routine
    if any(step.exercise.active for step in closed) or len(closed) == len(kept):
        return None
    steps = tuple(
        replace(step, skipped=left_out) if step in closed else step for step in routine.steps
    )
    return replace(routine, steps=steps)


def may_go_on(routine: Routine, settings: Settings, today: datetime.date) -> bool:
    """Whether an interrupted `routine` is still open in full.

    A weekly look that was interrupted is the look of its week until one is finished.
    """
    return opened(routine, unlocked(settings, today, look_due=True), "") == routine


def against(
    routine: Routine, settings: Settings, resting: Resting, found: Unlocked
) -> tuple[Reason, ...]:
    """Everything that stands against beginning `routine` now, the weightiest first.

    `found` is what `settings` unlocked.
    """
    if found.level == "emergency" or found.level == "unanswered":
        return (found.level,)
    if opened(routine, found, "") is None:
        return ("closed",)
    reasons: list[Reason] = []
    stage = stage_today(settings)
    if stage is not None and stage_refusal(routine, stage) is not None:
        reasons.append("stage")
    if routine.active and resting:
        reasons.append(resting)
    return tuple(reasons)


def may_be_operated(settings: Settings) -> bool:
    """Whether the cause or a tick speaks of an operation; then what was operated is asked."""
    return settings.answers.cause in {"surgery", "injury", "growth", "other"} or (
        "graft-or-surgery" in settings.answers.not_for
    )


def holds_no_air(settings: Settings) -> bool:
    """Whether no air may be held or puffed: operated at the ear or the base of the skull.

    The same after the first run until the cause is said, and what was operated where it may be.
    """
    answers = settings.answers
    waits = "operated" in settings.still_to_ask and may_be_operated(settings)
    not_said = answers.finished_on is not None and (answers.cause is None or waits)
    return not_said or bool({"ear", "skull-base"} & set(answers.operated))
