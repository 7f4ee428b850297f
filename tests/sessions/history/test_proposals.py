"""Suggestions from the log: asked on good evidence, never raised on thin or noisy data."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from routines.model import Dose, Routine, Step
from routines.movements import MeasureKey, Region, Stage
from sessions.history.proposals import proposals
from sessions.history.summary import ExerciseSummary, SessionSummary, StopSummary
from tests.sessions.driving import exercise

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def routine(reps: int = 5, hold_s: float = 3.0) -> Routine:
    """A routine of one smile."""
    dose = Dose(reps=reps, hold_s=hold_s)
    step = Step(exercise=exercise("closed-smile", "closed-smile", seen="scored"), dose=dose)
    return Routine(schema=1, id="r", name="R", stage="paretic", steps=(step,))


def smile(
    affected_mm: float = 4.0,
    *,
    measure: MeasureKey = "closed-smile",
    ended: str = "done",
    counted: int = 5,
) -> ExerciseSummary:
    """One exercise of a session."""
    return ExerciseSummary(
        id=measure,
        name=measure,
        measure=measure,
        ended=ended,
        sets=1,
        reps=5,
        counted=counted,
        unseen=0,
        unscored={},
        low_confidence=0,
        affected_mm=affected_mm,
        unaffected_mm=8.0,
        symmetry_percent=None,
        lag_ms=None,
        eye_narrowing_percent=None,
        corner_mm=None,
        cautions=0,
        effort_of_ten=None,
        seconds_guided=0.0,
        affected_seen=affected_mm > 1.0,
    )


def session(
    day: int, *exercises: ExerciseSummary, stop: str = "", stage: Stage = "paretic"
) -> SessionSummary:
    """A session on one day; `stop` is the rule that ended a set."""
    return SessionSummary(
        id=str(day),
        started=FIRST + timedelta(days=day),
        ended="finished",
        why="",
        seconds=400.0,
        side="left",
        stage=stage,
        routine_id="r",
        routine_name="R",
        source="camera",
        simulated=False,
        known_linked=False,
        exercises=exercises or (smile(),),
        stops=(StopSummary("closed-smile", stop, "", ""),) if stop else (),
        check_in={},
        notes=(),
        overrides=(),
    )


def kinds(sessions: list[SessionSummary], of: Routine, stage: Stage = "paretic") -> list[str]:
    """What is suggested."""
    return [p.kind for p in proposals(sessions, of, stage)]


def test_calm_weeks_allow_a_longer_hold_first() -> None:
    """Eight sessions without a stop: hold before repetitions."""
    (proposal,) = proposals([session(d) for d in range(8)], routine(), "paretic")

    assert (proposal.kind, proposal.hold_s, proposal.exercise) == ("longer-hold", 5, "closed-smile")
    assert "8 of the last 8" in proposal.because


def test_then_one_more_repetition_and_never_beyond_eight() -> None:
    """With the hold at five seconds the repetitions grow, up to the range's end."""
    calm = [session(d) for d in range(8)]

    assert kinds(calm, routine(hold_s=5.0)) == ["one-more"]
    assert kinds(calm, routine(hold_s=5.0, reps=8)) == []


def test_few_sessions_raise_nothing() -> None:
    """Seven are not eight."""
    assert kinds([session(d) for d in range(7)], routine()) == []


def test_three_stops_in_eight_raise_nothing() -> None:
    """Five calm sessions are too few."""
    sessions = [session(d, stop="fatigue" if d < 3 else "") for d in range(8)]

    assert kinds(sessions, routine()) == []


def test_noisy_sessions_raise_nothing() -> None:
    """When over a quarter of the repetitions did not count."""
    sessions = [session(d, smile(counted=3)) for d in range(8)]

    assert kinds(sessions, routine()) == []


def test_an_exercise_stopped_twice_steps_back() -> None:
    """One repetition fewer, and at the shortest set a shorter hold."""
    stopped = [session(d, smile(ended="stopped"), stop="fatigue") for d in range(2)]
    (fewer,) = proposals(stopped, routine(), "paretic")
    (shorter,) = proposals(stopped, routine(reps=3), "paretic")

    assert (fewer.kind, fewer.reps) == ("step-back", 4)
    assert (shorter.kind, shorter.hold_s) == ("step-back", 2.0)


def test_linked_movement_on_three_days_is_asked_about() -> None:
    """Days, not sets."""
    days = [session(d, stop="synkinesis") for d in range(3)]

    assert kinds(days[:2], routine()) == []
    assert kinds(days, routine()) == ["linked"]


def test_a_still_weak_side_is_asked_about_once_all_regions_were_still() -> None:
    """Brow, smile and pucker under a millimetre and a tenth of the other side."""
    still = [
        smile(0.3, measure="brow-raise"),
        smile(0.2, measure="open-smile"),
        smile(0.4, measure="pucker"),
    ]

    assert kinds([session(0, *still)], routine()) == ["nothing-seen"]
    assert kinds([session(0, *still[:2])], routine()) == []
    moving = replace(still[0], affected_mm=2.0)
    assert kinds([session(0, moving, *still[1:])], routine()) == []


def test_while_nothing_moves_only_the_weekly_look_asks() -> None:
    """No practice of its stage is a reason to suggest anything."""
    assert kinds([session(d, stage="flaccid") for d in range(3)], routine(), "flaccid") == []


def test_what_is_not_wished_for_is_not_raised() -> None:
    """Regions that were ticked choose; a step back is suggested wherever it is due."""
    calm = [session(d) for d in range(8)]
    tired = [replace(session(d), exercises=(smile(ended="stopped"),)) for d in range(2)]

    def raised(*regions: Region) -> list[str]:
        return [p.kind for p in proposals(calm, routine(), "paretic", regions)]

    assert raised() == raised("mouth") == raised("eye", "mouth") == ["longer-hold"]
    assert raised("eye") == []
    assert [p.kind for p in proposals(tired, routine(), "paretic", ("eye",))] == ["step-back"]
