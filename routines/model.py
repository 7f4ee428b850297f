"""Routines as they are run: every dose and threshold resolved, nothing left to look up.

`reader` turns a therapist's TOML into a `Routine` or a list of errors; the engine takes it
from there. Durations are seconds.
"""

from datetime import date
from typing import Literal, get_args

import msgspec

from routines.language import gettext_noop
from routines.movements import MeasureKey, Region, Stage, Watch
from routines.thresholds import Thresholds

Seen = Literal["scored", "weakly", "counted", "guided"]
"""What the camera can do for an exercise: score it, score it with low confidence, only time it."""

READY_S = 5.0
"""Before each set: posture, and two seconds to find the muscle. The engine keeps to it."""
FINGERS_OFF_S = 2.0
"""A helping finger leaves the face before the hold is scored; each repetition is that longer."""

Pace = Literal["timed", "self"]
LedBy = Literal["tones", "words", "lines", "nothing"]
"""What leads somebody who cannot look: tones, spoken words alone, lines of text for a screen
reader, or nothing."""
Sides = Literal["both", "weak", "strong"]

Kind = Literal["practice", "first-look", "weekly-look", "record"]
"""Practice; a first look without goals; one gentle try of each region while nothing moves yet; a
record for comparing weeks."""

PACES: tuple[Pace, ...] = get_args(Pace)
KINDS: tuple[Kind, ...] = get_args(Kind)


class Dose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often and how long. `for_s` is for guided steps, `breath_in_s` and `breath_out_s` for a
    paced breath, the others for repetitions."""

    sets: int = 1
    reps: int = 5
    rise_s: float = 2.0
    hold_s: float = 3.0
    release_s: float = 2.0
    rest_s: float = 4.0
    between_s: float = 25.0
    """Rest after the exercise, and between its sets."""
    for_s: float = 60.0
    breath_in_s: float = 4.0
    breath_out_s: float = 6.0
    """One paced breath; it is never held."""

    @property
    def rep_s(self) -> float:
        """One repetition with its rest, seconds."""
        return self.rise_s + self.hold_s + self.release_s + self.rest_s


class CueWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words a movement is led with, on the screen, in lines of text and spoken."""

    move: str = gettext_noop("Move")
    hold: str = gettext_noop("Stay")
    release: str = gettext_noop("Let go")
    falls: bool = False
    """The movement goes down, as a closing lid: its tone falls, and the tone of the way back
    rises."""


class GuidedTurn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One turn of a guided step, in seconds. How many there are follows from the step's time."""

    move_s: float = 2.0
    hold_s: float = 3.0
    release_s: float = 2.0
    rest_s: float = 3.0
    change_sides: bool = False
    """The rest between two turns is for changing sides, and its cue says so."""

    @property
    def seconds(self) -> float:
        """All four parts."""
        return self.move_s + self.hold_s + self.release_s + self.rest_s


