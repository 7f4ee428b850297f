"""A picture in, a `Reading` out: the worker's one way to numbers.

Any array may be given; one that is not a picture gives a reading with a reason. Readings carry
measures once rest is known. Nothing is written anywhere and no picture outlives its frame,
except those of a rest while it is being taken.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from sessions.face import frame_checks
from sessions.face.calibrated_face import KnownFace, Measured
from sessions.face.frame_time import Pace
from sessions.face.half_reader import HalfReader
from sessions.face.landmarker import Face, Landmarker, usable
from sessions.face.rest_taking import RestTaker, Seen, make_rest, taken
from sessions.face.second_face import Company
from sessions.messages import RestRefused, RestTaken
from sessions.readings import Reading, Reason
from sessions.scoring.arrays import Floats
from sessions.scoring.calibration import Rest
from sessions.scoring.find_rest import SHORT_REST_S
from sessions.scoring.geometry import angles
from sessions.scoring.landmarks import OUTLINE
from sessions.scoring.patch_change import HAND, LIGHT
from sessions.scoring.quality import REST_POSE, Gate, pose_confidence, within


class FaceReader:
    """Reads one person's face, frame by frame. `stills` reads every picture by itself."""

    def __init__(self, model: Path, *, stills: bool = False, saver: bool = False) -> None:
        """`saver` says that the caller hands in every second frame by itself.

        Raises `sessions.face.landmarker.BrokenLibrary`.
        """
        self._landmarker = Landmarker(model, stills=stills)
        self._halves = HalfReader(model, stills=stills)
        self._pace = Pace(halved=saver)
        self._gate = Gate()
        self._stills = stills
        self._company = Company(model, stills=stills)
        self._known: KnownFace | None = None
        self._taker: RestTaker | None = None
        self._result: RestTaken | RestRefused | None = None
        self._told_result: RestTaken | RestRefused | None = None
        self._scored_s: deque[float] = deque()

    # Rest

    def take_rest(self, seconds: float) -> None:
        """Begin to collect with the next frame; the rest known before is forgotten.

        Neither this nor `finish_rest` or `restore` while another thread looks at a frame.
        """
        self._known, self._result, self._told_result = None, None, None
        self._taker = RestTaker(seconds)

    def finish_rest(self) -> RestTaken | RestRefused:
        """End taking rest now, with what there is: for a stretch that somebody has named.

        Stillness is not asked for; at least `SHORT_REST_S` of good frames in a row are.
        """
        taker = self._taker
        if taker is not None:
            self._taker = None
            if taker.long_enough(SHORT_REST_S):
                self._keep(taker, asked_s=taker.seconds)
            else:
                self._result = taker.refusal()
        self._told_result = self._result
        return self._result or RestRefused(reason="no-face")

    def rest_result(self) -> RestTaken | RestRefused | None:
        """How taking rest had ended by the last reading; None while it goes on or was never
        begun."""
        return self._told_result

    @property
    def calibrated(self) -> bool:
        """Whether readings carry measures."""
        return self._known is not None

    def restore(self, calibration: bytes) -> None:
        """Use a rest taken earlier. Raises `sessions.scoring.calibration.BadCalibration`."""
        self._know(Rest.from_bytes(calibration))

    @property
    def strained(self) -> bool:
        """Whether this machine is too slow for every frame of a camera at 30 a second: the
        caller should then hand in every second one."""
        return self._pace.strained

    # Frames

    def read(self, picture: np.ndarray, n: int, t_s: float) -> Reading:
        """Read frame `n`, an HxWx3 uint8 BGR picture taken at `t_s` seconds."""
        return self.look(picture, n, t_s)()

    def look(self, picture: np.ndarray, n: int, t_s: float) -> Callable[[], Reading]:
        """Find the face in frame `n` and begin to read its halves; calling what comes back waits
        for them and tells.

        One look after the other, and each reading in its turn. The next look may go on in another
        thread while a reading is waited for (see `look_ahead`): they share nothing that changes.
        """
        if not usable(picture):
            self._not_rest(t_s, "no-face")
            return self._later(Reading(n=n, t_s=t_s, reason="no-face"))
        begun_s = self._pace.begin()
        rgb = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        face = self._landmarker.find(rgb)
        if face is not None:
            self._company.look(rgb, face.points)
            if self._company.astray:
                self._landmarker.reset()
                face = None
        if face is None:
            self._not_rest(t_s, "no-face")
            return self._later(Reading(n=n, t_s=t_s, reason="no-face"), begun_s=begun_s)
        return self._look_at(rgb, face, n, t_s, begun_s)

    def _look_at(
        self, rgb: NDArray[np.uint8], face: Face, n: int, t_s: float, begun_s: float
    ) -> Callable[[], Reading]:
        patch = frame_checks.face_patch(rgb, face.points)
        look = frame_checks.look_at(rgb, face.points, patch)
        pose = angles(face.rotation)
        reason = self._gate.judge(look, self._known.rest.sharpness if self._known else None)
        if self._company.two:
            reason = "two-faces"
        if self._taker is not None:
            turned = None if within(pose, REST_POSE) else "head-turned"
            wrong: Reason | None = reason or turned
            if wrong is not None:
                self._not_rest(t_s, wrong)
            else:
                self._taker.good(Seen.crop(t_s, rgb, face, look.sharpness))
                self._maybe_finish()
        confidence = "normal"
        measuring: Callable[[], Measured] | None = None
        if self._known is not None:
            placed = self._known.place(rgb, face)
            pose = placed.pose
            confidence = pose_confidence(pose)
            if reason is None and confidence is None:
                reason = "head-turned"
            if reason is None and not self._stills:
                reason = self._gate.moved_away(placed.size)
            if reason is None:
                measuring = self._known.begin(rgb, face, placed.placement, self._halves)
        reading = Reading(
            n=n,
            t_s=t_s,
            reason=reason,
            confidence=confidence or "low",
            pose=pose,
            face=frame_checks.box(rgb, face.points, look.brightness),
            outline=_outline(face.points, rgb.shape),
        )
        return self._later(reading, measuring, begun_s)

    def _later(
        self,
        reading: Reading,
        measuring: Callable[[], Measured] | None = None,
        begun_s: float | None = None,
    ) -> Callable[[], Reading]:
        """What completes a reading; how taking rest had ended by its frame is told from then."""
        result = self._result

        def tell() -> Reading:
            told = self._complete(reading, None if measuring is None else measuring())
            self._told_result = result
            if begun_s is not None:
                self._pace.end(begun_s)
            return told

        return tell

    def _complete(self, reading: Reading, measured: Measured | None) -> Reading:
        if measured is not None and self._gate.crossed("hand", HAND, measured.change.residue):
            reading, measured = replace(reading, reason="hand"), None
        fps = self._rate(reading.t_s, scored=measured is not None)
        if measured is None:
            return replace(reading, fps=fps)
        light = self._gate.crossed("light", LIGHT, measured.change.slope)
        return replace(
            reading,
            confidence="low" if light else reading.confidence,
            method=measured.method,
            left=measured.left,
            right=measured.right,
            fps=fps,
            light_changed=light,
        )

    def close(self) -> None:
        """Let go of the library."""
        self._landmarker.close()
        self._halves.close()
        self._company.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # Inside

    def _not_rest(self, t_s: float, reason: Reason) -> None:
        if self._taker is not None:
            self._taker.bad(t_s, reason)
            self._maybe_finish()

    def _know(self, rest: Rest) -> None:
        self._known = KnownFace(rest)
        self._taker = None

    def _maybe_finish(self) -> None:
        taker = self._taker
        if taker is None:
            return
        if taker.long_enough(taker.seconds):
            if self._keep(taker, asked_s=taker.seconds, must_be_still=taker.seconds > 0):
                return
            taker.drop_older_half()
        if taker.overdue:
            self._taker = None
            self._result = taker.refusal()

    def _keep(self, taker: RestTaker, *, asked_s: float, must_be_still: bool = False) -> bool:
        span = taker.span()
        rest, still = make_rest(taker.frames(), self._halves)
        if must_be_still and not still:
            return False
        self._know(rest)
        self._result = taken(rest, span, asked_s)
        return True

    def _rate(self, t_s: float, *, scored: bool) -> float:
        if scored:
            self._scored_s.append(t_s)
        while self._scored_s and self._scored_s[0] <= t_s - 1.0:
            self._scored_s.popleft()
        return float(len(self._scored_s))


def _outline(points: Floats, shape: tuple[int, ...]) -> tuple[float, ...]:
    fractions = points[list(OUTLINE), :2] / (shape[1], shape[0])
    return tuple(fractions.round(4).ravel().tolist())
