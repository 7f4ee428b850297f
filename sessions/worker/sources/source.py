"""`Source` and `Rewindable` protocols that every picture source implements, and `Frame`."""

from typing import NamedTuple, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

BGR: TypeAlias = NDArray[np.uint8]
"""A picture: rows x columns x 3, 8 bit, blue first, contiguous."""


class Frame(NamedTuple):
    """One picture of a source."""

    n: int
    """From 0, without gaps in a recording."""
    t_s: float
    """Source time: the container's in recordings, the monotonic clock's in live sources."""
    picture: BGR | None
    """None where the source delivered something that is no picture (torn, tiny, empty)."""


class Source(Protocol):
    """Pictures one after another."""

    live: bool
    width: int
    height: int
    fps: float
    """Frames a second as announced; 0 where nobody knows."""

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None at the end of a recording.

        Raises:
            Trouble: the source is gone.
        """
        ...

    def now_s(self) -> float:
        """Source time of this moment."""
        ...

    def close(self) -> None:
        """Let go of the device or file."""
        ...


@runtime_checkable
class Sparing(Source, Protocol):
    """One whose frames can be passed over before they are decoded."""

    def pass_over(self) -> bool:
        """Wait for the next frame and make no picture of it; False at the end of a recording.

        Raises:
            Trouble: the source is gone.
        """
        ...


class Rewindable(Source, Protocol):
    """A recording, which can be read again from its beginning."""

    frames: int
    """How many frames the container announces; 0 where it does not say."""

    def rewind(self) -> None:
        """Begin again with frame 0."""
        ...

    def skip(self) -> float | None:
        """Pass over a frame without making a picture of it: its time, or None at the end."""
        ...
