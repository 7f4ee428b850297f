"""Which load this machine could do last time. In the folder of caches, never in the settings: these
may travel from one machine to another."""

import contextlib
import hashlib
import os
import platform
from pathlib import Path

import msgspec

from sessions.readings import Load
from sessions.storage.private_files import write_private

FILE_NAME = "workload.json"
MOST_MACHINES = 20
"""A folder on a stick may be used with several; of more the oldest is forgotten."""


class MachineLoad:
    """The load of this machine, in `cache`; without a folder nothing is remembered."""

    def __init__(self, cache: Path | None, machine: str | None = None) -> None:
        self._path = None if cache is None else cache / FILE_NAME
        self._machine = machine or _this_machine()

        self._last: Load | None = None

    def read(self) -> Load:
        """Where it stood; every frame, where nothing is known."""
        return self._all().get(self._machine, "every-frame")

    def note(self, load: Load) -> None:
        """The load of a reading: remembered when it changes. Where the first stands follows from
        what was remembered and allowed, and says nothing new about the machine."""
        before, self._last = self._last, load
        if before is not None and before != load:
            self._keep(load)

    def _keep(self, load: Load) -> None:
        """A folder that takes nothing costs a slower start next time, no more."""
        if self._path is None:
            return
        known = {name: each for name, each in self._all().items() if name != self._machine}
        known[self._machine] = load
        newest = dict(list(known.items())[-MOST_MACHINES:])
        with contextlib.suppress(OSError):
            write_private(self._path, msgspec.json.encode(newest))

    def _all(self) -> dict[str, Load]:
        try:
            raw = b"{}" if self._path is None else self._path.read_bytes()
            return msgspec.json.decode(raw, type=dict[str, Load])
        except (OSError, msgspec.DecodeError):
            return {}


def _this_machine() -> str:
    """Tells machines apart; not to be turned back into a name."""
    told = f"{platform.node()} {platform.machine()} {os.cpu_count()}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]
