"""A face whose rest is known: where its head is now, and what each half has done since rest."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.movements import SIDES, MeasureKey, Side
from sessions.face.composites import CompositeCanvas
from sessions.face.eye_reader import EyeCanvas, Gaps
from sessions.face.half_reader import BothHalves, CompositePoints, Crops, whole_patch
from sessions.face.landmarker import Face
from sessions.face.registration import Registration, Skin
from sessions.face.skin.points import SkinPoints
from sessions.face.sparing.fixed_crop import FixedCrop
from sessions.readings import Half, Method, Pose
from sessions.scoring.arrays import Floats
from sessions.scoring.calibration import Gain, Rest
from sessions.scoring.closure import Closure
from sessions.scoring.geometry import Placement, angles
from sessions.scoring.measures import Moves, half_of, mean_moves, moves_of
from sessions.scoring.patch_change import PatchChange, PatchWatch
from sessions.scoring.rest_pose import as_seen_straight, doubtful_at

MOST_CARRIED = 0.5
"""Of the landmarks' errors: 0.5 mm, and 0.6 to 1 degree. A head that went further since the last
frame is looked for by its landmarks: the skin alone follows large steps only in part."""


class MeasuredHalves(msgspec.Struct, frozen=True):
    """Both halves of one frame, how they were read, and what changed about the skin."""

    halves: dict[Side, Half]
    method: Method
    change: PatchChange
    doubtful: tuple[MeasureKey, ...] = ()
    """Measures that are not to be trusted: in the pose of this rest, because the witnesses of an
    eye disagree, now or about its opening at rest, or because glasses or hair lie over a brow (a
    small raise of the weak half may then be missed beside a large one of the other)."""


class HeadPlacement(msgspec.Struct, frozen=True):
    """Where the head is in one frame."""

    placement: Placement
    pose: Pose
    """Angles relative to rest."""
    size: float
    """Size relative to rest."""


class PlacedFace(msgspec.Struct, frozen=True):
    """A face, and where its head is."""

    face: Face
    head: HeadPlacement


class CalibratedFace:
    """Everything that is computed once from a rest."""

    def __init__(self, rest: Rest, full_closure: float = 1.0) -> None:
        """`full_closure` is what a full closure of this person's eye reads, as a share of it."""
        self.rest = rest
        self._full_closure = full_closure
        self.canvas = CompositeCanvas.of(rest.head)
        self.eyes = EyeCanvas.of(rest.head)
        self.crops: Crops | None = None
        """Of the composites, where they were read at rest."""
        if rest.has_fixed:
            self.crops = {
                side: FixedCrop.of(self.canvas.to_canvas(rest.composite(side))) for side in SIDES
            }
        self._patch = PatchWatch(rest.head, *self.canvas.patch_axes(), rest.patch)
        self._skin = Skin(rest.head)
        self._registration = Registration(self._skin, rest.skin)
        self._skin_points = SkinPoints(rest.head, rest.skin)
        self._opening_mm: dict[Side, float] = {}
        if rest.has_composites:
            self._opening_mm = {side: rest.opening_mm(side) for side in SIDES}
        self._pose = angles(rest.rotation)
        self._doubtful = doubtful_at(self._pose)
        if not rest.eyes_clear:
            self._doubtful = tuple(dict.fromkeys((*self._doubtful, "eye-closure")))

    def place(self, rgb: NDArray[np.uint8], face: Face) -> HeadPlacement:
        """Where the head of `face` is: by its landmarks, then by its skin.

        The yaw reported is that of the landmarks, whose slope is 0.95 on rendered heads; the skin's
        is 1.5, because it depends on the assumed depth of the face.
        """
        by_landmarks = Placement.fit_stable(
            self.rest.head, face.points, face.rotation, face.focal_px
        )
        return self._posed(face, self._registration.refine(rgb, by_landmarks))

    def carry(
        self, rgb: NDArray[np.uint8], seen: PlacedFace, before: Placement
    ) -> PlacedFace | None:
        """The face `seen` in an earlier frame, moved along with the head, which was at `before` in
        the last one; None where the skin does not hold it.

        Only the head has moved: the eyes and the mouth of its points are still those of `seen`.
        """
        placement = self._registration.hold(rgb, before, MOST_CARRIED)
        if placement is None:
            return None
        was, head = seen.head.placement, self.rest.head
        points = seen.face.points.copy()
        points[:, :2] += placement.project(head) - was.project(head)
        turned = placement.rotation @ was.rotation.T @ seen.face.rotation
        face = Face(points, turned, seen.face.focal_px)
        return PlacedFace(face, self._posed(face, placement))

    def gone(self, since: Placement, now: Placement) -> float:
        """How far the head went between two placements, in landmarks' errors (the largest of shift,
        size and angles)."""
        return self._registration.apart(since, now)

    def _posed(self, face: Face, placement: Placement) -> HeadPlacement:
        rest = self.rest
        by_skin = angles(placement.rotation @ rest.rotation.T)
        size = placement.scale / rest.px_per_mm
        yaw_deg = angles(face.rotation @ rest.rotation.T).yaw_deg
        return HeadPlacement(placement, Pose(yaw_deg, by_skin.pitch_deg, by_skin.roll_deg), size)

    def measure(
        self,
        rgb: NDArray[np.uint8],
        face: Face,
        placement: Placement,
        both: BothHalves,
        gaps: Gaps,
        *,
        follows_skin: bool = True,
    ) -> MeasuredHalves:
        """The measures of each half: from its composite `both`, or where a composite shows no face
        from the plain landmarks of `face`, with that as the method. `gaps` are the openings of the
        eyes as the second model reads them; brows and nose are followed by their skin where
        `follows_skin`. One frame after the other."""
        rest = self.rest
        change = self._patch.compare(whole_patch(both))
        if rest.has_composites and all(one.points is not None for one in both.values()):
            now = self._skin.picture(rgb, placement)
            moves: dict[Side, Moves] = {
                side: self._skin_points.follow(
                    side, self._roughly(side, one), now, lids_alone=not follows_skin
                )
                for side, one in both.items()
            }
            closures: dict[Side, Closure] = {
                side: rest.eye(side).closure(one, gaps.get(side)) for side, one in moves.items()
            }
            read: dict[Side, Moves] = {
                side: closed_by(one, closures[side], self._full_closure, self._opening_mm[side])
                for side, one in moves.items()
            }
            halves = as_seen_straight(_halves_of(read, rest.size), self._pose.pitch_deg)
            doubtful = list(self._doubtful)
            agreed = all(one.agreed for one in closures.values())
            if not agreed and "eye-closure" not in doubtful:
                doubtful.append("eye-closure")
            if any(one.brow_worn_over for one in moves.values()):
                doubtful.append("brow-raise")
            return MeasuredHalves(halves, "composite", change, tuple(doubtful))
        points = placement.unproject(face.points)
        plain: dict[Side, Moves] = {side: moves_of(points, rest.head, side) for side in SIDES}
        return MeasuredHalves(_halves_of(plain, rest.size), "landmarks", change, self._doubtful)

    def _roughly(self, side: Side, one: CompositePoints) -> Moves:
        """What the points of a composite did, its skin not yet asked."""
        assert one.points is not None
        if one.fixed and self.rest.has_fixed:
            moves = composite_moves(one.points, self.rest.fixed(side))
            return with_gain(moves, self.rest.gain(side))
        return composite_moves(one.points, self.rest.composite(side))


def _halves_of(moves: dict[Side, Moves], size: float) -> dict[Side, Half]:
    return {side: half_of(one, size) for side, one in moves.items()}


def with_gain(moves: Moves, gain: Gain) -> Moves:
    """`moves` read in a fixed crop, as they would be read otherwise."""
    out, up = moves.corner
    corner = (out * (gain.outward if out >= 0 else gain.inward), up * gain.outward)
    return msgspec.structs.replace(moves, corner=corner)


def closed_by(moves: Moves, closure: Closure, full_closure: float, opening_mm: float) -> Moves:
    """`moves` with the eye closed as its witnesses say together, by what they say of a shut one;
    a share of its opening at rest."""
    closed = closure.share / full_closure
    return msgspec.structs.replace(moves, closed=closed, opening_mm=opening_mm)


def composite_moves(points: Floats, rest: Floats) -> Moves:
    """What one half did, from the points of its composite (478, 2) now and at rest: the mean of
    the composite's two sides, which show the same half."""
    return mean_moves(*(moves_of(points, rest, side) for side in SIDES))
