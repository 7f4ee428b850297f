"""A person's rest: what every later frame is compared with. Made once, handed about as bytes.

The bytes live in the memory of the parent process and never on disk. They hold shapes, a few
numbers of light, a coarse grey patch of the face, and the detail of the skin around nose and eyes.
"""

from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from routines.language import _
from routines.movements import SIDES, Side
from sessions.readings import Noise
from sessions.scoring.arrays import Floats
from sessions.scoring.eye_witnesses import EyeRest
from sessions.scoring.measures import lid_gap

VERSION = 4
PATCH_SHAPE = (24, 16)
SKIN_SHAPE = (77, 108)


class BadCalibration(Exception):
    """The bytes are not a calibration of this version; take rest again."""


class Gain(msgspec.Struct, frozen=True):
    """What to multiply a movement of the mouth's corner with that was read in the fixed crop."""

    outward: float = 1.0
    """Where it moves out; up and down too."""
    inward: float = 1.0


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """A person's face at rest. Lengths are in the head frame's unit unless the name says px."""

    head: Floats
    """(478, 3), plain landmarks."""
    left: Floats
    """(478, 2), landmarks of the left half's composite; empty where it showed no face."""
    right: Floats
    """(478, 2), the right half's."""
    rotation: Floats
    """(3, 3), the head's absolute pose."""
    px_per_mm: float
    """By landmarks of the irises alone: what the head frame's unit is laid out by."""
    size: float
    """How many millimetres that unit is (see `sessions.scoring.size`)."""
    patch: Floats
    """(24, 16), grey blocks of the stabilised face, 0 to 255 (see `patch_change`)."""
    skin: NDArray[np.float32]
    """SKIN_SHAPE, detail of the skin (see `sessions.face.registration`)."""
    sharpness: float
    noise_left: Noise
    noise_right: Noise
    eye_left: EyeRest = EyeRest()
    eye_right: EyeRest = EyeRest()
    exposure: float = 1.0
    """Factor by which pictures of this face are brightened (see `sessions.face.exposure`)."""
    fixed_left: Floats = msgspec.field(default_factory=lambda: np.empty((0, 2)))
    """As `left`, in the fixed crop of `sessions.face.sparing`; empty where LiteRT does not run."""
    fixed_right: Floats = msgspec.field(default_factory=lambda: np.empty((0, 2)))
    gain_left: Gain = Gain()
    gain_right: Gain = Gain()

    @property
    def has_composites(self) -> bool:
        """Whether both composites showed a face at rest."""
        return len(self.left) > 0 and len(self.right) > 0

    def composite(self, side: Side) -> Floats:
        """The landmarks of the composite of the half on `side`."""
        return self.left if side == "left" else self.right

    @property
    def has_fixed(self) -> bool:
        """Whether both composites were read in their fixed crops too."""
        return self.has_composites and len(self.fixed_left) > 0 and len(self.fixed_right) > 0

    def fixed(self, side: Side) -> Floats:
        """As `composite`, read in the fixed crop."""
        return self.fixed_left if side == "left" else self.fixed_right

    def gain(self, side: Side) -> Gain:
        """Of the fixed crop of the half on `side`."""
        return self.gain_left if side == "left" else self.gain_right

    def eye(self, side: Side) -> EyeRest:
        """The eye on `side`, as its witnesses read it."""
        return self.eye_left if side == "left" else self.eye_right

    def opening_mm(self, side: Side) -> float:
        """Of that eye. Needs composites."""
        return self.eye(side).opening_mm(self._shown_mm(side))

    @property
    def eyes_clear(self) -> bool:
        """Whether nothing seems to lie over an eye."""
        if not self.has_composites:
            return True
        return all(self.eye(side).openings_alike(self._shown_mm(side)) for side in SIDES)

    def _shown_mm(self, side: Side) -> float:
        """Opening of the eye in its composite."""
        return float(np.mean([lid_gap(self.composite(side), each) for each in SIDES]))

    def to_bytes(self) -> bytes:
        """Version-tagged msgpack."""
        packed = _Packed(
            version=VERSION,
            head=_pack(self.head),
            left=_pack(self.left),
            right=_pack(self.right),
            rotation=_pack(self.rotation),
            px_per_mm=self.px_per_mm,
            size=self.size,
            patch=_pack(self.patch),
            skin=_pack(self.skin, "<f4"),
            sharpness=self.sharpness,
            noise_left=self.noise_left,
            noise_right=self.noise_right,
            eye_left=self.eye_left,
            eye_right=self.eye_right,
            exposure=self.exposure,
            fixed_left=_pack(self.fixed_left),
            fixed_right=_pack(self.fixed_right),
            gain_left=self.gain_left,
            gain_right=self.gain_right,
        )
        return msgspec.msgpack.encode(packed)

    @classmethod
    def from_bytes(cls, blob: bytes) -> Self:
        """The calibration in `blob`. Raises `BadCalibration`."""
        try:
            packed = msgspec.msgpack.decode(blob, type=_Packed)
            if packed.version != VERSION:
                raise ValueError(f"version {packed.version}, expected {VERSION}")
            rest = cls(
                head=_unpack(packed.head, 3),
                left=_unpack(packed.left, 2),
                right=_unpack(packed.right, 2),
                rotation=_unpack(packed.rotation, 3),
                px_per_mm=packed.px_per_mm,
                size=packed.size,
                patch=_unpack(packed.patch, PATCH_SHAPE[1]),
                skin=_unpack(packed.skin, SKIN_SHAPE[1], "<f4").astype(np.float32),
                sharpness=packed.sharpness,
                noise_left=packed.noise_left,
                noise_right=packed.noise_right,
                eye_left=packed.eye_left,
                eye_right=packed.eye_right,
                exposure=packed.exposure,
                fixed_left=_unpack(packed.fixed_left, 2),
                fixed_right=_unpack(packed.fixed_right, 2),
                gain_left=packed.gain_left,
                gain_right=packed.gain_right,
            )
            composites = (rest.left, rest.right, rest.fixed_left, rest.fixed_right)
            whole = {len(one) for one in composites} <= {0, len(rest.head)}
            shapes = (len(rest.head), rest.rotation.shape, rest.patch.shape, rest.skin.shape)
            if (
                shapes != (478, (3, 3), PATCH_SHAPE, SKIN_SHAPE)
                or not whole
                or not min(rest.px_per_mm, rest.size) > 0
                or not rest.exposure >= 1.0
            ):
                raise ValueError("incomplete")
        except (msgspec.MsgspecError, ValueError) as error:
            raise BadCalibration(
                _("not a calibration of this program: {error}").format(error=error)
            ) from error
        return rest


class _Packed(msgspec.Struct, kw_only=True):
    version: int
    head: bytes
    left: bytes
    right: bytes
    rotation: bytes
    px_per_mm: float
    size: float
    patch: bytes
    skin: bytes
    sharpness: float
    noise_left: Noise
    noise_right: Noise
    eye_left: EyeRest
    eye_right: EyeRest
    exposure: float
    fixed_left: bytes
    fixed_right: bytes
    gain_left: Gain
    gain_right: Gain


def _pack(array: Floats | NDArray[np.float32], dtype: str = "<f8") -> bytes:
    return np.ascontiguousarray(array, dtype=dtype).tobytes()


def _unpack(blob: bytes, width: int, dtype: str = "<f8") -> Floats:
    array = np.frombuffer(blob, dtype=dtype).reshape(-1, width).astype(np.float64)
    if not np.all(np.isfinite(array)):
        raise ValueError("not finite")
    return array
