"""What was handed over, as lines to read before it is kept. Pure."""

from collections.abc import Collection

from routines.cards import plan_findings, routine_card
from routines.model import Routine
from routines.movements import Stage
from routines.reading.library import library_ids
from sessions.exchange.hand_over import HandOver, texts_of
from tui.presenters.plan.rows import USUAL, changed_limits
from tui.texts.plan import handing_over as words

USUAL_WIDTH = 78
"""Columns of lines that are printed."""


def review_lines(
    handed: HandOver,
    replaced: Collection[str],
    here: int,
    stage: Stage | None,
    width: int,
) -> list[str]:
    """All of it; `here` of its files are here already, word for word, `replaced` are others.

    `stage` is where the person stands, `width` the columns of a line.
    """
    lines: list[str] = []
    if here == len(texts_of(handed)):
        lines += [words.REVIEW_SAME, ""]
    if replaced:
        lines += [words.REVIEW_REPLACES.format(names=", ".join(sorted(replaced))), ""]
    in_place = sorted({routine.id for routine in handed.routines} & set(library_ids()))
    if in_place:
        lines += [words.REVIEW_IN_PLACE.format(names=", ".join(in_place)), ""]
    theirs = None if handed.plan is None else handed.plan.stage
    if stage is not None and theirs is not None and theirs != stage:
        lines += [words.REVIEW_STAGE.format(theirs=theirs, ours=stage), ""]
    if handed.leaves:
        lines += [words.REVIEW_LEAVES.format(exercises=exercises_of(handed)), ""]
    if handed.plan is not None:
        lines += plan_findings(handed.plan)
        if handed.plan.comment:
            lines.append(f"  {handed.plan.comment}")
        lines.append("")
    for routine in handed.routines:
        lines += [*routine_card(routine, width), *_limits(routine), ""]
    return lines


def _limits(routine: Routine) -> list[str]:
    """Every limit that is not the usual one, and every bound that is lifted."""
    lines = [
        words.REVIEW_LIFT.format(name=name, why=why) for name, why in sorted(routine.lifts.items())
    ]
    for step in routine.steps:
        for name in changed_limits(step.thresholds) if step.scored else ():
            guard, key = name.split(" ")
            value, usual = (getattr(getattr(t, guard), key) for t in (step.thresholds, USUAL))
            lines.append(
                words.REVIEW_LIMIT.format(
                    exercise=step.exercise.id, guard=guard, key=key, value=value, usual=usual
                )
            )
    return lines


def exercises_of(handed: HandOver) -> str:
    """The exercises whose leaves are left out, each once."""
    return ", ".join(dict.fromkeys(leave.exercise for leave in handed.leaves))
