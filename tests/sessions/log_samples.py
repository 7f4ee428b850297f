"""Made-up sessions for the tests of journal, records, history, report and export."""

import math
import random
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from routines.model import Dose, Exercise, Routine, Step
from routines.movements import MEASURES, MeasureKey, Side
from sessions.engine.interface.commands import (
    Finished,
    Kept,
    KeptReference,
    KeptRep,
    KeptRest,
    KeptStepEnd,
    KeptVerdict,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.history.summary import SessionSummary, summarise
from sessions.log.entries import CheckIn, Entry, Header, Measured, NoteLine
from sessions.log.journal import Journal
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from sessions.log.record_files import FOLDER, record_name, record_text, save_record
from sessions.readings import CLEAR_FROM, AtRest, Noise, RestHalf
from sessions.reps.rep import HalfRep, Linked, Rep, Verdict
from sessions.storage.private_files import FILE_MODE, private_folder

BERLIN = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 21, 8, 30, tzinfo=BERLIN)
SMILE_BROW_PUCKER: tuple[MeasureKey, ...] = ("open-smile", "brow-raise", "pucker")
NOISE = Noise(mm=(0.1,) * len(MEASURES), narrowing_percent=0.8, corner_mm=0.1)


def step(key: MeasureKey = "open-smile", reps: int = 5) -> Step:
    """A scored exercise named like its measure."""
    exercise = Exercise(
        id=key,
        name=key.replace("-", " ").capitalize(),
        region="mouth",
        how=("Slowly.",),
        seen="scored",
        measure=key,
    )
    return Step(exercise=exercise, dose=Dose(reps=reps))


def massage(skipped: str | None = None) -> Step:
    """A guided exercise."""
    exercise = Exercise(id="massage-cheek", name="Cheek massage", region="cheek", how=("Softly.",))
    return Step(exercise=exercise, dose=Dose(for_s=60), skipped=skipped)


def plan(*steps: Step, side: Side = "left") -> SessionPlan:
    """A plan with these exercises, by default one smile and a massage."""
    routine = Routine(
        schema=1,
        id="daily-gentle",
        name="Gentle daily set",
        stage="paretic",
        steps=steps or (step(), massage()),
        source="library",
    )
    return SessionPlan(routine=routine, side=side)


def header(started: datetime = MORNING, source: str = "camera:0", *steps: Step) -> Header:
    """The beginning of a session."""
    return Header(
        started=started,
        plan=plan(*steps),
        source=source,
        check_in=CheckIn(answers={"tightness": 3, "pain": 0, "note": "slept well"}),
    )


def rep(n: int, affected: float = 4.0, unaffected: float = 8.0, scored: bool = True) -> Rep:
    """A repetition of this size, mm."""
    at = 10.0 * n
    return Rep(
        n=n,
        onset_s=at,
        peak_s=at + 2,
        release_s=at + 6,
        scored=scored,
        reason=None if scored else "head-turned",
        affected=HalfRep(
            excursion_mm=affected, seen=True, percent_of_reference=25 * affected, hold_s=3.0
        ),
        unaffected=HalfRep(
            excursion_mm=unaffected, seen=True, percent_of_reference=12.5 * unaffected, hold_s=3.1
        ),
        symmetry_percent=100 * affected / unaffected if scored else None,
        lag_ms=40.0 if scored else None,
        linked=Linked(eye_narrowing_percent=4.0, other_eye_narrowing_percent=2.0),
    )


def kept_rep(n: int, at_step: int = 0, set_n: int = 1, affected: float = 4.0) -> KeptRep:
    """A repetition as the engine keeps it."""
    return KeptRep(at_s=10.0 * n + 6, step=at_step, set=set_n, rep=rep(n, affected))


def stop(n: int, at_step: int = 0, rule: str = "fatigue", **detail: float | str) -> KeptVerdict:
    """A stop by a guard."""
    verdict = Verdict(
        rule=rule,  # pyright: ignore[reportArgumentType]
        level="stop",
        t_s=10.0 * n + 6,
        rep=n,
        detail=detail or {"drop_percent": 34.0, "limit_percent": 30.0},
        sentence="The weaker side moved 34 % less than at the beginning.",
    )
    return KeptVerdict(at_s=10.0 * n + 6, step=at_step, set=1, verdict=verdict)


MEASURED = Measured(
    at_s=0.5,
    source="camera 0",
    mediapipe="0.10.33",
    model_sha256="64184e22",
    width=640,
    height=480,
    fps=30.0,
    network_banned=True,
)
REST = KeptRest(at_s=3.0, mm_per_px=0.31, left=NOISE, right=NOISE)


