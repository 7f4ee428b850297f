"""What a journal holds: a header, then what the engine kept and what the person said.

The engine's `Kept` commands go in as they are. The rest of this vocabulary comes from outside
the engine: how the numbers were made, a note line, the effort felt, the check-in.
"""

import os
from datetime import datetime

import msgspec

from sessions.engine.interface.commands import Kept
from sessions.engine.interface.plan import SessionPlan
from sessions.messages import Hello
from sessions.reps.blink_depth import BlinkDepth
from sessions.version import VERSION

JOURNAL_SCHEMA = 1


class CheckIn(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Answers of the check-in. Known keys, 0 to 10: tightness, pain, tiredness, eye_dryness."""

    at_s: float = 0.0
    answers: dict[str, bool | int | float | str] = {}


class NoteLine(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A line the person wrote."""

    at_s: float
    text: str


class Effort(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Effort felt in an exercise, 0 to 10; `step` counts from 0."""

    at_s: float
    step: int
    of_ten: int


class Measured(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """How the numbers are made, as the worker said in its first message."""

    at_s: float
    source: str
    mediapipe: str
    model_sha256: str
    width: int
    height: int
    fps: float
    network_banned: bool
    eye_full_percent: float | None = None

    @classmethod
    def of(cls, at_s: float, hello: Hello) -> "Measured":
        """The worker's own words."""
        return cls(
            at_s=at_s,
            source=hello.source,
            mediapipe=hello.mediapipe,
            model_sha256=hello.model_sha256,
            width=hello.width,
            height=hello.height,
            fps=hello.fps,
            network_banned=hello.network_banned,
            eye_full_percent=hello.eye_full_percent,
        )


class Blinks(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """How deep natural blinks were in the pauses."""

    at_s: float
    found: BlinkDepth


class Resumed(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """An interrupted session goes on; `at_s` is on a new clock from here."""

    at_s: float
    now: datetime


class HeardEvents(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """What the engine heard since the last of these; see `sessions.decisions`."""

    at_s: float
    events: bytes
    """Compressed columns of events."""


class Header(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The first line of a journal: all that was settled before the session began."""

    started: datetime
    """Local time with its offset."""
    plan: SessionPlan
    """As given to the engine, `kept` empty."""
    source: str
    """As typed: "camera:0", "sim:steady", a file."""
    program: str = VERSION
    began_at_s: float = 0.0
    """The session's clock when it began."""
    overrides: tuple[str, ...] = ()
    """What the person chose to go past, in plain words."""
    speed: float = 1.0
    """Of the simulated clock."""
    check_in: CheckIn | None = None
    id: str = msgspec.field(default_factory=lambda: os.urandom(8).hex())
    """Tells this session from every other, wherever its record is copied to."""
    schema: int = JOURNAL_SCHEMA


Entry = Kept | CheckIn | NoteLine | Effort | Measured | Blinks | Resumed | HeardEvents
