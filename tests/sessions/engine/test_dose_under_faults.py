"""Whatever goes wrong, nobody is asked for more than was planned, and a stop stays a stop."""

from collections import Counter

import pytest
from msgspec.structs import replace

from sessions.engine.exercise_run import EXTRA_TRIES
from sessions.engine.interface.commands import (
    Cue,
    KeptBlind,
    KeptRep,
    KeptUnseen,
)
from sessions.engine.texts import RAN_BY_THE_CLOCK
from tests.sessions.engine.faulty_session import FAULTS, FaultySession

OVER = ("fatigue", "synkinesis", "overcompensation")


def practised(seeds: range) -> tuple[Counter[str], Counter[str]]:
    """Faults and stops of these sessions, none of which asked for more than its plan."""
    faults: Counter[str] = Counter()
    stops: Counter[str] = Counter()
    for session in map(FaultySession, seeds):
        assert complaints(session) == [], session.seed
        faults.update(session.faults)
        stops.update(stop.verdict.rule for _, stop in session.stops(*OVER))
    return faults, stops


def test_no_fault_raises_the_dose() -> None:
    """Some dozens of sessions, with every kind of fault among them."""
    faults, stops = practised(range(40))

    assert set(faults) == set(FAULTS)
    assert set(stops) == set(OVER)


@pytest.mark.long
def test_no_fault_raises_the_dose_in_thousands_of_sessions() -> None:
    """The same with other ones."""
    faults, stops = practised(range(40, 3_040))

    print(f"3000 sessions, {faults.total()} faults {dict(faults)}, stops {dict(stops)}")
    assert min(faults[fault] for fault in FAULTS) >= 100


def test_more_than_the_plan_is_found_out() -> None:
    """The ledger can complain: beside a plan of fewer repetitions and shorter holds."""
    session = FaultySession(1)
    routine = session.plan.routine
    less = tuple(
        replace(step, dose=replace(step.dose, reps=1, hold_s=0.5)) for step in routine.steps
    )
    session.plan = replace(session.plan, routine=replace(routine, steps=less))

    said = " ".join(complaints(session))
    assert "repetitions of" in said
    assert "started" in said
    assert "hold of" in said


def complaints(session: FaultySession) -> list[str]:
    """What was asked for that the plan does not allow; nothing where all is well."""
    return [*_too_much(session), *_raised(session), *_undone(session), *_silently_blind(session)]


def _too_much(session: FaultySession) -> list[str]:
    """Repetitions over the plan: kept ones, and started ones beyond one for each fault."""
    found: list[str] = []
    if not session.ended:
        found.append("it did not end")
    started = Counter(each.step for each in session.asked)
    for index, step in enumerate(session.plan.routine.steps):
        if not step.scored:
            continue
        dose = step.dose
        counted = Counter(
            entry.set
            for entry in session.kept
            if isinstance(entry, KeptRep | KeptUnseen) and entry.step == index
        )
        unseen = Counter(
            entry.set
            for entry in session.kept
            if isinstance(entry, KeptUnseen)
            and entry.step == index
            and entry.why != RAN_BY_THE_CLOCK
        )
        for number, reps in counted.items():
            allowed = dose.reps + min(EXTRA_TRIES, unseen[number])
            if reps > allowed:
                found.append(f"step {index} set {number}: {reps} repetitions of {allowed}")
            if number > dose.sets:
                found.append(f"step {index}: set {number} of {dose.sets}")
        tries = sum(min(EXTRA_TRIES, unseen[n]) for n in counted)
        allowed = dose.reps * dose.sets + tries + session.fault_count
        if started[index] > allowed:
            found.append(f"step {index}: {started[index]} started, {allowed} allowed")
    return found


def _raised(session: FaultySession) -> list[str]:
    """Targets that rise within an exercise, and holds longer than the plan."""
    found: list[str] = []
    lowest: dict[int, float] = {}
    for each in session.asked:
        before = lowest.get(each.step, 100.0)
        if each.target_percent > before:
            found.append(f"step {each.step}: target {each.target_percent} after {before}")
        lowest[each.step] = min(before, each.target_percent)
    longest = max(s.dose.hold_s for s in session.plan.routine.steps)
    for command in session.commands:
        held = isinstance(command, Cue) and command.phase == "hold" and command.seconds
        if held and held > longest + 1e-6:
            found.append(f"hold of {held} s")
    return found


def _undone(session: FaultySession) -> list[str]:
    """Repetitions asked for after the stop of their exercise, or at full size after a first one."""
    found: list[str] = []
    for at, stop in session.stops("fatigue", "synkinesis"):
        after = [each for each in session.asked if each.step == stop.step and each.at > at]
        if after:
            found.append(f"step {stop.step}: {len(after)} after {stop.verdict.rule}")
    grown: Counter[int] = Counter()
    for at, stop in session.stops("overcompensation"):
        grown[stop.step] += 1
        after = [each for each in session.asked if each.step == stop.step and each.at > at]
        if grown[stop.step] > 1 and after:
            found.append(f"step {stop.step}: {len(after)} after the retry was stopped")
        if any(each.target_percent > 80.0 for each in after):
            found.append(f"step {stop.step}: full size after overcompensation")
    for at, stop in session.stops("self"):
        if stop.verdict.detail["sign"] == "pain" and any(each.at > at for each in session.asked):
            found.append("a repetition after pain")
    return found


def _silently_blind(session: FaultySession) -> list[str]:
    """Exercises done by the clock of which nothing says that no guard worked."""
    unwatched = {
        each.step
        for each in session.commands
        if isinstance(each, KeptUnseen) and each.why == RAN_BY_THE_CLOCK
    }
    said = {each.step for each in session.commands if isinstance(each, KeptBlind)}
    return [f"step {step}: blind, and nothing was said" for step in unwatched - said]
