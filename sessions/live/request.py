"""What a session is asked for with, and what comes back: the contract of the practice screens.

`run` makes a request from flags, Home from settings; the practice screens and plain mode take
it, and give back an outcome. Neither knows where the other came from.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from routines.by_ear import led
from routines.model import LedBy, Routine
from routines.movements import LinkedPair, LinkedSide, MeasureKey, Side, Watch
from sessions.camera.source_name import is_simulated
from sessions.care.settings import Sound, View
from sessions.engine.interface.commands import Ending
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.known_reference import KnownReference
from sessions.log.entries import CheckIn
from sessions.log.recovery import Unfinished
from sessions.readings import Load


class SessionRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One session, wholly described."""

    routine: Routine
    side: Side
    """The affected side."""
    data: Path
    """The data folder; journal and record go there."""
    source: str = "camera:0"
    model: str = ""
    """Path of the landmark model; empty for the simulator."""
    log: Path | None = None
    """Where the camera process's own talk goes."""
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    """The pairs that are known; this and the next two as in `SessionPlan`."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    linked_fingers: tuple[Watch, ...] = ()
    references: dict[MeasureKey, KnownReference] = {}
    ladder: dict[Watch, float] = {}
    gentle: dict[MeasureKey, KnownReference] = {}
    """Both as in `SessionPlan`."""
    by_clock: bool = False
    """Every exercise by the clock alone: an eye is covered, or no camera is wanted."""
    speed: float = 1.0
    """Simulated seconds in a second; 1 for every other source."""
    mirrored: bool = False
    """The camera itself delivers mirrored pictures."""
    eye_full_percent: float | None = None
    """What a full closure of this person's better eye reads; None where it is not known."""
    best: Load = "every-frame"
    """The most that is measured: less on battery, or to spare the computer."""
    least: Load = "eight-a-second"
    """The least; as `best`, where the person chose one."""
    cache: Path | None = None
    """Where this machine's own load is remembered; None where it is not."""
    sound: Sound = Sound()
    spoken: bool = False
    nudge: bool = False
    """Whether the terminal is to notify when a rest is over or the picture was left."""
    view: View = "bars"
    reduced_motion: bool = False
    large_print: bool = False
    """Only the cue, the count and two bars are shown."""
    reminds_to_blink: bool = False
    """The affected eye does not close, or is blinked by hand: rests say to blink."""
    overrides: tuple[str, ...] = ()
    """What the person went on in spite of, in plain words; kept in the record."""
    started: datetime | None = None
    """Local time with its offset; None means now."""
    check_in: CheckIn | None = None
    demonstrated: tuple[str, ...] = ()
    hidden_of_three: int = 0
    """Both as in `SessionPlan`."""
    in_lines: bool = False
    """Whether it is shown as lines of text, which a screen reader reads out."""
    keyboard: bool = False
    """Whether somebody can press keys."""
    photos: bool = False
    """Progress photos are switched on and this is a check-up."""
    clips: bool = False
    """Clips are switched on beside them."""
    whole_face: bool = False
    """The person wants to see the strong half as a whole face in the steps made for it."""
    consent: Callable[[], tuple[bool, bool]] | None = None
    """Whether photos, and clips, are still wished for: asked before each is taken or kept."""
    framing: tuple[float, ...] = ()
    """Where the face was in the first photos, to line up with; as `Reading.outline`."""
    resume: Unfinished | None = None
    """An interrupted session to go on with, at the same repetition."""

    @property
    def simulated(self) -> bool:
        """Whether the patient is the simulator."""
        return is_simulated(self.source)

    @property
    def attended(self) -> bool:
        """Whether questions wait for an answer: nobody answers at many times the usual pace."""
        return self.keyboard and self.speed <= 1.0

    @property
    def takes_photos(self) -> bool:
        """Whether stills are asked for: the simulated patient has none to give."""
        return self.photos and not self.simulated and not self.by_clock

    @property
    def takes_clips(self) -> bool:
        """Whether clips are asked for: never without photos."""
        return self.clips and self.takes_photos

    @property
    def shows_half(self) -> bool:
        """Whether a mirrored half is shown in some step: the simulated patient has none."""
        camera = not self.simulated and not self.plan.by_clock
        return self.whole_face and camera and self.plan.routine.mirrors_half

    @property
    def led_by(self) -> LedBy:
        """What leads somebody whose eyes are shut."""
        if self.sound.on:
            return "tones"
        if self.spoken:
            return "words"
        return "lines" if self.in_lines else "nothing"

    @property
    def plan(self) -> SessionPlan:
        """The same, as the engine wants it, with the sentences for what is heard today."""
        plan = self._plan()
        return msgspec.structs.replace(plan, routine=led(plan.routine, self.led_by))

    def _plan(self) -> SessionPlan:
        if self.resume is not None and self.resume.plan is not None:
            return self.resume.plan
        return SessionPlan(
            routine=self.routine,
            side=self.side,
            known_linked=self.known_linked,
            linked_pairs=self.linked_pairs,
            linked_sides=self.linked_sides,
            linked_fingers=self.linked_fingers,
            references=self.references,
            ladder=self.ladder,
            gentle=self.gentle,
            by_clock=self.by_clock,
            demonstrated=self.demonstrated,
            hidden_of_three=self.hidden_of_three,
        )


class SessionOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """How it went, in so far as the caller needs to know; the record has the rest."""

    ended: Ending | None
    """None when the session was left unfinished, to be gone on with, or never began."""
    record: Path | None = None
    sentence: str = ""
    """What to say on the way out: where the record is, or why there is none."""
    exit_code: int = 0
    left: bool = False
    """Whether the person left before it was summed up."""
    unrecorded: datetime | None = None
    """When it began, where something was done of which there is no record."""
