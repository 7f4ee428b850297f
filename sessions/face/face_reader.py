"""A picture in, a `Reading` out: the only way from pictures to measures.

Any array may be given; one that is not a picture gives a reading with a reason. Readings carry
measures once rest is known. Nothing is written anywhere and no picture outlives its frame,
except those of a rest while it is being taken, and one that is shown until the next.
"""

from pathlib import Path
from typing import Self

import cv2
import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from routines.movements import Side
from sessions.face import frame_checks
from sessions.face.calibrated_face import CalibratedFace, MeasuredHalves
from sessions.face.exposure import Exposure
from sessions.face.eye_reader import eye_reader
from sessions.face.face_finder import FaceFinder
from sessions.face.half_reader import HalfReader
from sessions.face.landmarker import Face, usable
from sessions.face.measuring import Measuring
from sessions.face.rest_posture import mouth_open
from sessions.face.rest_taking import RestTaker, Seen, make_rest, taken
from sessions.face.sparing.head_follower import FollowedFace
from sessions.face.whole_face import WholeFace
from sessions.messages import NotRest, RestRefused, RestTaken
from sessions.readings import Reading, Reason, Turn
from sessions.scoring.calibration import Rest
from sessions.scoring.find_rest import SHORT_REST_S
from sessions.scoring.geometry import angles
from sessions.scoring.patch_change import HAND, LIGHT
from sessions.scoring.quality import Gate, Look, pose_confidence
from sessions.scoring.rest_pose import turn_of


class Looked(msgspec.Struct, frozen=True):
    """A frame that was looked at: its reading is complete but for the measures of the halves."""

    reading: Reading
    measuring: Measuring | None = None
    """None where the halves are not measured: no rest is known, or the reading has a reason."""
    rest_result: RestTaken | RestRefused | None = None
    """How taking rest had ended by this frame."""
    whole_face: NDArray[np.uint8] | None = None
    """A half mirrored into a whole face, where one is asked for and can be shown."""


