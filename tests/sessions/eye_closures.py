"""Made-up practices of gentle eye closures."""

from datetime import timedelta

from msgspec.structs import replace

from sessions.engine.interface.commands import KeptRep, KeptRest, KeptStepEnd
from sessions.log.entries import Entry
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import MEASURED, MORNING, header, kept_rest, rep, step

CALIBRATED = replace(MEASURED, eye_full_percent=82.0)


def resting(opening_mm: float = 8.0, *, sure: bool = True, at_s: float = 3.0) -> KeptRest:
    """A rest in which the weak eye is so far open, and the strong one 8 mm."""
    kept = kept_rest(0.0, sure=sure, at_s=at_s)
    assert kept.at_rest is not None
    weak = replace(kept.at_rest.left, eye_mm=opening_mm)
    strong = replace(kept.at_rest.right, eye_mm=8.0)
    return replace(kept, at_rest=replace(kept.at_rest, left=weak, right=strong))


def closure(n: int, affected: float, **changed: object) -> KeptRep:
    """A repetition of the exercise, mm that each eye closed by: the strong one shuts."""
    made = replace(rep(n, affected, unaffected=8.0), **changed)
    return KeptRep(at_s=10.0 * n, step=0, set=1, rep=made)


def closing(
    affected: float = 4.0, *, days_ago: int = 0, known: bool = True, sure: bool = True
) -> SessionRecord:
    """Three closures; at rest both eyes are 8 mm open."""
    said = CALIBRATED if known else MEASURED
    entries: list[Entry] = [said, resting(sure=sure)]
    entries += [closure(n, affected) for n in (1, 2, 3)]
    entries.append(KeptStepEnd(at_s=40.0, step=0, ended="done"))
    when = MORNING - timedelta(days=days_ago)
    return record_of(header(when, "camera:0", step("eye-closure")), entries)


def weeks(*mm: float, known: bool = True) -> list[SessionRecord]:
    """Three practices in each of the last weeks, the latest last."""
    return [
        closing(closed, days_ago=7 * back + day, known=known)
        for back, closed in zip(range(len(mm) - 1, -1, -1), mm, strict=True)
        for day in (0, 1, 2)
    ]
