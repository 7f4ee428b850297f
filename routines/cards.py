"""Routines and exercises as plain text: the card a person reads, the findings a checker reads."""

from collections.abc import Iterable

from routines.catalogue import opening
from routines.counted import counted
from routines.guided import turns_of
from routines.language import _
from routines.language.cells import wrapped
from routines.language.lists import joined, listed
from routines.model import Exercise, Routine, Step
from routines.plan import Plan

_WIDTH = 78
_EYES_SHUT = _("shut; tones or spoken words guide you, and you stay seated")


def routine_card(routine: Routine, width: int = _WIDTH) -> list[str]:
    """A routine to read: for whom, how long, every step with its dose; lines of `width` columns."""
    stages = listed(dict.fromkeys((routine.stage, *routine.also_for)))
    lines = [
        f"{routine.name}  ({routine.id})",
        _("For the {stages} stage. {length}.").format(stages=stages, length=length(routine)),
        "",
    ]
    if routine.about:
        lines += [*_wrapped(" ".join(routine.about.split()), width=width), ""]
    for place, step in enumerate(routine.steps, start=1):
        lines += _wrapped(f"{place:>2}. {step.exercise.name}: {dose_in_words(step)}", "    ", width)
        if step.skipped is not None:
            lines += _wrapped(f"    {step.skipped}", "    ", width)
        if step.note:
            lines += _wrapped(f"    {step.note}", "    ", width)
    return lines


def exercise_card(exercise: Exercise) -> list[str]:
    """One exercise of the catalogue to read."""
    lines = [f"{exercise.name}  ({exercise.id})", ""]
    lines += [*_wrapped(" ".join(opening(exercise))), ""]
    for sentence in exercise.how:
        lines += _wrapped(f"- {sentence}", "  ")
    for stage, how in exercise.how_by_stage.items():
        lines += ["", _("In the {stage} stage:").format(stage=stage)]
        for sentence in how:
            lines += _wrapped(f"- {sentence}", "  ")
    lines.append("")
    allowed = _("what a therapist allows in the routine")
    facts = {
        _("Moves"): exercise.muscle,
        _("Often goes wrong"): exercise.mistake,
        _("Camera"): f"{SEEN[exercise.seen]} {exercise.why}",
        _("Watched"): listed(WATCHED[pair] for pair in exercise.watch),
        _("Eyes"): _EYES_SHUT if exercise.eyes_shut else "",
        _("A finger may help"): exercise.finger if exercise.assist_allowed else "",
        _("Stages"): listed(exercise.stages),
        _("First shown by"): _("a therapist") if exercise.taught else "",
        _("Only with"): allowed if exercise.therapist_only else "",
        _("Take care"): " ".join(exercise.cautions),
        _("Dose in the sources"): exercise.source_dose,
        _("Dose here"): f"{_dose(exercise)}. {exercise.dose_reason}",
    }
    for label, fact in facts.items():
        if fact:
            lines += _wrapped(f"{label}: {fact}", "  ")
    return lines


SEEN = {
    "scored": _("Scored, each half by itself."),
    "weakly": _("Scored with low confidence."),
    "counted": _("Repetitions are counted; their size is not shown."),
    "guided": _("Not scored; guided by time."),
}
"""What the camera can do, for `Exercise.seen`."""
WATCHED = {
    "pucker-eye": _("the weak eye narrowing with the lips"),
    "smile-eye": _("the weak eye narrowing with the smile"),
    "closure-corner": _("the corner of the mouth moving with the lids"),
    "brow-corner": _("the corner of the mouth moving with the brow"),
}
"""Linked movement that is watched, for `Exercise.watch`."""


SHOWING_REPS = 3
"""Repetitions that show how large a movement is that day, before a loss can be told from it."""
_FEW = _(
    "Few repetitions: {names}. The first three show the size, so a weak side that tires can "
    "hardly end the set by itself; the person still can."
)


def length(routine: Routine) -> str:
    """How long it takes and how much of it is counted."""
    reps = routine.reps
    of_them = counted(reps, "repetition") if reps else _("no repetitions counted")
    return listed((minutes(routine.seconds), of_them))


def minutes(seconds: float) -> str:
    """A length in words: "7 min 15 s"."""
    whole = round(seconds)
    return f"{whole // 60} min {whole % 60:02d} s" if whole >= 60 else f"{whole} s"