class FaceReader:
    """Reads one person's face, frame by frame. `stills` reads every picture by itself."""

    def __init__(
        self,
        model: Path,
        iris_model: Path | None = None,
        eye_full_percent: float | None = None,
        *,
        stills: bool = False,
    ) -> None:
        """`eye_full_percent` is what a full closure of this person's eye reads, where it is known.

        Raises `sessions.face.landmarker.BrokenLibrary`.
        """
        self._finder = FaceFinder(model, stills=stills)
        self._halves = HalfReader(model, stills=stills)
        self._eyes = eye_reader(iris_model)
        self.reads_eyes = True
        """Whether the second model reads the eyes too, where there is one. At rest it always
        does."""
        self.eyes_in_turns = False
        """Whether it reads one eye a frame where frames come quickly, to spare the computer."""
        self.follows_skin = True
        """Whether brows and nose are followed by their skin; else they are where landmarks say."""
        self.fixed_crop = True
        """Whether LiteRT reads the halves once rest is known, where it can; else MediaPipe does."""
        self._full_closure = (eye_full_percent or 100.0) / 100.0
        self._gate = Gate()
        self._stills = stills
        self._known: CalibratedFace | None = None
        self._whole = WholeFace()
        self._shows_half: Side | None = None
        self.whole_face: NDArray[np.uint8] | None = None
        """The half of the last completed frame as a whole face; None where there is none."""
        self._taker: RestTaker | None = None
        self._result: RestTaken | RestRefused | None = None
        self._completed_result: RestTaken | RestRefused | None = None

    # Rest

    def take_rest(self, seconds: float) -> None:
        """Begin to collect with the next frame; the rest known before is forgotten.

        Neither this nor `finish_rest` or `restore` while another thread looks at a frame.
        """
        self._known, self._result, self._completed_result = None, None, None
        self._taker = RestTaker(seconds)

    def finish_rest(self) -> RestTaken | RestRefused:
        """End taking rest now, with what there is: for a stretch that somebody has named.

        Stillness is not asked for; at least `SHORT_REST_S` of good frames in a row are.
        """
        taker = self._taker
        if taker is not None:
            self._taker = None
            if taker.long_enough(SHORT_REST_S) and not taker.eyes_shut():
                self._keep(taker, asked_s=taker.seconds)
            else:
                self._result = taker.refusal(otherwise="too-short")
        self._completed_result = self._result
        return self._result or RestRefused(reason="too-short")

    def rest_result(self) -> RestTaken | RestRefused | None:
        """How taking rest had ended by the last completed reading; None while it goes on or was
        never begun."""
        return self._completed_result

    def restore(self, calibration: bytes) -> None:
        """Use a rest taken earlier. Raises `sessions.scoring.calibration.BadCalibration`."""
        self._know(Rest.from_bytes(calibration))

    @property
    def in_turns(self) -> bool:
        """Whether only one half is read in each frame; rest is always read from both."""
        return self._halves.in_turns

    @in_turns.setter
    def in_turns(self, in_turns: bool) -> None:
        self._halves.in_turns = in_turns

    def show_half(self, side: Side | None) -> None:
        """Make a whole face of the half on `side` from the next frame on; None ends it."""
        self._shows_half, self.whole_face = side, None

    # Frames

    def read(self, picture: np.ndarray, n: int, t_s: float) -> Reading:
        """Read frame `n`, an HxWx3 uint8 BGR picture taken at `t_s` seconds."""
        return self.complete(self.look(picture, n, t_s))

    def look(self, picture: np.ndarray, n: int, t_s: float) -> Looked:
        """Find the face in frame `n` and start reading its halves; `complete` ends it.

        One look after the other, and completed in the same order. A look may go on in another
        thread while an earlier frame is completed (see `sessions.worker.pipeline`): the two
        share nothing that changes.
        """
        if not usable(picture):
            self._not_rest(t_s, "no-face")
            return self._looked(Reading(n=n, t_s=t_s, reason="no-face"))
        rgb = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        collecting = self._taker is not None and not self._taker.is_empty
        any_exposure = self._known is None and not collecting
        found = self._finder.find(rgb, t_s, self._known, any_exposure=any_exposure)
        if found is None:
            self._not_rest(t_s, "no-face")
            return self._looked(Reading(n=n, t_s=t_s, reason="no-face"))
        return self._look_at(*found, n, t_s)

    def _look_at(
        self, rgb: NDArray[np.uint8], followed: FollowedFace, look: Look, n: int, t_s: float
    ) -> Looked:
        face = followed.face
        pose = angles(face.rotation)
        reason = self._gate.judge(look, self._known.rest.sharpness if self._known else None)
        if self._finder.two_faces:
            reason = "two-faces"
        turned = turn_of(pose) if reason is None else None
        wrong: Reason | None = reason if turned is None else "head-turned"
        if self._taker is not None:
            if wrong is not None:
                self._not_rest(t_s, wrong, turned)
            elif mouth_open(face.points):
                self._not_rest(t_s, "mouth-open")
            else:
                self._taker.good(Seen.crop(t_s, rgb, face, look.sharpness))
                self._maybe_finish()
        confidence = "normal"
        measuring: Measuring | None = None
        known = self._known
        if known is None:
            reason = wrong
        else:
            turned = None
            head = followed.head or known.place(rgb, face)
            pose = head.pose
            confidence = pose_confidence(pose)
            if reason is None and confidence is None:
                reason = "head-turned"
            if reason is None and not self._stills:
                reason = self._gate.moved_away(head.size)
            if reason is None:
                crops = known.crops if self.fixed_crop else None
                at, skin = head.placement, self.follows_skin
                pending = self._halves.submit(rgb, known.canvas, at, crops)
                eyes = self._eyes if self.reads_eyes else None
                turn_s = t_s if self.eyes_in_turns else None
                pending_eyes = eyes and eyes.submit(rgb, known.eyes, at, turn_s)
                measuring = Measuring(known, rgb, followed, at, pending, pending_eyes, skin)
        reading = Reading(
            n=n,
            t_s=t_s,
            reason=reason,
            turned=turned,
            confidence=confidence or "low",
            pose=pose,
            face=frame_checks.box(rgb, face.points, look.brightness),
            outline=frame_checks.outline(face.points, rgb.shape),
        )
        return self._looked(reading, measuring, self._whole_face(rgb, face))

    def _whole_face(self, rgb: NDArray[np.uint8], face: Face) -> NDArray[np.uint8] | None:
        side = self._shows_half
        if side is None or self._finder.two_faces:
            return None
        return self._whole.of(rgb, face, side)

    def _looked(
        self,
        reading: Reading,
        measuring: Measuring | None = None,
        whole_face: NDArray[np.uint8] | None = None,
    ) -> Looked:
        return Looked(reading, measuring, self._result, whole_face)

    def complete(self, looked: Looked) -> Reading:
        """The reading of a frame that was looked at, once both its halves have been read."""
        reading = looked.reading
        if looked.measuring is not None:
            reading = self._with_measures(reading, looked.measuring.result())
        self._completed_result = looked.rest_result
        self.whole_face = looked.whole_face
        return reading

    def _with_measures(self, reading: Reading, measured: MeasuredHalves | None) -> Reading:
        if measured is None:
            return replace(reading, reason="no-face")
        if self._gate.crossed("hand", HAND, measured.change.residue):
            return replace(reading, reason="hand")
        light = self._gate.crossed("light", LIGHT, measured.change.slope)
        return replace(
            reading,
            confidence="low" if light else reading.confidence,
            doubtful=measured.doubtful,
            method=measured.method,
            left=measured.halves["left"],
            right=measured.halves["right"],
            light_changed=light,
        )

    def close(self) -> None:
        """Let go of the library."""
        self._finder.close()
        self._halves.close()
        if self._eyes is not None:
            self._eyes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # Inside

    def _not_rest(self, t_s: float, reason: NotRest, turned: Turn | None = None) -> None:
        if self._taker is not None:
            self._taker.bad(t_s, reason, turned)
            self._maybe_finish()

    def _know(self, rest: Rest) -> None:
        self._known = CalibratedFace(rest, self._full_closure)
        self._finder.exposure = Exposure(rest.exposure)
        self._taker = None

    def _maybe_finish(self) -> None:
        taker = self._taker
        if taker is None:
            return
        if taker.long_enough(taker.seconds) and not taker.eyes_shut():
            if self._keep(taker, asked_s=taker.seconds, must_be_still=taker.seconds > 0):
                return
            taker.drop_older_half()
        if taker.overdue:
            self._taker = None
            self._result = taker.refusal()

    def _keep(self, taker: RestTaker, *, asked_s: float, must_be_still: bool = False) -> bool:
        span = taker.span()
        parts = (self._halves, self._eyes, self._full_closure)
        rest = make_rest(taker.frames(), *parts, must_be_still=must_be_still)
        if rest is None:
            return False
        rest = replace(rest, exposure=self._finder.exposure.factor)
        self._know(rest)
        self._result = taken(rest, span, asked_s)
        return True
