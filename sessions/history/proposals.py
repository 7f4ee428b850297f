"""What the log suggests for the next practices: asked, never decided, never silent.

Two kinds. *Dose* (clinical brief, row 27): six of the last eight sessions of a routine without a
stop allow a longer hold, then one repetition more; an exercise that was stopped twice steps
back. *Stage* (section 4.2 and row 2): no movement seen on the weak side, or linked movement on
several days. Each names what was seen; the person or the therapist decides.
Nothing is ever raised on few or noisy data, and range is never raised at all.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

import msgspec

from routines.language import _
from routines.model import Routine, Step
from routines.movements import MeasureKey, Region, Stage, Watch
from sessions.history.summary import ExerciseSummary, SessionSummary

LAST_SESSIONS = 8
CALM_SESSIONS = 6
STOPS_TO_STEP_BACK = 2
LONGER_HOLD_S = 5.0
MOST_REPS = 8
"""Upper end of the clinical brief's range (row 5)."""
FEWEST_REPS = 3
SHORTEST_HOLD_S = 2.0
NOISY_SHARE = 0.25
"""With more of the repetitions than that not counted, nothing is raised."""
STAGE_DAYS = 3
"""Linked movement on so many different days."""
FLACCID_MEASURES: frozenset[MeasureKey] = frozenset(
    {"brow-raise", "open-smile", "closed-smile", "pucker"}
)
"""Row 2 asks for all of brow, smile and pucker."""
FLACCID_MM = 1.0
FLACCID_SHARE = 0.1

Kind = Literal["longer-hold", "one-more", "step-back", "nothing-seen", "linked", "linked-pair"]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One suggestion with its reason."""

    kind: Kind
    sentence: str
    """What is suggested, as a question to the person."""
    because: str
    """What was seen, with its numbers."""
    exercise: str = ""
    hold_s: float | None = None
    reps: int | None = None
    pair: Watch | None = None
    """Linked movement that was seen and is not known."""


def proposals(
    sessions: Sequence[SessionSummary],
    routine: Routine,
    stage: Stage,
    regions: Collection[Region] = (),
) -> tuple[Proposal, ...]:
    """Suggestions after the latest of `sessions` (oldest first), the most careful first.

    Where the person ticked `regions`, more is suggested for these alone. At most one about the
    stage and one about the dose: a person can weigh one thing at a time.
    """
    practised = [s for s in sessions if s.practised]
    about_stage = _first(_stage(practised, stage))
    ours = [s for s in practised if s.routine_id == routine.id][-LAST_SESSIONS:]
    about_dose = _first(_dose(ours, routine, regions))
    return tuple(p for p in (about_stage, about_dose) if p is not None)


def _first(found: Iterable[Proposal]) -> Proposal | None:
    return next(iter(found), None)


def _dose(
    sessions: Sequence[SessionSummary], routine: Routine, regions: Collection[Region]
) -> Iterable[Proposal]:
    steps = [step for step in routine.steps if step.scored and step.skipped is None]
    for step in steps:
        stopped = sum(
            any(e.id == step.exercise.id and e.ended == "stopped" for e in s.exercises)
            for s in sessions
        )
        if stopped >= STOPS_TO_STEP_BACK:
            yield from _step_back(step, stopped, len(sessions))
    calm = sum(not s.stops for s in sessions)
    if len(sessions) < LAST_SESSIONS or calm < CALM_SESSIONS or _noisy(sessions):
        return
    steps = [step for step in steps if not regions or step.exercise.region in regions]
    because = _("{calm} of the last {count} practices went to their end without a stop.").format(
        calm=calm, count=len(sessions)
    )
    for step in steps:
        dose, name = step.dose, step.exercise.name
        if dose.hold_s < LONGER_HOLD_S:
            yield Proposal(
                kind="longer-hold",
                sentence=_("{name}: hold {longer_hold_s:.0f} seconds, just as softly?").format(
                    name=name, longer_hold_s=LONGER_HOLD_S
                ),
                because=because,
                exercise=step.exercise.id,
                hold_s=LONGER_HOLD_S,
            )
    for step in steps:
        dose, name = step.dose, step.exercise.name
        if dose.reps < MOST_REPS:
            yield Proposal(
                kind="one-more",
                sentence=_("{name}: {reps} repetitions, the size unchanged?").format(
                    name=name, reps=dose.reps + 1
                ),
                because=because,
                exercise=step.exercise.id,
                reps=dose.reps + 1,
            )


def _step_back(step: Step, stopped: int, of: int) -> Iterable[Proposal]:
    dose, name = step.dose, step.exercise.name
    because = _("{name} ended early in {stopped} of the last {of} practices.").format(
        name=name, stopped=stopped, of=of
    )
    if dose.reps > FEWEST_REPS:
        yield Proposal(
            kind="step-back",
            sentence=_("{name}: {reps} repetitions for now?").format(name=name, reps=dose.reps - 1),
            because=because,
            exercise=step.exercise.id,
            reps=dose.reps - 1,
        )
    elif dose.hold_s > SHORTEST_HOLD_S:
        yield Proposal(
            kind="step-back",
            sentence=_("{name}: hold {shortest_hold_s:.0f} seconds for now?").format(
                name=name, shortest_hold_s=SHORTEST_HOLD_S
            ),
            because=because,
            exercise=step.exercise.id,
            hold_s=SHORTEST_HOLD_S,
        )


def _noisy(sessions: Sequence[SessionSummary]) -> bool:
    scored = [e for s in sessions for e in s.exercises if e.measure is not None]
    reps = sum(e.reps for e in scored)
    return reps == 0 or sum(e.counted for e in scored) < (1 - NOISY_SHARE) * reps


def _stage(sessions: Sequence[SessionSummary], stage: Stage) -> Iterable[Proposal]:
    if stage == "flaccid":
        return  # the weekly look asks about what it saw (`sessions.care.weekly_look`)
    linked = {s.started.date() for s in sessions for stop in s.stops if stop.rule == "synkinesis"}
    if stage == "paretic" and len(linked) >= STAGE_DAYS:
        yield Proposal(
            kind="linked",
            sentence=_(
                "Then the exercises for linked movement may fit you better. Ask your "
                "therapist, or look at the question about it again now?"
            ),
            because=_(
                "Another part of your face moved too. Sets ended early for it on {count} days."
            ).format(count=len(linked)),
        )
    if sessions and stage == "paretic" and _nothing_seen(sessions[-1]):
        yield Proposal(
            kind="nothing-seen",
            sentence=_(
                "Does nothing move there yet? Then massage and rest are better for now. "
                "Look at the question about it again?"
            ),
            because=_("In the last practice the camera saw no movement on your weak side."),
        )


def _nothing_seen(session: SessionSummary) -> bool:
    judged = [e for e in session.exercises if e.measure in FLACCID_MEASURES and e.counted]
    regions = {_region(e) for e in judged}
    return regions == {"brow", "smile", "pucker"} and all(_still(e) for e in judged)


def _region(exercise: ExerciseSummary) -> str:
    measure = exercise.measure or ""
    return "smile" if measure.endswith("smile") else measure.removesuffix("-raise")


def _still(exercise: ExerciseSummary) -> bool:
    affected, unaffected = exercise.affected_mm, exercise.unaffected_mm
    if affected is None or unaffected is None:
        return False
    return affected < FLACCID_MM and affected < FLACCID_SHARE * unaffected