def kept_rest(corner_mm: float, *, sure: bool = True, at_s: float = 3.0) -> KeptRest:
    """A rest whose left corner lies this much higher, and whose left eye is open 2 mm wider."""
    right = RestHalf(brow_mm=20.0, eye_mm=9.0, corner_mm=-60.0)
    left = RestHalf(brow_mm=19.5, eye_mm=11.0, corner_mm=-60.0 + corner_mm)
    found = AtRest(left=left, right=right, clear_from=CLEAR_FROM, sure=sure)
    return KeptRest(at_s=at_s, mm_per_px=0.31, left=NOISE, right=NOISE, at_rest=found)


REFERENCE = KeptReference(at_s=40.0, step=0, affected_mm=4.0, unaffected_mm=8.0, origin="today")


def whole(reps: int = 5) -> list[Entry]:
    """A session that was finished."""
    return [
        MEASURED,
        REST,
        *(kept_rep(n) for n in range(1, 4)),
        REFERENCE,
        *(kept_rep(n) for n in range(4, reps + 1)),
        NoteLine(at_s=70.0, text="left side felt lighter"),
        KeptStepEnd(at_s=71.0, step=0, ended="done"),
        KeptStepEnd(at_s=131.0, step=1, ended="done"),
        Finished(at_s=131.0, ended="finished"),
    ]


def many(
    data: Path,
    sessions: int,
    *,
    every_days: float = 1.0,
    until: datetime = MORNING,
    growth_mm: float = 1.5,
    measures: tuple[MeasureKey, ...] = SMILE_BROW_PUCKER,
    seed: int = 7,
    source: str = "camera:0",
) -> list[Path]:
    """Write this many records with slowly growing movement, the last at `until`."""
    made = _many(sessions, every_days, until, growth_mm, measures, seed, source)
    return [_put(data, record, content) for record, content in made]


def ten_weeks(growth_mm: float) -> list[SessionSummary]:
    """What the index says of six practices a week, without files."""
    made = _many(60, 7 / 6, MORNING, growth_mm, SMILE_BROW_PUCKER, 7, "camera:0")
    return [summarise(record) for record, _ in made]


@cache
def _many(
    sessions: int,
    every_days: float,
    until: datetime,
    growth_mm: float,
    measures: tuple[MeasureKey, ...],
    seed: int,
    source: str,
) -> tuple[tuple[SessionRecord, bytes], ...]:
    """The records and their texts, made once for all tests that want the same."""
    chance = random.Random(seed)
    steps = tuple(step(key) for key in measures)
    records = (
        record_of(
            header(until - timedelta(days=every_days * (sessions - 1 - i)), source, *steps),
            _varied(i, sessions, growth_mm, measures, chance),
        )
        for i in range(sessions)
    )
    return tuple((record, record_text(record).encode()) for record in records)


def _put(data: Path, record: SessionRecord, content: bytes) -> Path:
    """As `save_record`, without looking whether it is there under another name, and without waiting
    for the disk."""
    started = record.started
    path = data / FOLDER / f"{started.year:04d}" / f"{record_name(started)}.toml"
    if path.exists():
        return save_record(data, record)
    return put_private(path, content)


def put_private(path: Path, content: bytes) -> Path:
    """A file as the program writes it, without waiting for the disk."""
    private_folder(path.parent)
    path.touch(FILE_MODE)
    path.write_bytes(content)
    return path


def _varied(
    i: int,
    sessions: int,
    growth_mm: float,
    measures: tuple[MeasureKey, ...],
    chance: random.Random,
) -> list[Entry]:
    entries: list[Kept | Measured | NoteLine] = [MEASURED, kept_rest(-2.4)]
    stopped = i % 7 == 3
    for at_step, key in enumerate(measures):
        today = chance.gauss(0, 0.3)
        size = 3.0 + growth_mm * i / max(1, sessions - 1) + today
        for n in range(1, 6):
            affected = size + chance.gauss(0, 0.25)
            unaffected = 8.0 + chance.gauss(0, 0.3)
            entries.append(
                KeptRep(
                    at_s=60.0 * at_step + 10.0 * n,
                    step=at_step,
                    set=1,
                    rep=rep(n, affected, unaffected, scored=not (n == 2 and i % 5 == 0)),
                )
            )
        if stopped and at_step == 1:
            entries.append(stop(5, at_step, "overcompensation" if i % 2 else "fatigue"))
        ended = "stopped" if stopped and at_step == 1 else "done"
        entries.append(KeptStepEnd(at_s=60.0 * (at_step + 1), step=at_step, ended=ended))
        assert math.isfinite(size), key
    if i % 4 == 0:
        entries.append(NoteLine(at_s=179.0, text=f"note {i}: a little tight in the morning"))
    entries.append(Finished(at_s=180.0, ended="finished"))
    return list(entries)


def written(journal: Journal) -> Path:
    """Finish a journal whose disk makes no trouble; the record's path."""
    path = journal.finish()
    assert path is not None, journal.trouble
    return path
