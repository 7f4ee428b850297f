"""Made-up days of practice on disk, for what is asked afterwards."""

from pathlib import Path

from msgspec.structs import replace

from routines.model import Routine
from routines.reading.library import find
from sessions.engine.interface.commands import Finished, KeptStepEnd
from sessions.engine.interface.plan import SessionPlan
from sessions.log.entries import Entry
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.readings import CLEAR_FROM, AtRest, RestHalf
from sessions.reps.rep import Linked
from tests.sessions.log_samples import MEASURED, REFERENCE, REST, header, kept_rep, stop
from tests.tui.kept_folders import lay_down
from tests.tui.people import DAY, MORNING

DAILY = find("daily-gentle")


def practised(data: Path, sessions: int, *, affected_mm: float = 4.0, stopped: int = 0) -> None:
    """So many days of the daily set; the last `stopped` of them ended early in every exercise."""
    lay_down(data, _practise, sessions=sessions, affected_mm=affected_mm, stopped=stopped)


def _practise(data: Path, sessions: int, affected_mm: float, stopped: int) -> None:
    for ago in range(sessions, 0, -1):
        entries: list[Entry] = [MEASURED, REST, REFERENCE]
        for at, step in enumerate(DAILY.steps):
            early = step.scored and ago <= stopped
            if step.scored:
                entries += [kept_rep(n, at, affected=affected_mm) for n in range(1, 6)]
            if early:
                entries.append(stop(5, at))
            entries.append(KeptStepEnd(at_s=60.0, step=at, ended="stopped" if early else "done"))
        entries.append(Finished(at_s=400.0, ended="finished"))
        head = replace(
            header(MORNING - ago * DAY, "sim:steady"),
            plan=SessionPlan(routine=DAILY, side="left"),
        )
        save_record(data, record_of(head, entries))


def checked_up(data: Path) -> Routine:
    """A check-up of this morning in which the eye narrowed with the smile, twice."""
    routine = find("check-up")
    at = next(n for n, step in enumerate(routine.steps) if step.exercise.measure == "closed-smile")
    along = Linked(eye_narrowing_percent=30.0, other_eye_narrowing_percent=2.0)
    kept = [kept_rep(n, at) for n in (1, 2)]
    head = replace(
        header(MORNING - DAY, "sim:steady"), plan=SessionPlan(routine=routine, side="left")
    )
    entries: list[Entry] = [
        MEASURED,
        REST,
        *(replace(each, rep=replace(each.rep, linked=along)) for each in kept),
        KeptStepEnd(at_s=60.0, step=at, ended="done"),
        Finished(at_s=400.0, ended="finished"),
    ]
    save_record(data, record_of(head, entries))
    return routine


def eyes_checked(data: Path) -> Routine:
    """A check-up with a camera in which the better eye, open by 9 mm, closed by 7.2 mm."""
    routine = find("check-up")
    at = next(n for n, step in enumerate(routine.steps) if step.exercise.measure == "eye-closure")
    half = RestHalf(brow_mm=25.0, eye_mm=9.0, corner_mm=-60.0)
    kept = [kept_rep(n, at) for n in (1, 2, 3)]
    shut = replace(kept[0].rep.unaffected, excursion_mm=7.2)
    eyes = AtRest(left=half, right=half, clear_from=CLEAR_FROM, sure=True)
    entries: list[Entry] = [
        MEASURED,
        replace(REST, at_rest=eyes),
        *(replace(each, rep=replace(each.rep, unaffected=shut)) for each in kept),
        KeptStepEnd(at_s=60.0, step=at, ended="done"),
        Finished(at_s=400.0, ended="finished"),
    ]
    plan = SessionPlan(routine=routine, side="left")
    save_record(data, record_of(replace(header(MORNING - DAY, "camera:0"), plan=plan), entries))
    return routine
