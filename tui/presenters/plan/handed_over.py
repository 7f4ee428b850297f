"""What was handed over, as lines to read before it is kept. Pure."""

from collections.abc import Collection

from routines.cards import plan_findings, routine_card
from routines.movements import Stage
from sessions.exchange.hand_over import HandOver, texts_of
from tui.texts.plan import handing_over as words


def review_lines(
    handed: HandOver, replaced: Collection[str], here: int, stage: Stage | None
) -> list[str]:
    """All of it; `here` of its files are here already, word for word, `replaced` are others.

    `stage` is where the person stands.
    """
    lines: list[str] = []
    if here == len(texts_of(handed)):
        lines += [words.REVIEW_SAME, ""]
    if replaced:
        lines += [words.REVIEW_REPLACES.format(names=", ".join(sorted(replaced))), ""]
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
        lines += [*routine_card(routine), ""]
    return lines


def exercises_of(handed: HandOver) -> str:
    """The exercises whose leaves are left out, each once."""
    return ", ".join(dict.fromkeys(leave.exercise for leave in handed.leaves))