class Exercise(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the catalogue: something a person does, and what the camera can see of it."""

    id: str
    name: str
    region: Region
    how: tuple[str, ...]
    """Two to five short sentences. Effort 2-3 of 10, both sides, slow."""
    how_by_stage: dict[Stage, tuple[str, ...]] = {}
    """Where a stage needs other hands or another side: these sentences in place of `how`."""
    cues: CueWords = CueWords()
    sides: Sides = "both"
    """Which half is asked to move. One side alone is never told that both go together."""
    turn: GuidedTurn | None = None
    """For a guided step: what is counted. Without one the step is only timed."""
    turn_by_stage: dict[Stage, GuidedTurn] = {}
    """Where a stage turns otherwise, as on one side only: this in place of `turn`."""
    stations: tuple[str, ...] = ()
    """For a guided step: places or parts that follow one another, the time shared out."""
    paced_breath: bool = False
    """For a guided step: after its sentences the breath is led, in and out, as the dose says."""
    muscle: str = ""
    mistake: str = ""
    seen: Seen = "guided"
    why: str = ""
    """Why it is scored the way it is, or why the camera cannot see it."""
    measure: MeasureKey | None = None
    watch: tuple[Watch, ...] = ()
    eyes_shut: bool = False
    mirrors_half: bool = False
    """For a guided step: beside it may stand the unaffected half, mirrored into a whole face. Only
    where the person has switched that picture on."""
    assist_allowed: bool = False
    finger: str = ""
    """Where the helping finger goes; given with `assist_allowed`."""
    needs_closing_eye: bool = False
    """Skipped unless the weak eye is known to close: it would dry an open eye."""
    active: bool = True
    """An active facial movement: never in a flaccid routine. Massage, care and calm are not."""
    stages: tuple[Stage, ...] = ("paretic", "synkinetic")
    cautions: tuple[str, ...] = ()
    taught: bool = False
    """A therapist should have shown it first."""
    therapist_only: bool = False
    """Runs only where the routine carries a therapist's leave for it."""
    holds_air: bool = False
    """Air is held or puffed: never after surgery on the ear or the skull base."""
    texts: tuple[str, ...] = ()
    """For speech: short texts to read from the screen, one a day, in turn."""
    source_dose: str = ""
    dose: Dose = Dose()
    dose_reason: str = ""


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """A therapist's leave for one exercise that is not for everyone."""

    exercise: str
    by: str
    on: date
    until: date
    """The last day it holds."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise of a routine with its resolved dose and thresholds."""

    exercise: Exercise
    dose: Dose
    thresholds: Thresholds = Thresholds()
    pace: Pace = "timed"
    assist: bool = False
    target_percent: float = 100.0
    """What is aimed at once the own gentle size is known, percent of it; never larger."""
    skipped: str | None = None
    """Why this step is passed over today (a missing leave, a stage), in words for the person."""
    note: str = ""
    """A word from whoever wrote the routine, shown with the exercise."""
    text: str = ""
    """What is read aloud today, in a speech exercise."""
    leave: Permission | None = None
    """The leave this step runs by; the person confirms it once."""
    led_by: LedBy = "tones"
    """What is heard today: the sentences name no tone that does not sound."""

    @property
    def scored(self) -> bool:
        """Whether repetitions are counted by the camera."""
        return self.exercise.measure is not None

    @property
    def seconds(self) -> float:
        """Planned length without the rest that follows the last set."""
        if self.skipped is not None:
            return 0.0
        if not self.scored:
            return self.dose.for_s
        rep_s = self.dose.rep_s + (FINGERS_OFF_S if self.assist else 0.0)
        set_s = READY_S + self.dose.reps * rep_s
        return self.dose.sets * set_s + (self.dose.sets - 1) * self.dose.between_s


class Routine(msgspec.Struct, frozen=True, kw_only=True):
    """Exercises in order, for one stage."""

    schema: int
    id: str
    name: str
    stage: Stage
    steps: tuple[Step, ...]
    about: str = ""
    """For whom, how long, and why the doses are what they are."""
    source: str = ""
    """The file it came from, or "library"."""
    kind: Kind = "practice"
    also_for: tuple[Stage, ...] = ()
    """Further stages it may be run in. Without active exercises it suits every stage."""
    allows: tuple[Permission, ...] = ()
    lifts: dict[str, str] = {}
    """Bounds this routine goes beyond, by name, each with its reason."""

    @property
    def active(self) -> bool:
        """Whether anything in it asks a facial muscle to work today."""
        return any(s.exercise.active for s in self.steps if s.skipped is None)

    @property
    def reps(self) -> int:
        """Repetitions the camera counts, all exercises together."""
        return sum(s.dose.sets * s.dose.reps for s in self.steps if s.scored and s.skipped is None)

    @property
    def mirrors_half(self) -> bool:
        """Whether a step of today may show the unaffected half as a whole face."""
        return any(s.exercise.mirrors_half for s in self.steps if s.skipped is None)

    def suits(self, stage: Stage) -> bool:
        """Whether someone in `stage` may run it."""
        return stage == self.stage or stage in self.also_for or not self.active

    @property
    def seconds(self) -> float:
        """Planned length with the rests between exercises."""
        kept = [step for step in self.steps if step.skipped is None]
        return sum(s.seconds for s in kept) + sum(s.dose.between_s for s in kept[:-1])
