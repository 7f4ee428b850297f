"""What the selftest found, as plain records, and how it is started: in a process of its own.

The measuring itself stands in `sessions.selftest.main`. It runs as the camera process
does: without the internet, with whatever native libraries say going to the log.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from routines.errors import Trouble, TroubleKind
from routines.language import _
from routines.movements import MeasureKey
from routines.program import COMMAND
from sessions.camera.child_process import child_environment
from sessions.camera.source_name import shown
from sessions.native.worker_log import open_log

TIMEOUT_S = 600.0
NO_PICTURE = _(
    "No picture of a face comes with the program: name one with --photo FILE, use --camera, or "
    "install scikit-image, which has one: in a checkout `python3 -m tests` does, elsewhere "
    "`pip install scikit-image`."
)


class SelfTestRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to test on: a picture file, the camera, or (neither) the bundled photograph."""

    model: str
    photo: str = ""
    camera: bool = False


class MeasureRow(msgspec.Struct, frozen=True, kw_only=True):
    """One movement. Ratios are of what was read to what is true."""

    measure: MeasureKey
    low_confidence: bool
    full_mm: float
    """Size of a full movement of the test, mm."""
    gain: float
    """Mean of both halves, each moving alone."""
    gain_together: float
    leak_percent: float
    """Worse half: what the still one reads, percent of the moving one; signed."""
    quarter: float
    """How a half of a quarter of the other's strength reads; 0.25 is true."""
    half: float
    r2: float
    """Measured against true, both halves, every level, one gain."""
    jitter_mm: float
    """Standard deviation of half-second medians of a still face."""
    smallest_mm: float
    """Smallest movement that is called movement."""
    turn_5_mm: float
    """Largest false difference between the halves of a still face turned 5 degrees."""
    turn_10_mm: float | None
    """The same at 10 degrees; None where such frames are not scored."""
    moving_r2: float | None
    """As `r2`, each level at a head pose of its own; None where not tested or hardly scored."""
    moving_still_mm: float | None
    """A still face at random head poses: root mean square of what both halves read; None where
    none was scored."""


class Moving(msgspec.Struct, frozen=True, kw_only=True):
    """How the head moved: to anywhere within these angles, and what was not scored for it."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    frames: int
    refused_turned: int
    refused_otherwise: int


class Resting(msgspec.Struct, frozen=True, kw_only=True):
    """How the difference of the mouth corners at rest was read: against what it was, mm."""

    tested: int
    turned_deg: float
    """Some with the head turned by this much."""
    rms_mm: float
    most_mm: float


class SelfTest(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table."""

    picture: str
    rows: tuple[MeasureRow, ...]
    moving: Moving
    resting: Resting | None
    """None where such a rest was refused, or a composite showed no face."""
    light_noticed: bool
    """Light from the other side, half as strong again, was noticed."""
    light_mm: float
    """Largest false difference between the halves under that light."""
    seconds: float


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no table."""

    kind: str
    sentence: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the child prints."""

    found: SelfTest | None = None
    failure: Failure | None = None


def run(ask: SelfTestRequest, log: Path | None, command: Sequence[str] | None = None) -> SelfTest:
    """Test in a child process; its native noise goes to `log`.

    Raises:
        Trouble: no face, no camera, no model, a name that is no text, or the child was lost.
    """
    try:
        asked = msgspec.json.encode(ask)
    except UnicodeEncodeError:
        raise Trouble(
            _(
                "{photo}: this name holds characters that cannot be read. "
                "Rename the file and try again."
            ).format(photo=shown(ask.photo or ask.model))
        ) from None
    noise = open_log(log)
    try:
        ran = subprocess.run(
            list(command or (sys.executable, "-P", "-m", "sessions.selftest.main")),
            input=asked,
            stdout=subprocess.PIPE,
            stderr=noise,
            env=child_environment(),
            timeout=TIMEOUT_S,
            check=False,
        )
        outcome = msgspec.json.decode(ran.stdout, type=Outcome)
    except (OSError, subprocess.SubprocessError, msgspec.MsgspecError) as error:
        raise Trouble(
            _(
                "The selftest did not come to its end. The camera log says more; "
                "`{command} doctor` prints where it is."
            ).format(command=COMMAND),
            "unexpected",
        ) from error
    finally:
        os.close(noise)
    if outcome.found is None:
        failure = outcome.failure or Failure(kind="unexpected", sentence=_("No answer."))
        raise Trouble(failure.sentence, msgspec.convert(failure.kind, type=TroubleKind))
    return outcome.found
