"""What the worker tells the session, and what it is told.

Readings may replace one another on the way; every other message may not.
"""

from typing import Annotated, Literal

import msgspec

from routines.language import _
from routines.movements import MeasureKey, Side
from sessions.readings import AtRest, Load, Noise, Reading, Reason, Turn

WIRE_VERSION = 1
OTHER_VERSION = _(
    "The camera process belongs to another version of this program. Install the program again."
)

TELL_EVERY_S = 0.5
"""A live worker sends some message at least this often, whatever its camera does."""

SILENT_S = 1.5
"""Three intervals without what is due are a fault: a word of the worker, a reading for the
session, a new frame of a camera."""


class Hello(msgspec.Struct, frozen=True, tag="hello", kw_only=True):
    """First message: who is speaking and what it opened."""

    wire: int
    program: str
    mediapipe: str
    model_sha256: str
    source: str
    width: int
    height: int
    fps: float
    live: bool
    """Camera, URL or file played in real time; False where frames wait for the reader."""
    network_banned: bool
    notes: tuple[str, ...] = ()
    """Sentences for the person about what was opened, such as pages that are left out."""
    camera: tuple[int, str] | None = None
    """Number and name of the camera that was opened; None for what is none."""
    eye_full_percent: float | None = None
    """As in `Open`."""


class RestTaken(msgspec.Struct, frozen=True, tag="rest-taken", kw_only=True):
    """Rest is known; readings from now on carry measures."""

    calibration: bytes
    """Opaque; handed back in `Open` when the worker has to be started again. Never on disk."""
    begin_s: float
    end_s: float
    short: bool
    left: Noise
    right: Noise
    mm_per_px: float
    iris_mm_per_px: float | None = None
    """By landmarks of the irises alone, as sessions were measured that know no other scale."""
    at_rest: AtRest | None = None
    """How the halves compare at rest; None where a composite showed no face."""


NotRest = Reason | Literal["moving", "eyes-shut", "mouth-open", "too-short"]
"""Why there is no rest: what is wrong with frames, or with the face in them, or too few of them."""


class RestRefused(msgspec.Struct, frozen=True, tag="rest-refused", kw_only=True):
    """The stretch asked for was not usable; ask again."""

    reason: NotRest
    turned: Turn | None = None
    """Which way, where the reason is "head-turned"."""


class Stepped(msgspec.Struct, frozen=True, tag="stepped", kw_only=True):
    """The simulator has sent every reading before `until_s`."""

    until_s: float


class Picture(msgspec.Struct, frozen=True, tag="picture", kw_only=True):
    """A small picture for the mirror view or of a mirrored half; only while asked for. Its size is
    0 where there is no face whose half could be shown."""

    width: int
    height: int
    rgb: bytes


PictureName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,59}\Z")]
"""What a still shows: `rest` or an exercise's id. It becomes a file's name, so it is checked."""
MOST_JPEG = 1_000_000
"""Bytes of one still; an honest one has about a tenth."""


class Still(msgspec.Struct, frozen=True, tag="still", kw_only=True):
    """One progress photo, exactly as often as asked for: the face in its usual framing."""

    name: PictureName
    """As in `TakePicture`."""
    jpeg: Annotated[bytes, msgspec.Meta(max_length=MOST_JPEG)]
    outline: Annotated[tuple[float, ...], msgspec.Meta(max_length=200)] = ()
    """Where the face was in the whole picture, as in `Reading.outline`."""


CLIP_S = 10
"""Longest clip, seconds."""
CLIP_FPS = 8
"""Pictures of a clip in a second: a gentle movement takes two seconds, so it has sixteen."""
CLIP_FRAMES = CLIP_S * CLIP_FPS
MOST_FRAME = 12_000
"""Bytes of one picture of a clip, so that the ten clips of a check-up stay below 10 MB."""


class Clip(msgspec.Struct, frozen=True, tag="clip", kw_only=True):
    """A repetition in pictures, exactly as often as asked for, each `CLIP_FPS`th of a second."""

    name: PictureName
    """As in `TakeClip`."""
    take: int
    """As in `TakeClip`."""
    width: Annotated[int, msgspec.Meta(ge=1, le=2000)]
    height: Annotated[int, msgspec.Meta(ge=1, le=2000)]
    frames: Annotated[
        tuple[Annotated[bytes, msgspec.Meta(max_length=MOST_FRAME)], ...],
        msgspec.Meta(min_length=1, max_length=CLIP_FRAMES),
    ]
    """JPEGs; one that was missed is the one before it again."""


class Code(msgspec.Struct, frozen=True, tag="code", kw_only=True):
    """What a QR code before the camera says; told by `sessions.worker.qr_read` alone."""

    text: Annotated[str, msgspec.Meta(max_length=4000)]


class Failed(msgspec.Struct, frozen=True, tag="failed", kw_only=True):
    """The worker cannot go on. `sentence` is plain words that say what to do next."""

    part: Literal["camera", "video", "model", "settings", "unexpected"]
    sentence: str


class Ended(msgspec.Struct, frozen=True, tag="ended", kw_only=True):
    """A recording came to its end."""

    frames: int


