"""From a therapist's TOML to a `Routine` that may be run, or to everything that stands against it.

All problems are gathered before any is reported. A step that needs a therapist's leave, or that
this person must not do, stays in the routine and is skipped with its reason. The reader never
widens what a file says and never runs half of a file.
"""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
from msgspec import structs

from routines.language import _
from routines.leaves import leave_for, reason_to_skip
from routines.model import Dose, Exercise, Routine, Step
from routines.program import COMMAND
from routines.reading.drafts import Doses, Guards, RoutineDraft, StepDraft, keys_of, read_draft
from routines.reading.problems import RoutineErrors, nearest
from routines.reading.report import ReadingReport
from routines.reading.routine_checks import check_whole
from routines.thresholds import Thresholds

Bases = Callable[[str], str | None]
"""Gives the text of a routine that another one extends, or None when there is none."""


def read_routine(
    text: str,
    *,
    source: str,
    today: date | None,
    ear_surgery: bool = False,
    bases: Bases | None = None,
    base_ids: Sequence[str] = (),
) -> Routine:
    """The routine `text` describes, with every dose, threshold and skipped step resolved.

    `source` names the file in messages. `today` decides about leaves; without it none holds.
    `ear_surgery`: no air is held or puffed after surgery on the ear or the skull base.
    `base_ids`: what there is to extend, for the nearest word.
    What a routine of the program says is translated; where a person's own file says the same,
    that too.
    Raises RoutineErrors with all problems.
    """
    report = ReadingReport(source, text)
    draft = _extended(report, text, bases or (lambda _: None), base_ids)
    if draft is None:
        raise RoutineErrors(report.problems, _("Nothing was run."), source)
    routine = _resolve(draft, source, today, ear_surgery)
    check_whole(report, draft, routine)
    if report.problems:
        raise RoutineErrors(report.problems, _("Nothing was run."), source)
    return routine


def _extended(
    report: ReadingReport,
    text: str,
    bases: Bases,
    base_ids: Sequence[str],
    above: tuple[str, ...] = (),
) -> RoutineDraft | None:
    """The draft of `text`, laid over what it extends."""
    draft = read_draft(report, text)
    if draft is None or draft.extends is None:
        return draft
    if draft.extends in above or len(above) > 4:
        report.add(("extends",), "extends", _("a routine that does not lead back to this one"))
        draft.lost = True
        return draft
    base_text = bases(draft.extends)
    if base_text is None:
        report.add(
            ("extends",),
            "extends",
            _("the id of a routine ({command} routine list shows them)").format(command=COMMAND),
            f'"{draft.extends}"',
            nearest(draft.extends, base_ids),
        )
        draft.lost = True
        return draft
    below = ReadingReport(draft.extends, base_text)
    base = _extended(below, base_text, bases, base_ids, (*above, draft.extends))
    report.problems.extend(below.problems)
    if base is None:
        draft.lost = True
        return draft
    return _laid_over(base, draft)


def _laid_over(base: RoutineDraft, draft: RoutineDraft) -> RoutineDraft:
    """`draft` where it speaks, `base` where it is silent.

    An exercise of the same id changes the inherited one in its place, a new one is added at
    the end. Of an exercise that stands there twice, the first is changed by the first.
    """
    inherited = [step for step in base.steps if step.exercise.id not in draft.drop]
    allowed = [each for each in base.allows if each.leave.exercise not in draft.drop]
    changes = list(draft.steps)
    steps: list[StepDraft] = []
    for step in inherited:
        change = next((c for c in changes if c.exercise.id == step.exercise.id), None)
        if change is not None:
            changes.remove(change)
        steps.append(step if change is None else _changed(step, change))
    return RoutineDraft(
        id=draft.id,
        name=draft.name or base.name,
        stage=draft.stage or base.stage,
        about=draft.about or base.about,
        kind=draft.kind or base.kind,
        pace=draft.pace or base.pace,
        also_for=base.also_for if draft.also_for is None else draft.also_for,
        lifts={**base.lifts, **draft.lifts},
        dose={**base.dose, **draft.dose},
        guards=_merged(base.guards, draft.guards),
        steps=steps + changes,
        lost=base.lost or draft.lost,
        allows=allowed + draft.allows,
    )


def _changed(step: StepDraft, change: StepDraft) -> StepDraft:
    return StepDraft(
        exercise=step.exercise,
        path=change.path,
        name=change.name,
        dose={**step.dose, **change.dose},
        guards=_merged(step.guards, change.guards),
        pace=change.pace or step.pace,
        assist=step.assist if change.assist is None else change.assist,
        note=change.note or step.note,
        target_percent=change.target_percent or step.target_percent,
    )


def _merged(below: Guards, above: Guards) -> Guards:
    return {key: {**below.get(key, {}), **above.get(key, {})} for key in {**below, **above}}


def _resolve(draft: RoutineDraft, source: str, today: date | None, ear_surgery: bool) -> Routine:
    kept_leaves = tuple(each.leave for each in draft.allows)
    steps: list[Step] = []
    for step in draft.steps:
        leave = leave_for(step.exercise, kept_leaves, today)
        scored = step.exercise.measure is not None
        guards = _merged(draft.guards, step.guards) if scored else {}
        steps.append(
            Step(
                exercise=step.exercise,
                dose=_dose(step.exercise.dose, draft.dose, step),
                thresholds=_thresholds(guards),
                pace=(step.pace or draft.pace or "timed") if scored else "timed",
                assist=bool(step.assist),
                target_percent=step.target_percent or 100.0,
                skipped=reason_to_skip(step.exercise, leave, kept_leaves, today, ear_surgery),
                note=_(step.note or ""),
                text=_text_of(step.exercise, today),
                leave=leave,
            )
        )
    return Routine(
        schema=1,
        id=draft.id or "",
        name=_(draft.name or ""),
        stage=draft.stage or "paretic",
        steps=tuple(steps),
        about=_(draft.about or ""),
        source=source,
        kind=draft.kind or "practice",
        also_for=draft.also_for or (),
        allows=kept_leaves,
        lifts={bound: _(why) for bound, why in draft.lifts.items()},
    )


def _text_of(exercise: Exercise, today: date | None) -> str:
    """Another text every day."""
    if not exercise.texts:
        return ""
    turn = 0 if today is None else today.toordinal()
    return exercise.texts[turn % len(exercise.texts)].strip()


def _dose(own: Dose, routine: Doses, step: StepDraft) -> Dose:
    """The step's word before the routine's, the routine's before the catalogue's."""
    inherited = {key: routine[key] for key in keys_of(step.exercise) if key in routine}
    return msgspec.convert({**structs.asdict(own), **inherited, **step.dose}, Dose)


def _thresholds(guards: Guards) -> Thresholds:
    return msgspec.convert(guards, Thresholds)
