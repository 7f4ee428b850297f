"""What only shows when a routine is put together: stages, length, counts, limits in order.

Leaves are not asked about here: a routine must keep its bounds on the day when every step runs.
"""

from msgspec import structs

from routines.bounds import EXERCISES, LIFTED, ORDERED, SESSION_MINUTES, SESSION_REPS
from routines.language import _
from routines.model import Routine, Step
from routines.reading.drafts import RoutineDraft, StepDraft
from routines.reading.report import ReadingReport
from routines.stages import is_weekly_look


def check_whole(report: ReadingReport, draft: RoutineDraft, routine: Routine) -> None:
    """Note everything that stands against running `routine` as a whole.

    Beside keys that are wrong already, nothing is said that may be so only because of them.
    """
    count = len(routine.steps)
    if not draft.lost and not EXERCISES.low <= count <= EXERCISES.high:
        report.add(
            ("exercise",),
            _("the routine"),
            _("{low:g} to {high:g} exercises, each under [[exercise]]").format(
                low=EXERCISES.low, high=EXERCISES.high
            ),
            str(count),
        )
    if draft.stage is not None:
        _check_stages(report, draft, routine)
    _check_length(report, routine)
    _check_order(report, draft, routine)
    if not draft.lost:
        _check_leaves(report, draft)


def _check_stages(report: ReadingReport, draft: RoutineDraft, routine: Routine) -> None:
    if is_weekly_look(routine):
        return
    wanted = (routine.stage, *routine.also_for)
    for written in draft.steps:
        exercise = written.exercise
        for stage in wanted:
            if stage in exercise.stages or not exercise.active:
                continue  # touch and care that do not fit a stage are skipped in it (for_person)
            if stage == "flaccid":
                expected = _("massage, calm or care: nothing active is done in a flaccid stage")
            else:
                fits = ", ".join(exercise.stages)
                expected = _("an exercise for the {stage} stage; this one is for {fits}").format(
                    stage=stage, fits=fits
                )
            report.add(
                (*written.path, "do"),
                f"{written.name}, do",
                expected,
                exercise.id,
            )
            break


def _check_order(report: ReadingReport, draft: RoutineDraft, routine: Routine) -> None:
    """A caution comes no later than its stop, defaults included."""
    noted: set[tuple[str, str]] = set()
    for written, step in zip(draft.steps, routine.steps, strict=True):
        for guard, earlier, later in ORDERED:
            limits = getattr(step.thresholds, guard)
            first, second = getattr(limits, earlier), getattr(limits, later)
            if first <= second or _refused(report, written, guard, (earlier, later)):
                continue
            own = guard in written.guards
            if not own and (guard, earlier) in noted:
                continue
            noted.add((guard, earlier))
            given = (written.guards if own else draft.guards).get(guard, {})
            key = later if later in given else earlier
            found = second if key == later else first
            expected = (
                _("at least {first:g}, the value of {earlier}").format(first=first, earlier=earlier)
                if key == later
                else _("at most {second:g}, the value of {later}").format(
                    second=second, later=later
                )
            )
            path = (*written.path, "guards", guard, key) if own else ("guards", guard, key)
            name = f"guards, {guard}, {key}"
            name = f"{written.name}, {name}" if own else name
            report.add(path, name, expected, f"{found:g}")


def _refused(report: ReadingReport, written: StepDraft, guard: str, keys: tuple[str, str]) -> bool:
    """Whether one of the limits is the usual one only because what stood there was refused."""
    tables = ((*written.path, "guards", guard), ("guards", guard))
    return any(report.noted(*table, key) for table in tables for key in keys)


def _check_leaves(report: ReadingReport, draft: RoutineDraft) -> None:
    there = {step.exercise.id for step in draft.steps}
    for written in draft.allows:
        exercise = written.leave.exercise
        if exercise not in there:
            report.add(
                (*written.path, "exercise"),
                f"{written.name}, exercise",
                _("an exercise that stands in this routine"),
                f'"{exercise}"',
            )


def _check_length(report: ReadingReport, routine: Routine) -> None:
    everything = structs.replace(routine, steps=tuple(_running(s) for s in routine.steps))
    lifted = "session_minutes" in routine.lifts
    most = (LIFTED["session_minutes"] if lifted else SESSION_MINUTES).high
    minutes = everything.seconds / 60
    if minutes > most:
        report.add(
            ("exercise",),
            _("the routine"),
            _(
                "at most {most:g} minutes in all (fewer exercises, or split it into two routines)"
            ).format(most=most),
            _("{minutes:.1f} minutes").format(minutes=minutes),
        )
    if everything.reps > SESSION_REPS.high:
        report.add(
            ("exercise",),
            _("the routine"),
            _("at most {high:g} {unit}").format(high=SESSION_REPS.high, unit=_(SESSION_REPS.unit)),
            str(everything.reps),
        )


def _running(step: Step) -> Step:
    return structs.replace(step, skipped=None)
