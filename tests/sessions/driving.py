"""Drives an engine with a face that does exactly what the test says.

It comes 15 frames a second, as many as a slow computer measures: half the work of a quick one.

Not the simulated patient: no reaction time to speak of, no noise but a hair, so that a test knows
what every repetition measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from routines.model import Dose, Exercise, Routine, Step
from routines.movements import MEASURES, MeasureKey, Region
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, Command, Cue, Finished
from sessions.engine.interface.events import Began, Event, Read, RestKnown, Ticked
from sessions.engine.interface.plan import SessionPlan
from sessions.messages import RestTaken
from sessions.readings import Half, Noise, Reading, Reason

Kind = TypeVar("Kind")
FRAME_S = 1 / 15
NOISE = Noise(mm=(0.03,) * len(MEASURES), narrowing_percent=0.5, corner_mm=0.05)
REST = RestTaken(
    calibration=b"",
    begin_s=0.0,
    end_s=1.0,
    short=False,
    left=NOISE,
    right=NOISE,
    mm_per_px=0.5,
)
DAY = date(2026, 3, 2)


def exercise(
    id: str, measure: MeasureKey | None = None, region: Region = "mouth", **more: object
) -> Exercise:
    """A small exercise; `more` are fields of `Exercise`."""
    return Exercise(id=id, name=id, region=region, how=("Softly.",), measure=measure, **more)  # pyright: ignore[reportArgumentType]


def smile(**dose: float) -> Step:
    """A step of closed smiles in another region than `brow`."""
    return Step(
        exercise=exercise("closed-smile", "closed-smile", seen="scored"),
        dose=Dose(**{"reps": 5, **dose}),  # pyright: ignore[reportArgumentType]
    )


def brow(**dose: float) -> Step:
    """A step of brow raises."""
    return Step(
        exercise=exercise("brow-raise", "brow-raise", "brow", seen="scored"),
        dose=Dose(**{"reps": 5, **dose}),  # pyright: ignore[reportArgumentType]
    )


def linked_smile(**dose: float) -> Step:
    """The step of closed smiles, with the eye watched."""
    step = smile(**dose)
    return replace(step, exercise=replace(step.exercise, watch=("smile-eye",)))


def massage(seconds: float = 10.0) -> Step:
    """A guided step."""
    return Step(exercise=exercise("massage-cheek", None, "cheek"), dose=Dose(for_s=seconds))


def plan(*steps: Step, **more: object) -> SessionPlan:
    """A paretic routine of these steps, weak side left."""
    routine = Routine(schema=1, id="test", name="Test", stage="paretic", steps=steps)
    return SessionPlan(routine=routine, side="left", **more)  # pyright: ignore[reportArgumentType]


def reading(
    n: int,
    t_s: float,
    measure: MeasureKey | None,
    left: float,
    right: float,
    reason: Reason | None = None,
    narrowing: float = 0.0,
) -> Reading:
    """One frame in which `measure` reads `left` and `right` mm and nothing else moves but the left
    eye, which narrows by `narrowing` percent."""
    if reason is not None:
        return Reading(n=n, t_s=t_s, reason=reason)

    def half(mm: float, narrowing: float = 0.0) -> Half:
        values = [0.0] * len(MEASURES)
        if measure is not None:
            values[MEASURES.index(measure)] = mm
        return Half(
            mm=tuple(values), narrowing_percent=narrowing, corner_out_mm=0.0, corner_up_mm=0.0
        )

    return Reading(n=n, t_s=t_s, left=half(left, narrowing), right=half(right))


@dataclass
class Drive:
    """An engine being driven. `left` and `right` are the sizes of successive repetitions, mm;
    the last is repeated."""

    engine: Engine
    left: Sequence[float] = (4.0,)
    right: Sequence[float] = (6.0,)
    linked: Sequence[float] = (0.0,)
    """Narrowing of the left eye in successive repetitions, percent at full size."""
    at_s: float = 0.0
    out: list[Command] = field(default_factory=list[Command])
    events: list[Event] = field(default_factory=list[Event])
    reason: Reason | None = None
    """Set to lose the face."""
    answers_rest: bool = True
    """Whether rest is taken as soon as it is asked for."""
    asked: int = 0
    _n: int = 0
    _size: float = 0.0
    _goal: float = 0.0
    _measure: MeasureKey | None = None

    def begin(self) -> "Drive":
        """Send `Began`."""
        self.send(Began(self.at_s))
        return self

    def send(self, event: Event) -> tuple[Command, ...]:
        """Hand over one event; answer what the worker would answer."""
        self.events.append(event)
        commands = self.engine.handle(event)
        self.out.extend(commands)
        for command in commands:
            if isinstance(command, Cue):
                self._hear(command)
            elif isinstance(command, AskForRest) and self.answers_rest:
                self.send(RestKnown(self.at_s, REST))
        return commands

    def frame(self) -> None:
        """One frame of time."""
        self.at_s += FRAME_S
        step = 0.1
        self._size += max(-step, min(step, self._goal - self._size))
        index = max(0, self.asked - 1)
        left = self._size * self.left[min(index, len(self.left) - 1)]
        right = self._size * self.right[min(index, len(self.right) - 1)]
        eye = self._size * self.linked[min(index, len(self.linked) - 1)]
        frame = reading(self._n, self.at_s, self._measure, left, right, self.reason, eye)
        self._n += 1
        self.send(Read(self.at_s, frame))

    def run(self, until: Callable[[], bool] | None = None, limit_s: float = 1200.0) -> "Drive":
        """Frames until `until` holds, or the session is over."""
        end_s = self.at_s + limit_s
        while self.engine.phase != "done" and not (until is not None and until()):
            if self.at_s > end_s:
                raise AssertionError(f"still in {self.engine.phase} after {limit_s} s")
            self.frame()
        return self

    def sleep(self, seconds: float) -> None:
        """Time passes without frames, then one tick."""
        self.at_s += seconds
        self.send(Ticked(self.at_s))

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The commands of one kind so far."""
        return [c for c in self.out if isinstance(c, kind)]

    def _hear(self, cue: Cue) -> None:
        if cue.measure is not None:
            self._measure = cue.measure
        if cue.phase in {"rise", "your-pace"}:
            self.asked += 1
            self._goal = 1.0
        elif cue.phase != "hold":
            self._goal = 0.0

    @property
    def ended(self) -> Finished:
        """How the session ended."""
        return self.of(Finished)[-1]
