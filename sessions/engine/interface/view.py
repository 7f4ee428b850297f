"""All that a screen needs to draw, in one frozen value. Screens draw it; they decide nothing."""

from typing import Literal, NamedTuple

import msgspec

from routines.guided import Moment
from routines.movements import MeasureKey, Side, Watch
from sessions.engine.interface.commands import Ending, Phase
from sessions.engine.interface.events import Feeling
from sessions.guards.synkinesis import LinkedNow, LinkedReading
from sessions.readings import FaceBox, Load, Method, Pose, Reason, Turn
from sessions.reps.rep import Level, Rep, Rule, Verdict

Role = Literal["affected", "unaffected"]
StopChoice = Literal["rest", "next", "enough", "continue"]
AfterStop = Literal["retry", "next", "end", "choose", "care"]
"""What follows a stop card: the same exercise again, the next one, the end of the session, what
the person chooses, or massage and care alone."""


class ReadFor(NamedTuple):
    """What the readings of a moment are read for."""

    measure: MeasureKey
    corners: bool
    """Whether the mouth corners are watched."""


class Meter(msgspec.Struct, frozen=True, kw_only=True):
    """One half's live excursion."""

    role: Role
    side: Side
    percent: float | None
    """Of own gentle reference; None while there is none or the frame is not scored."""
    mm: float | None
    band: tuple[float, float] | None
    """Target band in percent; None while the reference is being found."""
    level: Level | None = None
    """A hint or caution that holds at this moment."""
    doubtful: bool = False
    """Whether this movement is not to be trusted at this moment; it has no number then."""
    coarse: bool = False
    """Whether it never is, at no rest."""


class StopCard(msgspec.Struct, frozen=True, kw_only=True):
    """Why the set ended and what may follow."""

    verdict: Verdict
    what_next: str
    """One sentence: what happens by itself, if anything does."""
    choices: tuple[StopChoice, ...]
    exercise: str = ""
    """Name of the exercise it is about."""
    follows: AfterStop = "next"
    """What it leads to by itself, or by Enter."""
    begun: bool = True
    """Whether a repetition of the exercise, or a part of its time, was done."""
    own: bool = False
    """The person stopped, and chooses what follows."""
    feeling: Feeling | None = None
    """How the person said it felt."""
    may_take_rest: bool = False
    """Whether the face may be taken at rest anew before going on."""
    offers_care: bool = False
    """Nothing moved yet: "next" leads to massage and care alone."""


class SessionView(msgspec.Struct, frozen=True, kw_only=True):
    """The session as it stands at `at_s`."""

    at_s: float
    phase: Phase
    seconds_left: float | None
    seconds_total: float | None
    paused: str | None
    """Why the session is paused, in plain words; None while it runs."""
    paused_reason: str | None
    """A reading's reason, or "person", "camera", "asleep"."""
    step: int
    steps: int
    exercise_id: str
    exercise_name: str
    how: tuple[str, ...]
    mistake: str
    eyes_shut: bool
    scored: bool
    set: int
    sets: int
    rep: int
    """The rep being done, from 1."""
    reps: int
    finding_reference: bool
    """True during the first gentle reps, while the own size is being found."""
    target_percent: float
    meters: tuple[Meter, Meter] | None
    """Affected first."""
    hint: str
    """The short words for now: a hint, a caution, what was not seen; empty if there is nothing."""
    last_rep: Rep | None
    reading_reason: Reason | None
    turned: Turn | None = None
    """Why the head cannot be rest; the reason is "head-turned" then."""
    computer_busy: bool
    """Whether "slow" is the computer's doing: the camera sends enough pictures."""
    method: Method | None
    pose: Pose | None
    face: FaceBox | None
    outline: tuple[float, ...]
    fps: float
    may_go_by_clock: bool
    """Whether the session waits for the camera and can go on without it."""
    blind: tuple[str, ...]
    """Why a guard cannot work here; while there are any the person decides when to stop."""
    linked_now: LinkedNow
    """Whether something moves along at this moment, as far as it is watched."""
    stop: StopCard | None
    just_stopped: bool = False
    """The card of a stop was left, and nothing was done since: how it felt can still be said."""
    next_name: str
    """The next exercise's name; empty at the last one."""
    progress: float
    """Share of the routine behind us, 0 to 1."""
    ended: Ending | None
    why_ended: str
    moment: Moment | None = None
    """Where a guided step stands: the sentence told, or the part of which turn."""
    linked: LinkedReading | None = None
    """What moves along at this moment, beside its limit; None where nothing is read."""
    ladder_percent: float | None = None
    """The step of the ladder this exercise began at; None where there is no ladder."""
    start_percent: float = 100.0
    """What this exercise aims at as soon as the own gentle size is known, percent of it."""
    fingers: tuple[Watch, ...] = ()
    """The pairs nobody watches, because a finger rests on the part that is to stay quiet."""
    clock_offered: bool = False
    """Whether going on by the clock is to be offered now: the camera gives trouble."""
    taking_long: str = ""
    """That the camera, or taking rest, takes long; empty while it does not."""
    load: Load = "every-frame"
    """How much the worker measures."""
    load_told: str = ""
    """That the computer reads more or fewer pictures than before; empty but for a while after."""
    caution: Rule | None = None
    """The rule of the caution that `hint` is; None where it is none."""
    hidden: bool = False
    """Whether the meters are hidden in this repetition; guards watch all the same."""
    last_hidden: bool = False
    """Whether they were in `last_rep`."""
    text: str = ""
    """What is read aloud in this exercise, several lines; empty in most."""