class Progress(msgspec.Struct, frozen=True, tag="progress", kw_only=True):
    """A recording is being read for its rest: frames done, of how many (0 where unknown)."""

    done: int
    of: int


FromWorker = (
    Hello
    | Reading
    | RestTaken
    | RestRefused
    | Stepped
    | Picture
    | Still
    | Clip
    | Progress
    | Code
    | Failed
    | Ended
)


class Heard(msgspec.Struct, frozen=True, tag="heard", kw_only=True):
    """A cue, as the simulated patient hears it."""

    at_s: float
    phase: str
    exercise: str = ""
    measure: MeasureKey | None = None
    target_percent: float = 100.0
    """Size asked for, percent of a gentle movement (80 after overcompensation)."""
    hint: str = ""
    """A spoken hint, such as "softer"."""


class ReadEyes(msgspec.Struct, frozen=True, tag="read-eyes", kw_only=True):
    """Whether the second model is to read the eyes too, and whether brows and nose are followed by
    their skin, as both are at first: it costs processor time, and not every exercise uses them."""

    wanted: bool
    skin: bool = True


class Open(msgspec.Struct, frozen=True, tag="open", kw_only=True):
    """Open a source and begin. Sent once, first."""

    wire: int
    source: str
    """As typed: camera, camera:N, camera:NAME, a file, a URL, sim, sim:PROFILE, sim:FILE.toml."""
    model: str
    """Path of the landmark model; empty for the simulator."""
    side: Side | None = None
    """Affected side; the simulator takes it, measuring does not need it."""
    calibration: bytes | None = None
    every_frame: bool = False
    """Wait for the reader instead of dropping frames (replay, score)."""
    rest_s: tuple[float, float] | None = None
    """Take rest from this stretch of the file by itself (`--neutral`)."""
    find_rest: bool = False
    """Find the stillest stretch of the first half of the file by itself."""
    mirrored: bool = False
    """The camera delivers mirrored pictures, which are turned back; files are not concerned."""
    eye_full_percent: float | None = None
    """What a full closure of this person's better eye reads, percent of its opening at rest; both
    eyes are measured by it. None where it is not known."""
    best: Load = "every-frame"
    """Measure no more than this: on battery, or to spare the computer."""
    least: Load = "eight-a-second"
    """Measure no less than this; as `best`, where the person chose one."""
    load: Load = "every-frame"
    """What this machine could do last time, to begin with."""
    more: tuple[str, ...] = ()
    """Further pictures of the same face, after the one in `source` (`score`)."""
    camera: tuple[int, str] | None = None
    """The camera that was open before a restart: found by its name, whatever its number is now."""
    begin_s: float = 0.0
    """Source time to go on from after a restart: a file played as a camera, the simulator."""
    heard: tuple[Heard, ...] = ()
    """Cues the simulated patient had heard before `begin_s`."""
    rest_asked: tuple[tuple[float, float], ...] = ()
    """When the simulated patient had been asked for rest before `begin_s`: time and seconds."""
    reads: ReadEyes | None = None
    """Read no more of a recording than a practice of one exercise does, the eyes in turns as there;
    None reads all of every frame."""
    any_rest: bool = False
    """Where no still stretch is to be had, take the stillest good frame for rest (`score`)."""
    seed: int = 1
    """Makes the simulated patient's chance repeatable."""


class TakeRest(msgspec.Struct, frozen=True, tag="take-rest", kw_only=True):
    """Collect `seconds` of good still frames from now and make them rest."""

    seconds: float = 1.0


class StepTo(msgspec.Struct, frozen=True, tag="step", kw_only=True):
    """Simulator only: send every reading before `until_s`, having heard these cues."""

    until_s: float
    heard: tuple[Heard, ...] = ()


class ShowPictures(msgspec.Struct, frozen=True, tag="show-pictures", kw_only=True):
    """Begin (width > 0) or end (0) sending small pictures."""

    width: int
    height: int
    half: Side | None = None
    """Show the half on this side, mirrored into a whole face, in place of the camera's picture."""


class TakePicture(msgspec.Struct, frozen=True, tag="take-picture", kw_only=True):
    """Answer with one `Still` of the next good frame, if one comes soon. Sent only where the
    person has switched progress photos on."""

    name: PictureName


class TakeClip(msgspec.Struct, frozen=True, tag="take-clip", kw_only=True):
    """Begin to collect a clip; it is answered with one `Clip` when `CLIP_S` are over or `EndClip`
    comes, or with nothing where it came to nothing. Sent only where the person has switched
    clips on, beside photos."""

    name: PictureName
    take: int
    """Tells one clip of the same name from the next."""


class EndClip(msgspec.Struct, frozen=True, tag="end-clip", kw_only=True):
    """The clip that is being collected ends here."""

    keep: bool
    """Whether it is answered, or let go of."""


class Close(msgspec.Struct, frozen=True, tag="close", kw_only=True):
    """Let go of the source and end."""


ToWorker = (
    Open | TakeRest | ReadEyes | StepTo | ShowPictures | TakePicture | TakeClip | EndClip | Close
)
