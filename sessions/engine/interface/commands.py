"""Everything a session asks for: cues to give, rest to take, and what to keep.

The engine only returns these; the conductor performs them. The `Kept` ones go into the
journal as they are, in order, so that an unfinished session can be read back from them.
"""

from typing import Literal, get_args

import msgspec

from routines.guided import Moment
from routines.movements import MeasureKey
from sessions.guards.look import Look
from sessions.readings import AtRest, Noise
from sessions.reps.rep import Rep, Verdict

Phase = Literal[
    "finding-face",
    "taking-rest",
    "demonstration",
    "ready",
    "rise",
    "hold",
    "release",
    "rest",
    "your-pace",
    "assist",
    "fingers-off",
    "guided",
    "between",
    "release-step",
    "stopped",
    "relax",
    "resuming",
    "paused",
    "done",
]
"""Where a session stands. `demonstration` is the card that shows how a movement is done before
it is done the first time, `rest` is between reps, `between` between sets and exercises,
`release-step` where a part that moved along is relaxed before a smaller try, `stopped` the card
after a stop, `relax` a rest the person chose, `resuming` the countdown after a pause;
`paused` occurs in cues only, a paused session keeps its phase. See `states`."""

Ending = Literal["finished", "stopped", "abandoned"]
StepEnding = Literal["done", "stopped", "skipped", "left-out"]


class Cue(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A phase begins: show it, sound it, let the simulated patient hear it."""

    at_s: float
    phase: Phase
    seconds: float | None
    """How long the phase is meant to last; None where it waits."""
    exercise: str = ""
    measure: MeasureKey | None = None
    target_percent: float = 100.0


class GuidedCue(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Within a guided step the next sentence, or the next part of a turn, begins."""

    at_s: float
    exercise: str
    eyes_shut: bool
    moment: Moment


class Hint(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Feedback during a repetition, such as "smaller, softer"."""

    at_s: float
    verdict: Verdict


class Judged(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """What the guards compared in the repetition just kept; nothing where it was not judged."""

    at_s: float
    step: int
    set: int
    rep: int
    looks: tuple[Look, ...]


class AskForRest(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The worker is to take rest from now."""

    at_s: float
    seconds: float


class KeptRest(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Rest was taken, with this jitter and these heights."""

    at_s: float
    mm_per_px: float
    left: Noise
    right: Noise
    at_rest: AtRest | None = None
    iris_mm_per_px: float | None = None
    """As in `sessions.messages.RestTaken`."""


class KeptReference(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The gentle reference of one exercise is known."""

    at_s: float
    step: int
    affected_mm: float
    unaffected_mm: float
    origin: Literal["today", "usual", "therapist"]


class KeptRep(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A repetition was confirmed by movement. `step` counts from 0, `set` and `rep.n` from 1."""

    at_s: float
    step: int
    set: int
    rep: Rep
    target_percent: float = 100.0
    hidden: bool = False
    """Whether it was done without seeing the meters."""


class KeptUnseen(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A repetition was asked for that the camera could not confirm: no movement was seen, or
    the exercise ran by the clock alone. `why` says which."""

    at_s: float
    step: int
    set: int
    why: str


class KeptVerdict(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A caution or a stop, with its rule, numbers, thresholds and the sentence shown."""

    at_s: float
    step: int
    set: int
    verdict: Verdict


class KeptPause(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The session paused or (empty `why`) went on."""

    at_s: float
    why: str


class KeptBlind(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A guard cannot work here; the person decides when to stop."""

    at_s: float
    step: int
    why: str


class KeptStepEnd(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """An exercise is over."""

    at_s: float
    step: int
    ended: StepEnding
    why: str = ""


class Finished(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The session is over; always the last command. `why` in plain words where it was cut short."""

    at_s: float
    ended: Ending
    why: str = ""


Kept = (
    KeptRest
    | KeptReference
    | KeptRep
    | KeptUnseen
    | KeptVerdict
    | KeptPause
    | KeptBlind
    | KeptStepEnd
    | Finished
)
KEPT_TYPES: tuple[type, ...] = get_args(Kept)
Command = Cue | GuidedCue | Hint | Judged | AskForRest | Kept
