"""Watches natural blinks in the pauses between repetitions, and keeps how deep they were."""

from collections.abc import Callable

from routines.movements import Side, other_side
from sessions.engine.interface.commands import Command, Cue, Finished, KeptPause
from sessions.live.request import SessionRequest
from sessions.log.entries import Blinks
from sessions.readings import Reading
from sessions.reps.blink_depth import LEAST_FPS, Lids, blink_depth

MOST = 60_000
"""Readings; half an hour of pauses. What comes later is not watched."""


class BlinkWatch:
    """Hears what the engine asks for, sees readings, and keeps one entry at the end.

    Where the pauses say to blink, by hand perhaps, nothing is watched: that is no natural blink.
    """

    def __init__(self, request: SessionRequest, keep: Callable[[Blinks], None]) -> None:
        self._side: Side = request.plan.side
        self._asked = request.reminds_to_blink or request.simulated
        self._keep = keep
        self._resting = False
        self._lids: list[Lids] = []
        self._new = True

    def hear(self, command: Command) -> None:
        """The engine commanded something."""
        if isinstance(command, Cue):
            self._resting = command.phase == "rest"
        elif isinstance(command, KeptPause):
            self._resting = False
        elif isinstance(command, Finished):
            found = blink_depth(self._lids)
            if found is not None:
                self._keep(Blinks(at_s=command.at_s, found=found))

    def pass_time(self, at_s: float) -> None:
        """Nothing depends on the time."""

    def see(self, reading: Reading) -> None:
        """A reading came in."""
        weak, strong = reading.half(self._side), reading.half(other_side(self._side))
        read = reading.reason is None and reading.fps >= LEAST_FPS
        read = read and reading.method == "composite" and "eye-closure" not in reading.doubtful
        if not self._resting or self._asked or not read or weak is None or strong is None:
            self._new = True
        elif len(self._lids) < MOST:
            eyes = weak.narrowing_percent, strong.narrowing_percent
            self._lids.append(Lids(reading.t_s, *eyes, new=self._new))
            self._new = False