def dose_in_words(step: Step) -> str:
    """The dose of a step, with what stands out about it."""
    words = [_dose_of(step)]
    if step.assist:
        words.append(_("with a helping finger"))
    if step.target_percent < 100.0:
        words.append(
            _("aiming at {target_percent:g} % of the own gentle size").format(
                target_percent=step.target_percent
            )
        )
    if step.pace == "self":
        words.append(_("at your own pace"))
    if step.leave is not None:
        words.append(
            _("allowed by {by} until {until}").format(by=step.leave.by, until=step.leave.until)
        )
    return listed(words)


def findings(routine: Routine) -> list[str]:
    """What a checked routine will be like: time, repetitions, what the camera will see."""
    kept = [step for step in routine.steps if step.skipped is None]
    lines = [
        _("{id}: {length}, for the {stage} stage.").format(
            id=routine.id, length=length(routine), stage=routine.stage
        )
    ]
    seen = {
        _("Scored"): [s for s in kept if s.exercise.seen == "scored"],
        _("Scored with low confidence"): [s for s in kept if s.exercise.seen == "weakly"],
        _("Counted, without their size"): [s for s in kept if s.exercise.seen == "counted"],
        _("Not seen by the camera, guided by time"): [s for s in kept if not s.scored],
        _("Eyes shut, cues by sound"): [s for s in kept if s.exercise.eyes_shut],
        _("Should have been shown by a therapist"): [s for s in kept if s.exercise.taught],
    }
    for label, steps in seen.items():
        if steps:
            lines += _wrapped(f"  {label}: {_names(steps)}.", "    ")
    few = [step for step in kept if _few(step)]
    if few:
        lines += _wrapped(f"  {_FEW.format(names=_names(few))}", "    ")
    for step in routine.steps:
        if step.skipped is not None:
            lines += _wrapped(f"  {step.exercise.id}: {step.skipped}", "    ")
    for name, why in routine.lifts.items():
        lines += _wrapped(
            "  " + _("Beyond the usual limit of {name}: {why}").format(name=name, why=why), "    "
        )
    return lines


def plan_findings(plan: Plan) -> list[str]:
    """What a checked plan asks for: stage, limits, a line a slot, the day of its review."""
    whose = (
        _("A plan for the {stage} stage, by {by}.")
        if plan.by
        else _("A plan for the {stage} stage.")
    )
    most = _("At most {daily_cap} a day, {gap_hours:g} hours apart.").format(
        daily_cap=plan.daily_cap, gap_hours=plan.gap_hours
    )
    lines = [whose.format(stage=plan.stage, by=plan.by), f"  {most}"]
    for slot in sorted(plan.slots, key=lambda slot: slot.at):
        days = listed(slot.days) if slot.days else _("every day")
        turns = joined(slot.routines)
        if len(slot.routines) > 1:
            turns = _("{routines} in turns").format(routines=turns)
        lines.append(f"  {slot.at:%H:%M} {slot.name}: {turns} ({days})")
    if plan.review is not None:
        again = _("To be looked at again on {review}.").format(review=plan.review)
        lines.append(f"  {again}")
    return lines


def _few(step: Step) -> bool:
    """Whether a weak side that tires has hardly a repetition left in which it could show."""
    wanted = SHOWING_REPS + step.thresholds.fatigue.stop_reps
    return step.scored and step.dose.sets == 1 and step.dose.reps < wanted


def _names(steps: Iterable[Step]) -> str:
    return listed(dict.fromkeys(step.exercise.id for step in steps))


def _dose(exercise: Exercise) -> str:
    return _dose_of(Step(exercise=exercise, dose=exercise.dose))


def _dose_of(step: Step) -> str:
    if not step.scored:
        turns = turns_of(step)
        whole = minutes(step.dose.for_s)
        return listed((whole, counted(turns, "time"))) if turns else whole
    times, hold_s = counted(step.dose.reps, "time"), step.dose.hold_s
    if step.dose.sets == 1:
        return _("{times}, held {hold_s:g} s").format(times=times, hold_s=hold_s)
    return _("{sets} of {times}, held {hold_s:g} s").format(
        sets=counted(step.dose.sets, "set"), times=times, hold_s=hold_s
    )


def _wrapped(text: str, indent: str = "", width: int = _WIDTH) -> list[str]:
    return wrapped(text, width, indent, hyphens=False) or [""]
