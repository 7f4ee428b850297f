"""Everything that can happen to a session. Time enters the engine only as `at_s`.

`at_s` is seconds on the session's own monotonic clock; a reading also carries its source's
time. Equal lists of events give equal lists of commands, so a list of these reproduces a session.
"""

from typing import Literal

import msgspec

from sessions.messages import NotRest, RestTaken
from sessions.readings import Reading, Turn

UserAction = Literal[
    "pause",
    "resume",
    "continue",
    "skip",
    "again",
    "more-rest",
    "new-rest",
    "by-clock",
    "stop-set",
    "rest",
    "next",
    "enough",
]
"""What the person may ask for by key. `continue` (Enter) never pauses or stops. `stop-set` ends the
set at once, without a question; `rest`, `next` and `enough` answer a stop card; `new-rest` looks
for the face and takes rest anew, as after the light has changed; `by-clock` goes on without the
camera where the session waits for it, and back to it."""

Feeling = Literal["tired", "annoyed", "pain"]


class Began(msgspec.Struct, frozen=True, tag=True):
    """The session is to start."""

    at_s: float
    attended: bool = False
    """Somebody can press keys at the pace of the session, so that its questions wait."""


class Ticked(msgspec.Struct, frozen=True, tag=True):
    """Time has passed; about ten times a second."""

    at_s: float


class Read(msgspec.Struct, frozen=True, tag=True):
    """A reading arrived."""

    at_s: float
    reading: Reading


class RestKnown(msgspec.Struct, frozen=True, tag=True):
    """The worker has taken rest."""

    at_s: float
    rest: RestTaken


class RestNotTaken(msgspec.Struct, frozen=True, tag=True):
    """The worker could not take rest."""

    at_s: float
    reason: NotRest
    turned: Turn | None = None


class CameraLost(msgspec.Struct, frozen=True, tag=True):
    """No readings can be had for now; `sentence` says why in plain words."""

    at_s: float
    sentence: str


class CameraBack(msgspec.Struct, frozen=True, tag=True):
    """Readings come again."""

    at_s: float


class SourceEnded(msgspec.Struct, frozen=True, tag=True):
    """A recording is over; no more readings will come."""

    at_s: float


class ActionRequested(msgspec.Struct, frozen=True, tag=True):
    """The person asked for something by key."""

    at_s: float
    action: UserAction


class Felt(msgspec.Struct, frozen=True, tag=True):
    """The person said how it feels: stops at once, or names the reason on a stop card."""

    at_s: float
    feeling: Feeling


class Closed(msgspec.Struct, frozen=True, tag=True):
    """The program is being ended from outside: window closed, signal."""

    at_s: float


Event = (
    Began
    | Ticked
    | Read
    | RestKnown
    | RestNotTaken
    | CameraLost
    | CameraBack
    | SourceEnded
    | ActionRequested
    | Felt
    | Closed
)
