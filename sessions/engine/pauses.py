"""Pauses, and what needs the camera: whether the session can see, and what happens when not.

A pause the person asked for ends when the person says so. Any other ends by itself as soon as
there is a face again; a repetition that it fell into is asked for once more, after a countdown.
An eye that stays covered makes the rest of the session run by the clock, if the person says so.
"""

from sessions.engine.commands import KeptBlind
from sessions.engine.exercises import Practice
from sessions.engine.face_presence import Attention
from sessions.engine.plan import SessionPlan
from sessions.engine.states import IN_A_REP
from sessions.guards import sentences

RESUMING_S = 3.0


class Pausing(Practice):
    """A practice that stands still while it cannot see, and goes on from where it was."""

    def __init__(self, plan: SessionPlan) -> None:
        super().__init__(plan)
        self.attention = Attention()
        self._camera_lost = False

    def _watching(self) -> bool:
        """Whether the session cannot go on without the camera at this moment."""
        return not self.by_clock and (
            self.phase in IN_A_REP or self.phase in {"finding-face", "taking-rest", "resuming"}
        )

    def _cannot_see(self, at_s: float) -> bool:
        """Pause when the camera is gone or the face has been lost for long enough."""
        if self._camera_lost or self.attention.silent(at_s):
            self._stand_still(at_s, "camera")
            return True
        seeing = self.phase in {"finding-face", "taking-rest"} or self._finger_helps()
        lost = not seeing and self.attention.lost(at_s)
        if lost and self.attention.reason is not None:
            self._pause(at_s, self.attention.reason)
        return lost

    def _finger_helps(self) -> bool:
        """The hand before the face was asked for, and is away before anything is scored."""
        return self.phase in {"assist", "fingers-off"} and self.attention.reason == "hand"

    def _look_for_face(self, at_s: float, hint: str = "") -> None:
        self.hint = hint
        self.attention.forget()
        self._enter(at_s, "finding-face", None)

    def _stand_still(self, at_s: float, reason: str, sentence: str = "") -> None:
        """Pause because no readings come; what was seen before is no sign of a face now."""
        self.attention.forget()
        self._pause(at_s, reason, sentence)

    def _may_go_on(self, at_s: float) -> bool:
        return not self._watching() or (not self._camera_lost and self.attention.found(at_s))

    def _resume(self, at_s: float) -> None:
        dropped = self.pause is not None and self.pause.rep_dropped
        self._lift_pause(at_s)
        self.attention.forget()
        if dropped or self.phase == "resuming":
            self._enter(at_s, "resuming", RESUMING_S)
        else:
            self._cue(at_s, self.phase, None if self.ends_s is None else self.ends_s - at_s)

    def _go_by_clock(self, at_s: float) -> None:
        self.by_clock = True
        index = self.course.index
        if self.run is not None and index is not None:
            self.run.go_by_clock()
            self._say(KeptBlind(at_s=at_s, step=index, why=sentences.BLIND_BY_CLOCK))
        self._resume(at_s)
        if self.phase in {"finding-face", "taking-rest"}:
            self._begin_step(at_s)
