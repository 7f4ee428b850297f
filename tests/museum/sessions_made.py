"""Short sessions for the museum: an exercise or two, few repetitions, texts left out."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.model import Dose, Exercise, Kind, Routine, Step
from routines.movements import Side
from routines.reading.library import find
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.engine.interface.events import ActionRequested, Event, Felt
from sessions.engine.interface.plan import SessionPlan
from sessions.simulator.profile import Profile, load_profile
from tests.museum.outcome import kept_in
from tests.museum.seen import Seen, a_second, all_of, nothing
from tests.sessions.decisions.heard import HeardSession

TODAY = date(2026, 11, 21)
PAUSE = ActionRequested(0.0, "pause")
RESUME = ActionRequested(0.0, "resume")
ENTER = ActionRequested(0.0, "continue")
BY_CLOCK = ActionRequested(0.0, "by-clock")
NEXT = ActionRequested(0.0, "next")
PAIN = Felt(0.0, "pain")


def do(exercise_id: str, reps: int = 4, **more: Any) -> Step:
    """An exercise of the catalogue with a short dose; `more` are further fields of dose or step."""
    of_step = {key: more.pop(key) for key in ("pace", "assist", "skipped") if key in more}
    dose: dict[str, Any] = {"rest_s": 2.0, "between_s": 3.0, "for_s": 10.0, **more, "reps": reps}
    return Step(exercise=_wordless(exercises()[exercise_id]), dose=Dose(**dose), **of_step)


def of_library(routine_id: str, reps: int = 1) -> tuple[Step, ...]:
    """The steps of a routine of the program, each done shortly."""

    def short(step: Step) -> Step:
        dose = replace(step.dose, sets=1, reps=reps, rest_s=2.0, between_s=2.0, for_s=4.0)
        return replace(step, exercise=_wordless(step.exercise), dose=dose, note="", text="")

    return tuple(short(step) for step in find(routine_id, today=TODAY).steps)


def _wordless(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        how=("Slowly.",),
        how_by_stage={},
        muscle="",
        mistake="",
        why="",
        finger="",
        cautions=(),
        texts=(),
        source_dose="",
        dose_reason="",
    )


def plan_of(
    name: str, steps: tuple[Step, ...], side: Side, kind: Kind = "practice", **more: Any
) -> SessionPlan:
    """The plan of a session of these steps; `more` are further fields of it."""
    routine = Routine(
        schema=1,
        id=name,
        name=name,
        stage="synkinetic" if more.get("known_linked") else "paretic",
        steps=steps,
        kind=kind,
        source="library",
    )
    return SessionPlan(routine=routine, side=side, **more)


class Made(NamedTuple):
    """How a session is made anew."""

    steps: tuple[Step, ...]
    profile: str | Profile = "steady"
    seen: tuple[Seen, ...] = ()
    happens: Mapping[float, Event] = {}
    """By seconds from the beginning."""
    rate: int = 15
    """Readings a second."""
    seed: int = 1
    side: Side = "left"
    kind: Kind = "practice"
    killed_s: tuple[float, ...] = ()
    """The program is killed so many seconds into each stretch but the last."""
    still_s: tuple[float, float] = (0.0, 0.0)
    """The computer stands still between these seconds."""
    most_s: float = 150.0
    plan: Mapping[str, Any] = {}
    """Further fields of the plan."""

    def session(self, name: str) -> KeptDecisions:
        """The session and what is kept of it."""
        plan = plan_of(name, self.steps, self.side, self.kind, **self.plan)
        made = self._stretch(plan, 0)
        for n in range(len(self.killed_s)):
            going_on = replace(plan, kept=kept_in(made))
            later = self._stretch(going_on, n + 1)
            made = replace(made, stretches=made.stretches + later.stretches)
        return replace(made, session=name)

    def _stretch(self, plan: SessionPlan, n: int) -> KeptDecisions:
        profile = load_profile(self.profile) if isinstance(self.profile, str) else self.profile
        first = n == 0
        begin, end = (round(10 * each) for each in self.still_s)
        seen = (*self.seen, nothing(*self.still_s)) if first else ()
        return HeardSession(
            plan,
            profile,
            self.seed + n,
            {round(10 * at_s): event for at_s, event in self.happens.items()} if first else None,
            self.killed_s[n] if n < len(self.killed_s) else self.most_s,
            seen=all_of(a_second(self.rate), *seen),
            still=range(begin, end) if first else range(0),
        ).decisions
